package typeface

import (
	"cmp"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lesestein/ui/typeset"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// source is a font in a file; of a collection the one at index. The zero source is none.
type source struct {
	path   string
	index  int
	aspect font.Aspect
}

// open opens the file; nil: that cannot be done.
func (s source) open() (*os.File, int64) {
	if s.path == "" {
		return nil, 0
	}
	file, err := os.Open(s.path)
	if err != nil {
		return nil, 0
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostBytes {
		_ = file.Close() // it was only read
		return nil, 0
	}
	return file, info.Size()
}

// styles are the fonts of a family that text is set in.
type styles struct{ regular, italic, bold source }

func (s styles) fonts() [3]source { return [3]source{s.regular, s.italic, s.bold} }

// The bounds of what is looked at: more than any system has, less than fills the memory.
const (
	mostFiles = 20_000
	mostBytes = 64 << 20 // of one file
)

// walk finds the families in folders. A folder that cannot be read is empty.
func walk(folders []string) found {
	families, seen := map[string][]source{}, map[string]bool{}
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !isFont(path) || seen[path] {
				return nil
			}
			if seen[path] = true; len(seen) > mostFiles {
				return fs.SkipAll
			}
			for name, of := range described(path) {
				families[name] = append(families[name], of...)
			}
			return nil
		})
	}
	out := found{fonts: map[string]styles{}}
	for name, fonts := range families {
		of, ok := chosen(fonts)
		if ok && of.regular.sets() {
			out.names = append(out.names, name)
			out.fonts[name] = of
		}
	}
	slices.SortFunc(out.names, func(a, b string) int {
		return cmp.Or(strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
	})
	return out
}

// isFont reports whether a file is called like a font with outlines.
func isFont(path string) bool {
	return slices.Contains([]string{".ttf", ".otf", ".ttc", ".otc"}, strings.ToLower(filepath.Ext(path)))
}

// described are the fonts in a file by the names of their families.
func described(path string) (fonts map[string][]source) {
	file, size := source{path: path}.open()
	if file == nil {
		return nil
	}
	defer file.Close()
	defer func() {
		if recover() != nil { // its tables are broken in a way that the parser does not expect
			fonts = nil
		}
	}()
	loaders, err := ot.NewLoaders(io.NewSectionReader(file, 0, size))
	if err != nil {
		return nil
	}
	fonts = map[string][]source{}
	for i, loader := range loaders {
		d, _ := font.Describe(loader, nil)
		d.Aspect.SetDefaults()
		if name := strings.TrimSpace(d.Family); name != "" && !strings.HasPrefix(name, ".") { // of the system's own use
			fonts[name] = append(fonts[name], source{path, i, d.Aspect})
		}
	}
	return fonts
}

// sets reports whether the font can set running text.
func (s source) sets() bool {
	file, size := s.open()
	if file == nil {
		return false
	}
	defer file.Close()
	return typeset.SetsText(typeset.Lent{File: sized{file, size}, Index: s.index})
}

// The weights of text: of a regular, and of what stands out of it.
const (
	lightest, usual, heaviest = 290, 400, 520
	bold                      = 700
)

// chosen are the fonts for text among those of a family: the regular next to the usual
// weight and width, and an italic and a bold like it. ok is false without a regular.
func chosen(fonts []source) (of styles, ok bool) {
	upright := func(s source) bool { return s.aspect.Style != font.StyleItalic }
	text := func(s source) bool { return s.aspect.Weight >= lightest && s.aspect.Weight <= heaviest }
	of.regular = nearest(fonts, usual, 1, func(s source) bool { return upright(s) && text(s) })
	if of.regular.path == "" {
		return of, false
	}
	width := float64(of.regular.aspect.Stretch)
	of.italic = nearest(fonts, float64(of.regular.aspect.Weight), width, func(s source) bool { return !upright(s) && text(s) })
	of.bold = nearest(fonts, bold, width, func(s source) bool { return upright(s) && s.aspect.Weight > heaviest })
	return of, true
}

// nearest is the font next to a weight and a width among those that suit; of equal ones
// the first by name of its file.
func nearest(fonts []source, weight, width float64, suits func(source) bool) (best source) {
	least := math.Inf(1)
	for _, s := range fonts {
		far := math.Abs(float64(s.aspect.Weight)-weight)/1000 + 10*math.Abs(float64(s.aspect.Stretch)-width)
		if suits(s) && (far < least || far == least && s.path < best.path) {
			least, best = far, s
		}
	}
	return best
}
