package epub_test

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
	"lesestein/content/epub"
)

// letters are the letters and digits of words, in their order: what must not be lost.
func letters(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(words))
}

var (
	tag    = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
	unread = regexp.MustCompile(`(?s)<(script|style|title)\b.*?</(script|style|title)>`)
)

// sound reports whether a body has nothing in it that makes the words of a browser
// hard to tell without one.
func sound(body string) bool {
	inner := tag.ReplaceAllString(unread.ReplaceAllString(body, ""), "")
	lower := strings.ToLower(body)
	for _, hard := range []string{"hidden", "<!", "<?", "&", "script", "style", "title", "template", "datalist", "desc", "metadata", "head", "<img", "image", "noteref", "href", "html", "\x00"} {
		if strings.Contains(lower, hard) {
			return false
		}
	}
	return !strings.ContainsAny(inner, "<>") && !strings.Contains(body, "='") && !strings.Contains(body, `"`) && !strings.Contains(body, "'")
}

// FuzzChapter holds that a chapter never makes Read fall, and that each of its words
// comes into the document, in their order.
func FuzzChapter(f *testing.F) {
	for _, s := range []string{
		"<h1>Eins</h1><p>Zwei <em>drei</em><br/>vier</p>", "<ul><li>a<li>b<ol><li>c</ol></ul>d", "<table><tr><td>a<td><p>b<p>c<tr><th>d</table>",
		"<figure><figcaption>a</figcaption><pre>b\n c</pre></figure>", "<blockquote>a<p>b</blockquote>c", "<dl><dt>a<dd>b</dl>", "10<sup>3</sup>",
		`<p>a<a epub:type="noteref" href="#x">1</a><aside id="x">b`, "<p>a<![CDATA[b]]>", `<figure><img src="a"/><figcaption>b</figcaption>c`, "</p></div>a<b>",
		`<A epuB:tYpe="noteref" href="#x">0<Aside id="x">0`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		src := string(bytes.ToValidUTF8(body, nil))
		b, _ := read(t, a(src))
		v := disclosed(b)
		var got strings.Builder
		for _, it := range v.Items() {
			got.WriteString(it.Block.Text())
			valid(t, *it.Block)
		}
		for _, n := range v.Footnotes() {
			for _, block := range n.Blocks {
				valid(t, block)
			}
		}
		if !sound(src) {
			return
		}
		if got, want := letters(got.String()), letters(tag.ReplaceAllString(norm.NFC.String(src), "")); got != want {
			t.Errorf("%q\ngot  %s\nwant %s", src, got, want)
		}
	})
}

// valid holds what every block of a document is.
func valid(t *testing.T, b doc.Block) {
	t.Helper()
	if b.ID == "" || b.Pos.File == "" || b.Pos.Line < 1 {
		t.Errorf("a block without an id or a place: %+v", b)
	}
	if b.Kind != doc.Break && b.Kind != doc.FigureBlock && strings.TrimSpace(b.Text()) == "" {
		t.Errorf("an empty block: %+v", b)
	}
	for _, s := range b.Content() {
		if s.Footnote != "" && s.Text != "" {
			t.Errorf("a reference with words: %+v", s)
		}
	}
}

// edits are bytes that are read as edits of the parts of a book.
type edits []byte

// below takes a number from 0 up to, not including, n.
func (e *edits) below(n int) int {
	if len(*e) == 0 || n == 0 {
		return 0
	}
	k := int((*e)[0])
	*e = (*e)[1:]
	if n > 1<<8 && len(*e) > 0 {
		k |= int((*e)[0]) << 8
		*e = (*e)[1:]
	}
	return k % n
}

// bookPieces are what the parts of a book are made of.
var bookPieces = []string{
	"<", ">", "</", "/>", "\"", "&", "&#x0;", "&nbsp;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "<p>", "</p>", "<h1>", "<h6>", "<br/>", "<hr/>", "<ul><li>", "<table><tr><td>",
	"<img src='p.png' alt='x'/>", "<a href='#a'>1</a>", "<a id='a'/>", "<aside id='n' epub:type='footnote'>", "<a epub:type='noteref' href='#n'>1</a>", "<svg>", "<title>", "<script>", "<math>", "<pre>",
	"<manifest>", "<item id='x' href='c1.xhtml'/>", "<item id='t' href='toc.xml' properties='nav' media-type='application/xhtml+xml'/>", "<spine>", "<itemref idref='x' linear='no'/>", "<itemref idref='c1'/>",
	"<dc:language>ar</dc:language>", "<dc:title>", "<rootfile full-path='../x'/>", "<navPoint><navLabel><text>x</text></navLabel><content src='c1.xhtml#a'/></navPoint>", "href='../../x'", "href='%00'", "href='c1.xhtml#a'",
	"<EncryptedData><CipherData><CipherReference URI='OPS/c1.xhtml'/></CipherData></EncryptedData>", "encoding='utf-16'", "<meta property='title-type' refines='#x'>main</meta>", "\xff\xfe", "\x00", "\u00e9", "\u202e", "\u0600",
}

