package flow

import (
	"strconv"
	"strings"

	"lesestein/content/note"
)

// Words are the words of the interface, in the language of the text. args are pairs
// of a placeholder's name and its value; N chooses the form of a plural that the
// language has for a number, which also fills {n}. A key without words comes back,
// with or without a form.
type Words interface {
	T(key string, args ...string) string
	N(key string, n int, args ...string) string
}

// words composes what the page says itself. What the catalogue lacks is left out,
// never invented.
type words struct{ Words }

// word returns the catalogue's word, or the empty string.
func (w words) word(key string, args ...string) string {
	if w.Words == nil {
		return ""
	}
	if s := w.T(key, args...); s != key {
		return s
	}
	return ""
}

// count returns the form of a plural for n, or the empty string.
func (w words) count(key string, n int) string {
	if w.Words == nil {
		return ""
	}
	if s := w.N(key, n); !strings.HasPrefix(s, key) {
		return s
	}
	return ""
}

// tags names what a note says: "Krieg, erwähnt · Suizid, erwähnt".
func (w words) tags(tags []note.Tag) string {
	var b strings.Builder
	for i, t := range tags {
		if i > 0 {
			b.WriteString(bound(or(w.word("notes.separator"), " · ")))
		}
		b.WriteString(w.tag(t))
	}
	return b.String()
}

// bound is a separator that never begins a line.
func bound(separator string) string {
	if rest, ok := strings.CutPrefix(separator, " "); ok {
		return "\u00a0" + rest
	}
	return separator
}

// closest names the first of the tags with the highest level: what a passage comes
// nearest to. The notes list names the others.
func (w words) closest(tags []note.Tag) string {
	if len(tags) == 0 {
		return ""
	}
	best := tags[0]
	for _, t := range tags[1:] {
		if t.Level > best.Level {
			best = t
		}
	}
	return w.tag(best)
}

func (w words) tag(t note.Tag) string {
	category := or(w.word("category."+string(t.Category)), string(t.Category))
	level := or(w.word("level."+strconv.Itoa(int(t.Level))), strconv.Itoa(int(t.Level)))
	if w.word("notes.item") == "" {
		return category + ", " + level
	}
	return w.word("notes.item", "category", category, "level", level)
}

// folio composes the words at a page's foot, with the reference page apart, which
// is what one cites. A page that is not counted yet shows it alone.
func (w words) folio(n numbering, ref int) (before, number, after string) {
	number = strconv.Itoa(ref)
	if n.page == 0 || w.word("read.page") == "" {
		return "", number, ""
	}
	pages := strconv.Itoa(n.pages)
	if n.pages == 0 {
		pages = "…"
	}
	before, after, ok := strings.Cut(w.word("read.page", "page", strconv.Itoa(n.page), "pages", pages), "{ref}")
	if !ok {
		number = ""
	}
	return before, number, after
}

func or(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}
