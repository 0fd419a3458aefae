package frame

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// TestEveryLetterFromRightToLeftIsLeftward: and none of another direction.
func TestEveryLetterFromRightToLeftIsLeftward(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		p, _ := bidi.LookupRune(r)
		class := p.Class()
		strong := class == bidi.R || class == bidi.AL
		if unicode.In(r, unicode.L, unicode.N, unicode.So, unicode.Po) && strong && !Leftward(r) {
			t.Errorf("%U is written from right to left", r)
		}
		if class == bidi.L && unicode.IsLetter(r) && Leftward(r) {
			t.Errorf("%U is written from left to right", r)
		}
		if strong {
			n++
		}
	}
	if n < 1000 {
		t.Errorf("%d characters are from right to left", n)
	}
	for text, want := range map[string]bool{"שלום": true, "„שלום“": true, "Wort שלום": false, "12": false, "": false, "\uFDFB": true} {
		if leftwards(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
