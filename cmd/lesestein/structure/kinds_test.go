package structure

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

// TestTheKindsOfRefsAreConstants holds that what a spot leads to is written once,
// in ui/typeset/frame/ref.go: a misspelt word would compile and make a button that
// does nothing.
func TestTheKindsOfRefsAreConstants(t *testing.T) {
	for _, s := range sources(t) {
		if s.test() || s.name == "ui/typeset/frame/ref.go" {
			continue
		}
		for _, n := range literalKinds(s.file) {
			t.Errorf("%v: the kind of a Ref as a literal, want a constant of package frame", s.at(n))
		}
	}
}

func TestALiteralKindIsFoundInEachOfItsForms(t *testing.T) {
	for code, want := range map[string]int{
		`frame.Ref{Kind: "open"}`: 1, `frame.Ref{"open", id}`: 1, `frame.RefKind("open")`: 1,
		`[]frame.Ref{{Kind: "open"}}`: 1, `r.Kind == "open"`: 1, `"open" != spot.Ref.Kind`: 1,
		`func() { switch r.Kind { case frame.RefOpen, "close": } }`: 1,
		`frame.Ref{Kind: frame.RefOpen, ID: "open"}`:                0, `frame.RefKind(deed)`: 0, `r.ID == "open"`: 0,
		`func() { switch r.Kind { case frame.RefOpen: } }`: 0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nvar x = "+code, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(literalKinds(file)); got != want {
			t.Errorf("%s: %d found, want %d", code, got, want)
		}
	}
}

// literalKinds are the places of a file where a literal is the kind of a Ref: in a
// value of frame.Ref, made into a frame.RefKind, compared with a field named Kind.
func literalKinds(file *ast.File) []ast.Node {
	var found []ast.Node
	add := func(n ast.Expr) {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			found = append(found, n)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			refs(n, add)
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) == 1 && selects(f, "frame", "RefKind") {
				add(n.Args[0])
			}
		case *ast.BinaryExpr:
			if kind(n.X) || kind(n.Y) {
				add(n.X)
				add(n.Y)
			}
		case *ast.SwitchStmt:
			if !kind(n.Tag) {
				break
			}
			for _, c := range n.Body.List {
				for _, e := range c.(*ast.CaseClause).List {
					add(e)
				}
			}
		}
		return true
	})
	return found
}

// refs gives what stands as the kind in a literal of frame.Ref, or of a list of them.
func refs(lit *ast.CompositeLit, add func(ast.Expr)) {
	t := lit.Type
	if list, ok := t.(*ast.ArrayType); ok {
		for _, e := range lit.Elts {
			if c, ok := e.(*ast.CompositeLit); ok && c.Type == nil { // it leaves out its type
				refs(&ast.CompositeLit{Type: list.Elt, Elts: c.Elts}, add)
			}
		}
		return
	}
	if sel, ok := t.(*ast.SelectorExpr); !ok || !selects(sel, "frame", "Ref") {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); !ok && i == 0 {
			add(e)
		} else if ok && kv.Key.(*ast.Ident).Name == "Kind" {
			add(kv.Value)
		}
	}
}

// kind reports whether an expression is a field named Kind.
func kind(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Kind"
}
