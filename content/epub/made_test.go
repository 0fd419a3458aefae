package epub_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/epub"
	"lesestein/content/note"
)

// A made is an EPUB in the making: its entries by path, in an order of their own.
type made struct {
	names []string
	data  map[string]string
}

func (m *made) put(name, data string) *made {
	if m.data == nil {
		m.data = map[string]string{}
	}
	if _, ok := m.data[name]; !ok {
		m.names = append(m.names, name)
	}
	m.data[name] = data
	return m
}

func (m *made) drop(name string) *made {
	delete(m.data, name)
	return m
}

// bytes packs the entries.
func (m *made) bytes(t testing.TB) []byte {
	t.Helper()
	return m.packed(t, nil)
}

// packed packs the entries, as they are; headers says something else of some of them.
func (m *made) packed(t testing.TB, headers map[string]func(*zip.FileHeader)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range m.names {
		data, ok := m.data[name]
		if !ok {
			continue
		}
		size := uint64(len(data))
		h := &zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE([]byte(data)), CompressedSize64: size, UncompressedSize64: size}
		if change := headers[name]; change != nil {
			change(h)
		}
		if strings.HasSuffix(h.Name, "/") {
			data = "" // a folder has no bytes
		}
		w, err := z.CreateRaw(h)
		if err == nil {
			_, err = w.Write([]byte(data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const where = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

// a makes a book of chapters, which are what stands in their bodies.
func a(bodies ...string) *made {
	m := (&made{}).put("mimetype", "application/epub+zip").put("META-INF/container.xml", where)
	var items, spine strings.Builder
	for i, body := range bodies {
		fmt.Fprintf(&items, `<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, i+1, i+1)
		fmt.Fprintf(&spine, `<itemref idref="c%d"/>`, i+1)
		m.put(fmt.Sprintf("OPS/c%d.xhtml", i+1), page(body))
	}
	return m.put("OPS/book.opf", `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Das Buch</dc:title><dc:creator>Anna A.</dc:creator><dc:language>de</dc:language></metadata>
<manifest>`+items.String()+`</manifest><spine>`+spine.String()+`</spine></package>`)
}

func page(body string) string {
	return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>No words</title><style>p{}</style></head>
<body>` + body + `</body></html>`
}

func read(t testing.TB, m *made) (epub.Book, []doc.Problem) {
	t.Helper()
	data := m.bytes(t)
	return epub.Read("buch.epub", bytes.NewReader(data), int64(len(data)))
}

// TestAHeadingIsThatOfTheBook whose text is read, too, or is not there.
func TestAHeadingIsThatOfTheBook(t *testing.T) {
	unsaid := a("<p>Der Fluss ist still, und die Fähre legt nicht ab.</p>")
	unsaid.data["OPS/book.opf"] = regexp.MustCompile(`<dc:language>.*?</dc:language>`).ReplaceAllString(unsaid.data["OPS/book.opf"], "")
	for name, m := range map[string]*made{
		"a book": a("<p>Ein Satz.</p>", "<p>Noch einer.</p>"), "no language": unsaid,
		"no container": a("<p>Ein Satz.</p>").drop("META-INF/container.xml"), "nothing": {},
	} {
		data := m.bytes(t)
		h, problems := epub.Head("buch.epub", bytes.NewReader(data), int64(len(data)))
		b, _ := read(t, m)
		lang := b.Text.Lang()
		if b.Text.Len() == 0 {
			lang = ""
		}
		if h.Title != b.Title || !slices.Equal(h.Authors, b.Authors) || h.Lang != lang || (len(problems) > 0) != (lang == "") {
			t.Errorf("%s: %+v %v, the book is %v", name, h, problems, b)
		}
	}
}

// shown writes blocks as lines: kind, level, quotation, marker, words.
func shown(v note.Visible) []string {
	var out []string
	for _, it := range v.Items() {
		out = append(out, line(*it.Block))
	}
	return out
}

func line(b doc.Block) string {
	kind := map[doc.Kind]string{
		doc.Paragraph: "p", doc.Heading: "h", doc.ListItem: "li", doc.FigureBlock: "fig", doc.Break: "hr",
	}[b.Kind]
	if b.Level > 0 {
		kind += fmt.Sprint(b.Level)
	}
	kind += strings.Repeat(">", b.Quote)
	if b.Marker != "" {
		kind += " " + b.Marker
	}
	if b.Figure != nil {
		kind += fmt.Sprintf(" %s(%s)", b.Figure.File, b.Figure.Alt)
	}
	return strings.TrimSpace(kind + " " + marked(b.Content()))
}

// marked writes spans with their looks.
func marked(spans []doc.Span) string {
	var b strings.Builder
	for _, s := range spans {
		text := s.Text
		for _, m := range []struct {
			is   bool
			with string
		}{{s.Emphasis, "_"}, {s.Strong, "*"}} {
			if m.is {
				text = m.with + text + m.with
			}
		}
		for name, value := range map[string]string{"lang": s.Lang, "to": s.Link} {
			if value != "" {
				text = fmt.Sprintf("[%s]{%s=%s}", text, name, value)
			}
		}
		if s.Footnote != "" {
			text += "[^" + s.Footnote + "]"
		}
		if s.Newline {
			text += "⏎"
		}
		b.WriteString(text)
	}
	return b.String()
}

func disclosed(b epub.Book) note.Visible { return note.Disclose(b.Text, note.Default(), nil) }
