package structure

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// The budgets of the house. More needs an exception with a reason.
const (
	maxLines  = 500
	maxFields = 12
)

// A source is one Go file of the tree, parsed.
type source struct {
	name string // path from the top of the tree
	text []byte
	fset *token.FileSet
	file *ast.File
}

func (s source) test() bool { return strings.HasSuffix(s.name, "_test.go") }

// at is where a node stands, as file:line.
func (s source) at(n ast.Node) token.Position {
	p := s.fset.Position(n.Pos())
	p.Column = 0
	return p
}

// sources parses every Go file below the top, dot-folders left out.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	fset := token.NewFileSet()
	tree := os.DirFS(root)
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, source{name, text, fset, f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSourcesAreFormatted(t *testing.T) {
	for _, s := range sources(t) {
		want, err := format.Source(s.text)
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
		} else if !bytes.Equal(want, s.text) {
			t.Errorf("%s: not formatted by gofmt", s.name)
		}
	}
}

func TestEveryPackageHasOneComment(t *testing.T) {
	comments := map[string][]string{}
	for _, s := range sources(t) {
		if s.test() {
			continue
		}
		dir := path.Dir(s.name)
		comments[dir] = append(comments[dir], "")
		if s.file.Doc == nil {
			continue
		}
		comments[dir][len(comments[dir])-1] = s.name
		text, name := s.file.Doc.Text(), s.file.Name.Name
		if name != "main" && !strings.HasPrefix(text, "Package "+name+" ") {
			t.Errorf("%s: the package comment does not begin with “Package %s”", s.name, name)
		}
	}
	for dir, files := range comments {
		var with []string
		for _, f := range files {
			if f != "" {
				with = append(with, f)
			}
		}
		if len(with) != 1 {
			t.Errorf("%s: %d package comments %v, want one", dir, len(with), with)
		}
	}
}

func TestFilesStayReadable(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		n := bytes.Count(s.text, []byte("\n"))
		if n <= maxLines {
			continue
		}
		if used[s.name] = true; longFiles[s.name] == "" {
			t.Errorf("%s: %d lines, more than %d: which two things are in it?", s.name, n, maxLines)
		}
	}
	unused(t, longFiles, used)
}

// TestStructsStaySmall counts the fields of each struct with those of the structs it
// embeds: what is embedded is in the hand of everybody who has the whole.
func TestStructsStaySmall(t *testing.T) {
	used := map[string]bool{}
	for _, p := range check(t) {
		for _, name := range p.types.Scope().Names() {
			o, ok := p.types.Scope().Lookup(name).(*types.TypeName)
			if !ok || o.IsAlias() {
				continue
			}
			st, ok := o.Type().Underlying().(*types.Struct)
			if !ok || fields(st) <= maxFields {
				continue
			}
			k := p.dir + "." + name
			if used[k] = true; wideStructs[k] == "" {
				t.Errorf("%v: %s has %d fields, more than %d: which of them belong together?", p.fset.Position(o.Pos()), name, fields(st), maxFields)
			}
		}
	}
	unused(t, wideStructs, used)
}

// fields counts the fields of a struct, those of embedded structs of ours included. An
// embedded type of others counts once.
func fields(st *types.Struct) int {
	n := 0
	for f := range st.Fields() {
		if f.Embedded() {
			if t := named(f.Type()); t != nil && t.Obj().Pkg() != nil && strings.HasPrefix(t.Obj().Pkg().Path(), module+"/") {
				if inner, ok := t.Underlying().(*types.Struct); ok {
					n += fields(inner)
					continue
				}
			}
		}
		n++
	}
	return n
}

// TestTheBridgeAloneChangesThreads holds the one meeting point of workers and
// the window: whoever else called fyne.Do would have a second one.
func TestTheBridgeAloneChangesThreads(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() || s.name == "ui/bridge.go" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && selects(sel, "fyne", "Do", "DoAndWait") {
				t.Errorf("%v: fyne.%s outside ui/bridge.go", s.at(n), sel.Sel.Name)
			}
			return true
		})
	}
}

// TestPureStagesHaveNoClockAndNoFiles holds that what is a function of its
// arguments stays one: the same events give the same state, the same text and
// window the same page.
func TestPureStagesHaveNoClockAndNoFiles(t *testing.T) {
	pure := []string{"content/doc/", "content/note/", "content/exhibit/", "ui/state/", "ui/kiosk/", "ui/typeset/", "ui/screen/", "ui/theme/"}
	for _, s := range sources(t) {
		if s.test() || !under(s.name, pure) || s.file.Name.Name == "main" {
			continue // a command beside a stage makes files for it
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if ok && (selects(sel, "time", "Now", "Since", "After", "Sleep", "NewTimer", "NewTicker", "AfterFunc") ||
				selects(sel, "os", "Open", "ReadFile", "WriteFile", "Create", "Getenv")) {
				t.Errorf("%v: %s.%s in a stage that is pure", s.at(n), sel.X, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestNothingIsLeftUnfinished(t *testing.T) {
	marks := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X|not ` + `implemented|un` + `implemented)\b`)
	for _, s := range sources(t) {
		if m := marks.Find(s.text); m != nil {
			t.Errorf("%s: holds %q", s.name, m)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && selects(sel, "t", "Skip", "Skipf", "SkipNow") {
				t.Errorf("%v: a test that skips itself", s.at(n))
			}
			return true
		})
	}
}

func TestNoForeignSourceIsCommitted(t *testing.T) {
	for _, s := range sources(t) {
		for _, g := range s.file.Comments {
			if strings.Contains(g.Text(), "Copyright ") {
				t.Errorf("%v: a copyright notice: dependencies come as modules", s.at(g))
			}
		}
	}
}

func selects(sel *ast.SelectorExpr, pkg string, names ...string) bool {
	x, ok := sel.X.(*ast.Ident)
	if !ok || x.Name != pkg {
		return false
	}
	for _, n := range names {
		if sel.Sel.Name == n {
			return true
		}
	}
	return false
}

func under(name string, folders []string) bool {
	for _, f := range folders {
		if strings.HasPrefix(name, f) {
			return true
		}
	}
	return false
}

// unused reports exceptions that nothing needs any more.
func unused(t *testing.T, exceptions map[string]string, used map[string]bool) {
	t.Helper()
	for key, why := range exceptions {
		if !used[key] {
			t.Errorf("exceptions_test.go: %s is no longer needed (%s)", key, why)
		}
	}
}
