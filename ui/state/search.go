package state

import (
	"slices"
	"sort"
	"strconv"

	"lesestein/content/doc"
	"lesestein/ui/search"
	"lesestein/ui/typeset/frame"
)

// Search is what is looked for in the open text, and what was found. The sheet of the
// search shows it; the field outlives the sheet, not the visit.
type Search struct {
	Field  Field
	Found  Found // the last answer
	At     int   // index of the current hit; one that is not there: none is
	asked  uint64
	origin origin
}

// origin is where a reader was before the search led away.
type origin struct {
	place doc.Locator
	nth   int
	from  int // offset of the spread
}

// Current is the hit that the page shows.
func (q Search) Current() (search.Hit, bool) {
	if q.At < 0 || q.At >= len(q.Found.Hits) {
		return search.Hit{}, false
	}
	return q.Found.Hits[q.At], true
}

// Searches reports whether there is a text that can be searched: never at a station.
func (s State) Searches() bool {
	return !s.Visit.Station && s.View.Route == Reader && !s.Missing()
}

// openSearch lays the sheet of the search over the page, with what was looked for last
// chosen, so that typing takes its place.
func (s State) openSearch() (State, []Effect) {
	if !s.Searches() {
		return s, nil
	}
	s.Visit.Search.Field = s.Visit.Search.Field.All()
	if s.View.Sheet == Searching {
		return s, nil
	}
	return s.typing(Searching).seekFrom()
}

// typing lays a sheet over the page with the focus in its field.
func (s State) typing(in Sheet) State {
	if s.View.Sheet == NoSheet {
		s.Focus.opener, _ = s.Focus.Ref()
	}
	s.View.Sheet, s.View.Subject, s.View.Over = in, "", Leaf{}
	s.Focus.Index, s.Focus.want = -1, want{ref: fieldRef()}
	return s.letGo()
}

func fieldRef() frame.Ref { return frame.Ref{Kind: frame.RefField} }

// seekFrom begins a search at the place where the reader is now.
func (s State) seekFrom() (State, []Effect) {
	r := s.Reading
	s.Visit.Search.origin = origin{r.Place, r.Nth, r.Spread.From}
	return s.seek()
}

// seek asks what there is of the words in the field.
func (s State) seek() (State, []Effect) {
	q := &s.Visit.Search
	q.asked++
	q.At = -1
	if search.Parse(q.Field.Text).Empty() {
		q.Found = Found{}
	}
	return s, []Effect{Seek{Generation: q.asked, Typed: q.Field.Text}}
}

// found takes what was found so far. The page goes to the first place behind the one
// where the reader was, or to the first of all.
func found(s State, e Found) (State, []Effect) {
	q := &s.Visit.Search
	if e.Generation != q.asked || s.View.Sheet != Searching {
		return s, nil
	}
	q.Found = e
	if _, is := q.Current(); is {
		return s, nil
	}
	i := sort.Search(len(e.Hits), func(i int) bool { return e.Hits[i].At >= q.origin.from })
	switch {
	case i < len(e.Hits):
		return s.show(i)
	case e.Done && len(e.Hits) > 0:
		return s.show(0)
	}
	return s, nil
}

// show makes a hit the current one and goes to its page. No place is kept: the reader
// may want to go back to where the search began.
func (s State) show(i int) (State, []Effect) {
	s.Visit.Search.At, s.View.Over.At = i, Here
	h, ok := s.Visit.Search.Current()
	sp := s.Reading.Spread
	if !ok || s.Reading.Fresh() && h.At >= sp.From && h.At < sp.To {
		return s, nil
	}
	return s.peek(h.Place(), 0)
}

// peek lays the spread of a place and keeps it nowhere.
func (s State) peek(at doc.Locator, nth int) (State, []Effect) {
	s.Reading.Place, s.Reading.Nth = at, nth
	s.Reading.Skipped, s.Reading.twin, s.Reading.reveal, s.Reading.ahead = "", twin{}, "", 0
	return s.lay()
}

// stepHit goes to the next hit or the one before, round the ends.
func (s State) stepHit(forward bool) (State, []Effect) {
	q := s.Visit.Search
	n := len(q.Found.Hits)
	if _, is := q.Current(); !is || n == 0 {
		return s, nil
	}
	by := -1
	if forward {
		by = 1
	}
	at := q.At + by
	if !q.Found.Done && (at < 0 || at >= n) { // the end is not known yet
		return s, nil
	}
	return s.show((at + n) % n)
}

// hitNumber is the index of the hit that a row leads to.
func (s State) hitNumber(id string) (int, bool) {
	i, err := strconv.Atoi(id)
	return i, err == nil && s.View.Sheet == Searching && i >= 0 && i < len(s.Visit.Search.Found.Hits)
}

// chooseHit goes to a hit to stay: the way back leads to where the search began.
func (s State) chooseHit(id string) (State, []Effect) {
	i, ok := s.hitNumber(id)
	if !ok {
		return s, nil
	}
	s, eff := s.show(i)
	s, more := s.stay()
	s.Visit.Search.origin.place, s.Visit.Search.origin.nth = s.Reading.Place, s.Reading.Nth
	s.Focus.want.ref = fieldRef()
	return s, append(eff, more...)
}

