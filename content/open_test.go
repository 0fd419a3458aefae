package content_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
)

// on writes files to a folder.
func on(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestASourceIsOpenedByItsKind: what a name stands for is found in the file, not
// believed of its name.
func TestASourceIsOpenedByItsKind(t *testing.T) {
	folder := onDisk(t)
	dir := on(t, map[string]string{"a.de.md": "# Kopf\n\nEin Satz.\n", "b.de.txt": "# Kopf\n", "c.MARKDOWN": "*x*\n"})
	for source, want := range map[string]struct {
		book  bool
		rooms int
		title string
	}{
		"":                                       {false, 3, ""},
		folder:                                   {false, 2, ""},
		filepath.Join(folder, "exhibition.toml"): {false, 2, ""},
		filepath.Join(dir, "a.de.md"):            {true, 1, "Kopf"},
		filepath.Join(dir, "b.de.txt"):           {true, 1, "b.de"},
		filepath.Join(dir, "c.MARKDOWN"):         {true, 1, "c"},
	} {
		o, err := content.Open(source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		title, _ := o.Exhibition.Title.In(o.Exhibition.Languages[0])
		if o.Book != want.book || len(o.Exhibition.Rooms) != want.rooms || want.title != "" && title != want.title || len(o.Problems) > 0 {
			t.Errorf("%s: a book: %v, %d rooms, %q, %v", source, o.Book, len(o.Exhibition.Rooms), title, o.Problems)
		}
		if err := o.Close(); err != nil {
			t.Errorf("%s: %v", source, err)
		}
	}
}

// TestWhatCannotBeOpenedSaysWhy, with the problems that were found and no files.
func TestWhatCannotBeOpenedSaysWhy(t *testing.T) {
	dir := on(t, map[string]string{"empty.txt": "", "broken.epub": "none"})
	for source, want := range map[string]struct {
		fault content.Fault
		words string
	}{
		filepath.Join(dir, "none"):        {content.Missing, "missing"},
		dir:                               {content.Unreadable, "exhibition.toml: the file is missing"},
		filepath.Join(dir, "empty.txt"):   {content.NoText, "empty.txt: the text is empty"},
		filepath.Join(dir, "broken.epub"): {content.NoText, "broken.epub: it is no EPUB"},
		filepath.Join(dir, "empty.txt/x"): {content.Unreadable, ""},
		os.DevNull:                        {content.NoContent, "neither"},
	} {
		o, err := content.Open(source)
		var e *content.OpenError
		if !errors.As(err, &e) || e.Fault != want.fault || e.Source != source || !strings.Contains(e.Error(), want.words) {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if o.Files != nil || o.Closer != nil || e.Reason.String() != "" && o.Problems[0].String() != e.Reason.String() {
			t.Errorf("%s: %v beside %v", source, o.Problems, e.Reason)
		}
	}
}

// counting counts how often a file is opened.
type counting struct {
	fstest.MapFS
	opened map[string]int
}

func (c counting) Open(name string) (fs.File, error) {
	c.opened[name]++
	return c.MapFS.Open(name)
}

// TestAnExhibitionIsReadOnce: a file that changes in between cannot be checked in one
// state and shown in another. Pictures are measured, and read when they are shown.
func TestAnExhibitionIsReadOnce(t *testing.T) {
	files := counting{sound(t), map[string]int{}}
	o, err := content.OpenFS(files)
	if err != nil || len(o.Problems) > 0 {
		t.Fatal(err, o.Problems)
	}
	for name, n := range files.opened {
		if ext := filepath.Ext(name); n > 1 && (ext == ".md" || ext == ".toml") {
			t.Errorf("%s was read %d times", name, n)
		}
	}
	if o.Close() != nil {
		t.Error("there is something to close")
	}
}

// TestFilesInMemoryOpenAsAFolderDoes: who opens a copy gets what was checked.
func TestFilesInMemoryOpenAsAFolderDoes(t *testing.T) {
	for name, spoil := range map[string]func(fstest.MapFS){
		"sound": func(fstest.MapFS) {}, "flawed": func(f fstest.MapFS) { delete(f, "eins/text.en.md") },
		"without rooms": func(f fstest.MapFS) { clear(f) },
	} {
		files := sound(t)
		spoil(files)
		dir := t.TempDir()
		if err := os.CopyFS(dir, files); err != nil {
			t.Fatal(err)
		}
		a, errA := content.OpenFS(files)
		b, errB := content.Open(dir)
		if (errA == nil) != (errB == nil) || len(a.Problems) != len(b.Problems) || len(a.Exhibition.Rooms) != len(b.Exhibition.Rooms) {
			t.Errorf("%s: %v, %v beside %v, %v", name, errA, a.Problems, errB, b.Problems)
		}
		if errB == nil {
			b.Close()
		}
	}
}
