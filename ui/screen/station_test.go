package screen

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lesestein/assets"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// mounting is a screen in the world, with its pixels.
type mounting struct {
	name          string
	place         kiosk.Place
	width, height int
}

func mountings() []mounting {
	wall := func(w, h, distance, lowest float64) kiosk.Place {
		return kiosk.Place{Mount: kiosk.Wall, Width: w, Height: h, Distance: distance, Lowest: lowest}
	}
	table := func(w, h, distance float64) kiosk.Place {
		return kiosk.Place{Mount: kiosk.Table, Width: w, Height: h, Distance: distance}
	}
	return []mounting{
		{`10" tablet at 400 mm`, table(217, 136, 400), 1280, 800},
		{`24" portrait at 500 mm`, wall(299, 531, 500, 760), 1080, 1920},
		{`24" portrait at 700 mm`, wall(299, 531, 700, 760), 1080, 1920},
		{`24" landscape at 600 mm`, wall(531, 299, 600, 850), 1920, 1080},
		{`32" portrait at 700 mm`, wall(392, 698, 700, 750), 1080, 1920},
		{`55" portrait at 800 mm`, wall(685, 1218, 800, 600), 2160, 3840},
		{`43" table at 600 mm`, table(941, 529, 600), 3840, 2160},
	}
}

// capitals are the heights of a capital H in 1/1000 em, by the OS/2 tables.
func capitals() map[frame.Face]int {
	return map[frame.Face]int{
		frame.Serif: 701, frame.SerifItalic: 701, frame.SerifSemibold: 701, frame.SerifLight: 701, frame.SerifExtraLight: 701,
		frame.Interface: 668, frame.InterfaceItalic: 668, frame.InterfaceSemibold: 668,
		frame.Sans: 660, frame.SansItalic: 660, frame.SansSemibold: 660, frame.EastAsian: 729,
	}
}

