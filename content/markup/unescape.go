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
