package note

import "lesestein/content/doc"

// owned returns a document that shares nothing that can be written to with d,
// and whose slices hold nothing behind their length: what is handed on of it
// leads to nothing else.
func owned(d doc.Document) doc.Document {
	d.Blocks = ownedBlocks(d.Blocks)
	notes := make([]doc.Footnote, len(d.Footnotes))
	for i, f := range d.Footnotes {
		f.Blocks = ownedBlocks(f.Blocks)
		notes[i] = f
	}
	d.Footnotes = notes
	return d
}

func ownedBlocks(blocks []doc.Block) []doc.Block {
	out := make([]doc.Block, len(blocks))
	for i, b := range blocks {
		out[i] = ownedBlock(b)
	}
	return out
}

func ownedBlock(b doc.Block) doc.Block {
	b.Spans = ownedSpans(b.Spans)
	if b.Figure != nil {
		f := *b.Figure
		f.Caption = ownedSpans(f.Caption)
		b.Figure = &f
	}
	if b.Event != nil {
		e := *b.Event
		b.Event = &e
	}
	if b.Entry != nil {
		e := *b.Entry
		b.Entry = &e
	}
	return b
}

func ownedSpans(spans []doc.Span) []doc.Span {
	if spans == nil {
		return nil
	}
	out := make([]doc.Span, len(spans))
	copy(out, spans)
	return out
}
