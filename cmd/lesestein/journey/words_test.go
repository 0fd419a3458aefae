//go:build unix

package journey

import (
	"io"
	"path/filepath"
	"slices"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/typeset/frame"
)

// TestTheWindowSpeaksALanguageThatAnExhibitionBrings: the shelf offers it by its own
// name, the words around the text are in it, and what it lacks stands in the first
// language.
func TestTheWindowSpeaksALanguageThatAnExhibitionBrings(t *testing.T) {
	f := exhibition(t)
	f.replace("exhibition.toml", `languages = ["de", "en"]`, `languages = ["de", "en", "pl"]`)
	f.write("words.pl.toml", []byte(`language.pl = "Po polsku"
[menu]
end = "Zakończ"
rooms = "Sale"
`))
	f.write("1917/text.pl.md", []byte("## Piotrogród {#a}\n\nJedno zdanie.\n"))
	s := &stage{t: t, size: "1280x800", home: t.TempDir(), stderr: io.Discard} // most of it lacks its Polish
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	s.start(f.dir)
	if got := s.spot(frame.RefLang, "pl").Name; got != "Po polsku" {
		t.Errorf("the language is offered as %q", got)
	}
	s.click(frame.RefLang, "pl")
	names := func(want ...string) func(session.Observation) bool {
		return func(o session.Observation) bool {
			return o.Lang == "pl" && !slices.ContainsFunc(want, func(name string) bool {
				return !slices.ContainsFunc(o.Spots, func(sp session.ObservedSpot) bool { return sp.Name == name && sp.Lang == "pl" })
			})
		}
	}
	s.until("Polish words", names("Zakończ"))
	s.shot("shelf")
	s.click(frame.RefRoom, "1917")
	s.until("the Polish text", func(o session.Observation) bool {
		return o.Text.Room == "1917" && o.Settled && names("Zakończ", "Sale", "Inhalt")(o)
	})
	s.shot("room")
	for _, lang := range []string{"de", "en"} {
		s.spot(frame.RefLang, lang)
	}
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Error(err)
	}
}
