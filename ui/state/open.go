package state

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
)

// open shows a text at its remembered place, or at its start.
func (s State) open(t Text) (State, []Effect) {
	if len(s.Library.In(t)) == 0 {
		return s, nil
	}
	return s.openAt(t, s.Visit.Places[t])
}

func (s State) openAt(t Text, at doc.Locator) (State, []Effect) {
	if !s.Library.Book || s.View.Route != Shelf { // a book is opened from nothing of its own
		s = s.remember()
	}
	gen := s.Reading.Generation
	s = s.to(Reader)
	s.Reading = Reading{Text: t, Place: at, Generation: gen}
	return s.lay()
}

// remember notes where we are, for the way back. The way is kept short: a
// reader's memory is too.
func (s State) remember() State {
	const most = 32
	b := s.here()
	h := slices.Clone(s.Visit.History)
	if n := len(h); n > 0 && h[n-1] == b {
		return s
	}
	if len(h) == most {
		h = h[1:]
	}
	s.Visit.History, s.Visit.Future = append(h, b), nil
	return s
}

// here is where one stands, as a step of the way.
func (s State) here() Back {
	return Back{Route: s.View.Route, Text: s.Reading.Text, Place: s.Reading.Place, Nth: s.Reading.Nth}
}

// back goes one step back; at the start of the way it is the shelf.
func (s State) back() (State, []Effect) {
	h := s.Visit.History
	if len(h) == 0 {
		if s.Library.Book && s.View.Route == Reader && !s.Visit.Station { // behind it is nothing
			return s, nil
		}
		if s.View.Route == Shelf || s.View.Route == Own || s.View.Route == Ended {
			return s, nil
		}
		return s.to(Shelf), nil
	}
	b := h[len(h)-1]
	s.Visit.Future = append(slices.Clip(s.Visit.Future), s.here())
	s.Visit.History = slices.Clone(h[:len(h)-1])
	return s.stand(b)
}

// forward undoes the last step back, as long as nothing else was opened since.
func (s State) forward() (State, []Effect) {
	f := s.Visit.Future
	if len(f) == 0 {
		return s, nil
	}
	rest := slices.Clone(f[:len(f)-1])
	s = s.remember()
	s.Visit.Future = rest
	return s.stand(f[len(f)-1])
}

// stand shows a step of the way. Behind the end of a visit lies no way forward,
// whichever way one came to it.
func (s State) stand(b Back) (State, []Effect) {
	s = s.to(b.Route)
	if b.Route == Ended {
		s.Visit.Future = nil
	}
	if b.Route != Reader {
		return s, nil
	}
	if s.Reading.Text != b.Text {
		s.Reading = Reading{Text: b.Text, Generation: s.Reading.Generation}
	}
	return s.toward(Way{At: b.Place, Nth: b.Nth})
}

// Returns reports whether the way back leads to another place of the open text:
// after a link was followed.
func (s State) Returns() bool {
	n := len(s.Visit.History)
	return n > 0 && s.View.Route == Reader && s.Visit.History[n-1].Route == Reader &&
		s.Visit.History[n-1].Text == s.Reading.Text
}

// route shows one of the screens that a word leads to.
func (s State) route(r Route) (State, []Effect) {
	if s.Library.Book && !s.Visit.Station {
		return s.bookRoute(r)
	}
	switch r {
	case Own:
		if len(s.Library.Home.Works) == 0 {
			return s, nil
		}
		s.Visit.History, s.Visit.Future = nil, nil
		return s.to(Own), nil
	case Shelf:
		s.Visit.History, s.Visit.Future = nil, nil
		return s.to(Shelf), nil
	case About, Contacts, Paused:
		if s.View.Route != r {
			s = s.remember()
		}
		return s.to(r), nil
	}
	return s, nil
}

// bookRoute is route in a book, which has no rooms, nobody to turn to, and no page about
// an exhibition: what stands in their place are sheets over its text.
func (s State) bookRoute(r Route) (State, []Effect) {
	switch r {
	case Shelf, Own:
		return opening(s, Chosen{Sources: []string{""}})
	case About:
		return s.sheet(Imprint, "")
	case Contacts:
		return s.sheet(Keys, "")
	case Paused:
		if s.View.Route != r {
			s = s.remember()
		}
		return s.to(r), nil
	}
	return s, nil
}

// sheet lays a sheet over the screen, or takes it away if it is that very one.
func (s State) sheet(sh Sheet, subject string) (State, []Effect) {
	if s.View.Route == Ended || (s.View.Sheet == sh && s.View.Subject == subject) {
		return s.dismiss(), nil
	}
	switch {
	case sh == Searching:
		return s.openSearch()
	case sh == Goto:
		return s.openGoing()
	case (sh == Spacings || sh == Faces) && s.Visit.Station:
		return s, nil
	}
	if s.View.Sheet == NoSheet {
		s.Focus.opener, _ = s.Focus.Ref()
	}
	s.View.Sheet, s.View.Subject = sh, subject
	s.View.Over = Leaf{At: map[bool]int{true: Here}[sh == Contents || sh == Faces]}
	s.Focus.Index = -1
	if sh == Faces {
		return s, s.find()
	}
	return s, nil
}

func (s State) dismiss() State {
	s.View.Sheet, s.View.Subject = NoSheet, ""
	s.View.Over = Leaf{}
	s.Focus.Index, s.Focus.want = -1, want{ref: s.Focus.opener}
	s.Focus.opener = frame.Ref{}
	return s
}

// lang changes the language of interface and texts; the paragraph stays, and
// changing back without a turn in between finds the line again.
func (s State) lang(lang string) (State, []Effect) {
	if lang == "" || !slices.Contains(s.Library.Langs, lang) || lang == s.TextLang() && lang == s.Prefs.Lang {
		return s, nil
	}
	old := s.TextLang()
	s.Prefs.Lang, s.Reading.Lang = lang, ""
	s, eff := s.twinned(old, lang)
	return s, append(eff, SavePreferences{})
}

// readIn changes the language of the open text alone.
func (s State) readIn(lang string) (State, []Effect) {
	old := s.TextLang()
	if s.View.Route != Reader || old == lang || !s.Library.Has(s.Reading.Text, lang) {
		return s, nil
	}
	s.Reading.Lang = lang
	return s.twinned(old, lang)
}

// twinned puts the place from one language to the parallel paragraph of another.
func (s State) twinned(old, lang string) (State, []Effect) {
	r := &s.Reading
	from := r.Place
	to := doc.Locator{Block: from.Block}
	if r.twin.lang == lang && r.twin.to == from {
		to = r.twin.from
	}
	r.twin = twin{lang: old, from: from, to: to}
	r.Place = to
	return s.lay()
}
