package lastgood

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestABookIsKeptWithoutWhatLiesBesideIt(t *testing.T) {
	at := t.TempDir()
	for _, name := range []string{"book.epub", "other.epub"} {
		if err := os.WriteFile(filepath.Join(at, name), []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, closer, err := Open(filepath.Join(at, "book.epub"))
	if err != nil {
		t.Fatal(err)
	}
	v, err := usual(newMem()).Take(context.Background(), files, checked)
	if err = errors.Join(err, closer.Close()); err != nil {
		t.Fatal(err)
	}
	if all := contents(t, v.Files); len(all) != 1 || all["book.epub"] != "book.epub" {
		t.Errorf("kept are %v", slices.Collect(maps.Keys(all)))
	}
	if _, _, err := Open(filepath.Join(at, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}
