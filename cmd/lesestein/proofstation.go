package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// A place is a station's screen in the world, written 299x531@700+800: its lit
// surface, the distance of the eyes and the height of the lowest row of pixels
// above the floor, in millimetres. Without a height the screen is a table.
type place struct{ kiosk.Place }

func (p *place) Set(v string) error {
	sides, rest, ok := strings.Cut(v, "@")
	distance, lowest, wall := strings.Cut(rest, "+")
	w, h, ok2 := strings.Cut(sides, "x")
	var q kiosk.Place
	errs := []error{millimetres(w, &q.Width), millimetres(h, &q.Height), millimetres(distance, &q.Distance)}
	q.Mount = kiosk.Table
	if wall {
		q.Mount = kiosk.Wall
		errs = append(errs, millimetres(lowest, &q.Lowest))
	}
	if cmp.Or(errs...) != nil || !ok || !ok2 {
		return errValue
	}
	p.Place = q
	return nil
}

func millimetres(s string, to *float64) error {
	f, err := strconv.ParseFloat(s, 64)
	if err == nil && !(f >= 1 && f <= 10_000) { // neither is what is no number
		err = errValue
	}
	*to = f
	return err
}

func (p *place) String() string {
	if p.Mount == "" {
		return ""
	}
	s := fmt.Sprintf("%gx%g@%g", p.Width, p.Height, p.Distance)
	if p.Mount == kiosk.Wall {
		s += fmt.Sprintf("+%g", p.Lowest)
	}
	return s
}

func (*place) Type() string { return "place" }

// stations are the screens that are written of a station; behind a stroke stands a
// page of the staff screen.
func stations() []string {
	return []string{"attract", "tongues", "rooms", "page", "fold", "passage", "summary", "passage-begins", "passage-ends", "aids", "contents", "display", "notes", "help", "about-it",
		"away", "prompt", "rest", "farewell", "dark", "closed", "withheld", "failed", "pad", "staff",
		"staff/actions", "staff/group", "staff/calibrate", "staff/keys", "staff/clock", "staff/sure"}
}

// stationPicture writes one screen of a station as a PNG file.
func stationPicture(st call.Streams, x opened, d sheet, o proofOptions) error {
	s := d.state
	s.Visit.Station = true
	s.Window.Sizes = o.place.Sizes(s.Window.Width, s.Window.Height)
	name, page, _ := strings.Cut(o.screen.value, "/")
	v := &screen.Station{View: kiosk.View{Phase: phaseOf(name), Home: kiosk.Attract, Staff: kiosk.StaffView{Page: page}, Slide: max(0, o.pages.first-1), Remaining: 620}, Name: metadata().Name + " " + metadata().Version}
	v.Voices = x.words.Each(x.Exhibition.Languages)
	v.View.Opens = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	v.View.Pad.Entered = 3
	in := screen.Input{State: s, Words: x.words.In(d.book.Visible.Lang()), Set: d.of.Setter, Exhibition: x.Exhibition, Station: v}
	if err := staged(&in, d.of, o, name); err != nil {
		return err
	}
	d.palette = edition.Palette(v.Theme(in.State))
	return newEasel(st, d, o).write(screen.Compose(in).Page, strings.ReplaceAll(o.screen.value, "/", "-")+"-"+d.book.Visible.Lang()+".png")
}

// phaseOf is the phase of the machine in which a screen stands.
func phaseOf(name string) kiosk.Phase {
	switch name {
	case "attract", "tongues", "prompt", "farewell", "dark", "closed", "withheld", "failed", "pad", "staff":
		return kiosk.Phase(name)
	case "rest":
		return kiosk.Resting
	}
	return kiosk.Visiting
}

// staged puts the state where a screen shows what it is for.
func staged(in *screen.Input, of session.Opened, o proofOptions, name string) error {
	s := &in.State
	switch name {
	case "page", "aids", "contents", "display":
	case "fold", "passage", "summary", "passage-begins", "passage-ends":
	default:
		s.View.Route = map[string]state.Route{"help": state.Contacts, "about-it": state.About}[name]
		s.View.Sheet = map[string]state.Sheet{"notes": state.Notes, "away": state.Away}[name]
		return nil
	}
	book, err := paged(*s, of)
	if err != nil {
		return err
	}
	i := max(0, book.Set.IndexOf(0))
	if fold := kindOf(name); fold != "" {
		i = offering(book.Set, o.pages.first, frame.RefSummary)
		if choice := choiceOf(name); choice != note.Folded {
			s.Visit.Opened = map[state.Text]note.Opened{s.Reading.Text: {passageOn(book.Set.Spread(i)): choice}}
			if book, err = paged(*s, of); err != nil {
				return err
			}
			i = offering(book.Set, o.pages.first, fold)
		}
	} else if o.pages.first > 0 {
		i = pageAt(book.Set, o.pages.first)
	}
	if name == "passage" {
		s.View.Leaf.At = 1
	}
	s.View.Sheet = map[string]state.Sheet{"aids": state.Aids, "contents": state.Contents, "display": state.Display}[name]
	s.Reading.Generation++
	way := book.Way(i)
	in.Book.Visible = book.Visible
	in.Book.Spread, s.Reading.Spread = book.Spread(context.Background(), way.At, way.Nth, s.Reading.Generation)
	return nil
}

// kindOf is what a page has to offer that a screen shows; empty: nothing.
func kindOf(name string) frame.RefKind {
	return map[string]frame.RefKind{"fold": frame.RefSummary, "passage": frame.RefSummary, "summary": frame.RefClose,
		"passage-begins": frame.RefClose, "passage-ends": frame.RefGoOn}[name]
}

// choiceOf is what was chosen at a fold before a screen is shown.
func choiceOf(name string) note.Choice {
	return map[string]note.Choice{"summary": note.Summarised, "passage-begins": note.Read, "passage-ends": note.Read}[name]
}

// paged sets the text that is read as a station has it, and counts its pages.
func paged(st state.State, of session.Opened) (*session.Book, error) {
	book := of.Prepare(st)
	return book, book.Set.Paginate(context.Background())
}

// pageAt is the spread with a page.
func pageAt(book *typeset.Book, page int) int {
	for n := range book.Count() {
		if sp := book.Spread(n); sp.Number <= page && page < sp.Number+len(sp.Pages) {
			return n
		}
	}
	return max(0, book.IndexOf(0))
}

// offering is the first spread from a page on that offers something of a kind, or
// the first at all.
func offering(book *typeset.Book, page int, kind frame.RefKind) int {
	first := -1
	for n := range book.Count() {
		sp := book.Spread(n)
		for _, p := range sp.Pages {
			if !slices.ContainsFunc(p.Apart, func(s frame.Spot) bool { return s.Ref.Kind == kind }) {
				continue
			}
			if p.Folio >= page {
				return n
			}
			if first < 0 {
				first = n
			}
		}
	}
	return max(0, first)
}

// passageOn is the first passage that a spread offers something of.
func passageOn(sp frame.Spread) string {
	for _, p := range sp.Pages {
		for _, s := range p.Apart {
			return s.Ref.ID
		}
	}
	return ""
}
