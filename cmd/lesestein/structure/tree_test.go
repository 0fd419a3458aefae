package structure

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// top is everything that may lie at the top of the tree, besides dot-files.
var top = []string{
	"cmd", "ui", "content", "assets", "go.mod", "go.sum", "FyneApp.toml", "README.md", "LICENSE",
}

// made are what builds leave behind; git ignores them.
var made = []string{"lesestein", "dist", "out"}

func TestTopOfTheTreeIsFixed(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
		if strings.HasPrefix(e.Name(), ".") || slices.Contains(top, e.Name()) || slices.Contains(made, e.Name()) {
			continue
		}
		t.Errorf("%s lies at the top of the tree, which is fixed: %s and dot-files", e.Name(), strings.Join(top, " "))
	}
	for _, name := range top {
		if !slices.Contains(found, name) {
			t.Errorf("%s is missing at the top of the tree", name)
		}
	}
}

// TestReadmeMapsEveryPackage holds the README's map to the tree. What is internal
// is named by the package comment above it.
func TestReadmeMapsEveryPackage(t *testing.T) {
	text, err := os.ReadFile(root + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, theMap, ok := strings.Cut(string(text), "## The map of the code")
	if !ok {
		t.Fatal("the README has no map of the code")
	}
	theMap, _, _ = strings.Cut(theMap, "\n## ")
	pkgs, _ := list(t)
	for _, p := range pkgs {
		below := strings.TrimPrefix(p.ImportPath, module+"/")
		if strings.Contains(below, "/internal/") {
			continue
		}
		name := below
		program := strings.HasPrefix(below, "cmd/") && strings.Count(below, "/") == 1
		if i := strings.LastIndexByte(below, '/'); i >= 0 && !program {
			name = below[i+1:]
		}
		if !strings.Contains(theMap, " "+name+" ") {
			t.Errorf("the map of the code in README.md does not name %s", below)
		}
	}
}
