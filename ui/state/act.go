package state

import (
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// act does what the Ref of a spot asks for. An unknown Ref does nothing.
func act(s State, e Act) (State, []Effect) {
	if s.barred(e.Ref) {
		return s, nil
	}
	if s.View.Route == Ended {
		return actEnded(s, e)
	}
	id := e.Ref.ID
	switch e.Ref.Kind {
	case frame.RefEnd:
		return s.end()
	case frame.RefDismiss:
		return s.dismiss(), nil
	case frame.RefBack, frame.RefResume:
		return s.back()
	case frame.RefPause:
		return s.route(Paused)
	case frame.RefContacts:
		if s.Library.Book && !s.Visit.Station { // behind a passage that was opened
			return s.sheet(Notes, "")
		}
		return s.route(Contacts)
	case frame.RefRoute:
		return s.route(Route(id))
	case frame.RefSheet:
		return s.sheet(Sheet(id), "")
	case frame.RefTurn:
		return turn(s, id == Next, e.At)
	case frame.RefLeaf:
		s.View.Leaf = s.View.Leaf.turn(id == Next)
		s.Focus.want.first = s.Focus.Index >= 0
		return s, nil
	case frame.RefOver:
		s.View.Over = s.View.Over.turn(id == Next)
		s.Focus.want.first = s.Focus.Index >= 0
		return s, nil
	case frame.RefLang:
		return s.lang(id)
	case frame.RefChoose:
		return s, []Effect{Choose{}}
	case frame.RefField:
		s.Focus.want.ref = e.Ref
		return s, nil
	case frame.RefSource:
		return opening(s, Chosen{Sources: []string{id}})
	}
	if s, eff, done := actSetting(s, e); done {
		return s, eff
	}
	return actText(s, e)
}

// actEnded: the end screen leads to a new visit and to the contacts, and nothing leads
// back into the text.
func actEnded(s State, e Act) (State, []Effect) {
	switch e.Ref.Kind {
	case frame.RefStart:
		return s.to(Shelf), nil
	case frame.RefContacts:
		return s.route(Contacts)
	case frame.RefRoute:
		if Route(e.Ref.ID) == Contacts {
			return s.route(Contacts)
		}
	case frame.RefEnd:
		if !s.Visit.Station {
			return s, []Effect{Quit{}}
		}
	case frame.RefLang:
		return s.lang(e.Ref.ID)
	}
	return s, nil
}

// actText does what belongs to texts: opening them, places in them, folds.
func actText(s State, e Act) (State, []Effect) {
	id := e.Ref.ID
	switch e.Ref.Kind {
	case frame.RefRoom:
		return s.open(s.Library.Main(id, s.Prefs.Lang))
	case frame.RefText:
		room, kind, _ := strings.Cut(id, "/")
		return s.open(Text{Room: room, Kind: kind})
	case frame.RefSources:
		return s.openAt(s.Library.Main(id, s.Prefs.Lang), doc.Locator{Block: "sources"})
	case frame.RefRendition:
		if id == Intro {
			return s.open(Text{Kind: Intro})
		}
		return s.open(Text{Room: s.Reading.Text.Room, Kind: id})
	case frame.RefReadIn:
		return s.readIn(id)
	case frame.RefCopy:
		s.Said = "read.copied"
		return s, []Effect{Copy{Text: id}}
	}
	if s.View.Route != Reader {
		return s, nil
	}
	switch e.Ref.Kind {
	case frame.RefPlace:
		return s.dismiss().jump(doc.Locator{Block: id})
	case frame.RefLink:
		if block, inside := strings.CutPrefix(id, "#"); inside {
			return s.dismiss().jump(doc.Locator{Block: block})
		}
		return s.sheet(Address, id)
	case frame.RefFootnote:
		return s.sheet(Footnote, id)
	case frame.RefTerm:
		return s.sheet(Term, id)
	case frame.RefPicture:
		return s.enlarge(id)
	case frame.RefZoom:
		return s.actZoom(id), nil
	case frame.RefHit:
		return s.chooseHit(id)
	case frame.RefHitPage:
		return s.leaveForHit(id)
	case frame.RefSlide:
		return s.openGoing()
	case frame.RefAim:
		return s.goTo(e.Ref)
	}
	return actFold(s, e)
}

// actFold does what a fold offers.
func actFold(s State, e Act) (State, []Effect) {
	id := e.Ref.ID
	switch e.Ref.Kind {
	case frame.RefSummary:
		return s.choose(id, note.Summarised)
	case frame.RefOpen:
		return s.choose(id, note.Read)
	case frame.RefClose:
		if s.Visit.GoneOn[s.Reading.Text] == id {
			s.Visit.GoneOn = put(s.Visit.GoneOn, s.Reading.Text, "")
		}
		return s.choose(id, note.Folded)
	case frame.RefSkip:
		return s.skip(id)
	case frame.RefGoOn:
		s.Visit.GoneOn = put(s.Visit.GoneOn, s.Reading.Text, id)
		return turn(s, true, e.At)
	}
	return s, nil
}

// choose keeps what a reader chose for a passage. The line that stays is the
// passage's own: whoever opened it wants to see it, wherever the page begins now.
func (s State) choose(passage string, c note.Choice) (State, []Effect) {
	t := s.Reading.Text
	if s.Visit.Opened[t][passage] == note.Read && c != note.Read {
		s = s.letGo() // what closes may lie in the selection, and is quoted by its places
	}
	o := put(s.Visit.Opened[t], passage, c)
	if c == note.Folded {
		delete(o, passage)
	}
	s.Visit.Opened = put(s.Visit.Opened, t, o)
	if s.Focus.Index >= 0 {
		s.Focus.want.ref = follow(passage, c)
	}
	s, eff := s.moved(note.Place(passage))
	if c == note.Summarised {
		s.Reading.reveal = passage
	}
	return s, eff
}

// skip goes to the item behind the passage and says so. The notice stays in the
// text; a summary that was shown stays too.
func (s State) skip(passage string) (State, []Effect) {
	for _, p := range s.Reading.Spread.Passages {
		if p.ID == passage && !p.Behind.Open {
			s.Said = "read.text-end"
			return s, nil
		}
		if p.ID == passage {
			s, eff := s.moved(p.Behind.At)
			s.Reading.Skipped = passage
			s.Said = "fold.skipped"
			return s, eff
		}
	}
	return s, nil
}

// jump goes to a place in the open text; the way back leads to where it began.
func (s State) jump(l doc.Locator) (State, []Effect) {
	return s.remember().moved(l)
}

// Opened are the reader's choices in the open text.
func (s State) Opened() note.Opened { return s.Visit.Opened[s.Reading.Text] }

// turn goes one leaf on or back and stays within the leaves there are.
func (l Leaf) turn(forward bool) Leaf {
	by := -1
	if forward {
		by = 1
	}
	l.At = max(0, min(l.Count-1, l.At+by))
	return l
}
