package state

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

var (
	main1945 = Text{Room: "1945", Kind: exhibit.Standard}
	short    = Text{Room: "1945", Kind: exhibit.Short}
	intro    = Text{Kind: Intro}
)

// library has three rooms in two languages; the short version of 1945 exists in
// German only.
func library() Library {
	l := Library{Rooms: []string{"1917", "1945", "1990"}, Langs: []string{"de", "en"}}
	for _, lang := range l.Langs {
		for _, r := range l.Rooms {
			l.Texts = append(l.Texts, Rendered{Text{Room: r, Kind: exhibit.Standard}, lang})
		}
		l.Texts = append(l.Texts, Rendered{intro, lang})
	}
	l.Texts = append(l.Texts, Rendered{short, "de"})
	return l
}

func fresh() State {
	s, _ := Update(New(Library{}, Preferences{}, note.Default()), Loaded{Library: library()})
	return s
}

// run plays events from a fresh state and returns the last state and all effects.
func run(s State, events ...Event) (State, []Effect) {
	var all []Effect
	for _, e := range events {
		var eff []Effect
		s, eff = Update(s, e)
		all = append(all, eff...)
	}
	return s, all
}

func ref(kind frame.RefKind, id string) Act { return Act{Ref: frame.Ref{Kind: kind, ID: id}} }

func at(block string) doc.Locator { return doc.Locator{Block: block} }

func way(block string) Way { return Way{At: at(block), Open: true} }

// answer is the spread from..to of s's last question, with neighbours.
func answer(s State, from, to int, prev, next Way) Laid {
	return Laid{Spread: Spread{Generation: s.Reading.Generation, Start: s.Reading.Place,
		From: from, To: to, Len: 10000, Number: 3, Count: 20, Ways: Ways{Prev: prev, Next: next, Last: way("last.1")}}}
}

// reading is a state in which 1945 is open at "a.1" and laid.
func reading() State {
	s, _ := run(fresh(), ref(frame.RefRoom, "1945"))
	s.Reading.Place = at("a.1")
	s, _ = run(s, answer(s, 1000, 2000, way("top.1"), way("b.1")))
	return s
}

func lays(eff []Effect) []Lay {
	var out []Lay
	for _, e := range eff {
		if l, ok := e.(Lay); ok {
			out = append(out, l)
		}
	}
	return out
}

func TestARoomOpensAtItsStartAndIsLaid(t *testing.T) {
	s, eff := run(fresh(), ref(frame.RefRoom, "1945"))
	want := []Effect{Lay{Generation: s.Reading.Generation, Text: main1945, Lang: "de"}}
	if diff := cmp.Diff(want, eff); diff != "" {
		t.Error(diff)
	}
	if s.View.Route != Reader || s.Reading.Fresh() {
		t.Errorf("route %s, fresh %v", s.View.Route, s.Reading.Fresh())
	}
}

func TestStaleGenerationsAreDropped(t *testing.T) {
	s, _ := run(fresh(), ref(frame.RefRoom, "1945"))
	old := answer(s, 0, 900, Way{}, way("a.1"))
	s, _ = run(s, Resized{Width: 800, Height: 600})
	s, _ = run(s, old)
	if s.Reading.Fresh() {
		t.Error("a stale spread was taken")
	}
	s, _ = run(s, answer(s, 0, 900, Way{}, way("a.1")))
	if !s.Reading.Fresh() {
		t.Error("the fresh spread was not taken")
	}
}

func TestKeysWheelAndTapsTurnThePage(t *testing.T) {
	for _, c := range []struct {
		name string
		e    Event
		want string
	}{
		{"right", Press{Key: KeyRight}, "b.1"},
		{"down", Press{Key: KeyDown}, "b.1"},
		{"page down", Press{Key: KeyPageDown}, "b.1"},
		{"space", Press{Key: KeySpace}, "b.1"},
		{"shift and space", Press{Key: KeySpace, Shift: true}, "top.1"},
		{"left", Press{Key: KeyLeft}, "top.1"},
		{"up", Press{Key: KeyUp}, "top.1"},
		{"page up", Press{Key: KeyPageUp}, "top.1"},
		{"home", Press{Key: KeyHome}, ""},
		{"end", Press{Key: KeyEnd}, "last.1"},
		{"wheel", Turn{Forward: true}, "b.1"},
		{"wheel back", Turn{}, "top.1"},
		{"the word", ref(frame.RefTurn, Next), "b.1"},
		{"the other word", ref(frame.RefTurn, Previous), "top.1"},
	} {
		s, eff := run(reading(), c.e)
		l := lays(eff)
		if s.Reading.Place.Block != c.want || len(l) != 1 || l[0].Place.Block != c.want {
			t.Errorf("%s: at %q, lays %v, want %q", c.name, s.Reading.Place.Block, l, c.want)
		}
	}
}

