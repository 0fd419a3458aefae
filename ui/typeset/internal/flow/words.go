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

// tags names what a note says: what it comes nearest to, each with its level, and
// then what is only mentioned, the level said once: "Krieg, geschildert" and
// "Erwähnt: Flucht · Suizid". A single one keeps its level behind it, and where
// everything is only mentioned, that is what the note comes nearest to.
func (w words) tags(tags []note.Tag) (near, mentioned string) {
	var nearest, others []string
	var names []string
	for _, t := range tags {
		if t.Level > 1 {
			nearest = append(nearest, w.tag(t))
			continue
		}
		others = append(others, w.tag(t))
		names = append(names, w.category(t))
	}
	group := w.word("notes.group.1", "list", w.joined(names))
	if len(others) < 2 || group == "" {
		return w.joined(append(nearest, others...)), ""
	}
	if len(nearest) == 0 {
		return group, ""
	}
	return w.joined(nearest), group
}

// joined is a list whose separators never begin a line.
func (w words) joined(list []string) string {
	return strings.Join(list, bound(or(w.word("notes.separator"), " · ")))
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

func (w words) category(t note.Tag) string {
	return or(w.word("category."+string(t.Category)), string(t.Category))
}

func (w words) tag(t note.Tag) string {
	category := w.category(t)
	level := or(w.word("level."+strconv.Itoa(int(t.Level))), strconv.Itoa(int(t.Level)))
	if w.word("notes.item") == "" {
		return category + ", " + level
	}
	return w.word("notes.item", "category", category, "level", level)
}

// folio is what a page's foot says, the longest form first: its number of how many, as
// far as they are known, and the reference page, which is what one cites.
func (w words) folio(n numbering, ref int) []string {
	reference := w.word("read.reference", "ref", strconv.Itoa(ref))
	page, pages := strconv.Itoa(n.page), strconv.Itoa(n.pages)
	switch {
	case n.page == 0:
		return []string{reference}
	case n.pages == 0:
		pages = w.word("read.page", "page", page)
	default:
		pages = or(w.word("read.page-of", "page", page, "pages", pages), page+"/"+pages)
	}
	if pages == "" || reference == "" {
		return []string{pages, page}
	}
	return []string{pages + "\u00a0· " + reference, pages, page}
}

func or(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}
