package flow

// Faults count what page breaks may do wrong.
type Faults struct {
	Pages int
	// Widows are pages that begin with the last line of a paragraph that has more,
	// Orphans those that end with the first.
	Widows, Orphans int
	// RaggedBottoms are pages that end higher than they should: neither the text's
	// end nor a break it asks for is there, and the page beside them, where there
	// is one, ends on another row. Pages short by the same rows do not count, nor
	// does a page before a chapter or a group of the apparatus, nor a single page
	// that ends where an entry of a list does.
	RaggedBottoms int
}

// Faults counts them over all pages; none before they are counted.
func (b *Book) Faults() Faults {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.done {
		return Faults{}
	}
	f := Faults{Pages: len(b.sheets)}
	for i, s := range b.sheets {
		if s.reason == reasons[ragged] && !b.matched(i) {
			f.RaggedBottoms++
		}
		if s.from >= s.to {
			continue
		}
		if p := b.parts[s.from]; p.para != nil && p.line > 0 && p.line == len(p.para.breaks)-1 {
			f.Widows++
		}
		if p := b.parts[s.to-1]; p.para != nil && p.line == 0 && len(p.para.breaks) > 1 {
			f.Orphans++
		}
	}
	return f
}

// matched reports whether a page ends on the same row as the one it faces.
func (b *Book) matched(i int) bool {
	other := i ^ 1
	return b.PerSpread() == 2 && other < len(b.sheets) && b.sheets[other].depth == b.sheets[i].depth
}
