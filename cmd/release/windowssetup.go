package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// A setupProgram fills lesestein.nsi.
type setupProgram struct {
	windows
	Registry []registryValue
}

// setup makes the installer for one user.
func (w windows) setup() error {
	w.Out = filepath.Join(w.dist, fmt.Sprintf("%s-%s-x64-setup.exe", w.Packages.Binary, w.Version))
	var kinds []string // in the language of who installs
	for i := range w.Packages.Type {
		kinds = append(kinds, fmt.Sprintf("$(type%d)", i))
	}
	source, err := fillText(w.root, "windows/lesestein.nsi", setupProgram{w, w.registry(`$INSTDIR\`, kinds)})
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
	return w.sign.sign(w, w.Out)
}
