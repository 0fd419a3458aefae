package markup

import (
	"path"
	"regexp"
	"strings"

	"golang.org/x/text/language"
)

// ValidLanguage reports whether lang is a well-formed BCP 47 tag with known
// subtags.
func ValidLanguage(lang string) bool {
	_, err := language.Parse(lang)
	return err == nil
}

// Two letters only: "old" and "new" are languages too.
var plainName = regexp.MustCompile(`\.([a-z]{2}(?:-[A-Za-z0-9]+)*)\.[A-Za-z]+$`)

// GuessLanguage returns the language (BCP 47) of a text: from the name of its file
// ("book.de.txt"), or that of the language whose little words are the most frequent.
// "und": it is not known.
func GuessLanguage(name, text string) string {
	if m := plainName.FindStringSubmatch(path.Base(name)); m != nil && ValidLanguage(m[1]) {
		return m[1]
	}
	const enough = 16 << 10
	counts := map[string]int{}
	for _, w := range strings.Fields(strings.ToLower(text[:min(len(text), enough)])) {
		switch w {
		case "der", "die", "und", "das", "nicht", "von", "den", "mit", "ist", "auf":
			counts["de"]++
		case "the", "of", "and", "to", "that", "was", "it", "with", "for", "as":
			counts["en"]++
		}
	}
	switch {
	case counts["de"] > 2*counts["en"]:
		return "de"
	case counts["en"] > 2*counts["de"]:
		return "en"
	}
	return "und"
}
