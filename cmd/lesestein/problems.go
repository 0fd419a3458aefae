package main

import (
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"lesestein/assets"
)

// translation turns the English form of what is wrong with an exhibition into
// that of a language, "de" or "en"; see doc.Sentence.
func translation(lang string) func(form string) string {
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

// sentences are the problems of what was opened from a folder or a book, as
// file:line: message in the user's language.
func (x opened) sentences(st station, source string) []string {
	in := translation(st.say.Lang())
	var out []string
	for _, p := range x.problems {
		if x.book { // what stands inside a book lies below it
			_, inner, _ := strings.Cut(p.Pos.File, "/")
			p.Pos.File = strings.TrimSuffix(source+"/"+inner, "/")
		} else {
			p.Pos.File = filepath.Join(source, p.Pos.File)
		}
		out = append(out, p.In(in))
	}
	return out
}
