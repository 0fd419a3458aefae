//go:build unix

package content_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestALinkOutOfTheFolderIsNotFollowed(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.md")
	if err := os.WriteFile(outside, []byte("Von draußen.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"eins/text.de.md", "eins/bild.png", "eins/glossary.toml", "exhibition.toml"} {
		dir := onDisk(t)
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(outside, path); err != nil {
			t.Fatal(err)
		}
		x, problems := load(t, dir)
		if !strings.Contains(problems, "a link leads out of the exhibition's folder") {
			t.Errorf("%s: the link is not named:\n%s", name, problems)
		}
		for _, r := range x.Rooms {
			for _, rendition := range r.Renditions {
				if strings.Contains(shown(rendition), "draußen") {
					t.Errorf("%s: what lies outside is shown", name)
				}
			}
		}
		checkReadable(t, x)
	}
}

func TestAPipeIsNotOpened(t *testing.T) {
	dir := onDisk(t)
	path := filepath.Join(dir, "eins", "text.de.md")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Fatal(err)
	}
	x, problems := load(t, dir)
	if !strings.Contains(problems, "eins/text.de.md: it is not a file") {
		t.Errorf("the pipe is not named:\n%s", problems)
	}
	checkReadable(t, x)
}
