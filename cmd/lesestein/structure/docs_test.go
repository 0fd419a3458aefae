package structure

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPackageCommentsNameTheirFiles holds that a package comment that lists files lists
// all of them and no other: a map with a room that is not there is worse than none.
// A file for one system is named with the others of its kind, as posture_*.go.
func TestPackageCommentsNameTheirFiles(t *testing.T) {
	files, docs := map[string][]string{}, map[string]source{}
	for _, s := range sources(t) {
		dir := path.Dir(s.name)
		if !s.test() {
			files[dir] = append(files[dir], path.Base(s.name))
		}
		if s.file.Doc != nil && !s.test() {
			docs[dir] = s
		}
	}
	for dir, doc := range docs {
		if len(files[dir]) == 1 || dir == "cmd/lesestein/structure" {
			continue // a single file needs no list; this package has nothing but tests
		}
		text := doc.file.Doc.Text()
		for _, f := range files[dir] {
			if f != path.Base(doc.name) && !names(text, f) {
				t.Errorf("%s: the package comment does not name %s", doc.name, f)
			}
		}
		for _, n := range fileNames.FindAllString(text, -1) {
			if !slices.ContainsFunc(files[dir], func(f string) bool { return matchesFile(n, f) }) && !elsewhere(files, n) {
				t.Errorf("%s: the package comment names %s, which does not exist", doc.name, n)
			}
		}
	}
}

// fileNames are Go files in a text; with a star for systems.
var fileNames = regexp.MustCompile(`[a-z0-9_*/]+\.go\b`)

// names reports whether a text names a file.
func names(text, file string) bool {
	return slices.ContainsFunc(fileNames.FindAllString(text, -1), func(n string) bool { return matchesFile(n, file) })
}

// matchesFile reports whether a name in a comment means a file: the whole name, or the
// beginning with a star for the system.
func matchesFile(name, file string) bool {
	ok, err := path.Match(name, file)
	return err == nil && ok
}

// elsewhere reports whether a name with a folder is a file of the tree.
func elsewhere(files map[string][]string, name string) bool {
	dir, base := path.Split(name)
	dir = strings.TrimSuffix(dir, "/")
	return dir != "" && slices.Contains(files[dir], base)
}
