package state

import (
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// composed takes the acting spots of the screen that is now shown. The focus
// stays on the spot it was on, by Ref and order, where that still exists.
func composed(s State, e Composed) State {
	was, had := s.Focus.Ref()
	nth := s.Focus.nth()
	w := s.Focus.want
	s.View.Leaf = Leaf{At: max(0, min(s.View.Leaf.At, e.Leaves-1)), Count: max(0, e.Leaves)}
	s.View.Over = Leaf{At: max(0, min(e.SheetLeaf, e.SheetLeafs-1)), Count: max(0, e.SheetLeafs)}
	s.View.Stage, s.View.Lens = e.Stage, s.View.Lens.within(e.Stage)
	s.Focus = Focus{Acting: e.Acting, First: e.First, Index: -1, opener: s.Focus.opener}
	switch {
	case w.ref != (frame.Ref{}) && s.Focus.find(w.ref, 0) >= 0:
		s.Focus.Index = s.Focus.find(w.ref, 0)
	case w.first && len(e.Acting) > 0:
		s.Focus.Index = max(0, min(e.First, len(e.Acting)-1))
	case had:
		s.Focus.Index = s.Focus.find(was, nth)
	}
	if w.ref != (frame.Ref{}) && s.Focus.Index < 0 && !s.settled() {
		s.Focus.want = w // the page it is on has not been laid yet
	}
	return s
}

// settled reports that nothing is on its way that could bring the wished spot.
func (s State) settled() bool { return s.View.Route != Reader || s.Reading.Fresh() }

// Ref is the focused spot's.
func (f Focus) Ref() (frame.Ref, bool) {
	if f.Index < 0 || f.Index >= len(f.Acting) {
		return frame.Ref{}, false
	}
	return f.Acting[f.Index], true
}

// nth counts the spots with the focused one's Ref before it: a term may stand
// twice on a page.
func (f Focus) nth() int {
	r, ok := f.Ref()
	n := 0
	for i := 0; ok && i < f.Index; i++ {
		if f.Acting[i] == r {
			n++
		}
	}
	return n
}

// find returns the index of the nth spot with Ref r, of the last one if there
// are fewer, or -1.
func (f Focus) find(r frame.Ref, nth int) int {
	at := -1
	for i, a := range f.Acting {
		if a == r {
			at = i
			if nth == 0 {
				break
			}
			nth--
		}
	}
	return at
}

// move takes the focus to the next or the previous acting spot, round the end.
func (f Focus) move(forward bool) Focus {
	n := len(f.Acting)
	switch {
	case n == 0:
		f.Index = -1
	case forward && f.Index < 0:
		f.Index = max(0, min(f.First, n-1))
	case forward:
		f.Index = (f.Index + 1) % n
	case f.Index <= 0:
		f.Index = n - 1
	default:
		f.Index--
	}
	return f
}

// follow is the spot that takes the focus after a choice: what undoes it.
func follow(passage string, c note.Choice) frame.Ref {
	switch c {
	case note.Folded:
		return frame.Ref{Kind: frame.RefSummary, ID: passage}
	case note.Summarised:
		return frame.Ref{Kind: frame.RefSkip, ID: passage}
	}
	return frame.Ref{Kind: frame.RefClose, ID: passage}
}
