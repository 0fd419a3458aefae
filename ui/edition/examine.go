package edition

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/ui/message"
)

// Sections whose keys are languages and countries: there is no end of them.
const (
	languageName = "language."
	languageIn   = "language-in."
	regionName   = "region."
)

var country = regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`)

// isOpen reports whether a key is that of any language or country.
func isOpen(key string) bool {
	section, name, _ := strings.Cut(key, ".")
	switch section + "." {
	case languageName, languageIn:
		_, err := language.Parse(name)
		return err == nil
	case regionName:
		return country.MatchString(name)
	}
	return false
}

// isOurs reports whether a key belongs to the program alone: to the command line,
// which speaks the user's language and never the exhibition's, or to a sentence on
// what is wrong with the exhibition.
func isOurs(key string) bool {
	section, _, _ := strings.Cut(key, ".")
	return slices.Contains([]string{"command", "check", "proof", "book", strings.TrimSuffix(ProblemKey, ".")}, section)
}

// isPlural reports whether a message of the program has forms by number.
func isPlural(program message.Catalogue, base string) bool {
	return program.Has(base+".one") && program.Has(base+".other")
}

// examination compares words that an exhibition brings with the program's.
type examination struct {
	vocabulary exhibit.Vocabulary
	program    message.Catalogue
	problems   []doc.Problem
}

// words are those that can be used.
func (e *examination) words() message.Catalogue {
	empty, err := message.New(e.vocabulary.Lang, nil)
	if err != nil {
		return message.Catalogue{} // it was said that this is no language
	}
	forms := empty.Forms()
	words := map[string]string{}
	for _, w := range e.vocabulary.Words {
		if e.fits(w, forms) {
			words[w.Key] = w.Text
		}
	}
	e.complete(words, forms)
	slices.SortStableFunc(e.problems, func(a, b doc.Problem) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
	c, _ := message.New(e.vocabulary.Lang, words) // as above
	return c
}

func (e *examination) add(line int, form string, args ...any) {
	e.problems = append(e.problems, doc.Problem{
		Pos: doc.Pos{File: e.vocabulary.File, Line: line}, Sentence: doc.Say(form, args...),
	})
}

// fits reports whether words can stand where their key puts them. forms are the
// plural forms of their language.
func (e *examination) fits(w exhibit.Word, forms []string) bool {
	found := len(e.problems)
	base, form, isForm := message.Plural(w.Key)
	plural := isForm && isPlural(e.program, base)
	switch {
	case isOurs(w.Key):
		return false
	case w.Text == "":
		e.add(w.Line, "%s has no words", w.Key)
	case plural && form != "other" && !slices.Contains(forms, form):
		e.add(w.Line, "numbers have no form %q in the language %q; it has %s", form, e.vocabulary.Lang, strings.Join(forms, ", "))
	case plural:
		e.holes(w, e.program.T(base+".other"), form)
	case e.program.Has(w.Key):
		e.holes(w, e.program.T(w.Key), "")
	case isForm && e.program.Has(base):
		e.add(w.Line, "%s is one sentence and has no forms", base)
	case !isOpen(w.Key):
		e.add(w.Line, "the program has no words with the key %s", w.Key)
	}
	return len(e.problems) == found
}

// holes compares the placeholders of words with those of the program's. A form
// for one or two things need not say their number.
func (e *examination) holes(w exhibit.Word, program, form string) {
	has, want := message.Placeholders(w.Text), message.Placeholders(program)
	for _, h := range has {
		switch {
		case slices.Contains(want, h):
		case len(want) == 0:
			e.add(w.Line, "%s: the program puts nothing into the place of %s", w.Key, h)
		default:
			e.add(w.Line, "%s: the program puts nothing into the place of %s; it has %s", w.Key, h, strings.Join(want, ", "))
		}
	}
	for _, h := range want {
		few := form == "zero" || form == "one" || form == "two"
		if !slices.Contains(has, h) && !(few && h == "{n}") {
			e.add(w.Line, "%s: %s is missing, where the program puts something in", w.Key, h)
		}
	}
}

// complete takes the plurals out of words that lack a form of their language.
func (e *examination) complete(words map[string]string, forms []string) {
	seen := map[string]bool{}
	for _, w := range e.vocabulary.Words {
		base, _, ok := message.Plural(w.Key)
		if !ok || seen[base] || !isPlural(e.program, base) || isOurs(base+".") {
			continue
		}
		seen[base] = true
		whole := true
		for _, f := range forms {
			if _, ok := words[base+"."+f]; ok {
				continue
			}
			if whole = false; !slices.ContainsFunc(e.vocabulary.Words, func(w exhibit.Word) bool { return w.Key == base+"."+f }) {
				e.add(w.Line, "%s lacks the form %q, which numbers in the language %q have", base, f, e.vocabulary.Lang)
			}
		}
		if !whole {
			for _, f := range append(forms, "other") {
				delete(words, base+"."+f)
			}
		}
	}
}
