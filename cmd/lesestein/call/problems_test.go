package call

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"lesestein/assets"
)

// sentenceForms are the forms of all sentences that the packages below content, and
// the edition of the interface's words, can say: the first literal of each call of
// Say and of a method add or remark.
func sentenceForms(t *testing.T) map[string]bool {
	t.Helper()
	forms := map[string]bool{}
	for _, folder := range []string{"../../../content", "../../../ui/edition"} {
		sentencesBelow(t, folder, forms)
	}
	return forms
}

func sentencesBelow(t *testing.T, folder string, forms map[string]bool) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if form := formOf(call); form != "" {
					forms[form] = true
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

// formOf is the form that a call says, or "".
func formOf(call *ast.CallExpr) string {
	name := ""
	switch fun := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = fun.Sel.Name
	case *ast.Ident:
		name = fun.Name
	}
	if name != "Say" && name != "add" {
		return ""
	}
	for _, a := range call.Args {
		if lit, ok := a.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && strings.Contains(s, " ") {
				return s
			}
			return ""
		}
	}
	return ""
}

var verb = regexp.MustCompile(`%(?:\[\d+\])?(?:\.0)?[qsd]`)

// verbs are the verbs of a form in the order of their arguments.
func verbs(form string) []string {
	found := verb.FindAllString(form, -1)
	out := make([]string, len(found))
	for i, v := range found {
		at := i
		if digits, _, ok := strings.Cut(strings.TrimPrefix(v, "%["), "]"); ok {
			n, err := strconv.Atoi(digits)
			if err != nil || n < 1 || n > len(found) {
				return nil
			}
			at = n - 1
		}
		out[at] = v[len(v)-1:]
	}
	return out
}

func TestEveryProblemIsSaidInGerman(t *testing.T) {
	data, err := assets.Problems("de")
	if err != nil {
		t.Fatal(err)
	}
	var german map[string]string
	if err := toml.Unmarshal(data, &german); err != nil {
		t.Fatal(err)
	}
	forms := sentenceForms(t)
	if len(forms) < 100 {
		t.Fatalf("found %d sentences only", len(forms))
	}
	for form := range forms {
		if german[form] == "" {
			t.Errorf("no German for %q", form)
		}
	}
	for form, words := range german {
		if !forms[form] {
			t.Errorf("nothing says %q any more", form)
		}
		if !slices.Equal(verbs(form), verbs(words)) {
			t.Errorf("%q and %q take different arguments", form, words)
		}
	}
}
