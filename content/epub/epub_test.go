package epub_test

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/epub"
	"lesestein/content/note"
)

func TestABookKnowsWhatItIsCalledAndByWhom(t *testing.T) {
	m := a(`<p>a</p>`)
	opf := strings.Replace(m.data["OPS/book.opf"], "<dc:title>Das Buch</dc:title>",
		`<dc:title>Reihe 7</dc:title><dc:title id="t">Das
		Buch</dc:title><meta refines="#t" property="title-type">main</meta>`, 1)
	opf = strings.Replace(opf, "<dc:language>de<", "<dc:creator>Bert&nbsp;B.</dc:creator><dc:language>und</dc:language><dc:language>de-AT<", 1)
	b, problems := read(t, m.put("OPS/book.opf", opf))
	if got, want := b.String(), `"Das Buch" by ["Anna A." "Bert B."] in de-AT`; strings.ReplaceAll(got, "\u00a0", " ") != want || len(problems) > 0 {
		t.Errorf("got %s, want %s; %v", got, want, problems)
	}
	if got := b.Text.Assessment().Status; got != note.Unassessed {
		t.Errorf("its status is %s", got)
	}
}

func TestALanguageThatIsNotSaidIsGuessed(t *testing.T) {
	m := a(`<p>The woman and the man went to the yard.</p>`)
	m.put("OPS/book.opf", strings.Replace(m.data["OPS/book.opf"], "<dc:language>de</dc:language>", "", 1))
	if b, _ := read(t, m); b.Text.Lang() != "en" {
		t.Errorf("it is %s", b.Text.Lang())
	}
}

func TestPartsBesideTheFlowComeLastButForACover(t *testing.T) {
	m := a(`<p>a</p>`, `<p>b</p>`, `<p>c</p>`)
	opf := strings.Replace(m.data["OPS/book.opf"], `idref="c2"`, `idref="c2" linear="no"`, 1)
	b, _ := read(t, m.put("OPS/book.opf", strings.Replace(opf, `idref="c1"`, `idref="c1" linear="no"`, 1)))
	if got := shown(disclosed(b)); !slices.Equal(got, []string{"p1 a", "p1 c", "p1 b"}) {
		t.Errorf("%q", got)
	}
}

