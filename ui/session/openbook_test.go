package session

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"lesestein/assets"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/content/markup"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/message"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// embedded is the embedded exhibition, set with the embedded fonts.
func embedded(t testing.TB) Opened {
	t.Helper()
	files := map[frame.Face]string{
		frame.Serif: "Literata_400Regular", frame.SerifItalic: "Literata_400Regular_Italic",
		frame.SerifSemibold: "Literata_600SemiBold", frame.SerifLight: "Literata_300Light", frame.SerifExtraLight: "Literata_200ExtraLight",
		frame.Interface: "AtkinsonHyperlegibleNext_400Regular", frame.InterfaceSemibold: "AtkinsonHyperlegibleNext_600SemiBold",
	}
	a := typeset.Assets{Fonts: map[frame.Face]typeset.FontFile{}, Patterns: map[string][]byte{}}
	for f, name := range files {
		data, err := assets.Font(name)
		if err != nil {
			t.Fatal(err)
		}
		a.Fonts[f] = data
	}
	setter, err := typeset.New(a)
	if err != nil {
		t.Fatal(err)
	}
	x := Opened{Pictures: content.NewGallery(content.Embedded()), Setter: setter}
	x.Exhibition, _ = content.Load(content.Embedded())
	own := map[string]message.Catalogue{}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Messages(lang)
		if err != nil {
			t.Fatal(err)
		}
		if own[lang], err = message.Parse(lang, data); err != nil {
			t.Fatal(err)
		}
	}
	x.Words = edition.Speak(x.Exhibition, own)
	return x
}

// asBook is x as if it were a book in one language, for who speaks another.
func (x Opened) asBook(t testing.TB, lang, speaks string) Opened {
	t.Helper()
	x.Exhibition.Book, x.Exhibition.Languages = true, []string{lang}
	own := map[string]message.Catalogue{"de": x.Words.In("de").Rather(message.Book), "en": x.Words.In("en").Rather(message.Book)}
	x.Words = edition.Speak(x.Exhibition, own)
	x.Speech = state.Speech{System: speaks, Offered: []string{"de", "en"}}
	return x
}

// reading is a state with a room open.
func (x Opened) reading(room string, width, height, percent int) state.State {
	st := state.New(edition.Library(x.Exhibition), state.Preferences{Lang: "de", Size: percent}, note.Default())
	st.Window = state.Window{Width: width, Height: height}
	st.View.Route = state.Reader
	st.Reading.Text = state.Text{Room: room, Kind: exhibit.Standard}
	return st
}

// Title pages that take several spreads, and words behind a passage that stand
// alone, begin where their neighbours begin; turning reaches them all the same.
func TestEverySpreadIsReachedByTurningOnAndBack(t *testing.T) {
	x := embedded(t)
	for _, c := range []struct{ width, height, percent int }{
		{1920, 1080, 100}, {1280, 800, 200}, {1080, 1920, 400}, {640, 480, 300},
	} {
		t.Run(fmt.Sprintf("%dx%d at %d", c.width, c.height, c.percent), func(t *testing.T) {
			st := x.reading("1945", c.width, c.height, c.percent)
			st.Visit.Opened = map[state.Text]note.Opened{st.Reading.Text: {"p5": note.Read, "p7": note.Summarised}}
			b := x.Prepare(st)
			if err := b.Set.Paginate(context.Background()); err != nil {
				t.Fatal(err)
			}
			w := state.Way{Open: true}
			var on []int
			var last state.Way
			for w.Open {
				last = w
				_, sp := b.Spread(context.Background(), w.At, w.Nth, 1)
				on = append(on, sp.Number)
				if w = sp.Ways.Next; len(on) > 10_000 {
					t.Fatalf("turning on never ends: %v", on[:60])
				}
			}
			if len(on) != b.Set.Count() {
				t.Fatalf("turning on shows %d of %d spreads: %v", len(on), b.Set.Count(), on)
			}
			_, sp := b.Spread(context.Background(), last.At, last.Nth, 1)
			for k := len(on) - 1; ; k-- {
				if sp.Number != on[k] {
					t.Fatalf("turning back shows page %d, want %d", sp.Number, on[k])
				}
				if !sp.Ways.Prev.Open {
					break
				}
				_, sp = b.Spread(context.Background(), sp.Ways.Prev.At, sp.Ways.Prev.Nth, 1)
			}
		})
	}
}

// The summary that somebody asked for is looked for on the pages of its notice; it
// has to be found on one of them, at every size.
func TestEverySummaryBeginsOnASpreadThatIsFound(t *testing.T) {
	x := embedded(t)
	for _, c := range []struct{ width, height, percent int }{
		{1920, 1080, 100}, {1280, 800, 200}, {1080, 1920, 400}, {320, 568, 100}, {320, 568, 400},
	} {
		st := x.reading("1945", c.width, c.height, c.percent)
		st.Visit.Opened = map[state.Text]note.Opened{st.Reading.Text: {"p5": note.Summarised, "p7": note.Summarised, "p12": note.Summarised}}
		b := x.Prepare(st)
		if err := b.Set.Paginate(context.Background()); err != nil {
			t.Fatal(err)
		}
		begun := map[string]bool{}
		for i := range b.Set.Count() {
			for _, p := range b.passages(b.Set.Spread(i)) {
				begun[p.ID] = begun[p.ID] || p.Begins
			}
		}
		for _, it := range b.Visible.Items() {
			if n := it.Notice; n != nil && n.Choice == note.Summarised && !begun[n.Passage] {
				t.Errorf("%v: the summary of %s begins nowhere", c, n.Passage)
			}
		}
	}
}

