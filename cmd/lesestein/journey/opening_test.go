//go:build unix

package journey

import (
	"context"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// readable is a text of some pages whose first paragraph says what edition it is.
func readable(edition string) string {
	return "# Die Fähre\n\n" + edition + "\n\n" + strings.Repeat("Der Fährmann wartete, bis das Wasser still war, und dann rief er hinüber.\n\n", 60) +
		"## Der Morgen {#morgen}\n\n" + strings.Repeat("Am Ufer stand niemand, und er ging nach Haus.\n\n", 60)
}

// save writes a file as an editor does.
func save(t *testing.T, file, words string) {
	t.Helper()
	if err := os.WriteFile(file+".new", []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(file+".new", file); err != nil {
		t.Fatal(err)
	}
}

// said are the names of all that is on the screen.
func said(o session.Observation) string {
	var names []string
	for _, spot := range o.Spots {
		names = append(names, spot.Name)
	}
	return strings.Join(names, "\n")
}

// TestAFileThatCannotBeOpenedHasAWindowThatSaysSo, with a way to open another; and when
// it is mended, it is there.
func TestAFileThatCannotBeOpenedHasAWindowThatSaysSo(t *testing.T) {
	t.Parallel()
	s := &stage{t: t, size: "1280x800", home: t.TempDir(), stderr: io.Discard}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	file := filepath.Join(s.home, "buch.md")
	save(t, file, "%PDF-1.4\n")
	s.start(file)
	for _, words := range []string{"Das ist eine PDF-Datei.", "buch.md", "Öffnen…"} {
		if !strings.Contains(said(s.last), words) {
			t.Errorf("%q is not said:\n%s", words, said(s.last))
		}
	}
	s.shot("unopened")
	save(t, file, readable("Erste Fassung"))
	s.until("the text that was put in its place", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
	s.key("ctrl+q")
	if err := s.quit(); err == nil {
		t.Error("the status says nothing of it")
	}
}

// TestWhoWritesSeesEachSavingAtItsPlace: what is saved is shown without a key, in the
// paragraph that was read; what cannot be read leaves what was shown.
func TestWhoWritesSeesEachSavingAtItsPlace(t *testing.T) {
	t.Parallel()
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	file := filepath.Join(s.home, "buch.md")
	save(t, file, readable("Erste Fassung"))
	s.start(file)
	s.key("End")
	was := s.until("the end", func(o session.Observation) bool { return o.Settled && strings.HasPrefix(o.Block, "morgen") })
	save(t, file, readable("Zweite Fassung, und länger als die erste"))
	is := s.until("what was saved", func(o session.Observation) bool { return o.Settled && o.From > was.From })
	if is.Place != was.Place || is.Route != state.Reader {
		t.Errorf("it was read at %s and is at %s", was.Place, is.Place)
	}
	save(t, file, "")
	s.until("that it cannot be read", func(o session.Observation) bool { return o.Said == "read.not-reloaded" && o.From == is.From })
	s.shot("not-reloaded")
	save(t, file, readable("Dritte"))
	s.until("the third", func(o session.Observation) bool { return o.Settled && o.Said == "" && o.From < was.From })
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
}

// TestAFileIsOpenedFromTheWindow by the toolkit's dialog, where the desktop has none: it
// takes the place of the shelf.
func TestAFileIsOpenedFromTheWindow(t *testing.T) {
	t.Parallel()
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	save(t, filepath.Join(s.home, "0.md"), readable("Erste Fassung"))
	s.start()
	if !has(s.last, frame.RefChoose, "") {
		t.Fatalf("nothing leads to own books: %s", said(s.last))
	}
	s.key("ctrl+o")
	s.shot("dialog")
	s.script("mousemove 292 128 click 1") // the first file, behind the way up
	s.shot("chosen")
	s.script("mousemove 1230 778 click 1")
	s.until("the book", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled && o.Text.Room == "text" })
	s.shot("opened")
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
}

// TestADroppedFileIsOpened: on the shelf in its place, where something is read in a
// window of its own.
func TestADroppedFileIsOpened(t *testing.T) {
	t.Parallel()
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	one, two := filepath.Join(s.home, "Bücher +1.md"), filepath.Join(s.home, "zwei.md")
	save(t, one, strings.Replace(readable("1"), "Die Fähre", "Eins", 1))
	save(t, two, strings.Replace(readable("2"), "Die Fähre", "Zwei", 1))
	s.start()
	s.drop(s.ours(), one)
	s.until("the first book", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
	s.titled("Eins", 1)
	s.drop(s.ours(), two)
	s.titled("Zwei", 1)
	s.titled("Eins", 1)
	s.poll("what the second window shows", func() bool {
		_, err := os.Stat(s.observe + ".2")
		return err == nil
	})
	s.focus("Zwei")
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
}

// drop drops a file onto a window.
func (s *stage) drop(window, file string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), guard)
	defer cancel()
	c := exec.CommandContext(ctx, "python3", "testdata/drop.py", window, (&url.URL{Scheme: "file", Path: file}).String())
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := c.CombinedOutput(); err != nil || strings.TrimSpace(string(out)) != "finished" {
		s.t.Fatalf("drop: %v: %s", err, out)
	}
}
