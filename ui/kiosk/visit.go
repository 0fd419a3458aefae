package kiosk

import (
	"maps"
	"slices"
	"time"
)

// visit is what a machine knows of the visit that goes on.
type visit struct {
	on      bool
	counted bool   // it is one of the day's visits
	lang    string // it began in; when it is over, the one of the goodbye
	group   Group
	begun   time.Duration
	seen    time.Duration // the last sign of a reader
	shown   Shown
	room    string          // opened last
	folds   map[Folded]bool // counted; never written to
	escapes Escapes
	kept    [keptPages]keptPage
}

// keptPage is a page on which a reader asked for more time, and how often.
type keptPage struct {
	page  string
	times int
}

const (
	// keptPages is for how many pages of a visit the longer time is remembered;
	// then the one asked for first is forgotten. A visit must not grow.
	keptPages = 8
	// mostDoubled keeps the doubled time within sense: ten times doubled, the
	// shortest time is longer than a day. Asking again stays possible for ever.
	mostDoubled = 10
	// mostFolds is how many things that became of folds count in a visit, so that
	// it does not grow without end.
	mostFolds = 1000
)

// over says that a visit has ended and its goodbye has not.
func (v visit) over() bool { return !v.on && v.lang != "" }

// keptOn is how often the prompt was answered on a page.
func (v visit) keptOn(page string) int {
	for _, k := range v.kept {
		if k.times > 0 && k.page == page {
			return k.times
		}
	}
	return 0
}

// keep returns the visit with the time for the page that is shown doubled.
func (v visit) keep() visit {
	for i := range v.kept {
		if v.kept[i].times > 0 && v.kept[i].page == v.shown.Page {
			v.kept[i].times = min(v.kept[i].times+1, mostDoubled)
			return v
		}
	}
	copy(v.kept[1:], v.kept[:keptPages-1])
	v.kept[0] = keptPage{page: v.shown.Page, times: 1}
	return v
}

// length is how long a visit was: to the last sign of a reader, not to the reset,
// which comes minutes later.
func (v visit) length() time.Duration { return v.seen - v.begun }

// begin starts a visit in a language.
func (m Machine) begin(lang string, g Group) (Machine, []Effect) {
	m.visit = visit{on: true, counted: true, lang: lang, group: g, begun: m.now, seen: m.now}
	return m.to(Visiting), []Effect{Begin{Lang: lang, Group: g}, Count{Counted{CountVisit, lang}}}
}

// help goes on after the goodbye, in its language, for whoever looks for help: the
// same visitor, and so no visit more. It does so after closing time, too.
func (m Machine) help() (Machine, []Effect) {
	m.visit = visit{on: true, lang: m.visit.lang, begun: m.now, seen: m.now}
	return m.to(Visiting), []Effect{Begin{Lang: m.visit.lang}}
}

// anew is what a touch on a screen of nobody's leads to: the choice of a language,
// or the visit where there is nothing to choose.
func (m Machine) anew() (Machine, []Effect) {
	if len(m.content.langs) == 1 {
		return m.begin(m.content.langs[0], Group{})
	}
	return m.to(Tongues), nil
}

// forget ends the visit, if there is one, and goes on with a phase.
func (m Machine) forget(next Phase) (Machine, []Effect) {
	if !m.visit.on {
		return m.to(next), nil
	}
	effects := []Effect{Reset{}}
	if m.visit.counted && m.visit.group == (Group{}) {
		effects = append(effects, Count{Dwell(m.visit.length())})
	}
	m.visit = visit{}
	m, taken := m.take()
	return m.to(next), append(effects, taken...)
}

// end is the visitor's own end: the neutral screen says goodbye in the language that
// was read last. A group's room begins anew.
func (m Machine) end() (Machine, []Effect) {
	if m.visit.group != (Group{}) {
		return m.regroup()
	}
	lang := m.visit.lang
	if slices.Contains(m.content.langs, m.visit.shown.Lang) {
		lang = m.visit.shown.Lang
	}
	effects := []Effect{Reset{Lang: lang}}
	if m.visit.counted {
		effects = append(effects, Count{Dwell(m.visit.length())})
	}
	m.visit = visit{lang: lang}
	return m.to(Farewell), effects
}

// regroup begins a group's room anew: what was read is forgotten, the group and
// its end stay, and the content stays too, for it is the same visit.
func (m Machine) regroup() (Machine, []Effect) {
	v := m.visit
	m.visit = visit{on: true, counted: true, lang: v.lang, group: v.group, begun: v.begun, seen: m.now, room: v.room}
	return m.to(Visiting), []Effect{Reset{}, Begin{Lang: v.lang, Group: v.group}}
}

// show takes note of what is on the screen. A new page is where the time for it
// begins; a room that is opened counts.
func (m Machine) show(s Shown) (Machine, []Effect) {
	if !m.visit.on {
		return m, nil
	}
	if s.Page != m.visit.shown.Page {
		m.visit.seen = m.now
		if m.phase == Visiting {
			m.since = m.now
		}
	}
	m.visit.shown = s
	if s.Room == "" || s.Room == m.visit.room {
		return m, nil
	}
	m.visit.room = s.Room
	return m, []Effect{Count{Counted{CountRoom, s.Room}}}
}

// folded counts once a visit what became of a fold.
func (m Machine) folded(f Folded) (Machine, []Effect) {
	known := slices.Contains([]string{FoldShown, FoldSummarised, FoldRead, FoldSkipped}, f.What)
	if !m.visit.on || !known || m.visit.folds[f] || len(m.visit.folds) >= mostFolds {
		return m, nil
	}
	folds := maps.Clone(m.visit.folds)
	if folds == nil {
		folds = map[Folded]bool{}
	}
	folds[f] = true
	m.visit.folds = folds
	return m, []Effect{Count{Counted{CountFold, f.What}}}
}

// visited is a deed, a touch or a key while the reader's screens are shown.
func (m Machine) visited(e Event) (Machine, []Effect) {
	m.visit.seen = m.now
	var ends bool
	if k, ok := e.(Key); ok && k.Escape {
		m.visit.escapes, ends = m.visit.escapes.Press(m.now)
	}
	switch d, _ := e.(Do); {
	case ends || d.Deed == End:
		return m.end()
	case d.Deed == Rest:
		return m.to(Resting), nil
	}
	return m.to(Visiting), nil
}

// asked is input while the prompt is shown. Only its button or the action key
// keeps the visit, and help, which leads on to the contacts: a sleeve on the glass must not.
func (m Machine) asked(e Event) (Machine, []Effect) {
	switch deedOf(e, Keep) {
	case Keep, Help:
		m.visit.seen = m.now
		m.visit = m.visit.keep()
		return m.to(Visiting), nil
	case Again:
		return m.again()
	case End:
		return m.end()
	}
	return m.to(Asking), nil
}

// rested is input while the place is kept. It lengthens nothing.
func (m Machine) rested(e Event) (Machine, []Effect) {
	switch deedOf(e, Resume) {
	case Resume, Help:
		m.visit.seen = m.now
		return m.to(Visiting), nil
	case Again:
		return m.again()
	case End:
		return m.end()
	}
	return m, nil
}

// again starts again at a visitor's wish.
func (m Machine) again() (Machine, []Effect) {
	if m.visit.group != (Group{}) {
		return m.regroup()
	}
	return m.forget(m.home())
}

// deedOf is the deed of an event; the action key stands for the screen's first.
func deedOf(e Event, first Deed) Deed {
	switch e := e.(type) {
	case Do:
		return e.Deed
	case Key:
		if e.Action {
			return first
		}
	}
	return ""
}