// TestABookThatIsBrokenIsNamedAndTheRestIsRead: each fault gets its sentence with its
// place, and what can be read is.
func TestABookThatIsBrokenIsNamedAndTheRestIsRead(t *testing.T) {
	const locked = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="ALGORITHM"/><enc:CipherData><enc:CipherReference URI="OPS/c1.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`
	change := func(name, old, new string) func(*made) {
		return func(m *made) { m.put(name, strings.Replace(m.data[name], old, new, 1)) }
	}
	for _, c := range []struct {
		name  string
		spoil func(*made)
		want  string
		left  string
	}{
		{"no container", func(m *made) { m.drop("META-INF/container.xml") }, "buch.epub/META-INF/container.xml: it is no EPUB: the file is missing that says where the book is", ""},
		{"a container that names nothing", change("META-INF/container.xml", "rootfile ", "root "), "buch.epub/META-INF/container.xml: it names no package document", ""},
		{"no package document", func(m *made) { m.drop("OPS/book.opf") }, "buch.epub/OPS/book.opf: the file is missing", ""},
		{"a broken package document", change("OPS/book.opf", "</manifest>", "<"), "buch.epub/OPS/book.opf:", ""},
		{"a package document that is none", func(m *made) { m.put("OPS/book.opf", "none") }, "buch.epub/OPS/book.opf:", ""},
		{"an empty spine", change("OPS/book.opf", "<spine>", "<spin>"), "buch.epub/OPS/book.opf", ""},
		{"a chapter that is missing", func(m *made) { m.drop("OPS/c1.xhtml") }, "buch.epub/OPS/c1.xhtml: the file is missing", "p1 b"},
		{"a chapter that nobody lists", change("OPS/book.opf", `item id="c1"`, `item id="x"`), `buch.epub/OPS/book.opf: the spine names "c1", which the manifest does not have`, "p1 b"},
		{"a part that is no text", change("OPS/book.opf", `application/xhtml+xml`, `application/pdf`), `buch.epub/OPS/c1.xhtml: a part of the type "application/pdf" cannot be shown`, "p1 b"},
		{"a lock", func(m *made) {
			m.put("META-INF/encryption.xml", strings.Replace(locked, "ALGORITHM", "http://www.w3.org/2001/04/xmlenc#aes128-cbc", 1))
		},
			"buch.epub/OPS/c1.xhtml: the book is protected by DRM; Lesestein cannot open it", ""},
		{"fonts that are only disguised", func(m *made) {
			m.put("META-INF/encryption.xml", strings.Replace(locked, "ALGORITHM", "http://www.idpf.org/2008/embedding", 1))
		}, "", "p1 a|p1 b"},
		{"a wrong encoding", func(m *made) { m.put("OPS/c1.xhtml", page("<p>\xe4 ä</p>")) }, "buch.epub/OPS/c1.xhtml: not valid UTF-8; it is read as Windows 1252", "p1 ä ä|p1 b"},
		{"an encoding of its own", func(m *made) {
			m.put("OPS/c1.xhtml", "<?xml version='1.0' encoding='KOI8-R'?><html><body><p>\xc4\xc1</p></body></html>")
		}, "buch.epub/OPS/c1.xhtml: not valid UTF-8; it is read as KOI8-R", "p1 да|p1 b"},
		{"letters of two bytes", func(m *made) { m.put("OPS/c1.xhtml", "\xff\xfe<\x00p\x00>\x00\xe4\x00<\x00/\x00p\x00>\x00") }, "", "p1 ä|p1 b"},
		{"a picture that is missing", func(m *made) { m.put("OPS/c1.xhtml", page(`<img src="x%20y.png" alt="c"/>`)) }, `buch.epub/OPS/c1.xhtml:3: the picture "x%20y.png": the file is missing`, "fig1 OPS/x y.png(c)|p1 b"},
		{"names with other capitals", func(m *made) { m.drop("OPS/c1.xhtml").put("ops/C1.XHTML", page("<p>c</p>")) }, "", "p1 c|p1 b"},
		{"nothing to read", func(m *made) { m.put("OPS/c1.xhtml", page("")).put("OPS/c2.xhtml", page("")) }, "buch.epub: the text is empty", ""},
	} {
		m := a("<p>a</p>", "<p>b</p>")
		c.spoil(m)
		b, problems := read(t, m)
		var said string
		if len(problems) > 0 {
			said = problems[0].String()
		}
		if !strings.HasPrefix(said, c.want) || c.want == "" && said != "" {
			t.Errorf("%s: said %q, want %q", c.name, said, c.want)
		}
		if got := strings.Join(shown(disclosed(b)), "|"); got != c.left {
			t.Errorf("%s: left is %q, want %q", c.name, got, c.left)
		}
	}
}

