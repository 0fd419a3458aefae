package content

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif"  // a format of figures
	_ "image/jpeg" // a format of figures
	_ "image/png"  // a format of figures
	"io/fs"
	"path"
	"slices"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
)

const (
	// maxImageFile is the largest picture that is read, in bytes.
	maxImageFile = 64 << 20
	// maxPixels is the largest picture that is decoded: at four bytes a pixel it
	// takes 256 MB.
	maxPixels = 64 << 20
)

// Image reads a figure of a room: PNG, JPEG or GIF. The name is relative to the
// room's folder; what leads out of the exhibition is an error.
func Image(fsys fs.FS, room, file string) (image.Image, error) {
	name := path.Join(room, file)
	data, err := imageBytes(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("picture %s: %w", name, err)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture %s: %w", name, err)
	}
	return img, nil
}

// imageBytes returns the bytes of a file that begins like a picture of a size
// that can be decoded.
func imageBytes(fsys fs.FS, name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, outside()
	}
	data, err := readRegular(fsys, name, maxImageFile)
	if err != nil {
		return nil, reason(err)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, doc.Say("it is no picture in PNG, JPEG or GIF")
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height {
		return nil, doc.Say("it has %d × %d pixels, which is too many", c.Width, c.Height)
	}
	return data, nil
}

// picture checks that a file is a picture.
func (l *loader) picture(file string, line int, name string) {
	if _, err := imageBytes(l.fsys, name); err != nil {
		l.add(file, line, "the picture %q: %s", name, reason(err))
	}
}

// checkFigures checks the pictures of a room's texts and their rights.
func (l *loader) checkFigures(dir string, set textSet, rights []figureTable, tab table) {
	used := map[string]bool{}
	for _, f := range set {
		for _, b := range f.figures() {
			used[b.Figure.File] = true
			l.checkFigure(dir, b, rights)
		}
	}
	for i, r := range rights {
		at := fmt.Sprintf("figure[%d]", i)
		if !used[r.File] {
			l.add(tab.file, tab.line(at), "no text shows the picture %q", r.File)
		}
		if r.Holder == "" || r.Licence == "" {
			l.add(tab.file, tab.line(at), "the picture %q has no holder or no licence", r.File)
		}
		for _, u := range r.Uses {
			if !exhibit.Use(u).Valid() {
				l.add(tab.file, tab.line(at+".uses"), "the use %q: write screen, print, export or online", u)
			}
		}
		if r.Expires != "" {
			l.day(tab, at+".expires", r.Expires, true)
		}
	}
}

// figures are the blocks with a picture, those of the footnotes behind.
func (f textFile) figures() []doc.Block {
	var out []doc.Block
	add := func(blocks []doc.Block) {
		for _, b := range blocks {
			if b.Figure != nil && b.Figure.File != "" {
				out = append(out, b)
			}
		}
	}
	add(f.parsed.Doc.Blocks)
	for _, n := range f.parsed.Doc.Footnotes {
		add(n.Blocks)
	}
	return out
}

func (l *loader) checkFigure(dir string, b doc.Block, rights []figureTable) {
	l.picture(b.Pos.File, b.Pos.Line, path.Join(dir, b.Figure.File))
	i := slices.IndexFunc(rights, func(r figureTable) bool { return r.File == b.Figure.File })
	switch {
	case i < 0:
		l.add(b.Pos.File, b.Pos.Line, "the rights of the picture %q are not in %s", b.Figure.File, roomFile)
	case !slices.Contains(rights[i].Uses, string(exhibit.Screen)):
		l.add(b.Pos.File, b.Pos.Line, "the picture %q may not be shown on a screen", b.Figure.File)
	}
}
