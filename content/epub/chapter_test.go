package epub_test

import (
	"slices"
	"strings"
	"testing"
)

// TestEachConstructOfAChapterIsABlock is the table of what XHTML becomes.
func TestEachConstructOfAChapterIsABlock(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"headings by their depth", `<h2>Eins</h2><p>a</p><h3>Zwei</h3><p>b</p>`, "h1 Eins|p a|h2 Zwei|p b"},
		{"two headings at the head", `<h2>Kapitel 1</h2><h1>Die Reise</h1><p>a</p><h2>Ort</h2>`, "h1 Kapitel 1|h2 Die Reise|p a|h2 Ort"},
		{"no heading is invented", `<p>a</p><p>b</p>`, "p1 a|p b"},
		{"a heading keeps to one line", `<h1>Eins<br/>Zwei</h1>`, "h1 Eins Zwei"},
		{"words in a division", `<div>a<p>b</p>c</div>`, "p1 a|p b|p c"},
		{"white space is one blank", "<p>  a \n\t b<i> c </i>d </p>", "p1 a b _c_ d"},
		{"an empty paragraph is none", "<p>&#160;</p><p/><p>a</p><div> <br/> </div>", "p1 a"},
		{"looks", `<p><em>a</em><i>b</i> <strong>c</strong><b>d</b><cite>e</cite></p>`, "p1 _ab_ *cd*_e_"},
		{"figures above and below", `<p>10<sup>6</sup> H<sub>2</sub>O M<sup>lle</sup></p>`, "p1 10⁶ H₂O Mlle"},
		{"a line break", `<p>a<br/>b</p>`, "p1 a⏎b"},
		{"two line breaks are a paragraph", `<p>a<br/><br/>b</p>`, "p1 a|p b"},
		{"a break", `<hr/><p>a</p><hr/><hr/><p>b</p><hr/>`, "p1 a|hr|p b"},
		{"quotations", `<blockquote><p>a</p><blockquote>b</blockquote></blockquote><p>c</p>`, "p1> a|p>> b|p c"},
		{"a list", `<ul><li>a<ul><li>b</li></ul>c</li><li><p>d</p><p>e</p></li></ul>`, "li1 – a|li2 – b|li1 c|li1 – d|li1 e"},
		{"a list with numbers", `<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol><ol type="i"><li>d</li></ol><ol type="A"><li>e</li></ol>`,
			"li1 3. a|li1 7. b|li1 8. c|li1 i. d|li1 A. e"},
		{"items that do not end", `<ul><li>a<li>b</ul><p>c</p>`, "li1 – a|li1 – b|p c"},
		{"definitions", `<dl><dt>a</dt><dd>b</dd></dl>`, "p1 a|li1 b"},
		{"lines that count", "<pre>\na\n  b  c\n</pre>", "p1> a⏎\u2007\u2007b  c"},
		{"a row is a paragraph", `<table><caption>T</caption><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td/><td>d</td></tr></table>`,
			"p1> _T_|li1> *a* · *b*|li1> c · d"},
		{"another language", `<p>a <i xml:lang="en">b</i> <span lang="de">c</span></p>`, "p1 a [_b_]{lang=en} c"},
		{"a link outward", `<p><a href="https://example.org/x">a</a> <a href="mailto:x@y">b</a></p>`, "p1 [a]{to=https://example.org/x} b"},
		{"a link inward", `<p id="x">a</p><p><a href="#x">b</a> <a href="none.xhtml">c</a></p>`, "p1 a|p [b]{to=#top.1} c"},
		{"scripts and forms", `<script>if (a < b) {}</script><p>a</p><style>b</style><form><label>c</label><input value="d"/><button>e</button></form>`, "p1 a|p ce"},
		{"what closes itself", `<title/><script src="x"/><p>a<i/>b<a id="y"/>c</p><p>d</p>`, "p1 abc|p d"},
		{"marked text of XML", `<p><![CDATA[a < b]]></p>`, "p1 a < b"},
		{"what is hidden", `<p>a</p><p hidden="hidden">b</p>`, "p1 a"},
		{"prefixes of namespaces", `<h:p xmlns:h="x">a <h:em>b</h:em></h:p>`, "p1 a _b_"},
		{"tags that are broken", `<p>a<b>b</p><p>c</i></b> d</div><p>e &amp f &nix; < g`, "p1 a*b*|p c d|p e & f &nix; < g"},
		{"a picture without a file", `<p>a <img src="no.png" alt="b"/> c</p>`, "p1 a c|fig OPS/no.png(b)"},
		{"a caption", `<figure><img src="no.png" alt="b"/><figcaption>c <i>d</i></figcaption></figure>`, "fig1 OPS/no.png(b) c _d_"},
		{"a caption before", `<figure><figcaption><p>c</p><p>d</p></figcaption><img src="no.png" alt=""/></figure><p>e</p>`, "fig1 OPS/no.png() c⏎d|p e"},
		{"a caption of no picture", `<figure><figcaption>c</figcaption><pre>d</pre></figure>`, "p1 c|p> d"},
		{"a picture of SVG", `<svg viewBox="0 0 1 1"><title>t</title><image xlink:href="no.png"/></svg>`, "fig1 OPS/no.png()"},
	} {
		b, _ := read(t, a(c.body))
		if got := strings.Join(shown(disclosed(b)), "|"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestAChapterBeginsWhereItsFileDoes(t *testing.T) {
	b, problems := read(t, a(`<h1>A</h1><p>a</p>`, `<p>b</p><p>c</p>`, `<div/>`, `<h3>D</h3><p>d</p>`))
	want := []string{"h1 A", "p a", "p1 b", "p c", "h1 D", "p d"}
	if got := shown(disclosed(b)); !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("%q %v", got, problems)
	}
}

// TestAParagraphThatTheContentsNameIsAHeading: old books have no others. A paragraph
// with other words stays one.
func TestAParagraphThatTheContentsNameIsAHeading(t *testing.T) {
	const bodies, want = `<p id="a">I. <b>Der Anfang</b></p><p>a</p><p id="b">§ 1</p><p>b</p><p id="c">Anders</p>`, "h1 I. *Der Anfang*|p a|h2 § 1|p b|p Anders"
	for name, toc := range map[string][2]string{
		"NCX": {`media-type="application/x-dtbncx+xml"`, `<ncx><navMap><navPoint><navLabel><text>I. Der Anfang</text></navLabel><content src="c1.xhtml"/>
<navPoint><navLabel><text>§ 1</text></navLabel><content src="c1.xhtml#b"/></navPoint></navPoint>
<navPoint><navLabel><text>Das Ende</text></navLabel><content src="c1.xhtml#c"/></navPoint></navMap></ncx>`},
		"navigation document": {`properties="nav"`, page(`<nav epub:type="landmarks"><ol><li><a href="c1.xhtml#c">Anders</a></li></ol></nav>
<nav epub:type="toc"><ol><li><a href="c1.xhtml#a">I. <i>Der</i> Anfang</a><ol><li><a href="c1.xhtml#b">§ 1</a></li></ol></li></ol></nav>`)},
	} {
		m := a(bodies).put("OPS/toc.xml", toc[1])
		m.put("OPS/book.opf", strings.Replace(m.data["OPS/book.opf"], "<manifest>", `<manifest><item id="t" href="toc.xml" `+toc[0]+`/>`, 1))
		b, problems := read(t, m)
		got := strings.ReplaceAll(strings.Join(shown(disclosed(b)), "|"), "*", "")
		if got != strings.ReplaceAll(want, "*", "") || len(problems) > 0 {
			t.Errorf("%s: %s %v", name, got, problems)
		}
	}
}
