package content_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

// slips are bytes that are read as edits of files: what a fuzzer changes is the
// structure of an exhibition, and not bytes that no reader gets to see.
type slips []byte

// below takes a number from 0 up to, not including, n.
func (s *slips) below(n int) int {
	if len(*s) == 0 || n == 0 {
		return 0
	}
	k := int((*s)[0])
	*s = (*s)[1:]
	if n > 1<<8 && len(*s) > 0 {
		k |= int((*s)[0]) << 8
		*s = (*s)[1:]
	}
	return k % n
}

// words takes up to n bytes as they are.
func (s *slips) words(n int) string {
	n = min(n, len(*s))
	out := string((*s)[:n])
	*s = (*s)[n:]
	return out
}

// most is how many edits one input makes.
const most = 12

// spoil edits files: something is put in, left out, doubled, or stands in another file.
func (s *slips) spoil(files map[string]string, names, pieces []string) {
	for range most {
		if len(*s) == 0 {
			return
		}
		name, what := names[s.below(len(names))], s.below(6)
		text := files[name]
		at := s.below(len(text) + 1)
		end := min(len(text), at+s.below(80))
		switch what {
		case 0:
			text = text[:at] + pieces[s.below(len(pieces))] + text[at:]
		case 1:
			text = text[:at] + s.words(s.below(16)) + text[end:]
		case 2:
			text = text[:at] + text[end:]
		case 3:
			text = text[:end] + text[at:]
		case 4:
			text = files[names[s.below(len(names))]]
		case 5:
			delete(files, name)
			continue
		}
		files[name] = text
	}
}

// pieces are what an exhibition's files are made of, and what people write there.
var pieces = []string{
	"\n", " ", "#", "## X {#x}\n", "{#kopf}", "[^a]", "\n[^a]: x\n", "[x]{term=sowjet}", "[x](#kopf)", "{lang=ar}", "![x](bild.png \"y\"){credit=\"z\"}\n",
	"\n::: note war 3 fold\nline: l\nsummary: s\n\n", "\n:::\n", "\n::: pull\n", "- ", "> ", "1. ", "\n\n", "note = \"war 3\"\n", "note = \"\"\n", "notes = [1]\n",
	"[[event]]\n", "[[entry]]\n", "[[source]]\n", "[[figure]]\n", "[[rendition]]\n", "[title]\n", "[notes]\n", "id = \"x\"\n", "id = 1\n", "= ", "\"", "\"\"\"", "[", "]", "]]", "{", "}",
	"date = 1917-03-08\n", "expires = 1900-01-01\n", "file = \"../x\"\n", "languages = [\"de\", \"ar\", \"\"]\n", "rooms = [\"eins\", \"..\", \"eins\"]\n", "text.en = \"x\"\n",
	"kind = \"audio\"\n", "common = true\n", "\xff", "\x00", "\u0301", "\u2028", "\r", "\ufeff", "\u202e", "&amp;", "<b>", "```\n", "| a |\n",
}

// small is an exhibition of one room in one language, as small as it can be.
func small() map[string]string {
	files := map[string]string{
		"exhibition.toml": "format = 1\nid = \"x\"\nlanguages = [\"de\"]\ndate = 2026-11-22\nlicence = \"CC0\"\nrooms = [\"eins\"]\ntitle.de = \"T\"\n",
		"intro.de.md":     "Willkommen.\n",
		"words.de.toml":   "[read]\nfigure = \"Bild\"\n",
		"eins/bild.png":   "\x89PNG",
	}
	for name, data := range soundRoom("eins") {
		if !strings.Contains(name, ".en.") {
			files[name] = data
		}
	}
	return files
}

// FuzzLoad makes slips in the files of an exhibition. Load never falls, says of each
// problem where it is, and gives texts that can be shown and say how long they are.
func FuzzLoad(f *testing.F) {
	names := slices.Sorted(maps.Keys(small()))
	for i := range names {
		for what := range 6 {
			f.Add([]byte{byte(i), byte(what), 40, byte(3 * what), 7, 9, 'x'})
		}
	}
	for i := range pieces {
		f.Add([]byte{byte(i), 0, 30, 0, byte(i), byte(i / 2), 0, 90, 5, byte(i + 1)})
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := slips(data)
		spoilt, files := small(), fstest.MapFS{}
		for _, name := range names { // few at a time: what one reads the others seldom change
			if name != "exhibition.toml" && name != "eins/text.de.md" && s.below(3) > 0 {
				delete(spoilt, name)
			}
		}
		s.spoil(spoilt, slices.Sorted(maps.Keys(spoilt)), pieces)
		for name, text := range spoilt {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		x, problems := content.Load(files)
		for _, p := range problems {
			if p.Pos.File == "" || p.Sentence.String() == "" || p.Pos.Line < 0 {
				t.Errorf("a problem without a place: %q", p)
			}
		}
		list := slices.Clone(x.Intro)
		for _, r := range x.For(exhibit.Screen, "2026-11-30").Rooms {
			list = append(list, r.Renditions...)
		}
		for _, r := range list {
			checkShown(t, r)
		}
	})
}

// checkShown holds that what is shown of a text lies in it, piece by piece.
func checkShown(t *testing.T, r exhibit.Rendition) {
	t.Helper()
	v := note.Disclose(r.Text, note.Default(), nil)
	offset := 0
	ids := map[string]bool{}
	for _, it := range v.Items() {
		e := it.Extent()
		if e.Offset < offset || e.Len < 0 {
			t.Errorf("%s: %+v behind %d", r.File, e, offset)
		}
		offset = e.End()
		if it.Block == nil {
			continue
		}
		if ids[it.Block.ID] || it.Block.ID == "" {
			t.Errorf("%s: two blocks are called %q", r.File, it.Block.ID)
		}
		ids[it.Block.ID] = true
	}
	if offset > v.End() {
		t.Errorf("%s ends at %d, and something is shown at %d", r.File, v.End(), offset)
	}
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
