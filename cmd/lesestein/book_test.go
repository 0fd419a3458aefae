package main

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/exhibit"
)

// writeEPUB writes a book of one chapter.
func writeEPUB(t *testing.T, name, body string) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`},
		{"b.opf", `<package><metadata><title>Das Buch</title><creator>Anna A.</creator><language>de</language></metadata>
<manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>`},
		{"c.xhtml", "<html><body>" + body + "</body></html>"},
		{"p.png", string(square(t))},
	} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, name, b.Bytes())
}

func square(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 100, 100))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestABookOpensWithItsPictures: an EPUB, whatever it is called, and Markdown.
func TestABookOpensWithItsPictures(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	writeEPUB(t, in("a.epub"), `<h1>Eins</h1><img src="p.png" alt="P"/>`)
	writeEPUB(t, in("renamed.txt"), `<h1>Eins</h1><img src="p.png" alt="P"/>`)
	write(t, in("b.de.md"), []byte("# Eins\n\n![P](p.png)\n"))
	write(t, in("p.png"), square(t))
	for name, want := range map[string]struct{ title, author, picture string }{
		"a.epub":      {"Das Buch", "Anna A.", "p.png"},
		"renamed.txt": {"Das Buch", "Anna A.", "p.png"},
		"b.de.md":     {"Eins", "", "p.png"},
	} {
		x, err := open(in(name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		defer x.Close()
		if x.Exhibition.ID != in(name) || !x.Book || len(x.Problems) > 0 {
			t.Errorf("%s: %s, a book: %v, %v", name, x.Exhibition.ID, x.Book, x.Problems)
		}
		room := x.Exhibition.Rooms[0]
		if title, _ := room.Title.In("de"); title != want.title {
			t.Errorf("%s is called %q", name, title)
		}
		if author, _ := room.Span.In("de"); author != want.author {
			t.Errorf("%s is by %q", name, author)
		}
		if x.pictures.Picture(room.ID, want.picture) == nil {
			t.Errorf("%s has no picture %s", name, want.picture)
		}
		if _, ok := room.Rendition(exhibit.Standard, "de"); !ok {
			t.Errorf("%s has no text", name)
		}
		if _, err := x.text("", exhibit.Standard); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestABookThatCannotBeOpenedSaysWhy, in one sentence, with its file and line.
func TestABookThatCannotBeOpenedSaysWhy(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	write(t, in("words.epub"), []byte("no archive"))
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create("x"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, in("other.zip"), b.Bytes())
	writeEPUB(t, in("flawed.epub"), "<p>a</p>\n<img src='none.png'/>")
	write(t, in("flawed.md"), []byte("a\n\n| b |\n"))
	write(t, in("empty.md"), nil)
	for _, c := range []struct{ command, file, want string }{
		{"proof", "words.epub", "lesestein: This text cannot be read: words.epub: it is no EPUB: the file is no zip archive, or it is broken or cut off\n"},
		{"proof", "other.zip", "lesestein: This text cannot be read: other.zip/META-INF/container.xml: it is no EPUB: the file is missing that says where the book is\n"},
		{"check", "words.epub", in("words.epub") + ": it is no EPUB"},
		{"check", "flawed.epub", in("flawed.epub") + `/c.xhtml:2: the picture "none.png": the file is missing`},
		{"check", "flawed.md", in("flawed.md") + ":3: tables are not known"},
		{"proof", "flawed.md", in("flawed.md") + ":3: tables are not known\nlesestein: There is 1\u00a0error"},
		{"proof", "empty.md", "lesestein: This text cannot be read: empty.md: the text is empty\n"},
	} {
		st, out, errs := testStation()
		code := run(append([]string{c.command, in(c.file)}, map[string][]string{"proof": {"-o", dir}}[c.command]...), st)
		if c.command == "proof" && strings.Contains(c.file, "flawed") {
			code = call.Failed
		}
		if got := out.String() + errs.String(); code != call.Failed || !strings.Contains(got, c.want) {
			t.Errorf("%s %s ends with %d: %q lacks %q", c.command, c.file, code, got, c.want)
		}
	}
}

// TestABookIsProofed: each of its pages is a picture.
func TestABookIsProofed(t *testing.T) {
	dir := t.TempDir()
	book := filepath.Join(dir, "a.epub")
	writeEPUB(t, book, `<h1>Eins</h1><p>Ein Satz.</p>`)
	st, out, errs := testStation()
	if code := run([]string{"proof", book, "-o", dir, "--size", "400x600"}, st); code != call.Done || errs.Len() > 0 {
		t.Errorf("%d: %s%s", code, out, errs)
	}
	for _, name := range []string{"text-de-001.png", "text-de-002.png"} {
		if !call.Exists(filepath.Join(dir, name)) {
			t.Errorf("there is no %s", name)
		}
	}
}
