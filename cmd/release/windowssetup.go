package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// A setupProgram fills lesestein.nsi.
type setupProgram struct {
	windows
	Out      string
	Registry []registryValue
}

// setupProgram is what lesestein.nsi is filled with. What files are called stands in
// the language of who installs.
func (w windows) setupProgram() setupProgram {
	var kinds []string
	for i := range w.Packages.Type {
		kinds = append(kinds, fmt.Sprintf("$(type%d)", i))
	}
	return setupProgram{
		windows: w, Registry: w.registry(`$INSTDIR\`, kinds),
		Out: filepath.Join(w.dist, fmt.Sprintf("%s-%s-x64-setup.exe", w.Packages.Binary, w.Version)),
	}
}

// setup makes the installer for one user.
func (w windows) setup() error {
	p := w.setupProgram()
	source, err := fill(w.root, "windows/lesestein.nsi", p)
	if err != nil {
		return err
	}
	nsi := filepath.Join(w.work, "lesestein.nsi")
	if err := os.WriteFile(nsi, bom(source), 0o644); err != nil {
		return err
	}
	if err := w.job.run("makensis", "-V2", "-WX", nsi); err != nil {
		return err
	}
	return w.sign.sign(w, p.Out)
}
