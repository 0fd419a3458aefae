package flow

import (
	"strconv"
	"strings"

	"lesestein/content/note"
)

// words composes what the page says itself out of the catalogue's templates.
type words map[string]string

// word returns the catalogue's word, or the empty string.
func (w words) word(key string) string { return w[key] }

// fill returns the word with {name} replaced; pairs are name, value, name, value …
func (w words) fill(key string, pairs ...string) string {
	s := w[key]
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// count returns the plural of a key for n. Languages with more than two forms
// bring them ready made: what is missing falls back to "other".
func (w words) count(key string, n int) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	if _, ok := w[key+form]; !ok {
		form = ".other"
	}
	return w.fill(key+form, "n", strconv.Itoa(n))
}

// tags names what a note says: "Krieg, erwähnt · Suizid, erwähnt".
func (w words) tags(tags []note.Tag) string {
	var b strings.Builder
	for i, t := range tags {
		if i > 0 {
			b.WriteString(bound(or(w["notes.separator"], " · ")))
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
	category := or(w["category."+string(t.Category)], string(t.Category))
	level := or(w["level."+strconv.Itoa(int(t.Level))], strconv.Itoa(int(t.Level)))
	if w["notes.item"] == "" {
		return category + ", " + level
	}
	return w.fill("notes.item", "category", category, "level", level)
}

// folio composes the words at a page's foot, with the reference page apart, which
// is what one cites. A page that is not counted yet shows it alone.
func (w words) folio(n numbering, ref int) (before, number, after string) {
	number = strconv.Itoa(ref)
	if n.page == 0 || w["read.page"] == "" {
		return "", number, ""
	}
	pages := strconv.Itoa(n.pages)
	if n.pages == 0 {
		pages = "…"
	}
	before, after, ok := strings.Cut(w.fill("read.page", "page", strconv.Itoa(n.page), "pages", pages), "{ref}")
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