// leaveForHit goes to a hit where the sheet hid its page. The marks are gone with the
// sheet; what was found is selected, so that it is seen where it stands.
func (s State) leaveForHit(id string) (State, []Effect) {
	i, ok := s.hitNumber(id)
	if !ok {
		return s, nil
	}
	h := s.Visit.Search.Found.Hits[i]
	s, eff := s.chooseHit(id)
	s = s.dismiss()
	if h.From < h.To && h.At == h.From {
		from := h.Place()
		s.Reading.Marking.Selection = Selection{Document: s.Document(), Range: doc.Range{From: from, To: doc.Locator{Block: h.Block, Offset: h.Offset + h.To - h.From}}}
	}
	return s, eff
}

// stay keeps the place that the search led to.
func (s State) stay() (State, []Effect) {
	o, r := s.Visit.Search.origin, s.Reading
	if o.place == r.Place && o.nth == r.Nth {
		return s, nil
	}
	s.Reading.Place, s.Reading.Nth = o.place, o.nth
	s = s.remember()
	s.Reading.Place, s.Reading.Nth = r.Place, r.Nth
	s.Visit.Places = put(s.Visit.Places, r.Text, r.Place)
	return s, []Effect{SavePlaces{}}
}

// unsearch closes the search and goes back to where it began.
func (s State) unsearch() (State, []Effect) {
	o := s.Visit.Search.origin
	s = s.dismiss()
	if s.Reading.Place == o.place && s.Reading.Nth == o.nth {
		return s, nil
	}
	return s.peek(o.place, o.nth)
}

// searched ends a search whose sheet is gone, in whatever way that went, and begins one
// anew whose text became another: before is the state before the event.
func (s State) searched(before State) (State, []Effect) {
	if s.View.Sheet == Searching && !s.Searches() { // there is no such text in its language
		s = s.dismiss()
	}
	same := s.View.Route == Reader && s.Document() == before.Document()
	switch was, is := before.View.Sheet == Searching, s.View.Sheet == Searching; {
	case is && !same:
		return s.seekFrom()
	case !was || is:
		return s, nil
	}
	q := before.Visit.Search
	s.Visit.Search.origin = q.origin
	var eff []Effect
	if same {
		s, eff = s.stay()
	}
	s.Visit.Search = Search{asked: q.asked + 1, Field: s.Visit.Search.Field} // none of a visit that ended
	return s, append(eff, Seek{Generation: q.asked + 1, Over: true})
}

// searching does what a key means for the search; done says whether it was one of its
// keys. While its sheet lies there, all that is typed goes into its field.
func (s State) searching(e Press) (_ State, _ []Effect, done bool) {
	open := s.View.Sheet == Searching
	switch {
	case e.Key == "f" && e.Ctrl && !e.Shift, e.Key == KeyF3 && !open:
		if !s.Searches() {
			return s, nil, true
		}
		s, eff := s.openSearch()
		return s, eff, true
	case !open || e.Key == KeyTab || e.Key == KeyPageUp || e.Key == KeyPageDown:
		return s, nil, false
	}
	r, focused := s.Focus.Ref()
	elsewhere := focused && r != fieldRef()
	switch {
	case elsewhere && (e.Key == KeyEnter || e.Key == KeySpace):
		return s, nil, false
	case e.Key == KeyEnter, e.Key == KeyF3:
		s, eff := s.stepHit(!e.Shift)
		return s, eff, true
	case e.Key == KeyDown, e.Key == KeyUp:
		s, eff := s.stepHit(e.Key == KeyDown)
		return s, eff, true
	}
	return fieldKey(s, s.inField(), e, State.typed)
}

// inField is what stands in the field of the sheet that lies there.
func (s State) inField() Field {
	if s.View.Sheet == Goto {
		return s.Visit.Going.Field
	}
	return s.Visit.Search.Field
}

// fieldKey is a key in a field; takes takes what the field becomes.
func fieldKey(s State, f Field, e Press, takes func(State, Field) (State, []Effect)) (_ State, _ []Effect, done bool) {
	_, chosen, _ := f.Parts()
	switch {
	case e.Ctrl && slices.Contains([]Key{"c", "x", KeyInsert}, e.Key):
		var eff []Effect
		if chosen != "" {
			eff = []Effect{Copy{Text: chosen}}
		}
		if e.Key != "x" || chosen == "" {
			return s, eff, true
		}
		s, more := takes(s, f.Insert(""))
		return s, append(eff, more...), true
	case e.Ctrl && e.Key == "v":
		return s, []Effect{Paste{}}, true
	}
	f, done = f.Press(e)
	if !done {
		return s, nil, false
	}
	s, eff := takes(s, f)
	return s, eff, true
}

// typed takes what the field has become.
func (s State) typed(f Field) (State, []Effect) {
	was, goes := s.inField().Text, s.View.Sheet == Goto
	if goes {
		s.Visit.Going.Field = f
	} else {
		s.Visit.Search.Field = f
	}
	s.Focus.want.ref = fieldRef()
	if i := s.Focus.find(fieldRef(), 0); i >= 0 {
		s.Focus.Index = i
	}
	switch {
	case f.Text == was:
		return s, nil
	case goes:
		return s.reach()
	}
	return s.seek()
}

// pasted takes the clipboard's words into the field.
func pasted(s State, e Pasted) (State, []Effect) {
	if r, ok := s.Focus.Ref(); ok && r == fieldRef() && s.View.Route == Own {
		return s.homeTyped(s.Library.Home.Field.Insert(e.Text))
	}
	if s.View.Sheet != Searching && s.View.Sheet != Goto {
		return s, nil
	}
	return s.typed(s.inField().Insert(e.Text))
}
