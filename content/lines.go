package content

import (
	"regexp"
	"strings"

	"lesestein/content/doc"
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

// noteLine is what a note says, its line or its summary.
type noteLine struct {
	pos   doc.Pos
	note  doc.Sentence // which note it is
	lang  string
	words string
}

// lines are what the notes of a text say.
func (f textFile) lines() []noteLine {
	var out []noteLine
	for _, p := range f.parsed.Passages {
		pos := doc.Pos{File: f.name}
		if p.First <= p.Last {
			pos = f.parsed.Doc.Blocks[p.First].Pos
		}
		for _, words := range []string{p.Line, p.Summary} {
			out = append(out, noteLine{pos, doc.Say("the note above"), f.lang, words})
		}
	}
	return out
}

// line looks at the words of a note.
func (r *remarks) line(n noteLine) {
	if you := secondPerson(n.lang); you != nil {
		if m := you.FindStringSubmatch(n.words); m != nil {
			r.add(n.pos, "%s speaks to the reader, “%s”; it says what the text is about", n.note, strings.Join(m[1:], ""))
		}
	}
	if m := warning.FindStringSubmatch(n.words); m != nil {
		r.add(n.pos, "%s warns, “%s”; it says what the text is about", n.note, m[1]+m[2])
	}
	if strings.Contains(n.words, "!") {
		r.add(n.pos, "%s has an exclamation mark", n.note)
	}
}