func TestATurnThatComesBeforeTheSpreadWaitsForIt(t *testing.T) {
	s, eff := run(reading(), Press{Key: KeyRight}, Press{Key: KeyRight})
	if len(lays(eff)) != 1 || s.Reading.Place != at("b.1") {
		t.Fatalf("lays %v at %v", lays(eff), s.Reading.Place)
	}
	s, eff = run(s, answer(s, 2000, 3000, way("a.1"), way("c.1")))
	if len(lays(eff)) != 1 || s.Reading.Place != at("c.1") {
		t.Errorf("the waiting turn was lost: %v", s.Reading.Place)
	}
}

// Opening may push the passage to another page; whoever opened it wants to see it.
func TestTheLineOfAChoiceIsThePassage(t *testing.T) {
	for _, e := range []Event{ref(frame.RefSummary, "p1"), ref(frame.RefOpen, "p1"), ref(frame.RefClose, "p1")} {
		s := reading()
		s.Reading.Place = at("a.1")
		s, eff := run(s, e)
		if l := lays(eff); s.Reading.Place != note.Place("p1") || len(l) != 1 || l[0].Place != note.Place("p1") {
			t.Errorf("%v: place is %v, lays %v", e, s.Reading.Place, l)
		}
	}
}

// What changes the layout keeps the place, to the code point.
func TestThePlaceStaysThroughEveryChangeOfTheLayout(t *testing.T) {
	line := doc.Locator{Block: "a.1", Offset: 17, Before: "vor", After: "nach"}
	for _, e := range []Event{
		Resized{Width: 640, Height: 480}, System{Dark: true},
		Press{Key: "+"}, Press{Key: "-"}, Press{Key: "t"},
		ref(frame.RefSet, "theme=night"), ref(frame.RefSet, "face=sans"), ref(frame.RefSet, "layout=page"),
		ref(frame.RefSet, "alignment=ragged"), ref(frame.RefSet, "hyphens=off"), ref(frame.RefStep, "leading+"), ref(frame.RefStep, "letter+"),
		ref(frame.RefPolicy, "war=fold"), ref(frame.RefPolicy, "2=fold"), ref(frame.RefPreset, "adults"), ref(frame.RefReset, "display"),
		ref(frame.RefSheet, string(Display)), ref(frame.RefFootnote, "f"), ref(frame.RefTerm, "t"),
	} {
		s := reading()
		s.Reading.Place = line
		s, eff := run(s, e)
		if s.Reading.Place != line {
			t.Errorf("%v: place is %v", e, s.Reading.Place)
		}
		for _, l := range lays(eff) {
			if l.Place != line {
				t.Errorf("%v: lays at %v", e, l.Place)
			}
		}
	}
}

func TestColoursAloneLayNothingAnew(t *testing.T) {
	for _, e := range []Event{System{Dark: true}, Press{Key: "t"}, ref(frame.RefSet, "theme=sepia"), ref(frame.RefSet, "reduced-motion=on")} {
		s := reading()
		n, eff := run(s, e)
		if len(lays(eff)) != 0 || n.Reading.Generation != s.Reading.Generation {
			t.Errorf("%v lays", e)
		}
	}
}

func TestALanguageKeepsTheParagraphAndComingBackFindsTheLine(t *testing.T) {
	line := doc.Locator{Block: "a.2", Offset: 40, Before: "x", After: "y"}
	s := reading()
	s.Reading.Place = line
	s, eff := run(s, Press{Key: "l"})
	if l := lays(eff); len(l) != 1 || l[0].Lang != "en" || l[0].Place != at("a.2") {
		t.Fatalf("lays %v", l)
	}
	back, _ := run(s, ref(frame.RefLang, "de"))
	if back.Reading.Place != line || back.Prefs.Lang != "de" {
		t.Errorf("back at %v", back.Reading.Place)
	}
	s, _ = run(s, answer(s, 0, 100, Way{}, way("b.7")), Press{Key: KeyRight}, ref(frame.RefLang, "de"))
	if s.Reading.Place != at("b.7") {
		t.Errorf("after a turn: %v", s.Reading.Place)
	}
}

