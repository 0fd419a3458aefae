package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A module is code of others that is in the program.
type module struct {
	Path, Version string
	texts         map[string]string // licence texts by file name, below the module
}

// A listed is what `go list -json` says about one package.
type listed struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
		Replace            *struct{ Path, Version, Dir string }
	}
}

// modules lists what is linked into the program for one system, in order, and the
// Go library first: it is no module, but no less code of others.
func (j job) modules(goos string) ([]module, error) {
	cmd := exec.Command("go", "list", "-deps", "-tags", releaseTags(goos), "-json=Dir,Module", "./cmd/lesestein")
	cmd.Dir = j.root
	cmd.Env = append(os.Environ(), "GOOS="+goos, "CGO_ENABLED=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	found := map[string]module{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Module == nil || p.Module.Main {
			continue
		}
		if err := p.addTo(found); err != nil {
			return nil, err
		}
	}
	library, err := goLibrary(j.root)
	if err != nil {
		return nil, err
	}
	sorted := slices.SortedFunc(maps.Values(found), func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return append([]module{library}, sorted...), nil
}

// addTo adds a package's module, and the licences that lie beside the module or
// the package, or one folder below the package: there lies the C code of others.
func (p listed) addTo(found map[string]module) error {
	path, version, dir := p.Module.Path, p.Module.Version, p.Module.Dir
	if r := p.Module.Replace; r != nil {
		path, version, dir = r.Path, r.Version, r.Dir
	}
	m, ok := found[path]
	if !ok {
		m = module{Path: path, Version: version, texts: map[string]string{}}
	}
	for _, pattern := range []string{dir + "/*", p.Dir + "/*", p.Dir + "/*/*"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			if !isLicence(name) {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			below, err := filepath.Rel(dir, name)
			if err != nil {
				return err
			}
			m.texts[filepath.ToSlash(below)] = string(text)
		}
	}
	found[path] = m
	return nil
}

// isLicence reports whether a file is a licence by its name.
func isLicence(name string) bool {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || filepath.Base(filepath.Dir(name)) == "testdata" {
		return false
	}
	base := strings.ToUpper(filepath.Base(name))
	if base == "LICENSE-LOGO" { // of a picture that lies beside the code
		return false
	}
	switch filepath.Ext(base) {
	case "", ".MD", ".TXT":
	default:
		return false
	}
	for _, word := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"} {
		if strings.HasPrefix(base, word) {
			return true
		}
	}
	return false
}

func goLibrary(root string) (module, error) {
	cmd := exec.Command("go", "env", "GOVERSION", "GOROOT")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return module{}, fmt.Errorf("go env: %w", err)
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	text, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
	return module{Path: "std", Version: version, texts: map[string]string{"LICENSE": string(text)}}, err
}

// licences are the SPDX identifiers of a module's texts, sorted. A text that is not
// known is an error: somebody has to read it.
func (m module) licences() ([]string, error) {
	found := map[string]bool{}
	for name, text := range m.texts {
		if strings.HasPrefix(filepath.Base(name), "NOTICE") {
			continue // what Apache-2.0 wants to be passed on
		}
		id := spdx(text)
		if id == "" {
			return nil, fmt.Errorf("%s: %s is under a licence that is not known here", m.Path, name)
		}
		found[id] = true
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s has no licence", m.Path)
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// signs tell licences apart, the more particular first.
var signs = []struct{ id, words string }{
	{"Apache-2.0", "Apache License"},
	{"OFL-1.1", "SIL OPEN FONT LICENSE"},
	{"Unlicense OR BSD-3-Clause", "Unlicense"},
	{"BSD-3-Clause", "Neither the name"},
	{"BSD-3-Clause", "names of its contributors may not be used"},
	{"BSD-2-Clause", "Redistributions in binary form"},
	{"MIT", "Permission is hereby granted, free of charge"},
	{"ISC", "Permission to use, copy, modify, and/or distribute"},
	{"ISC", "Permission to use, copy, modify, and distribute"},
	{"Zlib", "provided 'as-is', without any express or implied"},
	{"blessing", "SQLite Is Public Domain"}, // what SPDX calls SQLite's
	{"Zlib", "provided ‘as-is’, without any express or implied"},
}

// spdx recognises a licence by its words; "" is none of those known.
func spdx(text string) string {
	flat := strings.Join(strings.Fields(text), " ")
	for _, s := range signs {
		if strings.Contains(flat, s.words) {
			return s.id
		}
	}
	return ""
}
