// Package assets holds the files that the program carries: fonts, hyphenation
// patterns, words that lean on what follows, the words of the interface, and those
// that name the subjects of content notes. third-party.toml lists every file that is
// not ours, with origin, version, licence and checksum.
//
// It is a leaf, and only cmd and tests import it: libraries get bytes, so that
// each can be used with other fonts, patterns and words.
package assets

import (
	"embed"
	"io"
)

//go:embed fonts/*.ttf hyphen/*.trie message/*.toml phrases/*.txt subject/*.toml third-party.toml
var files embed.FS

// Font returns a font file in fonts, named without its ending, such as
// "Literata_400Regular". What is not read of it takes no memory.
func Font(name string) (*io.SectionReader, error) {
	f, err := files.Open("fonts/" + name + ".ttf")
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return io.NewSectionReader(f.(io.ReaderAt), 0, info.Size()), nil // files of an embed.FS are
}

// Patterns returns the compiled hyphenation patterns of a language: "de",
// "en-gb" or "en-us". The bytes are shared: they must not be changed.
func Patterns(lang string) ([]byte, error) { return files.ReadFile("hyphen/" + lang + ".trie") }

// Phrases returns the words of a language behind which no line of an easy version ends:
// "de" or "en".
func Phrases(lang string) ([]byte, error) { return files.ReadFile("phrases/" + lang + ".txt") }

// Messages returns the words of the interface in a language: "de" or "en".
func Messages(lang string) ([]byte, error) { return files.ReadFile("message/" + lang + ".toml") }

// Problems returns what can be wrong with an exhibition in a language other than
// English, by its English form: "de".
func Problems(lang string) ([]byte, error) {
	return files.ReadFile("message/problems." + lang + ".toml")
}

// Subjects returns the words of a language that name the subjects of content notes:
// "de" or "en".
func Subjects(lang string) ([]byte, error) { return files.ReadFile("subject/" + lang + ".toml") }