// damaged edits the parts of a book, and what the archive says of them.
func damaged(t *testing.T, e edits) []byte {
	m := a("<h1>A</h1><p>a<a epub:type='noteref' href='#n'>1</a></p><aside id='n'>b</aside>", "<p id='a'>c</p>")
	m.put("OPS/book.opf", strings.Replace(m.data["OPS/book.opf"], "<manifest>", `<manifest><item href="toc.xml" media-type="application/x-dtbncx+xml"/>`, 1))
	m.put("OPS/toc.xml", "<ncx><navMap><navPoint><navLabel><text>a</text></navLabel><content src='c1.xhtml'/></navPoint></navMap></ncx>").put("META-INF/encryption.xml", "<encryption></encryption>").put("OPS/p.png", "\x89PNG")
	headers := map[string]func(*zip.FileHeader){}
	for range 12 {
		if len(e) == 0 {
			break
		}
		name := m.names[e.below(len(m.names))]
		text := m.data[name]
		at := e.below(len(text) + 1)
		end := min(len(text), at+e.below(60))
		switch e.below(7) {
		case 0, 1:
			text = text[:at] + bookPieces[e.below(len(bookPieces))] + text[at:]
		case 2:
			text = text[:at] + text[end:]
		case 3:
			text = text[:end] + text[at:]
		case 4:
			text = m.data[m.names[e.below(len(m.names))]]
		case 5:
			m.drop(name)
			continue
		case 6:
			headers[name] = header(&e)
		}
		m.put(name, text)
	}
	return m.packed(t, headers)
}

// header is a lie that an archive tells of an entry.
func header(e *edits) func(*zip.FileHeader) {
	what, n := e.below(5), e.below(1<<16)
	return func(h *zip.FileHeader) {
		switch what {
		case 0:
			h.Method = uint16(n)
		case 1:
			h.CRC32 ^= uint32(n)
		case 2:
			h.UncompressedSize64 += uint64(n) << 16
		case 3:
			h.Flags |= uint16(n)
		case 4:
			h.Name = []string{"../x", "OPS\\c1.xhtml", "ops/C1.xhtml", "", "/", "OPS/book.opf", "META-INF/container.xml", "a/"}[n%8]
		}
	}
}

// FuzzRead damages a book part by part. Read never falls, says something where it
// reads nothing, and of each problem where it is.
func FuzzRead(f *testing.F) {
	for part := range 8 {
		for what := range 7 {
			f.Add([]byte{byte(part), 90, 20, byte(what), 3, 5, 0})
		}
	}
	for i := range bookPieces {
		f.Add([]byte{byte(i), byte(3 * i), 0, 0, byte(i), byte(i + 1), 0, 0, 0, byte(i)})
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		archive := damaged(t, data)
		b, problems := epub.Read("buch.epub", bytes.NewReader(archive), int64(len(archive)))
		for _, p := range problems {
			if !strings.HasPrefix(p.Pos.File, "buch.epub") || p.Sentence.String() == "" {
				t.Errorf("a problem without a place: %q", p)
			}
		}
		v := disclosed(b)
		if len(v.Items()) == 0 && len(problems) == 0 {
			t.Error("nothing is read and nothing said")
		}
		for _, it := range v.Items() {
			valid(t, *it.Block)
		}
	})
}

// BenchmarkRead reads a book of a million letters, from its bytes to what is shown.
func BenchmarkRead(b *testing.B) {
	sentence := "Die <em>Straße</em> war leer, und niemand wusste, wie lange das so bleiben würde. "
	var chapters []string
	for range 20 {
		chapters = append(chapters, "<h1>Kapitel</h1>"+strings.Repeat("<p>"+strings.Repeat(sentence, 5)+"</p>\n", 140))
	}
	data := a(chapters...).bytes(b)
	b.SetBytes(1_000_000)
	for b.Loop() {
		book, _ := epub.Read("buch.epub", bytes.NewReader(data), int64(len(data)))
		disclosed(book)
	}
}
