package content_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"lesestein/content"
	"lesestein/content/note"
)

// paragraphs returns the paragraphs of a text.
func paragraphs(t note.Text) []string {
	var out []string
	for _, it := range note.Disclose(t, note.Default(), nil).Items() {
		out = append(out, it.Block.Text())
	}
	return out
}

func TestAPlainTextHasAParagraphALine(t *testing.T) {
	src := "\uFEFFEins und zwei.\r\n\r\n\tDrei.\n \nA\u0308 vier"
	text, problems := content.Plain("buch.txt", strings.NewReader(src))
	if len(problems) > 0 {
		t.Error(problems)
	}
	if got, want := strings.Join(paragraphs(text), "|"), "Eins und zwei.|Drei.|Ä vier"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := text.Assessment().Status; got != note.Unassessed {
		t.Errorf("its status is %s, want unassessed", got)
	}
	if got := note.Disclose(text, note.Default(), nil).Items()[1].Block; got.ID != "top.2" || got.Pos.Line != 3 {
		t.Errorf("the second paragraph is %s in line %d, want top.2 in line 3", got.ID, got.Pos.Line)
	}
}

func TestThePlainLanguageIsNamedOrGuessed(t *testing.T) {
	for _, c := range []struct{ name, words, want string }{
		{"buch.txt", "Die Frau und der Mann sind nicht auf dem Hof.", "de"},
		{"book.txt", "The woman and the man went to the yard.", "en"},
		{"livre.fr.txt", "The woman and the man.", "fr"},
		{"buch.de-AT.txt", "x", "de-AT"},
		{"rest.txt", "Xyz abc.", "und"},
		{"archive.tar.txt", "Der Hund und die Katze.", "de"},
	} {
		text, _ := content.Plain(c.name, strings.NewReader(c.words))
		if got := text.Lang(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAPlainLineOf50MBIsDividedAndNothingIsLost(t *testing.T) {
	const words = 10 << 20
	text, problems := content.Plain("buch.txt", bytes.NewReader(bytes.Repeat([]byte("Wort "), words)))
	if len(problems) != 1 || problems[0].String() != "buch.txt:1: the line has 50 MB; it is divided into paragraphs" {
		t.Errorf("problems: %v", problems)
	}
	n := 0
	for _, p := range paragraphs(text) {
		if len(p) > 1<<20 {
			t.Errorf("a paragraph has %d bytes", len(p))
		}
		n += len(strings.Fields(p))
	}
	if n != words {
		t.Errorf("%d words, want %d", n, words)
	}
}

func TestAPlainTextWithFaultsIsRead(t *testing.T) {
	for _, c := range []struct {
		name string
		r    io.Reader
		want string
		left int
	}{
		{"invalid UTF-8", strings.NewReader("eins\nzw\xffei\n"), "buch.txt:2: from here on not all is valid UTF-8", 2},
		{"empty", strings.NewReader(" \n"), "buch.txt: the text is empty", 0},
		{"a broken disk", io.MultiReader(strings.NewReader("eins\n"), iotest.ErrReader(errors.New("broken disk"))), "buch.txt: cannot be read to its end: broken disk", 1},
		{"a long word", strings.NewReader(strings.Repeat("ä", 3<<20)), "buch.txt:1: the line has 6 MB", 6},
	} {
		text, problems := content.Plain("buch.txt", c.r)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, problems, c.want)
		}
		if got := len(paragraphs(text)); got != c.left {
			t.Errorf("%s: %d paragraphs, want %d", c.name, got, c.left)
		}
	}
}

func TestAPictureIsReadFromItsRoomOnly(t *testing.T) {
	files := sound(t)
	files["eins/gross.png"] = &fstest.MapFile{Data: huge(t)}
	img, err := content.Image(files, "eins", "bild.png")
	if err != nil || img.Bounds().Dx() != 2 {
		t.Errorf("the picture is not read: %v", err)
	}
	for name, want := range map[string]string{
		"../../bild.png": "leads out", "kein.png": "missing", "room.toml": "no picture", "gross.png": "too many",
	} {
		if _, err := content.Image(files, "eins", name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", name, err, want)
		}
	}
}

// huge is the beginning of a PNG that claims to have 10^10 pixels.
func huge(t *testing.T) []byte {
	data := picture(t)
	copy(data[16:24], []byte{0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0})
	return withSum(data)
}