func TestAFileThatIsNoArchiveIsNamed(t *testing.T) {
	whole := a("<p>a</p>").bytes(t)
	for name, data := range map[string][]byte{"empty": nil, "words": []byte("Es war einmal"), "cut off": whole[:len(whole)/2]} {
		b, problems := epub.Read("buch.epub", bytes.NewReader(data), int64(len(data)))
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "buch.epub: it is no EPUB") || b.Text.Len() > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// TestABombIsDefused: what an archive claims about sizes decides nothing.
func TestABombIsDefused(t *testing.T) {
	t.Run("one entry that grows", func(t *testing.T) {
		m := a("<p>a</p>", "<p>b</p>").put("OPS/c1.xhtml", page(strings.Repeat("<p>aaaaaaaa</p>", 40<<20/15)))
		b, problems := read(t, m)
		if len(problems) != 1 || problems[0].String() != "buch.epub/OPS/c1.xhtml: it is too large; at most 32 MB are read" {
			t.Errorf("%v", problems)
		}
		if got := shown(disclosed(b)); !slices.Equal(got, []string{"p1 b"}) {
			t.Errorf("%d blocks", len(got))
		}
	})
	t.Run("entries that grow together", func(t *testing.T) {
		long := "<p>" + strings.Repeat("a ", 12<<20) + "</p>"
		_, problems := read(t, a(long, long, long))
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "buch.epub/OPS/c3.xhtml: the book's texts are larger than 64 MB together") {
			t.Errorf("%v", problems)
		}
	})
	t.Run("an entry that lies about its size", func(t *testing.T) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		words := page("<p>" + strings.Repeat("a", 1000) + "</p>")
		book := a("<p>a</p>")
		for _, name := range book.names {
			data := book.data[name]
			if name == "OPS/c1.xhtml" {
				data = words
			}
			h := &zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(data)), CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
			if name == "OPS/c1.xhtml" {
				h.UncompressedSize64 = 10
			}
			w, err := z.CreateRaw(h)
			if err == nil {
				_, err = io.WriteString(w, data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		z.Close()
		read, _ := epub.Read("buch.epub", bytes.NewReader(b.Bytes()), int64(b.Len()))
		if n := read.Text.Len(); n > len(words) {
			t.Errorf("%d letters", n)
		}
	})
	t.Run("too many entries", func(t *testing.T) {
		m := a("<p>a</p>")
		for i := range 20_000 {
			m.put("x/"+strings.Repeat("y", i%7)+string(rune('a'+i%26))+string(rune(0x4e00+i)), "")
		}
		_, problems := read(t, m)
		if len(problems) != 1 || problems[0].String() != "buch.epub: the archive lists more than 20000 files" {
			t.Errorf("%v", problems)
		}
	})
	t.Run("elements within elements", func(t *testing.T) {
		b, _ := read(t, a(strings.Repeat("<div><i>", 100_000)+"a"+strings.Repeat("</i></div>", 100_000)+"<p>b</p>"))
		if got := len(shown(disclosed(b))); got != 2 {
			t.Errorf("%d blocks", got)
		}
	})
}

func TestALongParagraphIsDividedAndNothingIsLost(t *testing.T) {
	const words = 1 << 20
	b, _ := read(t, a("<ul><li>"+strings.Repeat("Wort ", words)+"</li></ul>", "<pre>"+strings.Repeat("Wort ", words)+"</pre>"))
	n := 0
	for _, it := range disclosed(b).Items() {
		text := it.Block.Text()
		if len(text) > 1<<20+100 {
			t.Errorf("a paragraph has %d bytes", len(text))
		}
		n += len(strings.Fields(text))
	}
	if n != 2*words {
		t.Errorf("%d words", n)
	}
}

func TestAPictureIsReadOutOfTheArchive(t *testing.T) {
	picture := func(w, h int) string {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	m := a(`<p><img src="p/large.png" alt="A"/></p><p><img alt="D" src="p/small.png"/>er Anfang</p><p><img alt="Zierde" src="p/small.png"/></p><p>a</p>`).
		put("OPS/p/large.png", picture(100, 60)).put("OPS/p/small.png", picture(20, 20))
	data := m.bytes(t)
	b, problems := epub.Read("buch.epub", bytes.NewReader(data), int64(len(data)))
	if got, want := shown(disclosed(b)), []string{"fig1 OPS/p/large.png(A)", "p Der Anfang", "hr", "p a"}; !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("%q %v", got, problems)
	}
	img, err := content.Image(b.Files, ".", "OPS/p/large.png")
	if err != nil || img.Bounds().Dx() != 100 {
		t.Errorf("the picture is not read: %v", err)
	}
}
