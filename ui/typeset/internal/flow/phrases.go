package flow

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
)

// spokenRune is a character of a name with its language.
type spokenRune struct {
	r    rune
	lang string
}

// phrases are the stretches of what lines say that are in another language than the
// text: of the name that wholeWords makes of the same lines, head and tail. What
// tail completes is in the language of the word that it belongs to.
func (l *layout) phrases(lines []frame.Line, head, tail string) []frame.Phrase {
	text := l.work.Text.Lang()
	if !slices.ContainsFunc(lines, func(line frame.Line) bool {
		return slices.ContainsFunc(line.Runs, func(r frame.Run) bool { return or(r.Lang, text) != text })
	}) {
		return nil
	}
	var said []spokenRune
	last := text
	for _, line := range lines {
		own := 0
		for _, run := range line.Runs {
			if run.Ref.Kind == frame.RefFootnote {
				continue
			}
			last = or(run.Lang, text)
			for _, r := range run.Text {
				said = append(said, spokenRune{r, last})
				own++
			}
		}
		if own > 0 && !line.Divided && !line.Last {
			for ; own > 0 && said[len(said)-1].r == ' '; own-- {
				said = said[:len(said)-1]
			}
			said = append(said, spokenRune{' ', text})
		}
	}
	said = said[min(utf8.RuneCountInString(head), len(said)):]
	for _, r := range tail {
		said = append(said, spokenRune{r, last})
	}
	return foreign(l.joined(said), text)
}

// joined leaves out what doc.Joined does.
func (l *layout) joined(said []spokenRune) []spokenRune {
	at := func(i int) rune {
		if i < 0 || i >= len(said) {
			return 0
		}
		return said[i].r
	}
	var out []spokenRune
	for i, s := range said {
		if !doc.Joint(at(i-1), s.r, at(i+1), l.work.Text.Lang(), l.easy()) {
			out = append(out, s)
		}
	}
	return out
}

// foreign finds the stretches in another language in what frame.Spoken leaves. White
// belongs to a stretch that goes on behind it.
func foreign(said []spokenRune, text string) []frame.Phrase {
	var out []frame.Phrase
	n, open := 0, false // nothing but white since the last stretch
	for _, s := range said {
		white := unicode.IsSpace(s.r)
		if n == 0 && white {
			continue
		}
		k := len(out) - 1
		switch {
		case white:
		case s.lang == text:
			open = false
		case open && out[k].Lang == s.lang:
			out[k].To = n + 1
		default:
			out = append(out, frame.Phrase{From: n, To: n + 1, Lang: s.lang})
			open = true
		}
		n++
	}
	return out
}
