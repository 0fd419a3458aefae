package subject

import (
	"lesestein/content/doc"
	"lesestein/content/note"
)

// Found is a hit with where the block stands whose words it is in.
type Found struct {
	Hit
	Pos  doc.Pos
	Text string // the words around it
}

// Folding is the policy that folds one category whatever its level, and nothing else.
func Folding(c note.Category) note.Policy {
	p := note.Policy{Flagged: note.Mark, Category: map[note.Category]note.Rule{}}
	for _, other := range note.Categories() {
		p.Category[other] = note.AlwaysShow
	}
	p.Category[c] = note.AlwaysFold
	return p
}

// Open finds what stays open of each category when that category is folded: words
// that name it in what note.Disclose still shows. Notices are not looked at.
func (l List) Open(text note.Text, o note.Opened) []Found {
	var out []Found
	known := map[string][]Hit{} // most of a text is shown under most of the policies
	for _, c := range note.Categories() {
		for _, piece := range pieces(note.Disclose(text, Folding(c), o)) {
			hits, ok := known[piece.Text]
			if !ok {
				hits = l.Find(piece.Text)
				known[piece.Text] = hits
			}
			for _, h := range hits {
				if h.Category == c {
					piece.Hit = h
					out = append(out, piece)
				}
			}
		}
	}
	return out
}

// pieces are the words of what is shown, each with its place.
func pieces(v note.Visible) []Found {
	var out []Found
	add := func(b doc.Block) {
		texts := []string{b.Text()}
		if b.Entry != nil {
			texts = append(texts, b.Entry.Term)
		}
		if b.Figure != nil {
			texts = append(texts, b.Figure.Alt, b.Figure.Credit)
		}
		for _, t := range texts {
			if t != "" {
				out = append(out, Found{Pos: b.Pos, Text: t})
			}
		}
	}
	for _, it := range v.Items() {
		if it.Block != nil {
			add(*it.Block)
		}
	}
	for _, f := range v.Footnotes() {
		for _, b := range f.Blocks {
			if b.Pos == (doc.Pos{}) {
				b.Pos = f.Pos
			}
			add(b)
		}
	}
	return out
}
