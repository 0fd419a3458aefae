package structure

import (
	"go/types"
	"slices"
	"strings"
	"testing"
)

// layered are the packages in which files stand in layers: the window, what it leads,
// and what it stands on.
var layered = []string{"ui", "ui/session", "ui/station", "ui/platform"}

// TestNoFileImportsBackUp holds that files of one package use each other one way: no
// file needs one that needs it. Who reads a file then reads what it stands on, and
// never in a circle.
func TestNoFileImportsBackUp(t *testing.T) {
	for _, p := range check(t) {
		if !slices.Contains(layered, p.dir) {
			continue
		}
		for _, circle := range circles(uses(p)) {
			t.Errorf("%s: %s need each other", p.dir, strings.Join(circle, ", "))
		}
	}
}

// uses are the files of a package that each of its files needs.
func uses(p checked) map[string][]string {
	out := map[string][]string{}
	for id, o := range p.info.Uses {
		if o.Pkg() != p.types || !ofPackage(o) {
			continue
		}
		from, to := p.in(id.Pos()), p.in(o.Pos())
		if from != to && !slices.Contains(out[from], to) {
			out[from] = append(out[from], to)
		}
	}
	return out
}

// ofPackage reports whether an object stands at the top of a file, or is a method or a
// field: what stands inside a function is nobody else's.
func ofPackage(o types.Object) bool {
	switch o := o.(type) {
	case *types.Var:
		return o.IsField() || o.Parent() == o.Pkg().Scope()
	case *types.Func:
		return true
	}
	return o.Parent() == o.Pkg().Scope()
}

// circles are the groups of files that need each other (the strongly connected parts
// with more than one member), each sorted.
func circles(uses map[string][]string) [][]string {
	reach := map[string]map[string]bool{}
	var walk func(from, at string)
	walk = func(from, at string) {
		for _, to := range uses[at] {
			if !reach[from][to] {
				reach[from][to] = true
				walk(from, to)
			}
		}
	}
	for f := range uses {
		reach[f] = map[string]bool{}
		walk(f, f)
	}
	var out [][]string
	for f := range uses {
		if !reach[f][f] {
			continue
		}
		circle := []string{f}
		for g := range reach[f] {
			if g != f && reach[g][f] {
				circle = append(circle, g)
			}
		}
		if slices.Sort(circle); circle[0] == f {
			out = append(out, circle)
		}
	}
	return out
}
