package main

import (
	"fmt"

	"lesestein/assets"
	"lesestein/ui/edition"
	"lesestein/ui/message"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// catalogue returns the words of the interface that it speaks, "de" or "en". That the
// embedded files can be read is held by a test.
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

// own are the words of the interface in the languages that the program speaks.
func own() map[string]message.Catalogue {
	return map[string]message.Catalogue{"de": catalogue("de"), "en": catalogue("en")}
}

// ownWithProblems are own with the sentences that say why a text cannot be read.
func ownWithProblems() map[string]message.Catalogue {
	all := own()
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

// fontFile names the file of each face.
func fontFile(f frame.Face) string {
	switch f {
	case frame.Serif:
		return "Literata_400Regular"
	case frame.SerifItalic:
		return "Literata_400Regular_Italic"
	case frame.SerifSemibold:
		return "Literata_600SemiBold"
	case frame.SerifLight:
		return "Literata_300Light"
	case frame.SerifExtraLight:
		return "Literata_200ExtraLight"
	case frame.Interface:
		return "AtkinsonHyperlegibleNext_400Regular"
	case frame.InterfaceItalic:
		return "AtkinsonHyperlegibleNext_400Regular_Italic"
	case frame.InterfaceSemibold:
		return "AtkinsonHyperlegibleNext_600SemiBold"
	case frame.Sans:
		return "SourceSans3_400Regular"
	case frame.SansItalic:
		return "SourceSans3_400Regular_Italic"
	case frame.SansSemibold:
		return "SourceSans3_600SemiBold"
	case frame.EastAsian:
		return "NotoSerifKR_400Regular_names"
	}
	return ""
}

// fonts are the files of all faces.
func fonts() (map[frame.Face]typeset.FontFile, error) {
	all := map[frame.Face]typeset.FontFile{}
	for f := range frame.Faces {
		file, err := assets.Font(fontFile(f))
		if err != nil {
			return nil, fmt.Errorf("face %d: %w", f, err)
		}
		all[f] = file
	}
	return all, nil
}

// patterns are the compiled hyphenation patterns by language.
func patterns() (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, lang := range []string{"de", "en-gb", "en-us"} {
		data, err := assets.Patterns(lang)
		if err != nil {
			return nil, fmt.Errorf("patterns for %s: %w", lang, err)
		}
		all[lang] = data
	}
	return all, nil
}
