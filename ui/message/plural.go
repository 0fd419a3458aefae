package message

import (
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Plural parts a key into that of a plural and one of its forms; false: its last
// part is no form.
func Plural(key string) (base, form string, ok bool) {
	i := strings.LastIndexByte(key, '.')
	if i < 0 || !slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, key[i+1:]) {
		return "", "", false
	}
	return key[:i], key[i+1:], true
}

// farthest is the largest number below which every form that a language has for
// countable things has turned up: CLDR's rules look at the last two digits, and
// some languages part the hundreds.
const farthest = 1000

// Forms are the plural forms that whole numbers have in the catalogue's language,
// in the order in which counting meets them.
func (c Catalogue) Forms() []string {
	var forms []string
	for n := range farthest {
		if f := c.form(n); !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

// form names the plural form of a whole number by CLDR's rules.
func (c Catalogue) form(n int) string { return form(c.tag, max(n, -n)) }

func form(tag language.Tag, n int) string {
	switch plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// Placeholders are the names in braces of some words, each once, as written.
func Placeholders(words string) []string {
	var out []string
	for rest := words; ; {
		_, behind, ok := strings.Cut(rest, "{")
		if !ok {
			return out
		}
		name, after, closed := strings.Cut(behind, "}")
		if !closed {
			return append(out, "{"+behind)
		}
		if hole := "{" + name + "}"; !slices.Contains(out, hole) {
			out = append(out, hole)
		}
		rest = after
	}
}
