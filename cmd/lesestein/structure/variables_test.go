package structure

import (
	"go/ast"
	"go/token"
	"path"
	"strings"
	"testing"
)

// TestPackageVariablesDoNotChange holds that a package has no state of its own.
// A package variable may be a table, a sentinel error, a compiled pattern or
// embedded files; it may not be left empty, be a lock or a pool, or be assigned
// to anywhere. Aliasing is not followed: a map handed to somebody who changes it
// is not found.
func TestPackageVariablesDoNotChange(t *testing.T) {
	used := map[string]bool{}
	report := func(s source, n ast.Node, name, how string) {
		key := s.name + ":" + name
		if used[key] = true; packageVariables[key] == "" {
			t.Errorf("%v: package variable %s %s", s.at(n), name, how)
		}
	}
	all := sources(t)
	vars := declarations(all, report)
	for _, s := range all {
		if s.test() {
			continue
		}
		declared := vars[path.Dir(s.name)]
		ast.Inspect(s.file, func(n ast.Node) bool {
			for _, x := range assigned(n) {
				id := base(x)
				if id == nil || !packageLevel(s.file, id) {
					continue
				}
				if d, ok := declared[id.Name]; ok {
					report(d, n, id.Name, "is assigned to")
				}
			}
			return true
		})
	}
	unused(t, packageVariables, used)
}

// declarations returns the package variables by folder and name, with the file
// each stands in, and reports those that can only be state.
func declarations(all []source, report func(source, ast.Node, string, string)) map[string]map[string]source {
	vars := map[string]map[string]source{}
	for _, s := range all {
		if s.test() {
			continue
		}
		dir := path.Dir(s.name)
		if vars[dir] == nil {
			vars[dir] = map[string]source{}
		}
		for _, d := range s.file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				for i, name := range v.Names {
					if name.Name == "_" {
						continue
					}
					vars[dir][name.Name] = s
					if how := mutable(v, i, g.Doc); how != "" {
						report(s, v, name.Name, how)
					}
				}
			}
		}
	}
	return vars
}

// mutable says why the i-th variable of a declaration can only be state, or "".
func mutable(v *ast.ValueSpec, i int, doc *ast.CommentGroup) string {
	if len(v.Values) == 0 {
		if embedded(doc) || embedded(v.Doc) {
			return ""
		}
		return "is declared empty, to be filled later"
	}
	if i >= len(v.Values) {
		return ""
	}
	x := v.Values[i]
	if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
		x = u.X
	}
	if c, ok := x.(*ast.CompositeLit); ok {
		if sel, ok := c.Type.(*ast.SelectorExpr); ok {
			if p, ok := sel.X.(*ast.Ident); ok && (p.Name == "sync" || p.Name == "atomic") {
				return "is a " + p.Name + "." + sel.Sel.Name
			}
		}
	}
	return ""
}

func embedded(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, "//go:embed ") {
			return true
		}
	}
	return false
}

// assigned returns the expressions that a statement changes.
func assigned(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear") && len(n.Args) > 0 {
			return n.Args[:1]
		}
	}
	return nil
}

// base is the variable at the root of x[i].y = …, or nil.
func base(x ast.Expr) *ast.Ident {
	for {
		switch e := x.(type) {
		case *ast.Ident:
			return e
		case *ast.IndexExpr:
			x = e.X
		case *ast.SelectorExpr:
			x = e.X
		case *ast.StarExpr:
			x = e.X
		case *ast.ParenExpr:
			x = e.X
		default:
			return nil
		}
	}
}

// packageLevel reports whether a name is not one of a function: the parser
// resolves local names, and leaves those of other files of the package open.
func packageLevel(f *ast.File, id *ast.Ident) bool {
	return id.Obj == nil || f.Scope.Lookup(id.Name) == id.Obj
}
