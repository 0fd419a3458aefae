package content_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
)

// TestBrokenTablesAreSaidInOurOwnWords: the slips that people make, each with its
// line.
func TestBrokenTablesAreSaidInOurOwnWords(t *testing.T) {
	for table, want := range map[string]string{
		"id":                     "1: broken TOML: an equals sign is missing",
		"id = \"a\"\nmark":       "2: broken TOML: an equals sign is missing",
		"id\nmark = \"a\"":       "1: broken TOML: an equals sign is missing",
		"ä = 1":                  "1: broken TOML: an equals sign is missing before “ä”",
		"= 1":                    "1: broken TOML: the equals sign has no key",
		"id =\n":                 "1: broken TOML: there is nothing behind the equals sign",
		"id = eins":              "1: broken TOML: “eins” is no value",
		"id = „eins“":            "1: broken TOML: “„” is no value",
		"id = \"a\nmark = \"a\"": "1: broken TOML: the quotation mark at the end",
		"id = 'a":                "1: broken TOML: the quotation mark at the end",
		"id = \"\"\"a":           "1: broken TOML: the three quotation marks",
		"[title\nde = \"a\"":     "1: broken TOML: the ] behind",
		"[[figure]\nfile = \"\"": "1: broken TOML: the ] behind",
		"[]":                     "1: broken TOML: a table has no name",
		"id = [1 2]":             "1: broken TOML: a comma or ]",
		"id = {a=1 b=2}":         "1: broken TOML: a comma or }",
		"id = [,]":               "1: broken TOML: there is a comma too many",
		"id = \"a \"b\" c\"":     "1: broken TOML: the line should end before “b”",
		"id = \"a\"\nid = \"b\"": "2: broken TOML: the key id stands there twice",
		"id = \"\\q\"":           "1: broken TOML: “\\q” means nothing",
		"id = \"\\u1\"":          "1: broken TOML: a \\ with u",
		"id = 2026-13-01":        "1: broken TOML: “2026-13-01” is no date",
		"id = 01":                "1: broken TOML: “01” is no number",
		"id = \"\x01\"":          "1: broken TOML: there is a character",
		"\nid = 1":               "2: id is a value of another kind than belongs there: words in quotation marks there, a number here",
		"figure = [1]":           "1: figure is a value of another kind than belongs there: a table of keys there, a number here",
	} {
		files := sound(t)
		files["eins/room.toml"] = &fstest.MapFile{Data: []byte(table)}
		var got []string
		_, problems := content.Load(files)
		for _, p := range problems {
			got = append(got, p.String())
		}
		if all := strings.Join(got, "\n"); !strings.Contains("\n"+all, "\neins/room.toml:"+want) {
			t.Errorf("%q: want %s\ngot:\n%s", table, want, all)
		}
	}
}