func TestTheHeightOfACapitalIsTheFonts(t *testing.T) {
	for name, want := range map[string]int{
		"AtkinsonHyperlegibleNext_400Regular": capitalHeight, "AtkinsonHyperlegibleNext_600SemiBold": capitalHeight,
		"Literata_400Regular": 701, "Literata_300Light": 701, "SourceSans3_400Regular": 660,
	} {
		file, err := assets.Font(name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := capHeightOf(data); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}

// capHeightOf reads sCapHeight of a font's OS/2 table, in 1/1000 em.
func capHeightOf(data []byte) int {
	u16 := func(at int) int { return int(data[at])<<8 | int(data[at+1]) }
	u32 := func(at int) int { return u16(at)<<16 | u16(at+2) }
	table := map[string]int{}
	for i := range u16(4) {
		at := 12 + 16*i
		table[string(data[at:at+4])] = u32(at + 8)
	}
	return u16(table["OS/2"]+88) * 1000 / u16(table["head"]+18)
}

// scene is a screen of a station that can be shown.
type scene struct {
	phase kiosk.Phase
	staff string
	acts  []state.Event
	then  []state.Event // when it was seen
	apply func(*Station)
}

func scenes() map[string]scene {
	room := act(frame.RefRoom, "1945")
	sheet := func(s state.Sheet) state.Event { return act(frame.RefSheet, string(s)) }
	visit := func(acts ...state.Event) scene { return scene{phase: kiosk.Visiting, acts: acts} }
	all := map[string]scene{
		"rooms": visit(), "page": visit(room), "contents": visit(room, sheet(state.Contents)), "display": visit(room, sheet(state.Display)),
		"notes": visit(room, sheet(state.Notes)), "aids": visit(room, act(frame.RefPlace, "h9.2"), sheet(state.Aids)),
		"term": visit(room, act(frame.RefTerm, "t")), "footnote": visit(room, act(frame.RefFootnote, "f")),
		"languages": visit(sheet(state.Menu)), "help": visit(room, act(frame.RefContacts, "")),
		"about": visit(act(frame.RefRoute, string(state.About))), "missing": visit(act(frame.RefRendition, state.Intro), act(frame.RefLang, "en")),
		"picture":            visit(room, act(frame.RefPicture, "h9.3")),
		"picture, wide":      visit(room, act(frame.RefPicture, "h9.4")),
		"picture, closer":    {phase: kiosk.Visiting, acts: []state.Event{room, act(frame.RefPicture, "h9.4")}, then: []state.Event{state.Zoom{X: 300, Y: 300}}},
		"picture, gone":      visit(room, act(frame.RefPicture, "h1.1")),
		"page with pictures": visit(room, act(frame.RefPlace, "h9.3")), "aids with pictures": visit(room, act(frame.RefPlace, "h9.3"), sheet(state.Aids)),
		"paused":  visit(room, act(frame.RefPause, "")),
		"away":    {phase: kiosk.Visiting, acts: []state.Event{room, sheet(state.Away)}},
		"prompt":  {phase: kiosk.Asking, acts: []state.Event{room}},
		"rest":    {phase: kiosk.Resting, acts: []state.Event{room}},
		"pad":     {phase: kiosk.PadOpen, acts: []state.Event{room}},
		"wait":    {phase: kiosk.PadOpen, apply: func(s *Station) { s.View.Pad = kiosk.PadView{Wait: 5e9} }},
		"failed":  {phase: kiosk.Failed},
		"attract": {phase: kiosk.Attract}, "attract 2": {phase: kiosk.Attract, apply: func(s *Station) { s.View.Slide = 2; s.View.Shift = kiosk.Shift{X: 9, Y: -9} }},
		"tongues": {phase: kiosk.Tongues}, "farewell": {phase: kiosk.Farewell}, "closed": {phase: kiosk.Closed},
		"withheld": {phase: kiosk.Withheld}, "dark": {phase: kiosk.Dark},
	}
	for _, page := range []string{"", "actions", "group", "group 1945", "group 1945 adults", "calibrate", "calibrate 985", "keys", "keys up", "clock", "sure exit", "nonsense"} {
		all["staff "+page] = scene{phase: kiosk.StaffIn, staff: page}
	}
	all["staff after a failure"] = scene{phase: kiosk.StaffIn, staff: "actions", apply: func(s *Station) { s.View.Home = kiosk.Failed }}
	all["staff answered"] = scene{phase: kiosk.StaffIn, staff: "actions", apply: func(s *Station) {
		s.View.Staff.Answer = kiosk.Answer{Action: kiosk.Export, Why: new(kiosk.InWords("Es steckt kein Stick, auf den sich schreiben lässt."))}
	}}
	return all
}

// shown is one drawn screen of a station with what it was made from.
type shown struct {
	Screen
	where string
	state state.State
	text  note.Visible
	scene string
}

// drawScene draws a station, a look and a scene, and composes one of its leaves.
func drawScene(t *rapid.T) shown {
	all := scenes()
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	return compose(t, rapid.SampledFrom(mountings()).Draw(t, "station"), rapid.SampledFrom([]int{100, 125, 150, 200, 250}).Draw(t, "percent"),
		rapid.SampledFrom([]string{"de", "en"}).Draw(t, "lang"), rapid.SampledFrom(names).Draw(t, "scene"),
		rapid.IntRange(0, 5).Draw(t, "leaf"), rapid.Bool().Draw(t, "low"))
}

func compose(t tester, m mounting, percent int, lang, name string, leaf int, low bool) shown {
	return composeWith(t, m, state.Preferences{Lang: lang, Size: percent, Low: low}, name, leaf, func(*Station) {})
}

// tester is a test or a property's.
type tester interface {
	Helper()
	Fatal(...any)
}

// composeWith composes a scene after a last change of it.
func composeWith(t tester, m mounting, prefs state.Preferences, name string, leaf int, apply func(*Station)) shown {
	set, err := setter()
	if err != nil {
		t.Fatal(err)
	}
	cats, err := catalogues()
	if err != nil {
		t.Fatal(err)
	}
	sc := scenes()[name]
	x := exhibition()
	g := &stage{set: set, x: x, s: state.New(library(x), prefs, note.Default())}
	g.on(state.Resized{Width: m.width, Height: m.height, Sizes: m.place.Sizes(m.width, m.height)})
	g.s.Visit.Station = true
	for _, e := range sc.acts {
		g.on(e)
		g.layStation(cats[g.s.TextLang()])
	}
	st := &Station{View: kiosk.View{Phase: sc.phase, Home: kiosk.Attract, Staff: kiosk.StaffView{Page: sc.staff}, Remaining: 400, Closing: leaf%2 == 1, Opens: time.Date(2026, 12, 6, 10, 0, 0, 0, time.UTC)},
		Voices: []message.Catalogue{cats["de"], cats["en"]}, Name: "Lesestein 0.1.0", Demo: leaf == 2,
		Away: Away{Text: "Zögern. Verschweigen. Versprechen?", Code: [][]bool{{true, false, true}, {false, true, false}, {true, true, true}}}, Report: report()}
	if sc.apply != nil {
		sc.apply(st)
	}
	apply(st)
	in := Input{State: g.s, Words: cats[g.s.Prefs.Lang], Set: set, Exhibition: x, Book: Book{Spread: g.shown, Visible: g.seen, Large: large(g.s, g.seen)}, Station: st}
	first := Compose(in)
	for _, e := range append([]state.Event{first.Composed()}, sc.then...) {
		g.on(e)
	}
	in.State = g.s
	in.State.View.Leaf.At, in.State.View.Over.At = leaf%first.Leaves, leaf%first.SheetLeaves
	return shown{Compose(in), fmt.Sprintf("%s (%d × %d), %d %%, %s, %s, leaf %d", m.name, m.width, m.height, prefs.Percent(), prefs.Lang, name, leaf), in.State, g.seen, name}
}

func report() kiosk.Report {
	r := kiosk.Report{Exhibition: kiosk.Shows{Title: "Zögern. Verschweigen. Versprechen?", Version: "1", Refused: []string{"room.toml:3: falsch"}}, Up: 26e12}
	r.Settings = []kiosk.Sentence{kiosk.InWords("kiosk.toml:7: zone: Die Zeitzone „Europe/Berlim“ gibt es nicht.")}
	r.Clock = kiosk.Clock{Plausible: true, Wall: time.Date(2026, 11, 30, 15, 12, 0, 0, time.FixedZone("CET", 3600)), Zone: "Europe/Berlin"}
	r.Remarks = []kiosk.Remark{{Sentence: kiosk.InWords("Es ließ sich nichts schreiben."), N: 4, Last: r.Clock.Wall}}
	r.Restarts = []kiosk.Restarted{{Reason: kiosk.ByCrash}, {Reason: kiosk.ByStaff}}
	r.Memory = kiosk.Memory{Now: 90e6, Limit: 400e6}
	for i := range 200 {
		r.Memory.Course.Points = append(r.Memory.Course.Points, kiosk.Point{Least: int64(60e6 + i*1e5), Most: int64(80e6 + i*1e5)})
		r.Visits = append(r.Visits, kiosk.DayOfVisits{N: i % 60})
	}
	r.Display = kiosk.Display{Name: "HDMI-1", Width: 1080, Height: 1920}
	r.Storage = kiosk.Storage{Free: 4e9, Size: 8e9, Writable: true}
	return r
}

// layStation answers the state's wish for pages, as the window does.
func (g *stage) layStation(words message.Catalogue) {
	room, ok := g.x.Room(g.s.Reading.Text.Room)
	if !ok || g.s.View.Route != state.Reader || g.s.Reading.Fresh() {
		return
	}
	r, ok := room.Rendition(g.s.Reading.Text.Kind, g.s.TextLang())
	if !ok {
		return
	}
	g.seen = note.Disclose(r.Text, g.s.Policy, g.s.Opened())
	top, foot := Reserved(g.s)
	choice, row := ChoiceRoom(g.s)
	b := g.set.Open(typeset.Work{Text: g.seen, Words: words, Images: plates}, typeset.Spec{Em: TextEm(g.s),
		Unattended: typeset.Unattended{Least: LeastEm(g.s), Apart: true, Choice: choice, Row: row},
		Area:       typeset.Area{Width: frame.Px(g.s.Window.Width), Height: frame.Px(g.s.Window.Height), Top: top, Foot: foot}})
	at, _ := r.Text.Offset(g.s.Reading.Place)
	g.shown = b.SpreadAt(context.Background(), at)
	way := state.Way{At: doc.Locator{Block: "h2"}, Open: true}
	g.on(state.Laid{Spread: state.Spread{Generation: g.s.Reading.Generation, From: g.shown.Start, To: g.shown.End, Len: g.seen.Len(),
		Number: 7, Count: 19, Ways: state.Ways{Prev: way, Next: way}}})
}

func TestAllThatIsActedOnIsLargeEnoughApartAndInReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		z := s.state.Window.Sizes
		acts := actingOf(s.Page)
		for i, a := range acts {
			r := a.Rect
			if min(r.Width(), r.Height()) < frame.Px(z.Target) {
				t.Errorf("%s: %q is %d × %d px, not %d", s.where, a.Name, r.Width().Floor(), r.Height().Floor(), z.Target)
			}
			if r.MinY < frame.Px(z.Top) || r.MaxY > frame.Px(z.Bottom) || r.MinX < 0 || r.MaxX > s.Page.Width {
				t.Errorf("%s: %q at %d to %d px is not in the band %d to %d", s.where, a.Name, r.MinY.Floor(), r.MaxY.Floor(), z.Top, z.Bottom)
			}
			for _, b := range acts[:i] {
				if near := b.Rect.Inset(-frame.Px(z.Gap)); max(near.MinX, r.MinX) < min(near.MaxX, r.MaxX) && max(near.MinY, r.MinY) < min(near.MaxY, r.MaxY) {
					t.Errorf("%s: %q %v and %q %v are less than %d px apart", s.where, a.Name, r, b.Name, b.Rect, z.Gap)
				}
			}
		}
	})
}

func TestAllWordsOfAStationAreLargeEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		least := s.state.Window.Sizes.Capital
		if s.state.Prefs.Percent() >= largePercent {
			least = s.state.Window.Sizes.CapitalLarge
		}
		for _, l := range s.Page.Lines {
			for _, r := range l.Runs {
				mark := r.Rise != 0 && strings.Trim(r.Text, "0123456789\u2002") == "" // a raised figure, in the text or before its footnote
				if strings.TrimSpace(r.Text) != "" && !mark && int64(r.Size)*int64(capitals()[r.Face]) < int64(frame.Px(least))*1000 {
					t.Errorf("%s: %q has capitals of %d/64 px, not %d px", s.where, r.Text, int(r.Size)*capitals()[r.Face]/1000, least)
				}
			}
		}
	})
}

func TestNothingOfAStationIsCutOffOrOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { legible(t, drawScene(t)) })
}

// legible: nothing of a screen is cut off and nothing lies over another.
func legible(t *rapid.T, s shown) {
	window := frame.Rect{MaxX: s.Page.Width, MaxY: s.Page.Height}
	var boxes []frame.Rect
	for _, l := range s.Page.Lines {
		if strings.TrimSpace(l.Text()) == "" {
			continue
		}
		box := inkBox(l)
		if !box.Within(window) {
			t.Errorf("%s: %q at %v lies outside", s.where, l.Text(), box)
		}
		for _, q := range s.Page.Pictures {
			if q.Seen().Meets(box) {
				t.Errorf("%s: %q at %v lies over a picture at %v", s.where, l.Text(), box, q.Seen())
			}
		}
		for i, b := range boxes {
			if max(b.MinX, box.MinX) < min(b.MaxX, box.MaxX) && max(b.MinY, box.MinY) < min(b.MaxY, box.MaxY) {
				t.Errorf("%s: %q and %q overlap", s.where, l.Text(), s.Page.Lines[i].Text())
			}
		}
		boxes = append(boxes, box)
		for _, a := range actingOf(s.Page) {
			r := a.Rect
			if max(r.MinX, box.MinX) < min(r.MaxX, box.MaxX) && max(r.MinY, box.MinY) < min(r.MaxY, box.MaxY) && !box.Within(r) {
				t.Errorf("%s: %q at %v runs over the edge of %q at %v", s.where, l.Text(), box, a.Name, r)
			}
		}
	}
	for _, q := range s.Page.Pictures {
		if !q.Seen().Within(window) {
			t.Errorf("%s: a picture at %v lies outside", s.where, q.Seen())
		}
	}
	for _, sh := range s.Page.Shapes {
		if !sh.Rect.Within(window) {
			t.Errorf("%s: a shape at %v lies outside", s.where, sh.Rect)
		}
	}
}

