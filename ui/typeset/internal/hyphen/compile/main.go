// Command compile turns the pattern files of a folder (hyph-*.tex) into the
// compiled tries that the program embeds: de.trie, en-gb.trie, en-us.trie. The
// project's own exceptions (own-de.tex, own-en.tex) are compiled in.
// It is run by go generate in the hyphen package.
package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"

	"lesestein/ui/typeset/internal/hyphen"
)

//go:embed own-*.tex
var exceptions embed.FS

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("usage: compile FOLDER"))
	}
	for _, lang := range []struct {
		source, own, target string
		left, right         int
	}{
		{"hyph-de-1996.tex", "own-de.tex", "de.trie", 2, 2},
		{"hyph-en-gb.tex", "own-en.tex", "en-gb.trie", 2, 3},
		{"hyph-en-us.tex", "own-en.tex", "en-us.trie", 2, 3},
	} {
		tex, err := os.ReadFile(filepath.Join(os.Args[1], lang.source))
		if err != nil {
			fail(err)
		}
		own, err := exceptions.ReadFile(lang.own)
		if err != nil {
			fail(err)
		}
		trie, err := hyphen.Compile(append(tex, own...), lang.left, lang.right)
		if err != nil {
			fail(fmt.Errorf("%s: %w", lang.source, err))
		}
		if err := os.WriteFile(filepath.Join(os.Args[1], lang.target), trie, 0o644); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
