package screen

import (
	"slices"
	"strconv"
	"strings"

	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// notesLines are the content notes of a text in lines of running words, or what
// stands in their place: the categories that come nearest, each with its level,
// in semibold after a word that says what this is; then the others, a line a level.
func (c *composer) notesLines(tags []note.Tag, a note.Assessment, st style) [][]typeset.Span {
	if a.Status == "" {
		a.Status = note.Unassessed
	}
	status := []typeset.Span{c.span(c.Words.T("status."+string(a.Status)), st)}
	switch {
	case len(tags) == 0 && a.Status == note.Assessed:
		return [][]typeset.Span{{c.span(c.Words.T("notes.none"), st)}}
	case len(tags) == 0:
		return [][]typeset.Span{status}
	case a.Status == note.Unassessed: // what is known is said all the same
		return append([][]typeset.Span{status}, c.groupSpans(tags, st)...)
	}
	before, after := c.around(c.Words.N("notes.lead", len(tags), "list", hole), st)
	lines := c.groupSpans(tags, st)
	lines[0] = append(append(before, lines[0]...), after...)
	return lines
}

// groupSpans are the groups of NoteGroups, the nearest categories in semibold.
func (c *composer) groupSpans(tags []note.Tag, st style) [][]typeset.Span {
	groups := grouped(tags)
	if len(groups) == 0 {
		return nil
	}
	lines := [][]typeset.Span{c.tagSpans(groups[0], st)}
	for _, g := range groups[1:] {
		lines = append(lines, []typeset.Span{c.span(groupWords(g, c.Words), st)})
	}
	return lines
}

// NoteGroups are the categories of a text in ready words, the nearest level first.
// Of the nearest, each category is followed by its level: it is what somebody has
// to know. The level of all others is said once before their list.
func NoteGroups(tags []note.Tag, w message.Catalogue) []string {
	var lines []string
	for i, g := range grouped(tags) {
		if i > 0 {
			lines = append(lines, groupWords(g, w))
			continue
		}
		var items []string
		for _, t := range g {
			items = append(items, w.T("notes.item", "category", w.T("category."+string(t.Category)), "level", w.T("level."+strconv.Itoa(int(t.Level)))))
		}
		lines = append(lines, strings.Join(items, separator(w)))
	}
	return lines
}

// grouped are tags by level, the nearest first.
func grouped(tags []note.Tag) [][]note.Tag {
	var groups [][]note.Tag
	for _, t := range nearest(tags) {
		if n := len(groups); n > 0 && groups[n-1][0].Level == t.Level {
			groups[n-1] = append(groups[n-1], t)
		} else {
			groups = append(groups, []note.Tag{t})
		}
	}
	return groups
}

// groupWords is "Erwähnt: Krieg · Suizid".
func groupWords(g []note.Tag, w message.Catalogue) string {
	var items []string
	for _, t := range g {
		items = append(items, w.T("category."+string(t.Category)))
	}
	return w.T("notes.group."+strconv.Itoa(int(g[0].Level)), "list", strings.Join(items, separator(w)))
}

// separator stands between categories, bound to the one before: no line begins
// with it.
func separator(w message.Catalogue) string {
	s := w.T("notes.separator")
	if after, spaced := strings.CutPrefix(s, " "); spaced {
		return "\u00a0" + after
	}
	return s
}

// hole is put into a template where spans of another style go.
const hole = "\x00"

// around splits a template at its hole.
func (c *composer) around(template string, st style) (before, after []typeset.Span) {
	head, tail, _ := strings.Cut(template, hole)
	if head != "" {
		before = []typeset.Span{c.span(head, st)}
	}
	if tail != "" {
		after = []typeset.Span{c.span(tail, st)}
	}
	return before, after
}

// tagSpans are the categories in semibold ink, with their levels.
func (c *composer) tagSpans(tags []note.Tag, st style) []typeset.Span {
	strong := st
	strong.face, strong.role = frame.InterfaceSemibold, frame.Ink
	var spans []typeset.Span
	for i, t := range nearest(tags) {
		if i > 0 {
			spans = append(spans, c.span(separator(c.Words), st))
		}
		item := c.Words.T("notes.item", "category", hole, "level", c.levelWord(t.Level))
		before, after := c.around(item, st)
		spans = append(spans, before...)
		spans = append(spans, c.span(c.Words.T("category."+string(t.Category)), strong))
		spans = append(spans, after...)
	}
	return spans
}

// noticeSpans are the categories of a notice in one line of words: what it comes
// nearest to, each with its level, and then what is only mentioned, the level said
// once, as on the page.
func (c *composer) noticeSpans(tags []note.Tag, st style) []typeset.Span {
	groups := grouped(tags)
	n := len(groups) - 1
	if n < 1 || groups[n][0].Level > 1 || len(groups[n]) < 2 {
		return c.tagSpans(tags, st)
	}
	spans := c.tagSpans(slices.Concat(groups[:n]...), st)
	return append(spans, c.span(separator(c.Words), st), c.span(groupWords(groups[n], c.Words), st.in(frame.Soft)))
}

// nearest sorts tags by how near the text comes, the nearest first.
func nearest(tags []note.Tag) []note.Tag {
	out := slices.Clone(tags)
	slices.SortStableFunc(out, func(a, b note.Tag) int { return int(b.Level) - int(a.Level) })
	return out
}

func (c *composer) levelWord(l note.Level) string {
	return c.Words.T("level." + strconv.Itoa(int(l)))
}

// joinText is what spans say.
func joinText(spans []typeset.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// sentences joins what is said of one element; each part ends as a sentence does.
func sentences(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p)
		if !strings.HasSuffix(p, ".") && !strings.HasSuffix(p, "?") && !strings.HasSuffix(p, "!") {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// WholeFolded says that all of a room deals with something and that its texts are
// folded for it.
func WholeFolded(whole note.Whole, w message.Catalogue) string {
	var names []string
	for _, cat := range whole.Categories {
		names = append(names, w.T("category."+string(cat)))
	}
	return w.T("notes.whole-folded", "list", strings.Join(names, separator(w)))
}
