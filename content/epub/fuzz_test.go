package epub_test

import (
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

// FuzzRead puts bytes in the place of a file of each kind, and of the whole.
func FuzzRead(f *testing.F) {
	whole := withContents("<ncx><navMap><navPoint><navLabel><text>a</text></navLabel><content src='c1.xhtml'/></navPoint></navMap></ncx>")
	f.Add(whole.bytes(f))
	for _, name := range whole.names {
		f.Add([]byte(whole.data[name]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		epub.Read("buch.epub", bytes.NewReader(data), int64(len(data)))
		for _, name := range []string{"META-INF/container.xml", "META-INF/encryption.xml", "OPS/book.opf", "OPS/c1.xhtml", "OPS/toc.xml"} {
			b, problems := read(t, withContents("").put(name, string(data)))
			if b.Text.Len() == 0 && len(problems) == 0 && len(disclosed(b).Items()) == 0 {
				t.Errorf("%s: nothing is read and nothing said", name)
			}
		}
	})
}

func withContents(toc string) *made {
	m := a("<p>a</p>").put("OPS/toc.xml", toc)
	return m.put("OPS/book.opf", strings.Replace(m.data["OPS/book.opf"], "<manifest>", `<manifest><item href="toc.xml" media-type="application/x-dtbncx+xml"/>`, 1))
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
