package markup

import (
	"fmt"
	"strings"

	"lesestein/content/doc"
)

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

// escape puts a backslash before what would be markup.
func escape(words string) string {
	var b strings.Builder
	for i, r := range words {
		if strings.ContainsRune("\\`*_[]<>{}&!", r) || strings.HasPrefix(words[i:], "::") {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// keepEdges writes blanks at the edges so that they are not taken for layout.
func keepEdges(line string) string {
	if strings.HasPrefix(line, " ") {
		line = blankReference + line[1:]
	}
	if strings.HasSuffix(line, " ") {
		line = line[:len(line)-1] + blankReference
	}
	return line
}

const blankReference = "&#32;"

func escapeTarget(target string) string {
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "&", `\&`).Replace(target)
}

// guardStart keeps the first characters of a line from making it something else.
func guardStart(line string) string {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	switch {
	case digits == len(line):
		return line
	case digits == 0 && strings.IndexByte("#+-=~:|", line[0]) >= 0,
		digits > 0 && (line[digits] == '.' || line[digits] == ')'):
		return line[:digits] + `\` + line[digits:]
	}
	return line
}
