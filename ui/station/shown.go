package station

import (
	"fmt"
	"strings"

	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Slides reports whether the attract sequence went on from one picture to the next,
// and pictures fade.
func (s *Station) Slides(was, is session.Picture) bool {
	return s.conf.Fade && was.Station.Invites() && is.Station.Invites() && was.Station.View.Slide != is.Station.View.Slide
}

// Shown tells the machine what is on the screen now.
func (s *Station) Shown(p session.Picture) {
	if s.told.view.Phase != kiosk.Visiting || p.Station == nil || p.Station.View.Phase != kiosk.Visiting {
		return
	}
	s.folds(p)
	v, r := p.State.View, p.State.Reading
	lang, room := p.State.Prefs.Lang, ""
	if v.Route == state.Reader {
		room = r.Text.Room
	}
	page := fmt.Sprintf("%q", []any{lang, v.Route, v.Sheet, v.Subject, r.Text, r.Lang, r.Spread.Start.Block, r.Spread.From, r.Nth, v.Leaf.At, v.Over.At})
	if page == s.visit.page {
		return
	}
	s.visit.page = page
	s.step(kiosk.Shown{Page: page, Words: words(p.Screen.Page), Care: careful(p), Room: room, Lang: lang})
}

// careful reports whether nobody is to be hurried on a screen: at a fold, a
// summary, an opened passage, and where help is found.
func careful(p session.Picture) bool {
	return p.State.View.Route == state.Contacts || p.State.View.Route == state.Reader && len(p.State.Reading.Spread.Passages) > 0
}

// words counts those of a page.
func words(p frame.Page) int {
	n := 0
	for _, l := range p.Lines {
		n += len(strings.Fields(l.Text()))
	}
	return n
}

// folds tells the machine of the folds that are seen, and what became of them.
func (s *Station) folds(p session.Picture) {
	if p.State.View.Route != state.Reader {
		return
	}
	opened := p.State.Opened()
	for _, of := range p.State.Reading.Spread.Passages {
		s.step(kiosk.Folded{Passage: of.ID, What: became(opened[of.ID])})
	}
	if id := p.State.Reading.Skipped; id != "" {
		s.step(kiosk.Folded{Passage: id, What: kiosk.FoldSkipped})
	}
}

// became is what a choice makes of a fold, as it is counted.
func became(c note.Choice) string {
	switch c {
	case note.Summarised:
		return kiosk.FoldSummarised
	case note.Read:
		return kiosk.FoldRead
	}
	return kiosk.FoldShown
}

// Scene is what the station's screens need besides the state.
func (s *Station) Scene(st state.State) *screen.Station {
	out := s.conf.Screen
	out.View, out.Voices = s.told.view, s.opened.Words.Each(s.opened.Exhibition.Languages)
	if s.told.view.Phase == kiosk.StaffIn {
		out.Report = s.conf.Staff.Report()
		out.Report.Display = s.display()
	}
	if st.View.Sheet == state.Away || st.View.Route == state.Contacts { // which leads there
		out.Away = takeaway(s.opened.Exhibition, st, s.opened.Words.In(st.Prefs.Lang), out.Web)
	}
	return &out
}
