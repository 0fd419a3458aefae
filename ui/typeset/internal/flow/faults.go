package flow

// Faults count what page breaks may do wrong.
type Faults struct {
	Pages int
	// Widows are pages that begin with the last line of a paragraph that has more,
	// Orphans those that end with the first.
	Widows, Orphans int
	// RaggedBottoms are pages that end higher than they should: neither the text's
	// end nor a break it asks for is there, and the page beside them, where there
	// is one, ends on another row. Pages short by the same rows do not count.
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
	for _, s := range b.sheets {
		if s.reason == reasons[ragged] {
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