// Behind an opened passage the text does not run on by itself: what follows is on
// another spread, with one page and with two.
func TestNoSpreadRunsOnBehindAnOpenedPassage(t *testing.T) {
	x := embedded(t)
	for _, width := range []int{900, 1280, 1600, 1920, 2560} {
		for _, passage := range []string{"p5", "p7", "p12"} {
			st := x.reading("1945", width, 900, 100)
			st.Visit.Opened = map[state.Text]note.Opened{st.Reading.Text: {passage: note.Read}}
			b := x.Prepare(st)
			if err := b.Set.Paginate(context.Background()); err != nil {
				t.Fatal(err)
			}
			end := -1
			for _, it := range b.Visible.Items() {
				if c := it.Cover; c != nil && c.Passage == passage && c.Opened && c.Last {
					end = it.Extent().End()
				}
			}
			for i := range b.Set.Count() {
				if sp := b.Set.Spread(i); end >= 0 && sp.Start < end && sp.End > end {
					t.Errorf("%d wide: the spread %d to %d runs on behind %s, which ends at %d", width, sp.Start, sp.End, passage, end)
				}
			}
		}
	}
}

// A page in the middle of a long book is shown before the pages are counted; when
// they are, it stays where it is.
func TestTheVisiblePageDoesNotJumpWhenItsNumberIsKnown(t *testing.T) {
	x := embedded(t)
	text, _ := content.Plain("long.txt", strings.NewReader(strings.Repeat(strings.Repeat("Wer nach dem Krieg überlebt hatte, sollte nach vorn sehen. ", 9)+"\n", 200)))
	x.Exhibition = exhibit.Exhibition{Languages: []string{"de"}, Rooms: []exhibit.Room{{ID: "long", Renditions: []exhibit.Rendition{
		{Kind: exhibit.Standard, Lang: text.Lang(), Text: text},
	}}}}
	st := x.reading("long", 1280, 800, 100)
	st.Prefs.Lang = text.Lang()
	b := x.Prepare(st)
	place := b.place(60_123)
	shown, sp := b.Spread(context.Background(), place, 0, 1)
	if shown.Number != 0 || sp.Count != 0 {
		t.Fatalf("the page is numbered %d of %d before it is counted", shown.Number, sp.Count)
	}
	if err := b.Set.Paginate(context.Background()); err != nil {
		t.Fatal(err)
	}
	fs, sp := b.counted(context.Background(), laying{spread: shown, generation: 1, place: place})
	if fs.Start != shown.Start || fs.End != shown.End || sp.From != shown.Start || sp.To != shown.End {
		t.Errorf("the page jumped from %d-%d to %d-%d", shown.Start, shown.End, fs.Start, fs.End)
	}
	if fs.Number != sp.Number || b.Set.Spread(b.Set.IndexOf(shown.Start)).Number > sp.Number {
		t.Errorf("the page says %d, the state %d", fs.Number, sp.Number)
	}
	if sp.Number == 0 || sp.Count == 0 || !sp.Ways.Prev.Open || !sp.Ways.Next.Open {
		t.Errorf("number %d of %d, back %v, on %v", sp.Number, sp.Count, sp.Ways.Prev, sp.Ways.Next)
	}
}

// A notice with a long summary takes several small pages, and its place is the same on
// all of them. Turning on passes it also while nothing is counted.
func TestTurningOnPassesANoticeOfSeveralPagesBeforeTheyAreCounted(t *testing.T) {
	x := embedded(t)
	long := strings.Repeat("Wer nach dem Krieg überlebt hatte, sollte nach vorn sehen. ", 12)
	src := strings.Repeat(long+"\n\n", 3) + "::: note war 2 fold\nline: Was in der Stadt geschah.\nsummary: " + long + long + "\n\n" + long + "\n:::\n\n" + strings.Repeat(long+"\n\n", 120)
	parsed, problems := markup.Parse("text.de.md", "de", []byte(src), markup.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	text := parsed.Text(note.Assessment{})
	x.Exhibition = exhibit.Exhibition{Languages: []string{"de"}, Rooms: []exhibit.Room{{ID: "long", Renditions: []exhibit.Rendition{
		{Kind: exhibit.Standard, Lang: "de", Text: text},
	}}}}
	for _, c := range []struct{ width, height, percent int }{{1280, 800, 100}, {1080, 1920, 400}, {640, 480, 300}, {340, 640, 200}} {
		for _, choice := range []note.Choice{note.Folded, note.Summarised} {
			st := x.reading("long", c.width, c.height, c.percent)
			st.Visit.Opened = map[state.Text]note.Opened{st.Reading.Text: {"p1": choice}}
			b := x.Prepare(st)
			w, to, stays := state.Way{Open: true}, -1, 0
			for w.Open {
				fs, sp := b.Spread(context.Background(), w.At, w.Nth, 1)
				if b.Set.Count() > 0 {
					t.Fatal("the pages are counted: the text is too short to tell")
				}
				if stays++; fs.End > to {
					stays = 0
				}
				if stays > 1 { // a notice whose head ended a page is seen once more, whole
					t.Fatalf("%v, %v: turning on stays at %d, %+v", c, choice, to, w)
				}
				w, to = sp.Ways.Next, fs.End
			}
			if to != b.Visible.End() {
				t.Errorf("%v, %v: turning on ends at %d of %d", c, choice, to, b.Visible.End())
			}
		}
	}
}
