package screen

import (
	"slices"
	"strconv"
	"strings"

	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// notesLine is "Hinweise: Suizid, erwähnt · Krieg, geschildert", with the
// categories in semibold, or what stands in its place.
func (c *composer) notesLine(tags []note.Tag, a note.Assessment, st style) []typeset.Span {
	switch {
	case a.Status == "":
		a.Status = note.Unassessed
		fallthrough
	case a.Status != note.Assessed:
		return []typeset.Span{c.span(c.Words.T("status."+string(a.Status)), st)}
	case len(tags) == 0:
		return []typeset.Span{c.span(c.Words.T("notes.none"), st)}
	}
	before, after := c.around(c.Words.N("notes.lead", len(tags), "list", hole), st)
	return append(append(before, c.tagSpans(tags, st)...), after...)
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
	// A line does not begin with a separator.
	separator := c.Words.T("notes.separator")
	if after, spaced := strings.CutPrefix(separator, " "); spaced {
		separator = "\u00a0" + after
	}
	for i, t := range nearest(tags) {
		if i > 0 {
			spans = append(spans, c.span(separator, st))
		}
		item := c.Words.T("notes.item", "category", hole, "level", c.levelWord(t.Level))
		before, after := c.around(item, st)
		spans = append(spans, before...)
		spans = append(spans, c.span(c.Words.T("category."+string(t.Category)), strong))
		spans = append(spans, after...)
	}
	return spans
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
