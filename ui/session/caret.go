package session

import (
	"slices"

	"github.com/go-text/typesetting/segmenter"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// pages are what a selection moves on: the text that may be seen, and the spread of
// it that is shown. What leads where is a pure function of them.
type pages struct {
	seen  note.Visible
	shown frame.Spread
}

// selected is the selection after the move that q asks for. Its caret goes from
// letter to letter of what is shown, over what is folded as if it were not there.
func (p pages) selected(q state.Select) state.Selection {
	anchor, caret := q.From.From, q.From.To
	if q.From.Backward {
		anchor, caret = caret, anchor
	}
	_, stands := p.seen.Offset(anchor)
	stands = stands && q.From != (state.Selection{})
	m := q.Move
	switch {
	case m.Goal == state.ToAll:
		return p.all(q)
	case m.Goal == state.ToPoint:
		return p.point(q, anchor, stands)
	case !stands:
		anchor = p.first()
		caret = anchor
	}
	caret = p.moved(caret, m)
	if !m.Extend {
		anchor = caret
	}
	return p.between(q.Document, anchor, caret)
}

// between is the selection from an anchor to a caret, whichever comes first.
func (p pages) between(of state.Document, anchor, caret doc.Locator) state.Selection {
	a, is := p.seen.Offset(anchor)
	c, are := p.seen.Offset(caret)
	if !is || !are {
		return state.Selection{}
	}
	return state.Selection{Document: of, Range: p.seen.Range(min(a, c), max(a, c)), Backward: c < a}
}

// all selects the whole text.
func (p pages) all(q state.Select) state.Selection {
	blocks := p.seen.Stretches(0)
	if len(blocks) == 0 {
		return state.Selection{}
	}
	return state.Selection{Document: q.Document, Range: p.seen.Range(blocks[0].From, blocks[len(blocks)-1].To)}
}

// point begins a selection at a point, or goes on to it from an anchor that stands.
func (p pages) point(q state.Select, anchor doc.Locator, stands bool) state.Selection {
	m := q.Move
	at := frame.Point{X: frame.Px(m.X), Y: frame.Px(m.Y)}
	if m.Extend && stands {
		if to, ok := typeset.Toward(p.seen, p.shown, anchor, at); ok {
			return p.between(q.Document, anchor, to.Caret)
		}
		return q.From
	}
	hit, ok := typeset.RangeAt(p.seen, p.shown, at)
	if !ok {
		return state.Selection{}
	}
	if m.Grain == state.Character {
		return p.between(q.Document, hit.Caret, hit.Caret)
	}
	from, _ := p.seen.Offset(hit.Letter.From)
	to := p.forth(from, m.Grain)
	return state.Selection{Document: q.Document, Range: p.seen.Range(p.back(to, m.Grain), to)}
}

// first is where the text of the pages shown begins.
func (p pages) first() doc.Locator {
	for _, page := range p.shown.Pages {
		for _, l := range page.Lines {
			if l.Start < l.End {
				return p.seen.Range(l.Start, l.End).From
			}
		}
	}
	return p.seen.Locator(0)
}

// moved is where a caret goes. Where no line of the pages shown is beyond the one it
// stands on, up and down lead to the ends of that.
func (p pages) moved(caret doc.Locator, m state.Move) doc.Locator {
	at, _ := p.seen.Offset(caret)
	forth := m.Goal == state.ToDown || m.Goal == state.ToEnd || m.Goal == state.ToRight != p.leftward(at)
	switch {
	case m.Grain == state.Whole && forth:
		_, end := p.seen.Flow(at)
		return p.seen.Range(at, end).To
	case m.Grain == state.Whole:
		start, _ := p.seen.Flow(at)
		return p.seen.Range(start, at).From
	case m.Grain == state.Line:
		return p.line(caret, m.Goal, forth)
	case forth:
		return p.seen.Range(at, p.forth(at, m.Grain)).To
	}
	return p.seen.Range(p.back(at, m.Grain), at).From
}

// line is where a caret goes on its line, or to the next one.
func (p pages) line(caret doc.Locator, goal state.Goal, forth bool) doc.Locator {
	if r, ok := typeset.Caret(p.seen, p.shown, caret); ok && (goal == state.ToUp || goal == state.ToDown) {
		by := 1
		if !forth {
			by = -1
		}
		if hit, ok := typeset.Beside(p.seen, p.shown, caret, by, r.MinX); ok {
			return hit.Caret
		}
	}
	r, ok := typeset.LineAt(p.seen, p.shown, caret)
	switch {
	case !ok:
		return caret
	case forth:
		return r.To
	}
	return r.From
}

// leftward reports whether the paragraph at an offset runs from right to left.
func (p pages) leftward(at int) bool {
	for _, s := range p.seen.Stretches(at) {
		if at < s.To && s.Block.Dir != doc.Auto {
			return s.Block.Dir == doc.RTL
		}
	}
	return doc.LanguageDirection(p.seen.Lang()) == doc.RTL
}

// forth is the end of what lies behind an offset: of the letter, the word or the
// paragraph. At the end of the text it stays.
func (p pages) forth(at int, g state.Grain) int {
	for _, s := range p.seen.Stretches(at) {
		if s.To <= at {
			continue
		}
		for _, piece := range pieces(s.Block.Text(), g) {
			if s.From+piece.to > at {
				return s.From + piece.to
			}
		}
	}
	return at
}

// back is the start of what lies before an offset.
func (p pages) back(at int, g state.Grain) int {
	for _, s := range slices.Backward(p.seen.Stretches(at)) {
		if s.From >= at {
			continue
		}
		for _, piece := range slices.Backward(pieces(s.Block.Text(), g)) {
			if s.From+piece.from < at {
				return s.From + piece.from
			}
		}
	}
	return at
}

// piece is a part of a block's text, in code points.
type piece struct{ from, to int }

// pieces are the letters or the words of a text as Unicode divides it (Standard
// Annex #29), or the text itself. Hints where a word may be divided belong to the
// letter before them.
func pieces(text string, g state.Grain) []piece {
	letters := []rune(text)
	var list []piece
	var seg segmenter.Segmenter
	switch g {
	case state.Character:
		seg.Init(letters)
		for it := seg.GraphemeIterator(); it.Next(); {
			c := it.Grapheme()
			next := piece{c.Offset, c.Offset + len(c.Text)}
			if n := len(list); n > 0 && c.Text[0] == softHyphen {
				list[n-1].to = next.to
				continue
			}
			list = append(list, next)
		}
	case state.Word:
		seg.Init(letters)
		for it := seg.WordIterator(); it.Next(); {
			w := it.Word()
			list = append(list, piece{w.Offset, w.Offset + len(w.Text)})
		}
	default:
		if len(letters) > 0 {
			list = append(list, piece{0, len(letters)})
		}
	}
	return list
}

const softHyphen = '\u00AD'
