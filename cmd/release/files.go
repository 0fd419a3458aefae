package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// An entry is one file of a package.
type entry struct {
	Path   string // from the root of what it is installed to, with slashes
	Mode   fs.FileMode
	Data   []byte
	Config bool // the technician may change it, and an upgrade keeps that
}

// A tree is the files of a package in the order of their paths.
type tree []entry

// with returns the tree with more in it. Two files in one place are an error of
// the caller, found by check.
func (t tree) with(more ...entry) tree {
	all := append(slices.Clone(t), more...)
	slices.SortStableFunc(all, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// under returns the tree with all paths below a folder.
func (t tree) under(folder string) tree {
	all := slices.Clone(t)
	for i := range all {
		all[i].Path = path.Join(folder, all[i].Path)
	}
	return all
}

// check says what no package may hold: two files in one place, empty files.
func (t tree) check() error {
	for i, e := range t {
		if i > 0 && t[i-1].Path == e.Path {
			return fmt.Errorf("two files want to be %s", e.Path)
		}
		if len(e.Data) == 0 {
			return fmt.Errorf("%s is empty", e.Path)
		}
	}
	return nil
}

// write lays the files below a folder.
func (t tree) write(folder string) error {
	if err := t.check(); err != nil {
		return err
	}
	for _, e := range t {
		name := filepath.Join(folder, filepath.FromSlash(e.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, e.Data, e.Mode); err != nil {
			return err
		}
		if err := os.Chmod(name, e.Mode); err != nil { // whatever the umask
			return err
		}
	}
	return nil
}

// plain and program are a file that is read and one that is run.
func plain(name string, data []byte) entry   { return entry{Path: name, Mode: 0o644, Data: data} }
func program(name string, data []byte) entry { return entry{Path: name, Mode: 0o755, Data: data} }

// zipped is a file compressed as Debian wants it: the best there is, and neither
// name nor date inside.
func zipped(name string, data []byte) (entry, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return entry{}, err
	}
	if _, err := z.Write(data); err != nil {
		return entry{}, err
	}
	if err := z.Close(); err != nil {
		return entry{}, err
	}
	return plain(name+".gz", b.Bytes()), nil
}

// packaging reads a file of assets/packaging as it is.
func (j job) packaging(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(j.root, "assets/packaging", filepath.FromSlash(name)))
}
