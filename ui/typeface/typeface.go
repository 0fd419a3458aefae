// Package typeface finds the families of the system that a text can be set in, and lends
// them to a setter:
//
//	folders --Names--> names --Lend--> typeset.Family
//
// # Words
//
//   - Family: fonts that have one name; style: its regular, italic or bold font.
//
// Nothing is looked for until somebody asks. A file that cannot be read is not there; of a
// family all that counts is its regular, which has to have what typeset.SetsText wants.
// Fonts are read from their files, and the files closed again.
//
// # Files
//
// typeface.go has the families, walk.go the way from folders to them.
package typeface

import (
	"os"
	"sync"

	"lesestein/ui/typeset"
)

// Families are the families of the system. Its methods may be called from every goroutine.
type Families struct {
	look func() found
}

// found is what was found: names in order, and the fonts of each.
type found struct {
	names []string
	fonts map[string]styles
}

// New returns the families in some folders and all below them; folders is called when
// somebody asks for them first.
func New(folders func() []string) *Families {
	return &Families{look: sync.OnceValue(func() found { return walk(folders()) })}
}

// Names are the families that a text can be set in, in order. The first call looks for
// them, which may take a second, and others wait for it.
func (f *Families) Names() []string { return f.look().names }

// Lend has a setter set texts in a family. ok is false where there is none of this name
// now, or it cannot be read any more.
func (f *Families) Lend(name string, to *typeset.Setter) (family typeset.Family, ok bool) {
	if family, ok = to.Lent(name); ok {
		return family, true
	}
	of, ok := f.look().fonts[name]
	if !ok {
		return family, false
	}
	var lent [3]typeset.Lent
	for i, src := range of.fonts() {
		file, size := src.open()
		if file == nil {
			continue
		}
		defer file.Close()
		lent[i] = typeset.Lent{File: sized{file, size}, Index: src.index}
	}
	if lent[0].File == nil {
		return family, false
	}
	return to.Lend(name, typeset.Styles{Regular: lent[0], Italic: lent[1], Bold: lent[2]})
}

// sized is an open file with its size in bytes.
type sized struct {
	*os.File
	size int64
}

// Size implements typeset.FontFile.
func (f sized) Size() int64 { return f.size }
