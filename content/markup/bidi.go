package markup

import (
	"golang.org/x/text/unicode/bidi"

	"lesestein/content/doc"
)

// BaseDirection returns the base direction of a paragraph by rules P2 and P3 of
// the Unicode Bidirectional Algorithm (UAX #9): that of the first strong letter
// outside isolates, or of the language if there is none.
func BaseDirection(words, lang string) doc.Direction {
	isolates := 0
	for len(words) > 0 {
		p, size := bidi.LookupString(words)
		if size == 0 {
			break
		}
		words = words[size:]
		switch p.Class() {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			isolates++
		case bidi.PDI:
			isolates = max(0, isolates-1)
		case bidi.L:
			if isolates == 0 {
				return doc.LTR
			}
		case bidi.R, bidi.AL:
			if isolates == 0 {
				return doc.RTL
			}
		}
	}
	return doc.LanguageDirection(lang)
}
