package epub_test

import (
	"fmt"
	"strings"
	"testing"
)

// withNotes writes the flow and then the footnotes.
func withNotes(t *testing.T, m *made) string {
	t.Helper()
	b, problems := read(t, m)
	if len(problems) > 0 {
		t.Errorf("problems: %v", problems)
	}
	v := disclosed(b)
	out := shown(v)
	for _, f := range v.Footnotes() {
		var words []string
		for _, block := range f.Blocks {
			words = append(words, line(block))
		}
		out = append(out, fmt.Sprintf("%d: %s", f.Number, strings.Join(words, "; ")))
	}
	return strings.Join(out, "|")
}

func TestANoteOfABookIsAFootnote(t *testing.T) {
	const ref = `<a epub:type="noteref" href="#f1">1</a>`
	for _, c := range []struct {
		name   string
		bodies []string
		want   string
	}{
		{"an aside", []string{`<p>a` + ref + ` b.</p><aside epub:type="footnote" id="f1"><p>N <i>x</i></p><p>O</p></aside><p>c</p>`},
			"p1 a[^n1] b.|p c|1: p N _x_; p O"},
		{"by its role", []string{`<p>a<sup><a role="doc-noteref" href="#f1">1</a></sup></p><p id="f1">N</p>`}, "p1 a[^n1]|1: p N"},
		{"in another file, in a list, with a way back", []string{`<p>a <a epub:type="noteref" id="r" href="c2.xhtml#f1">[1]</a>.</p>`,
			`<section epub:type="endnotes"><h2>Notes</h2><ol><li id="f1" epub:type="endnote"><p>N <a role="doc-backlink" href="c1.xhtml#r">↩</a></p></li></ol></section>`},
			"p1 a [^n1].|1: p N"},
		{"only a number that leads back", []string{`<p id="p">a<a id="r" href="c2.xhtml#f"><sup>1</sup></a></p>`, `<h1>Notes</h1><p><a id="f" href="c1.xhtml#r">1</a>. N</p><p>b</p>`},
			"p1 a[^n1]|h1 Notes|p b|1: p N"},
		{"a number that does not lead back", []string{`<p>a<a href="#f">1</a></p><p id="f">N</p>`}, "p1 a[1]{to=#top.2}|p N"},
		{"two references", []string{`<p>a` + ref + `</p><p>b` + ref + `</p><p id="f1">1 N</p>`}, "p1 a[^n1]|p b[^n1]|1: p N"},
		{"a note that begins with dots and figures", []string{`<p>a` + ref + `</p><p id="f1">... ½ N</p>`}, "p1 a[^n1]|1: p ... ½ N"},
		{"a raised number before a note", []string{`<p>a` + ref + `</p><p id="f1"><sup>1</sup> ½ N</p>`}, "p1 a[^n1]|1: p ½ N"},
		{"a note in a note", []string{`<p>a` + ref + `</p><p id="f1">N<a epub:type="noteref" href="#f2">2</a></p><p id="f2">M</p>`}, "p1 a[^n1]|1: p N[^n2]|2: p M"},
		{"notes that only know each other", []string{`<p>a</p><p id="f1">N<a epub:type="noteref" href="#f2">2</a></p><p id="f2">M` + ref + `</p>`}, "p1 a|p M[^n1]|1: p N[2]{to=#top.2}"},
		{"a chapter is no note", []string{`<p>a` + ref + `</p><section id="f1"><h2>B</h2><p>b</p></section>`}, "p1 a[1]{to=#s1}|h1 B|p b"},
		{"a note that is missing", []string{`<p>a` + ref + `</p>`}, "p1 a1"},
		{"a reference alone hangs on the paragraph before it", []string{`<p>a</p><hr/><p> ` + ref + ` </p><p>b</p><p id="f1">N</p>`}, "p1 a[^n1]|hr|p b|1: p N"},
		{"a reference alone at the beginning", []string{`<p>a</p>`, `<p>` + ref + `</p><p>b</p><p id="f1">N</p>`}, "p1 a|p1 [^n1]b|1: p N"},
		{"a reference alone in a chapter", []string{`<p>a</p>`, `<p>` + ref + `</p><aside id="f1">N</aside>`}, "p1 a|p1 1[^n1]|1: p N"},
		{"a reference alone in a note", []string{`<p>a` + ref + `</p><p id="f1"><a epub:type="noteref" href="#f2">2</a></p><p id="f2">M</p>`}, "p1 a[^n1]|1: p 2[^n2]|2: p M"},
		{"a link to a reference alone", []string{`<p>a</p><p id="x">` + ref + `</p><p><a href="#x">b</a></p><p id="f1">N</p>`}, "p1 a[^n1]|p [b]{to=#top.1}|1: p N"},
		{"a break before the notes goes with them", []string{`<h1>A</h1><p>a` + ref + `</p><hr/><p id="f1">N</p>`}, "h1 A|p a[^n1]|1: p N"},
	} {
		if got := withNotes(t, a(c.bodies...)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}
