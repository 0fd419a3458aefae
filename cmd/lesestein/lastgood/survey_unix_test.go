//go:build unix

package lastgood

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWhatIsNoPartOfAnExhibitionIsLeft(t *testing.T) {
	at := t.TempDir()
	for name, text := range map[string]string{"exhibition.toml": "x", "room/text.de.md": "y", ".git/config": "z", "room/.text.swp": "z"} {
		file := filepath.Join(at, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"room/inside.md": "text.de.md", "room/out": "/etc/passwd", "nowhere": "none", "room/round": "..", "other": "room"} {
		if err := os.Symlink(to, filepath.Join(at, link)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(at)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var left []string
	v, err := usual(newMem()).Take(context.Background(), root.FS(), func(_ Version, all []Left) error {
		for _, l := range all {
			left = append(left, l.Path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	has := slices.Sorted(maps.Keys(contents(t, v.Files)))
	if want := []string{"exhibition.toml", "other/inside.md", "other/text.de.md", "room/inside.md", "room/text.de.md"}; !slices.Equal(has, want) {
		t.Errorf("it has %q, want %q", has, want)
	}
	if want := []string{"nowhere", "other/out", "other/round", "room/out", "room/round"}; !slices.Equal(left, want) {
		t.Errorf("left are %q, want %q", left, want)
	}
}
