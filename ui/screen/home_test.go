package screen

import (
	"fmt"
	"testing"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// shelved brings n own works, some of which were read, with titles of all lengths.
func shelved(n int) state.Shelved {
	var works []state.Work
	titles := []string{"Die Fähre am Weidenkamp", "Öl", "Ein Buch mit einem sehr langen Titel, der auf keiner Zeile Platz findet und doch zu Ende gelesen werden soll", "1945"}
	authors := []string{"Mara Lind", "", "Anna Amalia von der Großen Heide-Überweg, Johann Jakob Langenname, Vera Kurz"}
	for i := range n {
		w := state.Work{Source: fmt.Sprintf("/books/%03d.epub", i), Title: fmt.Sprintf("%s %d", titles[i%len(titles)], i),
			Authors: authors[i%len(authors)], Lang: []string{"de", "en", "fr"}[i%3]}
		if i%9 == 1 {
			w.Read, w.At, w.Len = int64(1000+i), 4100*(i+1), 4100*100
		}
		works = append(works, w)
	}
	unopened := []state.Unopened{{File: "/books/leer.txt", Why: "empty"}}
	for i := range 26 {
		unopened = append(unopened, state.Unopened{File: fmt.Sprintf("/books/kaputt%02d.epub", i), Why: []string{"epub", "denied", "", "unheard-of"}[i%4]})
	}
	return state.Shelved{Works: works, Unopened: unopened, Gathering: state.Gathering{Read: 212, All: 900}}
}

// rows are the works that a screen shows, by their sources.
func rows(s Screen) []string {
	var out []string
	for _, sp := range s.Page.Spots {
		if sp.Ref.Kind == frame.RefSource {
			out = append(out, sp.Ref.ID)
		}
	}
	return out
}

// TestEveryOwnWorkStandsOnOneLeaf in the order of the shelf, at every size of window and
// text; what was read last stands above all as well.
func TestEveryOwnWorkStandsOnOneLeaf(t *testing.T) {
	for _, l := range []look{{1280, 800, 100, "de"}, {1920, 1080, 100, "en"}, {1080, 1920, 150, "de"}, {800, 600, 200, "de"}, {340, 640, 400, "de"}} {
		for _, n := range []int{1, 3, 40, 203} {
			g := play(t, l, journey{"own shelf", []state.Event{shelved(n)}})
			last := len(g.s.Library.Home.Last(mostLast))
			var got []string
			for _, s := range g.all() {
				got = append(got, rows(s)...)
			}
			if len(got) != last+n {
				t.Fatalf("%v: %d rows of %d works and %d that were read last", l, len(got), n, last)
			}
			for i, w := range g.s.Library.Home.Works {
				if got[last+i] != w.Source {
					t.Fatalf("%v: row %d is %s, not %s", l, i, got[last+i], w.Source)
				}
			}
		}
	}
}

// BenchmarkOwnShelf composes the first leaf of a shelf with one work and with a thousand.
func BenchmarkOwnShelf(b *testing.B) {
	for _, n := range []int{1, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := play(b, look{1280, 800, 100, "de"}, journey{"own shelf", []state.Event{shelved(n)}})
			for b.Loop() {
				g.screen()
			}
		})
	}
}

// TestTheFocusGoesToTheFirstWorkOfAShelf, before what changes the shelf itself.
func TestTheFocusGoesToTheFirstWorkOfAShelf(t *testing.T) {
	for _, j := range journeys() {
		if j.name != "shelf" && j.name != "own shelf" && j.name != "shelf with own books" {
			continue
		}
		sc := play(t, look{1280, 800, 100, "de"}, j).screen()
		if r := sc.Composed().Acting[sc.First]; r.Kind != frame.RefRoom && r.Kind != frame.RefSource {
			t.Errorf("%s: to %v", j.name, r)
		}
	}
}
