package content

import (
	"regexp"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// The line and summary of a note say what a passage is about. They speak of the text,
// never to or of the reader.

// secondPerson are the words that speak to a reader, by language.
func secondPerson(lang string) *regexp.Regexp {
	switch language, _, _ := strings.Cut(lang, "-"); language {
	case "de":
		return germanYou
	case "en":
		return englishYou
	}
	return nil
}

var (
	germanYou  = regexp.MustCompile(`(?:^|[^\pL])([Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]ure?[mnrs]?)(?:[^\pL]|$)|[\pL,;] (Sie|Ihnen|Ihre?[mnrs]?)(?:[^\pL]|$)`)
	englishYou = regexp.MustCompile(`(?i)(?:^|[^\pL])(you|your|yours|yourself|yourselves)(?:[^\pL]|$)`)
	// A warning that history gave is no warning to the reader: those words count where
	// a line begins with them or a colon follows.
	warning = regexp.MustCompile(`(?i)(?:^|[^\pL])(achtung:|vorsicht:|warnung:|warning:|caution:|beware|trigger\pL*|inhaltswarnung|content warning|verstörend\pL*|schockierend\pL*|grausig\pL*|disturbing|shocking|graphic|upsetting|nichts für schwache)(?:[^\pL]|$)|^(achtung|vorsicht|warnung|warning|caution)(?:[^\pL]|$)`)
)

// remarkNotes looks at the words of a text's notes.
func (l *loader) remarkNotes(f *textFile) {
	for _, p := range f.parsed.Passages {
		pos := doc.Pos{File: f.name}
		if p.First >= 0 && p.First < len(f.parsed.Doc.Blocks) && p.First <= p.Last {
			pos = f.parsed.Doc.Blocks[p.First].Pos
		}
		l.remarkLine(pos, f.lang, p.Passage)
	}
}

func (l *loader) remarkLine(pos doc.Pos, lang string, p note.Passage) {
	for _, words := range []string{p.Line, p.Summary} {
		if you := secondPerson(lang); you != nil {
			if m := you.FindStringSubmatch(words); m != nil {
				l.remark(pos, "the note above speaks to the reader, “%s”; it says what the passage is about", strings.Join(m[1:], ""))
			}
		}
		if m := warning.FindStringSubmatch(words); m != nil {
			l.remark(pos, "the note above warns, “%s”; it says what the passage is about", m[1]+m[2])
		}
		if strings.Contains(words, "!") {
			l.remark(pos, "the note above has an exclamation mark")
		}
	}
}
