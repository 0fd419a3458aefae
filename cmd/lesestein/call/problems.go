package call

import (
	"github.com/BurntSushi/toml"

	"lesestein/assets"
)

// Translation turns the English form of what is wrong with an exhibition into
// that of a language, "de" or "en"; see doc.Sentence.
func Translation(lang string) func(form string) string {
	words := map[string]string{}
	if lang == "de" {
		words = germanForms()
	}
	return func(form string) string {
		if w, ok := words[form]; ok {
			return w
		}
		return form
	}
}

// germanForms are the forms of all problems in German, by the English form.
func germanForms() map[string]string {
	words := map[string]string{}
	data, err := assets.Problems("de")
	if err == nil {
		err = toml.Unmarshal(data, &words)
	}
	if err != nil {
		panic(err) // an asset that is embedded is there
	}
	return words
}
