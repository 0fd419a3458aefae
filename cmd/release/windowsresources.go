package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
)

// windowsIcons are the edges, in pixels, of the pictures that Windows looks for.
var windowsIcons = []int{16, 20, 24, 32, 40, 48, 64, 256}

// A windowsLanguage is what the program says of itself in one language.
type windowsLanguage struct {
	Code    string   // the language in four hexadecimal digits, as resources say it
	LCID    int      // the same as a number
	NSIS    string   // as NSIS calls it
	Summary string   // what the program is
	Types   []string // what its files are called, in the order of the types
	Busy    string   // that the program runs and cannot be replaced
}

// Languages are those of the installers and the version resource; the first is for
// who speaks none of them.
func (p product) Languages() []windowsLanguage {
	all := []windowsLanguage{
		{Code: "0409", LCID: 1033, NSIS: "English", Busy: p.Name + " is running. Please close it and try again."},
		{Code: "0407", LCID: 1031, NSIS: "German", Busy: p.Name + " läuft. Bitte schließen Sie es und versuchen Sie es noch einmal."},
	}
	for i, lang := range languages {
		said := p.Words[lang]
		all[i].Summary = said.Summary
		for _, t := range p.Packages.Type {
			all[i].Types = append(all[i].Types, said.Type[t.ID])
		}
	}
	return all
}

// IconSizes are the edges of the pictures in the program.
func (windows) IconSizes() []int { return windowsIcons }

// resources makes what the linker puts into the program: icon, version, manifest. It
// returns the object file for the linker; nothing is written to the tree.
func (w windows) resources(drawn icon) (string, error) {
	folder := filepath.Join(w.work, "winres")
	var t tree
	for _, size := range windowsIcons {
		data, err := drawn.png(size)
		if err != nil {
			return "", err
		}
		t = t.with(plain(fmt.Sprintf("icon%d.png", size), data))
	}
	for _, name := range []string{"winres.json", "app.manifest"} {
		data, err := fill(w.root, "windows/"+name, w)
		if err != nil {
			return "", err
		}
		t = t.with(plain(name, data))
	}
	if err := t.write(folder); err != nil {
		return "", err
	}
	err := w.tool("go-winres", "make", "--in", filepath.Join(folder, "winres.json"), "--arch", "amd64", "--out", filepath.Join(folder, "rsrc"))
	if err != nil {
		return "", err
	}
	// go-winres writes for go build, which looks in the tree; the linker wants an object.
	object := filepath.Join(folder, "resources.o")
	return object, os.Rename(filepath.Join(folder, "rsrc_windows_amd64.syso"), object)
}

// ico returns the icon as Windows keeps one outside of a program: a table, and a PNG
// for each size (Windows Vista and later).
func (i icon) ico() ([]byte, error) {
	const head, row = 6, 16
	var table, pictures bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			_ = binary.Write(&table, binary.LittleEndian, v) // a buffer takes everything
		}
	}
	put(uint16(0), uint16(1), uint16(len(windowsIcons))) // 1: an icon, no cursor
	for _, size := range windowsIcons {
		data, err := i.png(size)
		if err != nil {
			return nil, err
		}
		at := head + row*len(windowsIcons) + pictures.Len()
		edge := uint8(size) // 256 is written as 0
		put(edge, edge, uint16(0), uint16(1), uint16(32), uint32(len(data)), uint32(at))
		pictures.Write(data)
	}
	return append(table.Bytes(), pictures.Bytes()...), nil
}
