package call

import (
	"sync"

	"lesestein/assets"
	"lesestein/ui/edition"
	"lesestein/ui/message"
)

// The words of the interface are read once, when somebody asks for them: every start does,
// on its way to the first picture.
var (
	german  = sync.OnceValue(func() message.Catalogue { return catalogue("de") })
	english = sync.OnceValue(func() message.Catalogue { return catalogue("en") })
)

// Catalogue returns the words of the interface that it speaks, "de" or "en".
func Catalogue(lang string) message.Catalogue {
	if lang == "de" {
		return german()
	}
	return english()
}

// catalogue reads those of a language. That the embedded files can be read is held by a
// test.
func catalogue(lang string) message.Catalogue {
	data, err := assets.Messages(lang)
	if err != nil {
		panic(err) // an asset that is embedded is there
	}
	c, err := message.Parse(lang, data)
	if err != nil {
		panic(err)
	}
	return c
}

// Words are the words of the interface in the languages that the program speaks.
func Words() map[string]message.Catalogue {
	return map[string]message.Catalogue{"de": german(), "en": english()}
}

// WordsWithProblems are Words with the sentences that say why a text cannot be read.
func WordsWithProblems() map[string]message.Catalogue {
	all := Words()
	de, en := map[string]string{}, map[string]string{}
	for form, words := range germanForms() {
		de[edition.ProblemKey+form], en[edition.ProblemKey+form] = words, form
	}
	for lang, words := range map[string]map[string]string{"de": de, "en": en} {
		forms, err := message.New(lang, words)
		if err != nil {
			panic(err) // both are languages
		}
		all[lang] = all[lang].Or(forms)
	}
	return all
}
