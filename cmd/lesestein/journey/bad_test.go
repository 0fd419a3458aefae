//go:build unix

package journey

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// A folder is an exhibition on the disk, to be spoiled.
type folder struct {
	t   *testing.T
	dir string
}

// exhibition writes the embedded exhibition to a folder.
func exhibition(t *testing.T) folder {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "rooms")
	if err := os.CopyFS(dir, content.Embedded()); err != nil {
		t.Fatal(err)
	}
	return folder{t, dir}
}

func (f folder) write(name string, data []byte) {
	f.t.Helper()
	if err := os.WriteFile(filepath.Join(f.dir, name), data, 0o600); err != nil {
		f.t.Fatal(err)
	}
}

// replace puts other words in the place of the first old ones of a file.
func (f folder) replace(name, old, words string) {
	f.t.Helper()
	data, err := os.ReadFile(filepath.Join(f.dir, name))
	if err != nil {
		f.t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		f.t.Fatalf("%s has no %q", name, old)
	}
	f.write(name, bytes.Replace(data, []byte(old), []byte(words), 1))
}

func (f folder) remove(name string) {
	f.t.Helper()
	if err := os.RemoveAll(filepath.Join(f.dir, name)); err != nil {
		f.t.Fatal(err)
	}
}

// TestABrokenExhibitionIsReadInTheWindowAsFarAsItGoes: each kind of bad input has
// its sentence with its place, from check and before the window opens, and every
// room on the shelf is read from its beginning to its end.
func TestABrokenExhibitionIsReadInTheWindowAsFarAsItGoes(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(folder)
		want  string // file:line: and the beginning of the message
		rooms string // on the shelf
	}{
		{"a missing room", func(f folder) { f.remove("1990") },
			`exhibition.toml:9: der Ordner des Raums "1990" fehlt`, "1917 1945"},
		{"broken TOML of a room", func(f folder) { f.replace("1990/room.toml", "[title]", "[title") },
			`1990/room.toml:4: fehlerhaftes TOML`, "1917 1945 1990"},
		{"broken TOML of the exhibition", func(f folder) { f.replace("exhibition.toml", "[title]", "[title") },
			`exhibition.toml:11: fehlerhaftes TOML`, "1917 1945 1990"},
		{"a note without an end", func(f folder) { f.replace("1945/text.de.md", "\n:::\n", "\n") },
			`1945/text.de.md:1: der Hinweis endet nicht`, "1917 1945 1990"},
		{"a line of 50 MB", func(f folder) { f.write("1990/text.de.md", bytes.Repeat([]byte("a"), 50<<20)) },
			`1990/text.de.md: sie hat 50 MB`, "1917 1945 1990"},
		{"invalid UTF-8", func(f folder) { f.replace("1917/text.de.md", "Juli", "Ju\xfflli") },
			`1917/text.de.md:1: kein gültiges UTF-8`, "1917 1945 1990"},
		{"an image that is none", func(f folder) {
			f.write("1990/x.png", []byte("no picture"))
			f.replace("1990/text.de.md", "\n\n## ", "\n\n![Ein Bild](x.png \"Unterschrift\"){#fig-x}\n\n## ")
		}, `1990/text.de.md:15: das Bild "1990/x.png": es ist kein Bild`, "1917 1945 1990"},
		{"a link out of the folder", func(f folder) {
			f.remove("1990/text.de.md")
			if err := os.Symlink("/etc/passwd", filepath.Join(f.dir, "1990/text.de.md")); err != nil {
				f.t.Fatal(err)
			}
		}, `1990/text.de.md: eine Verknüpfung führt aus dem Ordner`, "1917 1945 1990"},
		{"two rooms with one id", func(f folder) { f.replace("1990/room.toml", `id = "1990"`, `id = "1945"`) },
			`1990/room.toml:1: die Kennung "1945" hat schon ein anderer Raum`, "1917 1945 1990-2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := exhibition(t)
			c.spoil(f)
			var said bytes.Buffer
			s := &stage{t: t, size: "1280x800", home: t.TempDir(), stderr: &said}
			s.observe = filepath.Join(s.home, "observe.json")
			s.checked(f.dir, c.want)
			s.screen()
			s.start(f.dir)
			var rooms []string
			for _, spot := range s.last.Spots {
				if spot.Kind == frame.RefRoom {
					rooms = append(rooms, spot.ID)
				}
			}
			if got := strings.Join(rooms, " "); got != c.rooms {
				t.Errorf("on the shelf are %s, want %s", got, c.rooms)
			}
			if c.name == "a line of 50 MB" || c.name == "a link out of the folder" {
				if card := s.spot(frame.RefRoom, "1990").Name; !strings.Contains(card, "Dieser Text lässt sich nicht öffnen") {
					t.Errorf("the card of 1990 says %q", card)
				}
			}
			for _, id := range rooms {
				s.readToTheEnd(id)
			}
			s.key("ctrl+q")
			if err := s.quit(); err != nil {
				t.Error(err)
			}
			if want := filepath.Join(f.dir, c.want); !strings.Contains("\n"+said.String(), "\n"+want) {
				t.Errorf("want %s\ngot %s", want, said.String())
			}
		})
	}
}

// checked holds that `lesestein check` names an error and ends with 1.
func (s *stage) checked(dir, want string) {
	s.t.Helper()
	file, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	c := exec.Command(file, "check", dir)
	c.Env = s.env()
	out, err := c.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		s.t.Errorf("check ends with %v, want 1", err)
	}
	if want = filepath.Join(dir, want); !strings.Contains("\n"+string(out), "\n"+want) {
		s.t.Errorf("check: want %s\ngot %s", want, out)
	}
}

// readToTheEnd opens a room from the shelf, goes to its last page, and back.
func (s *stage) readToTheEnd(id string) {
	s.t.Helper()
	s.click(frame.RefRoom, id)
	s.until("the room "+id, func(o session.Observation) bool { return o.Text.Room == id && o.Settled && o.Count > 0 })
	s.shot(id)
	s.key("End")
	s.until("its last page", func(o session.Observation) bool {
		return o.Settled && o.Number > 1 && !has(o, frame.RefTurn, state.Next)
	})
	s.click(frame.RefRoute, string(state.Shelf))
	s.until("the shelf", func(o session.Observation) bool { return o.Route == state.Shelf })
}