// inkBox is what the letters of a line cover, from capitals to the baseline.
func inkBox(l frame.Line) frame.Rect {
	r := l.Ink()
	var size frame.Unit
	for _, run := range l.Runs {
		size = max(size, run.Size)
	}
	r.MinY, r.MaxY = l.Baseline-size*66/100, l.Baseline
	return r
}

func TestNoWordOfTheTextIsOnAScreenThatCoversIt(t *testing.T) {
	for _, name := range []string{"prompt", "pad", "rest", "attract", "farewell", "closed", "withheld", "staff ", "paused"} {
		s := compose(t, mountings()[1], 100, "de", name, 0, false)
		for _, l := range s.Page.Lines {
			if strings.Contains(l.Text(), "überlebt") {
				t.Errorf("%s: shows %q", name, l.Text())
			}
		}
		for _, sp := range s.Page.Spots {
			if strings.Contains(sp.Name, "überlebt") {
				t.Errorf("%s: says %q", name, sp.Name)
			}
		}
	}
}

func TestHelpAndEndStandOnEveryScreenOfAVisit(t *testing.T) {
	for _, m := range mountings() {
		for name, sc := range scenes() {
			if sc.phase != kiosk.Visiting || name == "paused" {
				continue
			}
			s := compose(t, m, 100, "de", name, 0, false)
			for _, want := range []frame.Ref{{Kind: frame.RefEnd}, routeRef(state.Contacts)} {
				if !slices.ContainsFunc(s.Page.Spots, func(sp frame.Spot) bool { return sp.Ref == want && sp.Acts() }) {
					t.Errorf("%s, %s: nothing leads to %v", m.name, name, want)
				}
			}
		}
	}
}

