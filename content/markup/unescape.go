package markup

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/util"
)

var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// unescape turns source words into what is read: a backslash goes from before
// punctuation, character references become their characters.
func unescape(raw []byte) string {
	if !strings.ContainsAny(string(raw), `\&`) {
		return string(raw)
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			b.WriteByte(raw[i])
		case c == '&':
			m := entity.Find(raw[i:])
			if m == nil {
				b.WriteByte(c)
				continue
			}
			b.WriteString(clean(html.UnescapeString(string(m))))
			i += len(m) - 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// clean holds what a character reference makes to the rules of the source.
func clean(s string) string { return strings.ReplaceAll(strings.Map(printable, s), "\n", " ") }

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
