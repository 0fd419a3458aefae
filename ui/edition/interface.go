package edition

import (
	"strings"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/ui/message"
)

// Interface is the words of the interface in every language of an exhibition. It
// is immutable.
type Interface struct {
	langs map[string]message.Catalogue
	first message.Catalogue // of the exhibition's default language
	flaws []doc.Problem

	program message.Catalogue            // in English
	without map[string]message.Catalogue // langs, before words of another language were put in
}

// english is the language that words come from when there are none in another.
const english = "en"

// Speak puts the words that an exhibition brings over the program's own, by
// language; those in English are the measure of what words there are. What the
// exhibition's language has no words for stands in the exhibition's default
// language, and else in English.
func Speak(x exhibit.Exhibition, own map[string]message.Catalogue) Interface {
	i := Interface{langs: map[string]message.Catalogue{}, without: map[string]message.Catalogue{}, first: own[english], program: own[english]}
	brought := map[string]message.Catalogue{}
	for _, v := range x.Interface {
		e := examination{vocabulary: v, program: own[english]}
		brought[v.Lang] = e.words()
		i.flaws = append(i.flaws, e.problems...)
	}
	names := languageNames(x, brought, languageName)
	for n, lang := range x.Languages {
		c, err := message.New(lang, nil)
		if err != nil {
			continue // it was said that this is no language
		}
		for part := lang; part != ""; part = parent(part) {
			c = c.Or(brought[part])
		}
		c = c.Or(names)
		for part := lang; part != ""; part = parent(part) {
			c = c.Or(own[part])
		}
		i.without[lang] = c
		if n > 0 {
			c = c.Or(i.first)
		}
		c = c.Or(own[english]).Or(languageNames(x, brought, languageIn))
		if i.langs[lang] = c; n == 0 {
			i.first = c
		}
	}
	if x.Book { // whatever its language, the program speaks its own with who reads it
		for lang, c := range own {
			i.langs[lang] = c.Or(own[english]).Or(names)
		}
	}
	return i
}

// In returns the words in a language, or in the exhibition's default language.
func (i Interface) In(lang string) message.Catalogue {
	for ; lang != ""; lang = parent(lang) {
		if c, ok := i.langs[lang]; ok {
			return c
		}
	}
	return i.first
}

// Each returns the words in several languages, in their order.
func (i Interface) Each(langs []string) []message.Catalogue {
	var all []message.Catalogue
	for _, lang := range langs {
		all = append(all, i.In(lang))
	}
	return all
}

// Flaws are what is wrong with the words that the exhibition brings. Those words
// are not used.
func (i Interface) Flaws() []doc.Problem { return i.flaws }

// Lacks counts the messages that a language of the exhibition has no words of its
// own for; a plural is one.
func (i Interface) Lacks(lang string) int {
	c, ok := i.without[lang]
	if !ok {
		return 0
	}
	form := c.Forms()[0]
	n := 0
	for _, key := range i.program.Keys() {
		base, of, isForm := message.Plural(key)
		plural := isForm && isPlural(i.program, base)
		switch {
		case isOurs(key), isOpen(key):
		case !plural && !c.Has(key):
			n++
		case plural && of == "other" && !c.Has(base+"."+form):
			n++
		}
	}
	return n
}

// parent is the language without its last part, region or script, or nothing.
func parent(lang string) string { return lang[:max(0, strings.LastIndexByte(lang, '-'))] }

// languageNames are the exhibition's languages by their own names, which every
// language shows alike in its switch, with keys that begin with a section.
func languageNames(x exhibit.Exhibition, brought map[string]message.Catalogue, section string) message.Catalogue {
	words := map[string]string{}
	for _, lang := range x.Languages {
		for part := lang; part != ""; part = parent(part) {
			if key := languageName + part; brought[part].Has(key) && words[section+lang] == "" {
				words[section+lang] = brought[part].T(key)
			}
		}
	}
	names, _ := message.New(english, words) // English is a language
	return names
}
