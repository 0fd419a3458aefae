package markup

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
)

// inline returns the spans of what stands inside a node.
func (b *builder) inline(n ast.Node) []doc.Span {
	var out []doc.Span
	b.spans(n, doc.Span{}, &out)
	return merged(out)
}

// spans appends the spans of a node's children, in a style: a span without text.
func (b *builder) spans(parent ast.Node, style doc.Span, out *[]doc.Span) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.words(n, style, out)
		case *ast.Emphasis:
			inner := style
			inner.Emphasis = inner.Emphasis || n.Level == 1
			inner.Strong = inner.Strong || n.Level == 2
			b.spans(n, inner, out)
		case *bracketNode:
			b.bracket(n, style, out)
		case *referenceNode:
			b.reference(n, style, out)
		case *ast.AutoLink:
			style := style
			style.Text, style.Link = string(n.Label(b.src.text)), string(n.URL(b.src.text))
			style.Term = ""
			*out = append(*out, style)
		case *ast.CodeSpan:
			b.errors.add(b.src.pos(max(0, n.Pos())), "code is not known; its words are kept")
			b.spans(n, style, out)
		case *ast.RawHTML:
			b.errors.add(b.src.pos(max(0, n.Pos())), "HTML is not known; it is kept as words")
			style.Text = oneLine(string(n.Segments.Value(b.src.text)))
			*out = append(*out, style)
		default:
			b.spans(n, style, out)
		}
	}
}

func (b *builder) words(n *ast.Text, style doc.Span, out *[]doc.Span) {
	style.Text = oneLine(unescape(n.Segment.Value(b.src.text)))
	switch {
	case n.HardLineBreak(), n.SoftLineBreak() && b.options.LineStarts:
		style.Newline = true
	case n.SoftLineBreak():
		style.Text += " "
	}
	*out = append(*out, style)
}

// oneLine puts blanks for the ends of lines that goldmark keeps in code and HTML.
func oneLine(words string) string { return strings.ReplaceAll(words, "\n", " ") }

// reference is a footnote's mark. One that leads nowhere is kept as words.
func (b *builder) reference(n *referenceNode, style doc.Span, out *[]doc.Span) {
	if _, ok := b.defined[n.id]; !ok {
		b.errors.add(b.src.pos(n.at), "the footnote %q is not defined", n.id)
		style.Text = "[^" + n.id + "]"
		*out = append(*out, style)
		return
	}
	*out = append(*out, doc.Span{Emphasis: style.Emphasis, Strong: style.Strong, Footnote: n.id})
}

// bracket is a term, words of another language, a link, or an image.
func (b *builder) bracket(n *bracketNode, style doc.Span, out *[]doc.Span) {
	at := b.src.pos(n.at)
	if n.image {
		b.errors.add(at, "a picture stands alone in its paragraph; its words are kept")
		b.spans(n, style, out)
		keepTitle(n, style, out)
		return
	}
	if term := n.attrs.take("term"); term != "" {
		if !validID(term) {
			b.errors.add(at, "the term %q is no id", term)
		}
		style.Term, style.Link = term, ""
	}
	if lang := n.attrs.take("lang"); lang != "" {
		if !ValidLanguage(lang) {
			b.errors.add(at, "%q is not a language", lang)
		}
		style.Lang, style.Dir = lang, b.isolated(lang)
	}
	if n.target != "" {
		b.link(n, at, &style)
	}
	if rest := n.attrs.rest(); rest != "" {
		b.errors.add(at, "unknown attribute: %s", rest)
		b.doubted(rest)
	}
	if style.Term == "" && style.Lang == "" && style.Link == "" {
		b.errors.add(at, "[words] that lead nowhere")
	}
	b.spans(n, style, out)
	keepTitle(n, style, out)
}

// keepTitle keeps the words of a title where a title has no meaning.
func keepTitle(n *bracketNode, style doc.Span, out *[]doc.Span) {
	if n.title != "" {
		style.Text = " " + unescape([]byte(n.title))
		*out = append(*out, style)
	}
}

// isolated returns the direction of a span in another language: Auto if it is
// written as the text is.
func (b *builder) isolated(lang string) doc.Direction {
	if dir := doc.LanguageDirection(lang); dir != doc.LanguageDirection(b.lang) {
		return dir
	}
	return doc.Auto
}

