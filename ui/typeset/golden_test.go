package typeset_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"lesestein/content/note"
	"lesestein/ui/typeset"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden galleys anew")

// The galleys of one room in windows of different kinds: line text, width and
// break reason, page-break reason. After a change that is meant, run
// go test ./ui/typeset -run Galleys -update, and read the difference.
func TestGalleysAreAsGolden(t *testing.T) {
	s := setter(t)
	ragged := window(1280, 800, 20)
	ragged.Setting.Ragged = true
	spaced := window(1280, 800, 20)
	spaced.Spacing = typeset.Spacing{Leading: 1500, ParaSpace: 2000, WordSpace: 160, LetterSpace: 120}
	got := &txtar.Archive{Comment: []byte("Written by go test -update.\n")}
	for _, c := range []struct {
		name   string
		spec   typeset.Spec
		opened note.Opened
	}{
		{"spread-1920x1080-26", window(1920, 1080, 26), nil},
		{"portrait-1080x1920-38", window(1080, 1920, 38), note.Opened{"p3": note.Read}},
		{"phone-320x640-16", window(320, 640, 16), note.Opened{"p1": note.Summarised}},
		{"spread-1280x800-20-ragged", ragged, nil},
		{"page-1280x800-20-spaced", spaced, nil},
	} {
		dump := typeset.Dump(s.Open(work(c.opened), c.spec))
		got.Files = append(got.Files, txtar.File{Name: c.name, Data: []byte(dump)})
	}
	file := filepath.Join("testdata", "room.txtar")
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range got.Files {
		if i >= len(want.Files) {
			t.Fatalf("%s has no %s", file, f.Name)
		}
		if d := cmp.Diff(string(want.Files[i].Data), string(f.Data)); d != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, d)
		}
	}
}
