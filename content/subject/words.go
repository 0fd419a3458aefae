package subject

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a text. Its forms are what patterns are held against: the word as
// a whole, and with hyphens each part too.
type word struct {
	from, to int // in bytes
	forms    []form
	sentence int // the number of the sentence it stands in
}

// form is one way to read a word.
type form struct {
	letters string // folded
	capital bool   // it begins with a capital letter
}

// split takes a text apart.
func split(text string) []word {
	var out []word
	sentence, ended, start := 0, false, -1
	flush := func(to int) {
		if start < 0 {
			return
		}
		if forms := formsOf(text[start:to]); len(forms) > 0 {
			out = append(out, word{from: start, to: to, forms: forms, sentence: sentence})
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
				if ended {
					sentence, ended = sentence+1, false
				}
			}
		case start >= 0 && joins(r) && letterFollows(text[i+utf8.RuneLen(max(r, 0)):]):
		default:
			flush(i)
			ended = ended || r == '.' || r == '!' || r == '?' || r == '\n'
		}
	}
	flush(len(text))
	return out
}

// joins reports whether a sign inside a word belongs to it.
func joins(r rune) bool { return isHyphen(r) || r == '\'' || r == '’' || invisible(r) }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// invisible reports whether a sign parts no word: soft hyphens, joiners, and the dots
// that part compounds in easy texts.
func invisible(r rune) bool {
	switch r {
	case '\u00AD', '\u00B7', '\u2027', '\u200B', '\u200C', '\u200D', '\u2060':
		return true
	}
	return false
}

func letterFollows(s string) bool {
	for _, r := range s {
		if invisible(r) {
			continue
		}
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// formsOf reads a word as a whole and by its parts.
func formsOf(s string) []form {
	var out []form
	add := func(s string) {
		if letters := fold(s); letters != "" {
			r, _ := utf8.DecodeRuneInString(s)
			out = append(out, form{letters, unicode.IsUpper(r)})
		}
	}
	add(s)
	parts := strings.FieldsFunc(s, func(r rune) bool { return isHyphen(r) || r == '\'' || r == '’' })
	if len(parts) > 1 {
		for _, p := range parts {
			add(p)
		}
	}
	return out
}

var spelled = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "ı", "i")

// fold brings letters into the form that is compared.
func fold(s string) string {
	s = spelled.Replace(strings.ToLower(norm.NFC.String(s)))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFD.String(s))
}
