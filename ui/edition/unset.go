package edition

import (
	"lesestein/content/doc"
	"lesestein/ui/typeset"
)

// Unset says what cannot be set well in a text, each with its first place and how
// often it is there. None is an error: the text is shown all the same.
func Unset(list []typeset.Diagnostic) []doc.Problem {
	var out []doc.Problem
	for _, d := range list {
		var s doc.Sentence
		switch d.Kind {
		case typeset.MissingGlyph:
			s = doc.Say("no font has the character “%s”, which stands here first (%d in this text)", d.Text, d.Count)
		case typeset.OverlongWord:
			s = doc.Say("no line holds “%s”, which stands here first (%d in this text): a soft hyphen says where to divide it", d.Text, d.Count)
		}
		out = append(out, doc.Problem{Pos: d.Pos, Sentence: s})
	}
	return out
}