func TestAMissingTranslationIsSaidAndNotMixedIn(t *testing.T) {
	s, _ := run(fresh(), ref(frame.RefRoom, "1945"), ref(frame.RefRendition, exhibit.Short))
	s, eff := run(s, Press{Key: "l"})
	if !s.Missing() || len(lays(eff)) != 0 {
		t.Fatalf("missing %v, lays %v", s.Missing(), lays(eff))
	}
	s, eff = run(s, ref(frame.RefReadIn, "de"))
	if l := lays(eff); s.Missing() || len(l) != 1 || l[0].Lang != "de" || s.Prefs.Lang != "en" {
		t.Errorf("lays %v, interface %s", l, s.Prefs.Lang)
	}
}

func TestChoicesOfAFoldAreKeptByText(t *testing.T) {
	s, eff := run(reading(), ref(frame.RefSummary, "p1"), ref(frame.RefOpen, "p2"))
	if diff := cmp.Diff(note.Opened{"p1": note.Summarised, "p2": note.Read}, s.Opened()); diff != "" {
		t.Error(diff)
	}
	if len(lays(eff)) != 2 {
		t.Errorf("%d lays", len(lays(eff)))
	}
	s, _ = run(s, ref(frame.RefClose, "p2"))
	if diff := cmp.Diff(note.Opened{"p1": note.Summarised}, s.Opened()); diff != "" {
		t.Error(diff)
	}
	s, _ = run(s, ref(frame.RefRoom, "1917"))
	if len(s.Opened()) != 0 {
		t.Errorf("another room has choices: %v", s.Opened())
	}
}

func TestSkippingGoesToTheItemBehindThePassageAndSaysSo(t *testing.T) {
	s := reading()
	s.Reading.Spread.Passages = []Passage{{ID: "p1", Behind: way("b.4")}, {ID: "p2"}}
	n, _ := run(s, ref(frame.RefSkip, "p1"))
	if n.Reading.Place != at("b.4") || n.Said != "fold.skipped" || n.Reading.Skipped != "p1" {
		t.Errorf("at %v, said %q", n.Reading.Place, n.Said)
	}
	if len(n.Opened()) != 0 {
		t.Error("skipping opened something")
	}
	if n, _ = run(s, ref(frame.RefSkip, "p2")); n.Reading.Place != s.Reading.Place || n.Said != "read.text-end" {
		t.Error("a passage at the end of the text moved the place, or nothing was said")
	}
}

func TestThePageDoesNotRunOnBehindAnOpenedPassage(t *testing.T) {
	s := reading()
	s.Reading.Spread.Stop = "p1"
	goOn := frame.Ref{Kind: frame.RefGoOn, ID: "p1"}
	held, eff := run(s, Composed{Acting: []frame.Ref{{Kind: frame.RefEnd}, goOn}}, Press{Key: KeySpace})
	if len(eff) != 0 || held.Reading.Place != s.Reading.Place || held.Said != "fold.after" {
		t.Fatalf("ran on: %v", eff)
	}
	held, _ = run(held, Composed{Acting: []frame.Ref{{Kind: frame.RefEnd}, goOn}})
	if r, _ := held.Focus.Ref(); r != goOn {
		t.Errorf("the focus is on %v", r)
	}
	if held, _ = run(held, Press{Key: KeyRight}); held.Reading.Place != s.Reading.Place {
		t.Error("a second press ran on")
	}
	on, _ := run(held, Act{Ref: goOn})
	if on.Reading.Place != at("b.1") {
		t.Errorf("going on led to %v", on.Reading.Place)
	}
	if back, _ := run(s, Press{Key: KeyLeft}); back.Reading.Place != at("top.1") {
		t.Error("turning back was held up")
	}
}

func esc(at time.Duration) Press { return Press{Key: KeyEscape, At: at} }

func TestThreePressesOfEscThatHaveNothingElseToDoEndTheVisit(t *testing.T) {
	ms := time.Millisecond
	for _, c := range []struct {
		name   string
		events []Event
		want   Route
	}{
		{"within the span", []Event{esc(0), esc(700 * ms), esc(1500 * ms)}, Ended},
		{"too slow", []Event{esc(0), esc(700 * ms), esc(1501 * ms)}, Shelf},
		{"the last three of four", []Event{esc(0), esc(2000 * ms), esc(2500 * ms), esc(3000 * ms)}, Ended},
		{"held down", []Event{esc(0), Press{Key: KeyEscape, At: 300 * ms, Repeat: true}, Press{Key: KeyEscape, At: 600 * ms, Repeat: true}}, Shelf},
		{"another key between", []Event{esc(0), esc(200 * ms), Press{Key: KeyTab, At: 300 * ms}, esc(400 * ms)}, Shelf},
	} {
		if s, _ := run(fresh(), c.events...); s.View.Route != c.want {
			t.Errorf("%s: %s", c.name, s.View.Route)
		}
	}
	// Closing a sheet and going back are what Esc is pressed for.
	s, _ := run(reading(), ref(frame.RefLink, "#c"), ref(frame.RefSheet, string(Display)), esc(0), esc(100*ms), esc(200*ms), esc(300*ms), esc(400*ms))
	if s.View.Route != Shelf {
		t.Errorf("who walks back ends at %s", s.View.Route)
	}
	if s, _ = run(s, esc(500*ms)); s.View.Route != Ended {
		t.Errorf("three more on the shelf lead to %s", s.View.Route)
	}
}

