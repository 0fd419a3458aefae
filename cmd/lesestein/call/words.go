package call

import (
	"lesestein/assets"
	"lesestein/ui/edition"
	"lesestein/ui/message"
)

// Catalogue returns the words of the interface that it speaks, "de" or "en". That the
// embedded files can be read is held by a test.
func Catalogue(lang string) message.Catalogue {
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
	return map[string]message.Catalogue{"de": Catalogue("de"), "en": Catalogue("en")}
}

// WordsWithProblems are Words with the sentences that say why a text cannot be read.
func WordsWithProblems() map[string]message.Catalogue {
	all := Words()
	german, english := map[string]string{}, map[string]string{}
	for form, words := range germanForms() {
		german[edition.ProblemKey+form], english[edition.ProblemKey+form] = words, form
	}
	for lang, words := range map[string]map[string]string{"de": german, "en": english} {
		forms, err := message.New(lang, words)
		if err != nil {
			panic(err) // both are languages
		}
		all[lang] = all[lang].Or(forms)
	}
	return all
}
