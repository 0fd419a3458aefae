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