func TestEverySpotOfAStationHasANameAndLeadsSomewhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		for _, sp := range s.Page.Spots {
			if strings.TrimSpace(sp.Name) == "" || sp.Lang == "" || sp.Role == "" || sp.Acts() && sp.Ref.Kind == "" {
				t.Errorf("%s: the spot %+v has no name, language or way", s.where, sp)
			}
			if strings.ContainsAny(sp.Name, "{}") || strings.Contains(sp.Name, hole) {
				t.Errorf("%s: the name %q has a gap", s.where, sp.Name)
			}
		}
		if n := acting(s.Page.Spots); n > 0 && s.First >= n {
			t.Errorf("%s: the focus begins at %d of %d", s.where, s.First, n)
		}
	})
}

func TestOnlyItsOwnWordLeavesThePad(t *testing.T) {
	for _, name := range []string{"pad", "wait"} {
		for _, m := range mountings() {
			s := compose(t, m, 100, "de", name, 0, false)
			for _, sp := range actingOf(s.Page) {
				if !strings.HasPrefix(string(sp.Ref.Kind), "station-") {
					t.Errorf("%s, %s: %q leads to %v", m.name, name, sp.Name, sp.Ref)
				}
			}
			if !slices.ContainsFunc(actingOf(s.Page), func(sp frame.Spot) bool { return sp.Ref.Kind == frame.RefKind(kiosk.Leave) }) {
				t.Errorf("%s, %s: nothing leaves it", m.name, name)
			}
		}
	}
}

func TestNothingIsToBeCopiedTypedOrFollowedAtAStation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		for _, sp := range actingOf(s.Page) {
			keys := sp.Ref == sheetRef(state.Keys) || sp.Ref == sheetRef(state.Address)
			if keys || sp.Ref.Kind == frame.RefCopy || sp.Ref.Kind == frame.RefLink {
				t.Errorf("%s: %q leads to %v", s.where, sp.Name, sp.Ref)
			}
		}
	})
}

func TestAStationIsDarkWhereItInvites(t *testing.T) {
	st := state.State{Prefs: state.Preferences{Theme: "sepia"}}
	for phase, want := range map[kiosk.Phase]string{
		kiosk.Attract: "night", kiosk.Closed: "night", kiosk.Dark: "white-on-black", kiosk.Visiting: "sepia", kiosk.Asking: "sepia", kiosk.StaffIn: "paper",
	} {
		if got := (&Station{View: kiosk.View{Phase: phase}}).Theme(st); got != want {
			t.Errorf("%s is shown in %s, not %s", phase, got, want)
		}
	}
}

func TestTheLineOfThePromptShrinks(t *testing.T) {
	width := func(remaining int) frame.Unit {
		set, err := setter()
		if err != nil {
			t.Fatal(err)
		}
		m := mountings()[1]
		x := exhibition()
		s := state.New(library(x), state.Preferences{Lang: "de"}, note.Default())
		s.Visit.Station = true
		s.Window = state.Window{Width: m.width, Height: m.height, Sizes: m.place.Sizes(m.width, m.height)}
		p := Compose(Input{State: s, Words: catalogue(t, "de"), Set: set, Exhibition: x, Station: &Station{View: kiosk.View{Phase: kiosk.Asking, Remaining: remaining}}}).Page
		var w frame.Unit
		for _, sh := range p.Shapes {
			if sh.Role == frame.Accent && sh.Rect.Height() < frame.Px(10) {
				w = max(w, sh.Rect.Width())
			}
		}
		return w
	}
	if full, half, none := width(1000), width(500), width(0); full <= half || half <= none || none != 0 {
		t.Errorf("%d, %d, %d", full, half, none)
	}
}

func TestInvitationsEndNoSentenceInItsMiddle(t *testing.T) {
	for text, want := range map[string]string{
		"Eins. Zwei! Drei?": "Eins. Zwei! Drei?", "ohne Ende": "ohne Ende", "": "",
		"Der 9. Mai war ein Tag.": "Der 9. Mai war ein Tag.",
	} {
		if got := firstSentences(text, 180); got != want {
			t.Errorf("%q begins with %q", text, got)
		}
	}
	if got := firstSentences("Kurz. "+strings.Repeat("lang ", 60)+".", 180); got != "Kurz." {
		t.Errorf("took %q", got)
	}
}
