package content_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/note"
)

// FuzzLoad puts the same bytes into a file of each kind: none may make Load fall,
// and the texts that are sound stay readable.
func FuzzLoad(f *testing.F) {
	files := fstest.MapFS{}
	for name, data := range soundRoom("eins") {
		files[name] = &fstest.MapFile{Data: []byte(data)}
		f.Add([]byte(data))
	}
	f.Add([]byte("[[event]]\nid = 1\n"))
	f.Add([]byte("rooms = [\"eins\"]\nlanguages = [\"de\", \"\", \"x-\"]\n"))
	f.Add([]byte("[[entry]]\nterm = \"x\"\n[[figure]]\nexpires = 2030\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{
			"exhibition.toml", "eins/room.toml", "eins/chronology.toml", "eins/glossary.toml", "eins/sources.toml",
			"eins/panel.de.md", "intro.de.md", "eins/bild.png",
		} {
			spoilt := fstest.MapFS{name: &fstest.MapFile{Data: data}}
			for n, file := range files {
				if n != name {
					spoilt[n] = file
				}
			}
			x, problems := content.Load(spoilt)
			if name != "exhibition.toml" && len(x.Rooms) != 1 {
				t.Errorf("%s: %d rooms, want 1", name, len(x.Rooms))
			}
			for _, p := range problems {
				if p.Pos.File == "" || p.Sentence.String() == "" || p.Pos.Line < 0 {
					t.Errorf("%s: a problem without a place: %q", name, p)
				}
			}
			for _, r := range x.Rooms {
				for _, rendition := range r.Renditions {
					note.Disclose(rendition.Text, note.Default(), nil)
				}
			}
		}
	})
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte("Eins\n\nzwei"))
	f.Add([]byte("\xff\r\n\x00a\u0301"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _ := content.Plain("buch.txt", bytes.NewReader(data))
		n := 0
		for _, p := range paragraphs(text) {
			if p == "" {
				t.Error("an empty paragraph")
			}
			n += len([]rune(p))
		}
		if n != text.Len() {
			t.Errorf("%d code points, want %d", n, text.Len())
		}
	})
}
