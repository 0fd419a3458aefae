package typeset_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lesestein/ui/typeset/measure"
)

// BenchmarkBookAgainstMutool sets the book of a million characters, cold, in a
// process of its own, from the file's bytes to line breaks and page index, and
// turn by turn lets mutool (Debian mupdf-tools) lay out the same text as an EPUB,
// which it does without hyphens, line by line. "cpu" is user and system time with
// one worker, "wall" the time with all processors; the ratios are those of the
// medians. At most 0.65 each.
//
//	go test -trimpath -run '^$' -bench Mutool -benchtime 11x ./ui/typeset
func BenchmarkBookAgainstMutool(b *testing.B) {
	dir := b.TempDir()
	text, epub := filepath.Join(dir, "book.de.txt"), filepath.Join(dir, "book.epub")
	write(b, text, []byte(measure.Book()))
	write(b, epub, storedEPUB(b, measure.Book()))
	var m medians
	for b.Loop() {
		for _, workers := range []string{"1", ""} {
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), asChild+"="+text)
			name := "wall"
			if workers != "" {
				name, c.Env = "cpu", append(c.Env, "GOMAXPROCS="+workers)
			}
			spent(b, &m, name, c)
		}
		mu := exec.Command("mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, epub)
		spent(b, &m, "mutool", mu)
	}
	m.report(b)
	b.ReportMetric(float64(m.median("cpu"))/float64(m.median("mutool-cpu")), "cpu-ratio")
	b.ReportMetric(float64(m.median("wall"))/float64(m.median("mutool-wall")), "wall-ratio")
}

// spent runs a command and adds what it took: of the CPU or of the clock, as the
// name says; for any other name both.
func spent(b *testing.B, m *medians, name string, c *exec.Cmd) {
	b.Helper()
	began := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v: %v: %s", c.Args, err, out)
	}
	wall := time.Since(began)
	cpu := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	switch name {
	case "cpu":
		m.add(name, cpu)
	case "wall":
		m.add(name, wall)
	default:
		m.add(name+"-cpu", cpu)
		m.add(name+"-wall", wall)
	}
}

func write(tb testing.TB, name string, data []byte) {
	tb.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		tb.Fatal(err)
	}
}

const (
	epubContainer = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">` +
		`<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`
	epubPackage = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">` +
		`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">book</dc:identifier>` +
		`<dc:title>Book</dc:title><dc:language>de</dc:language></metadata>` +
		`<manifest><item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>` +
		`<spine><itemref idref="text"/></spine></package>`
	epubHead = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Book</title></head><body>`
)

// storedEPUB is a plain text as an EPUB without compression: a paragraph for each
// line, in one file.
func storedEPUB(tb testing.TB, text string) []byte {
	tb.Helper()
	var body strings.Builder
	body.WriteString(epubHead)
	for line := range strings.Lines(text) {
		fmt.Fprintf(&body, "<p>%s</p>\n", strings.TrimSpace(line))
	}
	body.WriteString("</body></html>")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range [][2]string{
		{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", epubContainer},
		{"book.opf", epubPackage}, {"text.xhtml", body.String()},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f[0], Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(w, f[1])
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}
