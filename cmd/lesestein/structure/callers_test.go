package structure

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"
)

// TestWhatIsExportedIsCalled holds that an exported function, type, method, constant
// or variable is named by code of the program and not by its tests alone. A method
// that an interface asks for is called through it.
func TestWhatIsExportedIsCalled(t *testing.T) {
	packages := check(t)
	called := map[string]bool{}
	for _, p := range packages {
		for id, o := range p.info.Uses {
			if !within(p, id, o) {
				called[key(o)] = true
			}
		}
	}
	asked := interfaces(packages)
	used := map[string]bool{}
	for _, p := range packages {
		for _, o := range exportedOf(p.types) {
			k := key(o)
			if called[k] || answers(o, asked) {
				continue
			}
			if used[k] = true; uncalled[k] == "" {
				t.Errorf("%v: %s is exported and nobody calls it", p.fset.Position(o.Pos()), k)
			}
		}
	}
	unused(t, uncalled, used)
}

// key names an object in the same way, whether it was read from a source or from
// what the compiler left: "ui/kiosk.Machine.Step".
func key(o types.Object) string {
	if o.Pkg() == nil {
		return ""
	}
	name := strings.TrimPrefix(o.Pkg().Path(), module+"/") + "."
	if f, ok := o.(*types.Func); ok {
		if recv := f.Signature().Recv(); recv != nil {
			if n := named(recv.Type()); n != nil {
				name += n.Obj().Name() + "."
			}
		}
	}
	return name + o.Name()
}

// named is the type with a name behind T and *T.
func named(t types.Type) *types.Named {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, _ := t.(*types.Named)
	return n
}

// within reports whether an object is named inside its own declaration: a function
// that calls itself is not called by that.
func within(p checked, id *ast.Ident, o types.Object) bool {
	f, ok := p.files[p.in(id.Pos())]
	if !ok || o.Pkg() != p.types {
		return false
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && id.Pos() >= fn.Pos() && id.Pos() < fn.End() {
			return fn.Name.Pos() == o.Pos() || receives(fn, o)
		}
	}
	return false
}

// receives reports whether an object is the type that a method belongs to, named in
// the method's own receiver.
func receives(fn *ast.FuncDecl, o types.Object) bool {
	if _, ok := o.(*types.TypeName); !ok || fn.Recv == nil {
		return false
	}
	found := false
	ast.Inspect(fn.Recv, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == o.Name()
		return true
	})
	return found
}

// exportedOf are the exported objects of a package with the exported methods of its
// types.
func exportedOf(p *types.Package) []types.Object {
	var out []types.Object
	if p.Name() == "main" {
		return nil
	}
	for _, name := range p.Scope().Names() {
		o := p.Scope().Lookup(name)
		if o.Exported() {
			out = append(out, o)
		}
		n, ok := o.Type().(*types.Named)
		if _, isType := o.(*types.TypeName); !ok || !isType {
			continue
		}
		for m := range n.Methods() {
			if m.Exported() {
				out = append(out, m)
			}
		}
	}
	return out
}

// interfaces are all that our packages, and what they import, can ask for.
func interfaces(packages []checked) []*types.Interface {
	seen := map[*types.Package]bool{}
	out := []*types.Interface{types.Universe.Lookup("error").Type().Underlying().(*types.Interface)}
	var walk func(*types.Package)
	walk = func(p *types.Package) {
		if seen[p] {
			return
		}
		seen[p] = true
		for _, name := range p.Scope().Names() {
			if t, ok := p.Scope().Lookup(name).(*types.TypeName); ok {
				if i, ok := t.Type().Underlying().(*types.Interface); ok && i.NumMethods() > 0 {
					out = append(out, i)
				}
			}
		}
		for _, i := range p.Imports() {
			walk(i)
		}
	}
	for _, p := range packages {
		walk(p.types)
	}
	return out
}

// unwrapped are methods that the library asks for through interfaces without a name:
// errors.Is, errors.As and errors.Unwrap.
var unwrapped = map[string]bool{"Unwrap": true, "Is": true, "As": true}

// answers reports whether a method is one that an interface asks its type for.
func answers(o types.Object, asked []*types.Interface) bool {
	f, ok := o.(*types.Func)
	if !ok || f.Signature().Recv() == nil {
		return false
	}
	if unwrapped[f.Name()] {
		return true
	}
	n := named(f.Signature().Recv().Type())
	for _, i := range asked {
		if m, _, _ := types.LookupFieldOrMethod(i, false, f.Pkg(), f.Name()); m == nil {
			continue
		}
		if types.Implements(n, i) || types.Implements(types.NewPointer(n), i) {
			return true
		}
	}
	return false
}
