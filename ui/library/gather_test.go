package library

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// epub is a book of so many chapters of about ten thousand words.
func epub(tb testing.TB, title, author, lang string, chapters int) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	entry := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		must(tb, err)
	}
	entry("META-INF/container.xml", `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`)
	var items, spine strings.Builder
	for n := range chapters {
		fmt.Fprintf(&items, `<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, n, n)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, n)
		entry(fmt.Sprintf("c%d.xhtml", n), `<html xmlns="http://www.w3.org/1999/xhtml"><body>`+strings.Repeat("<p>"+strings.Repeat(title+" und die Fähre am Morgen. ", 20)+"</p>", 60)+"</body></html>")
	}
	entry("book.opf", fmt.Sprintf(`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
		<dc:identifier id="id">the same in every one</dc:identifier><dc:title>%s</dc:title><dc:creator>%s</dc:creator><dc:language>%s</dc:language></metadata>
		<manifest>%s</manifest><spine>%s</spine></package>`, title, author, lang, &items, &spine))
	must(tb, z.Close())
	return b.Bytes()
}

// shelf is a folder with n EPUBs, in folders of ten.
func shelf(tb testing.TB, n, chapters int) string {
	tb.Helper()
	top := tb.TempDir()
	for i := range n {
		lay(tb, filepath.Join(top, fmt.Sprint("shelf ", i/10), fmt.Sprintf("book%03d.epub", i)),
			string(epub(tb, fmt.Sprint("Buch ", i), fmt.Sprint("Autorin ", i%7), "de", chapters)))
	}
	return top
}

func nobody(Progress) {}

func titles(t testing.TB, l *Library) []string {
	t.Helper()
	works, err := l.Works()
	must(t, err)
	var out []string
	for _, w := range works {
		out = append(out, w.Title)
	}
	slices.Sort(out)
	return out
}

func TestAFolderIsReadInWithAllBelowIt(t *testing.T) {
	l, top := begin(t), shelf(t, 12, 1)
	lay(t, filepath.Join(top, "notes", "Aufsatz.md"), "# Über Fähren\n\nEin Text über das Übersetzen.\n")
	lay(t, filepath.Join(top, "broken.epub"), "no book")
	lay(t, filepath.Join(top, "none.epub"), "")
	lay(t, filepath.Join(top, "picture.jpg"), "not looked at")
	lay(t, filepath.Join(top, ".hidden", "x.txt"), "not looked at")
	var last Progress
	told := 0
	must(t, l.Gather(t.Context(), top, func(p Progress) {
		if p.Read < last.Read || p.Read > p.All {
			t.Errorf("%+v after %+v", p, last)
		}
		last, told = p, told+1
	}))
	if last != (Progress{Read: 15, All: 15, New: 15, Failed: 2}) || told < 2 {
		t.Errorf("%+v, told %d times", last, told)
	}
	got := titles(t, l)
	if len(got) != 13 || got[0] != "Buch 0" || !slices.Contains(got, "Über Fähren") {
		t.Errorf("%q", got)
	}
	unopened, err := l.Unopened()
	if want := []Unopened{{filepath.Join(top, "broken.epub"), "epub"}, {filepath.Join(top, "none.epub"), "epub"}}; !slices.Equal(unopened, want) || err != nil {
		t.Errorf("%q, %v", unopened, err)
	}
	works, err := l.Works()
	must(t, err)
	for _, w := range works {
		if id, err := Identify(w.Path); id != w.ID || err != nil || w.Lang != "de" || w.Folder {
			t.Errorf("%+v: %v, %v", w, id, err)
		}
	}
}

func TestAnExhibitionInAFolderIsOneWork(t *testing.T) {
	l, top := begin(t), t.TempDir()
	must(t, os.CopyFS(filepath.Join(top, "exhibition"), os.DirFS("../../content/rooms")))
	must(t, l.Gather(t.Context(), top, nobody))
	works, err := l.Works()
	must(t, err)
	if len(works) != 1 || !works[0].Folder || works[0].ID != identify(t, filepath.Join(top, "exhibition")) {
		t.Errorf("%+v", works)
	}
}

// TestReadInAgainOnlyWhatChangedIsRead: and what was taken off the shelf stays off it.
func TestReadInAgainOnlyWhatChangedIsRead(t *testing.T) {
	l, top := begin(t), shelf(t, 3, 1)
	must(t, l.Gather(t.Context(), top, nobody))
	works, err := l.Works()
	must(t, err, l.Unshelve(works[0].ID))
	file := filepath.Join(top, "shelf 0", "book001.epub")
	info, err := os.Stat(file)
	must(t, err)
	if works[0].Path == file {
		works[0], works[1] = works[1], works[0]
		must(t, l.Unshelve(works[0].ID), l.Shelve(works[1]))
	}
	same := bytes.Repeat([]byte{0}, int(info.Size())) // of the same size and time: nobody looks
	must(t, os.WriteFile(file, same, 0o600), os.Chtimes(file, info.ModTime(), info.ModTime()))
	must(t, l.Gather(t.Context(), top, nobody))
	if got := titles(t, l); len(got) != 2 || !slices.Contains(got, "Buch 1") {
		t.Errorf("%q", got)
	}
	must(t, os.Chtimes(file, info.ModTime(), info.ModTime().Add(time.Second)))
	var last Progress
	must(t, l.Gather(t.Context(), top, func(p Progress) { last = p }))
	if last.Failed != 1 {
		t.Errorf("%+v", last)
	}
}

// TestReadingInCanBeStopped: what was read until then stays, and the rest comes the next
// time.
func TestReadingInCanBeStopped(t *testing.T) {
	l, top := begin(t), shelf(t, 3*fewWorks, 1)
	ctx, stop := context.WithCancel(t.Context())
	err := l.Gather(ctx, top, func(p Progress) {
		if p.Read > 0 {
			stop()
		}
	})
	if got := len(titles(t, l)); !errors.Is(err, context.Canceled) || got < fewWorks || got >= 3*fewWorks {
		t.Errorf("%d works, %v", got, err)
	}
	must(t, l.Gather(t.Context(), top, nobody))
	if got := len(titles(t, l)); got != 3*fewWorks {
		t.Errorf("%d works", got)
	}
}

// TestBooksCanBeOpenedWhileAFolderIsRead: places are kept between any two works.
func TestBooksCanBeOpenedWhileAFolderIsRead(t *testing.T) {
	l, top := begin(t), shelf(t, 4*fewWorks, 1)
	n := 0
	must(t, l.Gather(t.Context(), top, func(p Progress) {
		n++
		works, err := l.Works()
		must(t, err)
		if len(works) < p.Read {
			t.Errorf("%d are read, %d are on the shelf", p.Read, len(works))
		}
		for _, w := range works[:min(1, len(works))] {
			must(t, l.Keep(w.ID, nil, reading(n)))
		}
	}))
	if n < 4 {
		t.Errorf("told %d times", n)
	}
}

func TestWhereAWorkWasLeftIsOnTheShelf(t *testing.T) {
	l := begin(t)
	is := reading(1)
	is.At, is.Len = 41, 100
	must(t, l.Shelve(Work{ID: work(1), Title: "A"}), l.Keep(work(1), nil, is), l.Shelve(Work{ID: work(1), Title: "A"}))
	works, err := l.Works()
	if len(works) != 1 || works[0].At != 41 || works[0].Len != 100 || err != nil {
		t.Errorf("%+v, %v", works, err)
	}
}

// BenchmarkGather reads 900 EPUBs in, of about 150,000 words each.
func BenchmarkGather(b *testing.B) {
	top := shelf(b, 900, 12)
	b.ResetTimer()
	for b.Loop() {
		l := begin(b)
		must(b, l.Gather(b.Context(), top, nobody))
		if n := len(titles(b, l)); n != 900 {
			b.Fatalf("%d works", n)
		}
	}
}

// BenchmarkWorks lists a shelf of none and one of a thousand.
func BenchmarkWorks(b *testing.B) {
	for _, n := range []int{0, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l := begin(b)
			var few []found
			for i := range n {
				few = append(few, found{work: Work{ID: ID{byte(i), byte(i >> 8)}, Title: fmt.Sprint("Buch ", i), Authors: "Mara Lind", Lang: "de"}})
			}
			must(b, l.write(func(tx *sql.Tx) error { return enter(tx, few) }))
			for b.Loop() {
				if got := len(titles(b, l)); got != n {
					b.Fatal(got)
				}
			}
		})
	}
}
