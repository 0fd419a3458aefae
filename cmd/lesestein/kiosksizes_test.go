package main

import (
	"context"
	"math"
	"slices"
	"testing"
	"unicode/utf8"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// bought are the screens that a house buys, as issue and guidelines name them.
func bought() map[string]struct {
	place         kiosk.Place
	width, height int
} {
	type s = struct {
		place         kiosk.Place
		width, height int
	}
	return map[string]s{
		`10" tablet, 400 mm`:   {kiosk.Place{Mount: kiosk.Table, Width: 217, Height: 136, Distance: 400}, 1280, 800},
		`24" portrait, 500 mm`: {kiosk.Place{Mount: kiosk.Wall, Width: 299, Height: 531, Distance: 500, Lowest: 720}, 1080, 1920},
		`24" portrait, 700 mm`: {kiosk.Place{Mount: kiosk.Wall, Width: 299, Height: 531, Distance: 700, Lowest: 720}, 1080, 1920},
		`32" portrait, 700 mm`: {kiosk.Place{Mount: kiosk.Wall, Width: 392, Height: 698, Distance: 700, Lowest: 650}, 1080, 1920},
		`55" portrait, 800 mm`: {kiosk.Place{Mount: kiosk.Wall, Width: 685, Height: 1218, Distance: 800, Lowest: 500}, 2160, 3840},
		`43" table, 600 mm`:    {kiosk.Place{Mount: kiosk.Table, Width: 941, Height: 529, Distance: 600}, 3840, 2160},
	}
}

// TestAPageOfAStationCanBeReadAtItsDistance sets room 1945 for each screen, prints
// how many characters a line and lines a page have, and holds that every letter is
// large enough, that lines under 45 characters are ragged, and that a page is one.
func TestAPageOfAStationCanBeReadAtItsDistance(t *testing.T) {
	x, err := open("")
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	set, err := newSetter()
	if err != nil {
		t.Fatal(err)
	}
	text := state.Text{Room: "1945", Kind: exhibit.Standard}
	r, _ := edition.Rendition(x.Exhibition, text, "de")
	for name, s := range bought() {
		for _, percent := range []int{100, 150} {
			st := state.Unattended(state.State{Library: edition.Library(x.Exhibition)}, "de")
			st.Window = state.Window{Width: s.width, Height: s.height, Sizes: s.place.Sizes(s.width, s.height)}
			st.View.Route, st.Reading.Text, st.Prefs.Size = state.Reader, text, percent
			book := set.Open(edition.Work(x.Exhibition, text, note.Disclose(r.Text, st.Policy, nil), call.Catalogue("de"), nil), edition.Spec(st))
			if err := book.Paginate(context.Background()); err != nil {
				t.Fatal(err)
			}
			p := readPages(book.Count(), book.Spread)
			angle := degrees(float64(p.capital)/s.place.PerMillimetre(s.width, s.height), s.place.Distance)
			t.Logf("%s, %d %%: %d characters a line, %d lines a page, %d pages, capitals of %.2f°", name, percent, p.characters, p.lines, p.pages, angle)
			if least := map[int]float64{100: kiosk.LeastAngle, 150: kiosk.LargeAngle}[percent]; angle < least {
				t.Errorf("%s, %d %%: capitals of %.2f°, not %.2f°", name, percent, angle, least)
			}
			if p.characters < 45 && !p.ragged {
				t.Errorf("%s, %d %%: %d characters a line, justified", name, percent, p.characters)
			}
			if p.lines < 4 {
				t.Errorf("%s, %d %%: %d lines are no page", name, percent, p.lines)
			}
		}
	}
}

// readPage is what the pages of a text have.
type readPage struct {
	characters, lines, pages int
	capital                  frame.Unit // least height of a capital, in pixels
	ragged                   bool
}

// readPages looks at the lines of the text itself, in its own face.
func readPages(count int, spread func(int) frame.Spread) readPage {
	const capital = 701 // Literata's sCapHeight, in 1/1000 em
	var out readPage
	var chars []int
	right, least := map[frame.Unit]int{}, frame.Unit(math.MaxInt32)
	for i := range count {
		for _, page := range spread(i).Pages {
			out.pages++
			lines := 0
			for _, l := range page.Lines {
				if l.Start == l.End || len(l.Runs) == 0 || l.Runs[0].Face != frame.Serif {
					continue
				}
				least = min(least, l.Runs[0].Size)
				lines++
				if !l.Last {
					chars = append(chars, utf8.RuneCountInString(l.Text()))
					right[l.Ink().MaxX-l.X-l.Width]++
				}
			}
			out.lines = max(out.lines, lines)
		}
	}
	slices.Sort(chars)
	out.characters = chars[len(chars)/2]
	most := 0
	for _, n := range right {
		most = max(most, n)
	}
	out.ragged = most < len(chars)/2
	out.capital = frame.Unit((int64(least) * capital / 1000) / int64(frame.Pixel))
	return out
}

// degrees is the angle that a length covers at a distance, both in millimetres.
func degrees(length, distance float64) float64 {
	return 2 * math.Atan(length/2/distance) * 180 / math.Pi
}
