package structure

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A checked package is one of ours with the types of everything in it, tests left out.
type checked struct {
	path  string // import path
	dir   string // from the top of the tree
	fset  *token.FileSet
	files map[string]*ast.File // by base name
	types *types.Package
	info  *types.Info
}

// in is the base name of the file that a position lies in.
func (c checked) in(pos token.Pos) string { return filepath.Base(c.fset.Position(pos).Filename) }

// compiled is what `go list -export` says of a package.
type compiled struct {
	ImportPath, Dir, Export string
	GoFiles, CgoFiles       []string
}

// check finds the types of every package of the tree. What they import is read as
// the compiler left it, so that no toolkit is compiled for it.
func check(t *testing.T) []checked {
	t.Helper()
	exports := map[string]string{}
	var ours []compiled
	for _, p := range exported(t) {
		exports[p.ImportPath] = p.Export
		if p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/") {
			ours = append(ours, p)
		}
	}
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})
	var out []checked
	for _, p := range ours {
		out = append(out, checkOne(t, fset, imports, p))
	}
	return out
}

func checkOne(t *testing.T, fset *token.FileSet, imports types.Importer, p compiled) checked {
	t.Helper()
	c := checked{
		path: p.ImportPath, dir: strings.TrimPrefix(p.ImportPath, module+"/"), fset: fset, files: map[string]*ast.File{},
		info: &types.Info{
			Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
			Selections: map[*ast.SelectorExpr]*types.Selection{}, Types: map[ast.Expr]types.TypeAndValue{},
		},
	}
	var files []*ast.File
	for _, name := range append(p.GoFiles, p.CgoFiles...) {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files, c.files[name] = append(files, f), f
	}
	config := types.Config{Importer: imports, FakeImportC: true}
	pkg, err := config.Check(p.ImportPath, fset, files, c.info)
	if err != nil {
		t.Fatal(err)
	}
	c.types = pkg
	return c
}

// exported lists the packages of the tree and all they need, with the files that the
// compiler left of them.
func exported(t *testing.T) []compiled {
	t.Helper()
	cmd := exec.Command("go", "list", "-trimpath", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,CgoFiles", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	var all []compiled
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p compiled
		if err := d.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