func TestABookIsNotClosedByEsc(t *testing.T) {
	s := reading()
	s.Library.Book = true
	for i := range 8 {
		if s, _ = run(s, esc(time.Duration(i)*100*time.Millisecond)); s.View.Route == Ended {
			t.Fatalf("press %d ends it", i+1)
		}
	}
}

func TestTheFirstEscClosesTheSheet(t *testing.T) {
	s, _ := run(reading(), ref(frame.RefFootnote, "f"), esc(time.Second))
	if s.View.Sheet != NoSheet || s.View.Route != Reader {
		t.Errorf("sheet %q, route %s", s.View.Sheet, s.View.Route)
	}
	if s, _ = run(s, esc(4*time.Second)); s.View.Route != Shelf {
		t.Errorf("the second leads to %s", s.View.Route)
	}
}

func TestTheWayBackLeadsThroughLinksContactsAndThePause(t *testing.T) {
	s, _ := run(reading(), ref(frame.RefLink, "#c"))
	if s.Reading.Place != at("c") || !s.Returns() {
		t.Fatalf("the link led to %v", s.Reading.Place)
	}
	s, _ = run(s, ref(frame.RefContacts, ""), ref(frame.RefBack, ""))
	if s.View.Route != Reader || s.Reading.Place != at("c") {
		t.Errorf("back from the contacts: %s %v", s.View.Route, s.Reading.Place)
	}
	s, _ = run(s, ref(frame.RefPause, ""))
	if s.View.Route != Paused {
		t.Errorf("the pause is %s", s.View.Route)
	}
	s, eff := run(s, ref(frame.RefResume, ""))
	if s.View.Route != Reader || len(lays(eff)) != 1 {
		t.Errorf("resumed at %s, lays %v", s.View.Route, lays(eff))
	}
	s, _ = run(s, ref(frame.RefBack, ""))
	if s.Reading.Place != at("a.1") {
		t.Errorf("back from the link: %v", s.Reading.Place)
	}
}

func TestAnExternalAddressIsShownAndCopiedNeverOpened(t *testing.T) {
	s, eff := run(reading(), ref(frame.RefLink, "https://example.org"))
	if s.View.Sheet != Address || s.View.Subject != "https://example.org" || len(eff) != 0 {
		t.Fatalf("sheet %q of %q, effects %v", s.View.Sheet, s.View.Subject, eff)
	}
	s, eff = run(s, ref(frame.RefCopy, s.View.Subject))
	if diff := cmp.Diff([]Effect{Copy{Text: "https://example.org"}}, eff); diff != "" || s.Said != "read.copied" {
		t.Errorf("said %q %s", s.Said, diff)
	}
}

func TestThePaceIsMeasuredFromPagesThatWereRead(t *testing.T) {
	s := reading()
	if n, ok := s.MinutesLeft(); !ok || n != 9 {
		t.Errorf("before anything was read: %d %v", n, ok)
	}
	// 1,000 code points in 30 s are 2,000 a minute; a quarter of that counts.
	s, _ = run(s, Press{Key: KeyRight, At: 30 * time.Second})
	if s.Pace.PerMinute != (3*usual+2000)/4 {
		t.Errorf("pace %d", s.Pace.PerMinute)
	}
	for _, d := range []time.Duration{time.Second, time.Hour} {
		if p := (Pace{}).read(1000, d); p.PerMinute != 0 {
			t.Errorf("a page shown for %s was taken for read", d)
		}
	}
}

func TestTheFocusStaysOnItsSpotWhenTheScreenChanges(t *testing.T) {
	a, b, c := frame.Ref{Kind: "a"}, frame.Ref{Kind: "b"}, frame.Ref{Kind: "c"}
	s, _ := run(reading(), Composed{Acting: []frame.Ref{a, b, b, c}, First: 1}, Press{Key: KeyTab}, Press{Key: KeyTab})
	if s.Focus.Index != 2 {
		t.Fatalf("Tab from the text led to %d", s.Focus.Index)
	}
	s, _ = run(s, Composed{Acting: []frame.Ref{c, b, a, b}})
	if s.Focus.Index != 3 {
		t.Errorf("the second b is at %d", s.Focus.Index)
	}
	s, _ = run(s, Composed{Acting: []frame.Ref{c}})
	if s.Focus.Index != -1 {
		t.Errorf("the focus is on %d", s.Focus.Index)
	}
	s, _ = run(s, Press{Key: KeyTab, Shift: true})
	if s.Focus.Index != 0 {
		t.Errorf("back from nowhere is %d", s.Focus.Index)
	}
}

