//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestNewContentIsTakenBetweenVisits: a change waits for the end of the visit, a
// version that takes the folder's place by a rename is seen as well, and a broken
// one is refused with its reason, while the old one stays.
func TestNewContentIsTakenBetweenVisits(t *testing.T) {
	t.Parallel() // nearly all of it is waiting
	b := erect(t, "1280x800", "[time]", "farewell = 5")
	b.folder = filepath.Join(b.home, "exhibition")
	exhibitionAt(t, b.folder, usualTitle)
	b.screen()
	b.begin()
	b.open("de")

	exhibitionAt(t, b.folder, "Erster Probetitel")
	b.xdo("sleep", "7") // a folder rests for three seconds before it is read; nothing tells of an offer
	b.room("1917")
	b.do(frame.RefRoute, string(state.Shelf), "the rooms", func(o session.Observation) bool { return o.Route == state.Shelf })
	if name := b.spot(frame.RefRoom, "1945").Name; !strings.Contains(name, usualTitle) {
		t.Errorf("a visit begun before sees %q", name)
	}
	b.end()
	b.titled("Erster Probetitel")

	next := b.folder + ".next"
	exhibitionAt(t, next, "Zweiter Probetitel")
	for _, step := range [][2]string{{b.folder, b.folder + ".old"}, {next, b.folder}} {
		if err := os.Rename(step[0], step[1]); err != nil {
			t.Fatal(err)
		}
	}
	b.titled("Zweiter Probetitel")

	said := len(b.errors())
	overwrite(t, filepath.Join(b.folder, "exhibition.toml"), "format = 1\nid = ")
	b.until("the refusal", func(session.Observation) bool { return strings.Contains(b.errors()[said:], "exhibition.toml") })
	b.titled("Zweiter Probetitel")
	b.term()
	names := func(why string) bool { return strings.Contains(why, "exhibition.toml") }
	if why := b.health().Exhibition.Refused; !slices.ContainsFunc(why, names) {
		t.Errorf("the report says %q", why)
	}
}

// titled visits until the room that exhibitionAt titled is called so, and leaves
// the station inviting.
func (b *hall) titled(title string) {
	b.t.Helper()
	name := ""
	for range 8 { // each try takes as long as a visit
		b.phase(kiosk.Attract)
		b.open("de")
		name = b.spot(frame.RefRoom, "1945").Name
		b.end()
		if strings.Contains(name, title) {
			b.phase(kiosk.Attract)
			return
		}
	}
	b.t.Fatalf("the room is called %q, not %q", name, title)
}

// usualTitle is that of the room 1945 in the embedded exhibition.
const usualTitle = "Das Verschweigen"

// exhibitionAt puts the embedded exhibition into a folder, with a title of the
// room 1945.
func exhibitionAt(t *testing.T, folder, title string) {
	t.Helper()
	if _, err := os.Stat(folder); err != nil {
		if err := os.CopyFS(folder, content.Embedded()); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(folder, "1945", "room.toml")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	old, rest, _ := strings.Cut(string(raw), "\n[title]\n")
	_, rest, _ = strings.Cut(rest, "\n")
	overwrite(t, file, old+"\n[title]\nde = \""+title+"\"\n"+rest)
}

func overwrite(t testing.TB, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
