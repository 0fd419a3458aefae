package content

import (
	"regexp"
	"slices"
	"strings"

	"lesestein/content/doc"
)

// An easy version has short sentences, each on a line of its own, that name who did
// what. What can be counted is counted; whether a text is easy only its readers know.

// easyWords is how many words a sentence of an easy version has at most.
const easyWords = 12

var (
	sentenceEnd    = regexp.MustCompile(`[.!?:][“”"»«]?(?:\s+|$)|\n`)
	forbiddenMark  = regexp.MustCompile("[%\u00AD\u00B7\u2027]")
	germanPassive  = regexp.MustCompile(`(?i)(?:^|[^\pL])(wird|werden|wurden?|worden|würden?)(?:[^\pL]|$)`)
	germanPast     = regexp.MustCompile(`(?:^|[^\pL])(?:\pL{0,6}ge\pL{2,}(?:t|en)|(?:ver|be|er|ent|zer|miss|unter|über)\pL{2,}t|verboten|verloren|vergessen|verschwiegen|befohlen|erschossen|entschieden|geworfen)(?:[^\pL]|$)`)
	germanGenitive = regexp.MustCompile(`(?:^|[^\pL])([Dd]es|[Ee]ines|[Ss]eines|[Ii]hres|[Mm]eines|[Uu]nseres|[Dd]essen|[Dd]eren) \pL+`)
	englishPassive = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:is|are|was|were|be|been|being|got) (?:\pL+ly |not |never |also |often )?(\pL{2,}ed|known|made|done|given|taken|held|killed|shot|forced|kept|told|sent|seen|found|put|built|written|broken|chosen|driven|hidden|spoken|stolen|beaten|sold|bought|brought|taught|caught|lost|left|led|fed|hurt|cut|said)(?:[^\pL]|$)`)
)

// easy looks at the sentences of an easy version.
func (r *remarks) easy(f textFile) {
	for _, b := range f.parsed.Doc.Blocks {
		if b.Kind != doc.Heading {
			r.easyWords(b, f.lang)
		}
	}
	if n := len(f.parsed.Doc.Footnotes); n > 0 {
		r.add(f.parsed.Doc.Footnotes[0].Pos, "an easy version explains where it stands, without footnotes")
	}
}

func (r *remarks) easyWords(b doc.Block, lang string) {
	if m := forbiddenMark.FindString(b.Text()); m != "" {
		r.add(b.Pos, "an easy version does without “%s”; numbers are written out as people say them, compounds have a hyphen", visibleMark(m))
	}
	for line, words := range strings.Split(b.Text(), "\n") {
		for _, s := range sentenceEnd.Split(words, -1) {
			r.easySentence(doc.Pos{File: b.Pos.File, Line: b.Pos.Line + line}, strings.TrimSpace(s), lang)
		}
	}
}

func visibleMark(m string) string {
	if m == "\u00AD" {
		return "U+00AD"
	}
	return m
}

func (r *remarks) easySentence(pos doc.Pos, s, lang string) {
	if n := len(strings.Fields(s)); n > easyWords {
		r.add(pos, "a sentence of an easy version has %d words, and at most %d are easy to read: “%s”", n, easyWords, beginning(s))
	}
	switch language, _, _ := strings.Cut(lang, "-"); language {
	case "de":
		if germanPassive.MatchString(s) && germanPast.MatchString(s) {
			r.add(pos, "this may be a passive; an easy version says who does it: “%s”", beginning(s))
		}
		if m := germanGenitive.FindString(s); m != "" {
			r.add(pos, "this may be a genitive; an easy version says it with “von”: “%s”", strings.TrimSpace(m))
		}
	case "en":
		if m := englishPassive.FindStringSubmatch(s); m != nil && !slices.Contains(noPassive(), strings.ToLower(m[1])) {
			r.add(pos, "this may be a passive; an easy version says who does it: “%s”", beginning(s))
		}
	}
}

// noPassive are words that look like a passive and say how somebody is, or what a
// thing is called.
func noPassive() []string {
	return []string{"called", "named", "divided", "united", "tired", "interested", "afraid", "scared", "married", "allowed", "armed", "need", "indeed", "red", "wicked", "sacred", "hundred"}
}

// beginning is the first words of a sentence, to find it by.
func beginning(s string) string {
	words := strings.Fields(s)
	if len(words) <= 6 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:6], " ") + " …"
}
