package epub

import (
	"image"
	"io"

	"golang.org/x/net/html"

	"lesestein/content/doc"
)

// figure is a figure element that is open.
type figure struct {
	at    int    // its last picture among the blocks, or -1
	words []span // a caption that waits for its picture
	quote int    // that it stands in
}

// iconSize is the width or height, in pixels, below which a picture is no figure:
// between words it is a letter or a sign, alone it divides paragraphs.
const iconSize = 48

// maxHead is how much of a picture is read to learn its size, in bytes.
const maxHead = 1 << 20

// image takes in a picture. It stands behind the paragraph that it is named in.
func (c *composer) image(t html.Token) {
	if c.style.hidden {
		return
	}
	src := attr(t, "src", "xlink:href", "href")
	alt := oneLine(attr(t, "alt", "title"))
	if src == "" {
		c.text(alt)
		return
	}
	name, _, ok := resolve(c.file, src)
	if ok {
		name, ok = c.book.archive.find(name)
	} else {
		name = ""
	}
	if _, known := c.book.archive.sizes[name]; !ok && !known { // each is named once
		c.book.add(c.file, c.line, "the picture %q: %s", shortened(src), doc.Say("the file is missing"))
	}
	if size := c.book.archive.picture(name); size != (image.Point{}) && (size.X < iconSize || size.Y < iconSize) {
		c.icon(alt)
		return
	}
	f := doc.Figure{File: name, Alt: alt}
	if c.words.blank() {
		c.flush()
		c.emitFigure(c.style, f)
		return
	}
	c.words.behind = append(c.words.behind, f)
}

// shortened is a reference as it is told: data in the place of a name is long.
func shortened(s string) string {
	const enough = 80
	if r := []rune(s); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	return s
}

// icon takes in a picture as small as a letter: by its words, if there are others.
func (c *composer) icon(alt string) {
	w := &c.words
	if w.space {
		c.blankBefore()
	}
	if w.waiting = true; len(w.spans) == 0 {
		w.style = c.style
	}
	w.spans = append(w.spans, span{text: alt, look: c.style.look, icon: true})
}

// picture returns the size of a picture in pixels, zero if it cannot be told.
func (a *archive) picture(name string) image.Point {
	if size, ok := a.sizes[name]; ok {
		return size
	}
	var size image.Point
	if f, ok := a.files[name]; ok && f.Flags&1 == 0 {
		if r, err := f.Open(); err == nil {
			if head, _, err := image.DecodeConfig(io.LimitReader(r, maxHead)); err == nil {
				size = image.Pt(head.Width, head.Height)
			}
			r.Close()
		}
	}
	a.sizes[name] = size
	return size
}

// emitFigure puts a picture into the text, with the caption that waits for it.
func (c *composer) emitFigure(s style, f doc.Figure) {
	b := block{Block: doc.Block{Kind: doc.FigureBlock, Quote: s.quote, Dir: s.dir, Figure: &f, Pos: c.pos()}}
	if s.figure != nil {
		b.spans, s.figure.words = s.figure.words, nil
		s.figure.at = len(c.blocks)
	}
	c.blocks = append(c.blocks, b)
}

// caption puts a caption to the picture before it, or keeps it for one behind it.
func (c *composer) caption(f *figure, spans []span) {
	to := &f.words
	if f.at >= 0 && f.at == len(c.blocks)-1 {
		to = &c.blocks[f.at].spans
	}
	if len(*to) > 0 {
		*to = append(*to, span{newline: true})
	}
	*to = append(*to, spans...)
}

// endFigure leaves no caption behind that found no picture.
func (c *composer) endFigure(f *figure) {
	if words := f.words; len(words) > 0 {
		f.words = nil
		c.append(doc.Block{Quote: f.quote}, words)
	}
}

// rule puts a break between paragraphs.
func (c *composer) rule() {
	c.flush()
	if !c.style.hidden {
		c.emitBreak()
	}
}

// emitBreak puts a break behind the last paragraph of the chapter, and only one.
func (c *composer) emitBreak() {
	if n := len(c.blocks); n > c.first && !c.blocks[n-1].isBreak() {
		c.append(doc.Block{Kind: doc.Break}, nil)
	}
}

// emit puts a paragraph into the text, as what it stands in wants it.
func (c *composer) emit(s style, spans []span) {
	if len(spans) == 0 {
		return
	}
	b := doc.Block{Quote: s.quote, Dir: s.dir}
	switch {
	case s.caption && s.figure != nil:
		c.caption(s.figure, spans)
		return
	case s.heading > 0:
		b.Kind, b.Level, b.Quote = doc.Heading, s.heading, 0
	case s.item != nil:
		b.Kind, b.Level = doc.ListItem, max(1, s.depth)
		if !s.item.begun {
			b.Marker, s.item.begun = s.item.marker, true
		}
	}
	if s.figure != nil {
		c.endFigure(s.figure)
	}
	c.append(b, spans)
}

func (c *composer) append(b doc.Block, spans []span) {
	b.Pos = c.pos()
	c.blocks = append(c.blocks, block{Block: b, spans: spans})
}

func (c *composer) pos() doc.Pos { return c.book.pos(c.file, c.line) }

// upcoming is the index that the paragraph whose words come in will have.
func (c *composer) upcoming() int { return len(c.blocks) }
