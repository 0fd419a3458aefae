package main

import (
	"fmt"
	"io"
	"log"

	"lesestein/assets"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"

	"github.com/go-text/typesetting/fontscan"
)

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
	case frame.Interface, frame.Legible:
		return "AtkinsonHyperlegibleNext_400Regular"
	case frame.InterfaceItalic, frame.LegibleItalic:
		return "AtkinsonHyperlegibleNext_400Regular_Italic"
	case frame.InterfaceSemibold, frame.LegibleSemibold:
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

// fontFolders are the folders in which the system has its fonts.
func fontFolders() []string {
	folders, err := fontscan.DefaultFontDirectories(log.New(io.Discard, "", 0))
	if err != nil { // there is none that could be read
		return nil
	}
	return folders
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

// phrases are the words that lean on what follows, by language.
func phrases() (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Phrases(lang)
		if err != nil {
			return nil, fmt.Errorf("phrases for %s: %w", lang, err)
		}
		all[lang] = data
	}
	return all, nil
}
