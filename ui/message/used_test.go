package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reserved are sections whose words are written and wait for what shows them.
var reserved = []string{
	"kiosk.",      // the station
	"search.",     // the search
	"menu.search", // the same
	"a11y.",       // what is read aloud
	"book.",       // what a book says in place of others; see Rather
	// The command line's own: its tests hold them.
	"busy.", "check.", "command.", "error.", "proof.",
}

// literals are the string constants in the program's sources below folders, by
// value, with one place each.
func literals(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("..", "..", folder), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if _, isImport := n.(*ast.ImportSpec); isImport {
					return false
				}
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						out[s] = name
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// plural forms may stand behind a key.
var forms = []string{".zero", ".one", ".two", ".few", ".many", ".other"}

// endings are those of files whose names look like keys.
var endings = []string{"toml", "ps1", "post", "postinst", "postrm", "preun", "prerm"}

func TestEveryKeyInTheCodeHasWords(t *testing.T) {
	c := files(t)["de"]
	sections := map[string]bool{}
	for _, k := range c.Keys() {
		sections[k[:strings.IndexByte(k, '.')]] = true
	}
	for lit, name := range literals(t, "ui", "cmd") {
		section, rest, ok := strings.Cut(lit, ".")
		if !ok || !sections[section] || rest == "" || strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" || slices.Contains(endings, rest) {
			continue // no key, or a file
		}
		prefix := strings.HasSuffix(lit, ".") || strings.HasSuffix(lit, "-")
		found := c.Has(lit) || c.Has(lit+".other") ||
			prefix && slices.ContainsFunc(c.Keys(), func(k string) bool { return strings.HasPrefix(k, lit) })
		if !found {
			t.Errorf("%s: no words for %q", name, lit)
		}
	}
}

func TestEveryWordIsUsedOrReserved(t *testing.T) {
	used := literals(t, "ui", "cmd")
	prefixes := []string{}
	for lit := range used {
		if strings.Contains(lit, ".") && (strings.HasSuffix(lit, ".") || strings.HasSuffix(lit, "-")) {
			prefixes = append(prefixes, lit)
		}
	}
	for _, k := range files(t)["de"].Keys() {
		has := func(p string) bool { return strings.HasPrefix(k, p) }
		base := k
		for _, f := range forms {
			base = strings.TrimSuffix(base, f)
		}
		if used[k] == "" && used[base] == "" && used[strings.TrimPrefix(k, "easy.")] == "" && !slices.ContainsFunc(prefixes, has) && !slices.ContainsFunc(reserved, has) {
			t.Errorf("nothing shows the words of %s", k)
		}
	}
}