func TestSpaceActsOnTheFocusFirst(t *testing.T) {
	s, _ := run(reading(), Composed{Acting: []frame.Ref{{Kind: frame.RefSheet, ID: string(Contents)}}}, Press{Key: KeyTab}, Press{Key: KeySpace})
	if s.View.Sheet != Contents || s.Reading.Place != at("a.1") {
		t.Errorf("sheet %q at %v", s.View.Sheet, s.Reading.Place)
	}
	acting := []frame.Ref{{Kind: frame.RefEnd}, {Kind: frame.RefDismiss}, {Kind: frame.RefPlace}}
	s, _ = run(s, Composed{Acting: acting, First: 1})
	if s.Focus.Index != 1 {
		t.Errorf("a sheet opened by key has its focus on %d", s.Focus.Index)
	}
}

func TestTheFocusComesBackToWhatOpenedTheSheet(t *testing.T) {
	page := []frame.Ref{{Kind: frame.RefEnd}, {Kind: frame.RefFootnote, ID: "f"}, {Kind: frame.RefTerm, ID: "t"}}
	s, _ := run(reading(), Composed{Acting: page, First: 1}, Press{Key: KeyTab}, Press{Key: KeyTab}, Press{Key: KeyEnter})
	if s.View.Sheet != Term {
		t.Fatalf("sheet %q", s.View.Sheet)
	}
	s, _ = run(s, Composed{Acting: []frame.Ref{{Kind: frame.RefEnd}, {Kind: frame.RefDismiss}}, First: 1}, esc(1), Composed{Acting: page, First: 1})
	if s.Focus.Index != 2 {
		t.Errorf("the focus is on %d", s.Focus.Index)
	}
}

func TestATouchPutsNoFocusAnywhere(t *testing.T) {
	acting := []frame.Ref{{Kind: frame.RefSummary, ID: "p1"}, {Kind: frame.RefSkip, ID: "p1"}, {Kind: frame.RefGoOn, ID: "p1"}}
	held := reading()
	held.Reading.Spread.Stop = "p1"
	for _, e := range []Event{ref(frame.RefSummary, "p1"), ref(frame.RefLeaf, Next), ref(frame.RefOver, Next), ref(frame.RefSheet, "display"), Turn{Forward: true}} {
		if s, _ := run(held, Composed{Acting: acting}, e, Composed{Acting: acting}); s.Focus.Index != -1 {
			t.Errorf("%v puts it on %d", e, s.Focus.Index)
		}
	}
}

func TestTheEndIsNeutral(t *testing.T) {
	s, eff := run(reading(), ref(frame.RefOpen, "p1"), ref(frame.RefTerm, "x"), ref(frame.RefEnd, ""))
	neutral(t, s)
	if diff := cmp.Diff([]Effect{SavePlaces{}, Forget{}}, eff[len(eff)-2:]); diff != "" {
		t.Error(diff)
	}
	if s, eff = run(s, esc(0), Press{Key: "c"}, Press{Key: KeyRight}, ref(frame.RefBack, ""), ref(frame.RefRoom, "1945")); s.View.Route != Ended || len(eff) != 0 {
		t.Errorf("something leads back to %s", s.View.Route)
	}
	if s, _ = run(s, ref(frame.RefStart, "")); s.View.Route != Shelf {
		t.Errorf("the new visit starts at %s", s.View.Route)
	}
}

func TestTheSecondEndClosesTheWindowAtHomeOnly(t *testing.T) {
	_, eff := run(reading(), ref(frame.RefEnd, ""), ref(frame.RefEnd, ""))
	if _, ok := eff[len(eff)-1].(Quit); !ok {
		t.Errorf("effects %v", eff)
	}
	s := reading()
	s.Visit.Station = true
	for name, ended := range map[string]State{"a visit": s, "its goodbye": Farewell(s, "en")} {
		if _, eff = run(ended, ref(frame.RefEnd, ""), ref(frame.RefEnd, "")); len(eff) > 0 {
			t.Errorf("%s of a station leads to %v", name, eff)
		}
	}
}
