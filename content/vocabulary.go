package content

import (
	"cmp"
	"io/fs"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"

	"lesestein/content/exhibit"
)

var vocabularyName = regexp.MustCompile(`^words\.([A-Za-z0-9-]+)\.toml$`)

// vocabularies reads the words of the interface that an exhibition brings, a file a
// language. What does not fit the interface is found by who knows it.
func (l *loader) vocabularies() []exhibit.Vocabulary {
	var out []exhibit.Vocabulary
	for lang, name := range l.inLanguages(vocabularyName) {
		v := exhibit.Vocabulary{Lang: lang, File: name}
		tree := messages{}
		tab, ok := l.decode(l.fsys, v.File, &tree)
		if !ok {
			continue
		}
		v.Words = l.wordsOf(tab, "", tree)
		slices.SortStableFunc(v.Words, func(a, b exhibit.Word) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key))
		})
		out = append(out, v)
	}
	return out
}

// inLanguages are the files beside the exhibition's table whose names fit, a file a
// language: one of the exhibition's, or such a one without its region. The first group of
// the name has it.
func (l *loader) inLanguages(name *regexp.Regexp) iter.Seq2[string, string] {
	return func(yield func(lang, file string) bool) {
		entries, err := fs.ReadDir(l.fsys, ".")
		if err != nil {
			return // that was said of the table
		}
		for _, e := range entries {
			m := name.FindStringSubmatch(e.Name())
			if m == nil {
				continue
			}
			if !slices.ContainsFunc(l.langs, func(lang string) bool { return lang == m[1] || strings.HasPrefix(lang, m[1]+"-") }) {
				l.add(e.Name(), 0, "%q is not a language of the exhibition", m[1])
				continue
			}
			if !yield(m[1], e.Name()) {
				return
			}
		}
	}
}

// messages is a table of any depth: which keys it may have is not said here.
type messages map[string]any

// UnmarshalTOML takes every key, so that none counts as unknown.
func (m *messages) UnmarshalTOML(v any) error {
	*m, _ = v.(map[string]any)
	return nil
}

// wordsOf flattens a table of messages: [menu] end = "…" is menu.end.
func (l *loader) wordsOf(tab table, prefix string, tree map[string]any) []exhibit.Word {
	var out []exhibit.Word
	for _, k := range slices.Sorted(maps.Keys(tree)) {
		key := prefix + k
		switch v := tree[k].(type) {
		case string:
			out = append(out, exhibit.Word{Key: key, Text: v, Line: tab.line(key)})
		case map[string]any:
			out = append(out, l.wordsOf(tab, key+".", v)...)
		default:
			l.add(tab.file, tab.line(key), "%s stands there without words; they stand in quotation marks", key)
		}
	}
	return out
}
