package screen

import (
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestWhatCannotBeOpenedIsSaidInWords of every kind, in both languages, with what helps;
// something else can be opened from there.
func TestWhatCannotBeOpenedIsSaidInWords(t *testing.T) {
	kinds := []string{"missing", "device", "other"}
	for _, k := range []content.Kind{content.PDF, content.Picture, content.Sound, content.Office, content.Kindle, content.Program,
		content.Locked, content.Folder, content.Empty, content.EPUB, content.Denied} {
		kinds = append(kinds, string(k))
	}
	for _, lang := range []string{"de", "en"} {
		for _, kind := range kinds {
			lib := state.Library{Langs: []string{"de", "en"}, Refused: state.Refusal{Why: kind, Name: "a.epub", File: "/b/a.epub"}}
			g := play(t, look{1280, 800, 100, lang}, journey{kind, []state.Event{state.Loaded{Library: lib}}})
			var said []string
			opens := false
			for _, s := range g.leaf(0).Page.Spots {
				said = append(said, s.Name)
				opens = opens || s.Ref.Kind == frame.RefChoose
			}
			all := strings.Join(said, "\n")
			for _, words := range []string{"unopened." + kind, "unopened." + kind + "-help"} {
				if !g.words.Has(words) || !strings.Contains(all, g.words.T(words)) {
					t.Errorf("%s: %s is not said:\n%s", lang, words, all)
				}
			}
			if !strings.Contains(all, "a.epub") || !opens {
				t.Errorf("%s %s: named %v, opens %v", lang, kind, strings.Contains(all, "a.epub"), opens)
			}
		}
	}
}

// TestOwnBooksStandOnTheFirstShelfAlone: an exhibition that was named has none of it.
func TestOwnBooksStandOnTheFirstShelfAlone(t *testing.T) {
	own := library(exhibition())
	own.Own = true
	for lib, want := range map[*state.Library]int{&own: 1, {}: 0} {
		if want == 0 {
			*lib = library(exhibition())
		}
		g := play(t, look{1920, 1080, 100, "de"}, journey{"", []state.Event{state.Loaded{Library: *lib}}})
		n := 0
		for i := range g.leaf(0).Leaves {
			for _, s := range g.leaf(i).Page.Spots {
				if s.Ref.Kind == frame.RefChoose {
					n++
				}
			}
		}
		if n != want {
			t.Errorf("%d ways to own books, and not %d", n, want)
		}
	}
}
