package content

import (
	"bytes"
	"image"
	"image/color"
	"io/fs"
	"path"
	"slices"
	"sync"
)

// maxDecoded bounds the pixels of the pictures that a Gallery holds, the one used
// last apart: at four bytes a pixel they take 128 MB.
const maxDecoded = 32 << 20

// maxResting is how many pixels a picture has at most that stays when a Gallery rests.
const maxResting = 2 << 20

// A Gallery is the pictures of an exhibition or a book. It knows the size of each
// that was asked for, and holds as many as it may, so that a book of a thousand
// plates can be set and read; the others are read again when they are painted. It
// is safe for concurrent use.
type Gallery struct {
	files fs.FS

	mu    sync.Mutex
	known map[string]*picture // by path; nil: it cannot be read
	held  []*picture          // with pixels, the one used last at the end
}

// NewGallery returns the pictures among files.
func NewGallery(files fs.FS) *Gallery {
	return &Gallery{files: files, known: map[string]*picture{}}
}

// picture is one of a gallery. Its pixels come and go.
type picture struct {
	gallery *Gallery
	name    string
	head    image.Config
	pixels  image.Image
}

// Picture returns a picture, as Image does: the same one each time. Nil: it cannot
// be read.
func (g *Gallery) Picture(room, file string) image.Image {
	g.mu.Lock()
	defer g.mu.Unlock()
	name := path.Join(room, file)
	p, ok := g.known[name]
	if !ok {
		p = g.look(name)
		g.known[name] = p
	}
	if p == nil {
		return nil
	}
	return p
}

// look reads a picture for the first time: as a whole while there is room for it.
func (g *Gallery) look(name string) *picture {
	data, err := imageBytes(g.files, name)
	if err != nil {
		return nil
	}
	p := &picture{gallery: g, name: name}
	if p.head, _, err = image.DecodeConfig(bytes.NewReader(data)); err != nil {
		return nil
	}
	if g.pixels()+p.size() > maxDecoded {
		return p
	}
	if p.pixels, _, err = image.Decode(bytes.NewReader(data)); err != nil {
		return nil
	}
	g.held = append(g.held, p)
	return p
}

func (g *Gallery) pixels() int {
	n := 0
	for _, p := range g.held {
		n += p.size()
	}
	return n
}

func (p *picture) size() int { return p.head.Width * p.head.Height }

// Pixels returns the picture itself, or nil if it can no longer be read.
func (p *picture) Pixels() image.Image {
	g := p.gallery
	g.mu.Lock()
	defer g.mu.Unlock()
	if i := slices.Index(g.held, p); i >= 0 {
		g.held = append(slices.Delete(g.held, i, i+1), p)
		return p.pixels
	}
	img, err := Image(g.files, "", p.name)
	if err != nil {
		return nil
	}
	p.pixels = img
	g.held = append(g.held, p)
	for len(g.held) > 1 && g.pixels() > maxDecoded {
		g.held[0].pixels = nil
		g.held = slices.Delete(g.held, 0, 1)
	}
	return img
}

// Holds reports whether the pixels of one of its pictures are at hand; else Pixels takes
// its time.
func (g *Gallery) Holds(im image.Image) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	p, ok := im.(*picture)
	return ok && p.pixels != nil
}

// Rest puts the pixels of large pictures away until they are painted anew.
func (g *Gallery) Rest() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.held = slices.DeleteFunc(g.held, func(p *picture) bool {
		if p.size() <= maxResting {
			return false
		}
		p.pixels = nil
		return true
	})
}

// ColorModel implements image.Image.
func (p *picture) ColorModel() color.Model { return p.head.ColorModel }

// Bounds implements image.Image.
func (p *picture) Bounds() image.Rectangle { return image.Rect(0, 0, p.head.Width, p.head.Height) }

// At implements image.Image. Who wants all pixels asks for Pixels.
func (p *picture) At(x, y int) color.Color {
	if pixels := p.Pixels(); pixels != nil {
		return pixels.At(x, y)
	}
	return color.Transparent
}