// link sets a span's target: a place in the room, or an address that is shown.
func (b *builder) link(n *bracketNode, at doc.Pos, style *doc.Span) {
	inside, isPlace := strings.CutPrefix(n.target, "#")
	switch {
	case isPlace && !validPlace(inside):
		b.errors.add(at, "“%s” is no place in the room", n.target)
	case !isPlace && !external(n.target):
		b.errors.add(at, "the link %q leads neither to a place (#id) nor to an address (https://…)", n.target)
	}
	if n.title != "" {
		b.errors.add(at, "a link has no title; its words are kept")
	}
	if style.Term != "" {
		b.errors.add(at, "words are a term or a link, not both")
	}
	style.Link, style.Term = n.target, ""
}

// validPlace reports whether s can be the id of a block: "gezaehlt",
// "glossary.sowjet".
func validPlace(s string) bool {
	for _, part := range strings.Split(s, ".") {
		if !validID(part) {
			return false
		}
	}
	return true
}

func external(target string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(target, scheme) {
			return true
		}
	}
	return false
}

// merged joins neighbours of one style and drops what is empty. Words that came
// together are brought to NFC.
func merged(spans []doc.Span) []doc.Span {
	var out []doc.Span
	var words strings.Builder
	flush := func() {
		if n := len(out); n > 0 {
			out[n-1].Text = norm.NFC.String(words.String())
		}
		words.Reset()
	}
	for _, s := range spans {
		if s.Text == "" && s.Footnote == "" && !s.Newline {
			continue
		}
		if n := len(out); n > 0 && joins(out[n-1], s) {
			out[n-1].Newline = s.Newline
		} else {
			flush()
			out = append(out, s)
		}
		words.WriteString(s.Text)
	}
	flush()
	return out
}

// joins reports whether two spans differ in their words only.
func joins(a, b doc.Span) bool {
	if a.Newline || a.Footnote != "" || b.Footnote != "" {
		return false
	}
	a.Text, b.Text, b.Newline = "", "", false
	return a == b
}

// formatSpans writes the spans of a block.
func formatSpans(spans []doc.Span) string {
	lines := strings.Split(styled(spans), "\\\n")
	for i, l := range lines {
		lines[i] = guardStart(keepEdges(l))
	}
	return strings.Join(lines, "\\\n")
}

// styled writes spans, the longer of emphasis and strength outside.
func styled(spans []doc.Span) string {
	var b strings.Builder
	for i := 0; i < len(spans); {
		em := run(spans[i:], func(s doc.Span) bool { return s.Emphasis })
		strong := run(spans[i:], func(s doc.Span) bool { return s.Strong })
		switch {
		case em == 0 && strong == 0:
			b.WriteString(span(spans[i]))
			i++
		case em > strong:
			b.WriteString("*" + keepEdges(styled(without(spans[i:i+em], false))) + "*")
			i += em
		default:
			b.WriteString("**" + keepEdges(styled(without(spans[i:i+strong], true))) + "**")
			i += strong
		}
	}
	return b.String()
}

func run(spans []doc.Span, has func(doc.Span) bool) int {
	n := 0
	for n < len(spans) && has(spans[n]) {
		n++
	}
	return n
}

func without(spans []doc.Span, strong bool) []doc.Span {
	out := make([]doc.Span, len(spans))
	copy(out, spans)
	for i := range out {
		if strong {
			out[i].Strong = false
		} else {
			out[i].Emphasis = false
		}
	}
	return out
}

// span writes one span without its style.
func span(s doc.Span) string {
	if s.Footnote != "" {
		return "[^" + s.Footnote + "]"
	}
	words := escape(s.Text)
	if s.Newline {
		words += "\\\n"
	}
	var attrs []string
	if s.Lang != "" {
		attrs = append(attrs, "lang="+s.Lang)
	}
	if s.Term != "" {
		attrs = append(attrs, "term="+s.Term)
	}
	if s.Link != "" {
		words = fmt.Sprintf("[%s](%s)", words, escapeTarget(s.Link))
	}
	if len(attrs) == 0 {
		return words
	}
	if s.Link == "" {
		words = "[" + words + "]"
	}
	return words + "{" + strings.Join(attrs, " ") + "}"
}
