//go:build unix

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// novel is a text of many pages.
func novel(title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", title)
	for n := range 200 {
		fmt.Fprintf(&b, "Satz %d: Die Fähre legte am frühen Morgen ab, und wer am Ufer stand, sah ihr lange nach, bis nichts mehr zu sehen war als das Wasser.\n\n", n)
	}
	return b.String()
}

// put writes a file below the stage's home.
func (s *stage) put(name, text string) string {
	s.t.Helper()
	file := filepath.Join(s.home, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return file
}

// reads starts the program with a file and waits until it is read in.
func (s *stage) reads(file string) session.Observation {
	s.t.Helper()
	s.start(file)
	return s.until("the book", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
}

// end quits by the keyboard.
func (s *stage) end() {
	s.t.Helper()
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		s.t.Fatal(err)
	}
}

// TestABookGoesOnWhereverItLies: moved, renamed and copied, whatever lay there before;
// and another book in its place begins at the beginning.
func TestABookGoesOnWhereverItLies(t *testing.T) {
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	book := s.put("books/faehre.md", novel("Die Fähre"))
	first := s.reads(book).Place
	s.turn()
	s.turn()
	s.turn()
	place := s.last.Place
	s.end()
	moved := s.put("elsewhere/renamed.md", "")
	if err := os.Rename(book, moved); err != nil {
		t.Fatal(err)
	}
	if got := s.reads(moved).Place; got != place || place == first {
		t.Errorf("moved, it opens at %s, was left at %s", got, place)
	}
	s.end()
	if got := s.reads(s.put("books/faehre.md", novel("Die Mühle"))).Place; got == place {
		t.Errorf("another book in its place opens at %s", got)
	}
	s.end()
	if got := s.reads(s.put("copy.md", novel("Die Fähre"))).Place; got != place {
		t.Errorf("a copy opens at %s, was left at %s", got, place)
	}
	s.end()
}

// TestWhatReaderJSONHeldGoesOn at the first start with a library, and the file stays.
func TestWhatReaderJSONHeldGoesOn(t *testing.T) {
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	book := s.put("faehre.md", novel("Die Fähre"))
	s.reads(book)
	s.turn()
	s.turn()
	place := s.last.Place
	s.end()
	folder := filepath.Join(s.home, "state", "lesestein")
	for _, name := range []string{"library.sqlite", "library.sqlite-wal", "library.sqlite-shm"} {
		os.Remove(filepath.Join(folder, name)) // as if there had been none
	}
	text := fmt.Sprintf(`{"version":1,"preferences":{"lang":"de","theme":"night"},"policy":{"Levels":[0,0,1,2],"Flagged":2},"window":[1280,800],`+
		`"exhibitions":{%q:[{"Room":"text","Kind":"standard","place":{"block":%q,"offset":0}}]}}`, book, place)
	old := s.put("state/lesestein/reader.json", text)
	o := s.reads(book)
	if o.Place != place || o.Theme != "night" {
		t.Errorf("it opens at %s in %q, was left at %s in night", o.Place, o.Theme, place)
	}
	s.turn()
	s.end()
	if is, err := os.ReadFile(old); string(is) != text || err != nil {
		t.Errorf("reader.json is now %s, %v", is, err)
	}
}

// TestAFolderOfBooksBecomesTheShelf: it is read in, its books are opened from the shelf and
// left for it, and the next start without an argument shows it, with the exhibition as
// one row.
func TestAFolderOfBooksBecomesTheShelf(t *testing.T) {
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	for n := range 60 {
		s.put(fmt.Sprintf("books/%d/book%d.md", n%7, n), novel(fmt.Sprintf("Band %02d", n)))
	}
	s.put("books/broken.epub", "no book")
	s.start(filepath.Join(s.home, "books"))
	all := func(o session.Observation) bool {
		return o.Route == state.Own && o.Settled && s.says("Alle 60") && s.says("1\u00a0Datei ließ sich nicht öffnen")
	}
	s.until("the shelf with all works", all)
	s.shot("shelf")
	s.key("Next")
	s.until("a further leaf", func(session.Observation) bool { return s.says("Seite 2 von") })
	s.shot("further")
	s.key("Prior")
	s.until("the first leaf", func(session.Observation) bool { return s.says("Seite 1 von") })
	s.click(frame.RefSource, "")
	s.until("the book", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled && o.Number > 0 })
	s.turn()
	s.turn()
	s.shot("book")
	s.click(frame.RefSource, "")
	s.until("the shelf again", func(o session.Observation) bool {
		return o.Route == state.Own && s.says("Band 00") && s.says("Weiterlesen")
	})
	s.shot("again")
	s.click(frame.RefSet, "order=read")
	s.until("the last one first", func(session.Observation) bool { return s.spot(frame.RefSet, "order=read").State.Selected })
	s.end()
	s.put("books/new.md", novel("Band 60"))
	gone := filepath.Join(s.home, "books/2/book2.md")
	if err := os.Rename(gone, filepath.Join(s.home, "away.md")); err != nil {
		t.Fatal(err)
	}
	s.start()
	s.until("the shelf at the next start, read in again", func(session.Observation) bool { return s.says("Alle 61") })
	s.key("ctrl+f")
	s.types("band 02")
	s.until("the work whose file is gone", func(session.Observation) bool { return s.says("Die Datei ist nicht mehr da") })
	s.shot("gone")
	s.key("Escape")
	s.key("ctrl+f")
	s.types("BAND 01")
	s.until("one work", func(o session.Observation) bool { return s.says("Band 01") && !s.says("Band 00") })
	s.key("Return")
	s.key("i")
	book := filepath.Join(s.home, "books/1/book1.md")
	s.until("its page", func(o session.Observation) bool { return has(o, frame.RefSet, state.Remove+book) })
	s.shot("page")
	s.click(frame.RefSet, state.Remove+book)
	s.until("it is gone", func(o session.Observation) bool { return !s.says("Band 01") })
	s.key("Escape")
	s.until("one work less", func(session.Observation) bool { return s.says("Alle 60") })
	s.click(frame.RefSheet, string(state.Unread))
	s.until("what could not be opened", func(session.Observation) bool { return s.says("broken.epub") && s.says("beschädigt") })
	s.shot("unopened")
	s.key("Escape")
	s.until("the shelf alone", func(o session.Observation) bool { return !s.says("broken.epub") })
	s.click(frame.RefRoute, string(state.Shelf))
	s.until("the exhibition", func(o session.Observation) bool { return o.Route == state.Shelf && has(o, frame.RefRoom, "1945") })
	s.shot("exhibition")
	s.click(frame.RefRoute, string(state.Own))
	s.until("the shelf", func(o session.Observation) bool { return o.Route == state.Own && s.says("Alle 60") })
	if _, err := os.Stat(book); err != nil {
		t.Error(err)
	}
}

// types writes letters on the keyboard.
func (s *stage) types(words string) {
	s.t.Helper()
	s.xdo("type", "--delay", "80", words)
}

// says reports whether some spot on the screen has these words.
func (s *stage) says(words string) bool {
	for _, spot := range s.last.Spots {
		if strings.Contains(spot.Name, words) {
			return true
		}
	}
	return false
}
