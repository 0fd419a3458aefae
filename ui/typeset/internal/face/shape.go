package face

import (
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Glyph is one shaped glyph in font units. Cluster counts code points from the
// start of the shaped text. X and Y move the glyph without moving what follows;
// Y is upwards.
type Glyph struct {
	ID      uint16
	Cluster uint16
	Advance int32
	X, Y    int16
}

// Missing is the id of the glyph that stands for a character no font has.
const Missing = 0

// pair is what a character looks like before another one: its glyph and its
// advance with the kern. The key 0 as the second character means: at the end.
type pair struct {
	id       uint16
	known    bool
	involved bool // not to be had by looking at two characters
	advance  int32
}

type pairKey struct{ a, b rune }

// Shaper shapes text with one font in one language. One goroutine at a time.
type Shaper struct {
	of   *Font
	with []harfbuzz.Feature
	lang language.Language
	hb   *harfbuzz.Font
	buf  *harfbuzz.Buffer
	near [128]*[128]pair // both characters ASCII; rows are made when met
	far  map[pairKey]pair
	two  [2]rune
	// knots are ligatures with their neighbours.
	knots map[[6]rune][]Glyph
}

// NewShaper returns a shaper for a font and a language (BCP 47, may be empty).
func NewShaper(f *Font, lang string) *Shaper {
	return &Shaper{
		of: f, with: f.features, lang: language.NewLanguage(lang),
		hb: harfbuzz.NewFont(font.NewFace(f.font)), buf: harfbuzz.NewBuffer(),
		far: map[pairKey]pair{}, knots: map[[6]rune][]Glyph{},
	}
}

// NewSpacedShaper returns a shaper for letters that are set apart: it makes no
// optional ligatures, whose letters would stay together.
func NewSpacedShaper(f *Font, lang string) *Shaper {
	s := NewShaper(f, lang)
	s.with = spaced(f.features)
	return s
}

// maxKnots bounds what a shaper keeps of ligatures, maxFar of pairs beyond ASCII. A
// text of one language has a few thousand of either.
const (
	maxKnots = 1 << 14
	maxFar   = 1 << 14
)

// maxShape bounds what is shaped at once, so that a Cluster fits its 16 bits.
const maxShape = 1 << 15

// Append appends the glyphs of text, which reads from left to right and is
// shorter than 32,768 code points (the rest is left out), to dst.
func (s *Shaper) Append(dst []Glyph, text []rune) []Glyph {
	if len(text) > maxShape {
		text = text[:maxShape]
	}
	if s.of.foreign { // it may have features that reach further than a pair
		return s.Whole(dst, text, false)
	}
	mark, free := len(dst), 0 // no ligature reaches to free
	for i := 0; i < len(text); i++ {
		p := s.pairAt(text, i)
		if !p.involved {
			dst = append(dst, Glyph{ID: p.id, Cluster: uint16(i), Advance: p.advance})
			continue
		}
		end := i + 1
		for end < len(text) && s.pairAt(text, end).involved {
			end++
		}
		var ok bool
		if dst, ok = s.appendKnot(dst, text, i, end, i > free || i == 0); !ok {
			return s.Whole(dst[:mark], text, false)
		}
		free, i = end+1, end
	}
	return dst
}

// pairAt is the pair that begins with a character of text.
func (s *Shaper) pairAt(text []rune, i int) pair {
	if i+1 < len(text) {
		return s.pair(text[i], text[i+1])
	}
	return s.pair(text[i], 0)
}

// appendKnot appends the glyphs of the characters from to end, of which each pair
// is involved, mostly a ligature. They are shaped with the characters on both
// sides, whose kerns they change, and kept. It gives up where another knot is
// near or a character is not simple at all.
func (s *Shaper) appendKnot(dst []Glyph, text []rune, from, end int, alone bool) ([]Glyph, bool) {
	if !alone || end >= len(text) || end-from > 3 {
		return dst, false
	}
	first, last := max(from-1, 0), min(end+2, len(text))
	for _, r := range text[first:last] {
		if !simple(r) {
			return dst, false
		}
	}
	if end+1 < len(text) && s.pairAt(text, end+1).involved {
		return dst, false
	}
	var key [6]rune
	copy(key[:], text[first:last])
	glyphs, ok := s.knots[key]
	if !ok {
		glyphs = s.Whole(nil, text[first:last], false)
		if len(s.knots) >= maxKnots {
			clear(s.knots)
		}
		s.knots[key] = glyphs
	}
	lead := from - first
	if lead == 1 && (len(glyphs) < 2 || glyphs[1].Cluster != 1 || glyphs[0].ID != dst[len(dst)-1].ID) {
		return dst, false
	}
	if lead == 1 {
		dst[len(dst)-1].Advance = glyphs[0].Advance
	}
	for _, g := range glyphs[lead:] {
		if int(g.Cluster) > end-first { // the character behind, which goes on by itself
			break
		}
		g.Cluster += uint16(first)
		dst = append(dst, g)
	}
	return dst, true
}

// Whole shapes text by HarfBuzz at once. With rtl the text reads from right to
// left and the glyphs come in visual order.
func (s *Shaper) Whole(dst []Glyph, text []rune, rtl bool) []Glyph {
	s.shape(text, rtl)
	for i, info := range s.buf.Info {
		pos := s.buf.Pos[i]
		dst = append(dst, Glyph{
			ID: uint16(info.Glyph), Cluster: uint16(info.Cluster), Advance: pos.XAdvance,
			X: int16(pos.XOffset), Y: int16(pos.YOffset),
		})
	}
	return dst
}

func (s *Shaper) shape(text []rune, rtl bool) {
	s.buf.Clear()
	s.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Language: s.lang, Script: scriptOf(text)}
	if rtl {
		s.buf.Props.Direction = harfbuzz.RightToLeft
	}
	s.buf.AddRunes(text, 0, len(text))
	if s.of.foreign {
		s.shapeForeign(text)
		return
	}
	s.buf.Shape(s.hb, s.with)
}

// scriptOf is the first strong script, and Latin where there is none: figures
// and punctuation belong to the text around them.
func scriptOf(text []rune) language.Script {
	for _, r := range text {
		if r < 0x80 {
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				return language.Latin
			}
			continue
		}
		if sc := language.LookupScript(r); sc.Strong() && sc != language.Unknown {
			return sc
		}
	}
	return language.Latin
}

func (s *Shaper) pair(a, b rune) pair {
	if a < 128 && b < 128 && a >= 0 && b >= 0 {
		row := s.near[a]
		if row == nil {
			row = new([128]pair)
			s.near[a] = row
		}
		if !row[b].known {
			row[b] = s.ask(a, b)
			row[b].known = true
		}
		return row[b]
	}
	if !simple(a) || b != 0 && !simple(b) { // nothing to keep: an ideograph has thousands of neighbours
		return pair{involved: true}
	}
	p, ok := s.far[pairKey{a, b}]
	if !ok {
		p = s.ask(a, b)
		if len(s.far) >= maxFar {
			clear(s.far)
		}
		s.far[pairKey{a, b}] = p
	}
	return p
}

// ask has HarfBuzz shape the two characters. They count as simple when each is
// one glyph in its nominal place and only the first one's advance depends on the
// other.
func (s *Shaper) ask(a, b rune) pair {
	if !simple(a) {
		return pair{involved: true}
	}
	s.two[0] = a
	if b == 0 {
		s.shape(s.two[:1], false)
		if len(s.buf.Info) != 1 || s.buf.Pos[0].XOffset != 0 || s.buf.Pos[0].YOffset != 0 {
			return pair{involved: true}
		}
		return pair{id: uint16(s.buf.Info[0].Glyph), advance: s.buf.Pos[0].XAdvance}
	}
	alone, after := s.pair(a, 0), s.pair(b, 0)
	if alone.involved || after.involved {
		return pair{involved: true}
	}
	s.two[0], s.two[1] = a, b
	s.shape(s.two[:], false)
	info, pos := s.buf.Info, s.buf.Pos
	if len(info) != 2 || uint16(info[0].Glyph) != alone.id || uint16(info[1].Glyph) != after.id ||
		pos[1].XAdvance != after.advance ||
		pos[0].XOffset != 0 || pos[0].YOffset != 0 || pos[1].XOffset != 0 || pos[1].YOffset != 0 {
		return pair{involved: true}
	}
	return pair{id: alone.id, advance: pos[0].XAdvance}
}

// simple reports whether a character can be had by pairs at all: letters,
// figures and punctuation of scripts whose letters do not change their shape.
// The fraction slash and everything that joins or is invisible cannot.
func simple(r rune) bool {
	switch {
	case r < 0x20 || r == 0x7F || r == 0xAD:
		return false
	case r < 0x300:
		return true
	case r < 0x370: // combining marks
		return false
	case r < 0x530: // Greek, Cyrillic
		return !unicode.Is(unicode.M, r)
	case r >= 0x1E00 && r < 0x2000: // Latin and Greek with diacritics
		return true
	case r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x203A, r == 0x20AC:
		return true
	default:
		return false
	}
}

// Advance is the advance of a character that stands alone, in font units.
func (s *Shaper) Advance(r rune) int32 {
	if p := s.pair(r, 0); !p.involved {
		return p.advance
	}
	s.two[0] = r
	s.shape(s.two[:1], false)
	width := int32(0)
	for _, pos := range s.buf.Pos {
		width += pos.XAdvance
	}
	return width
}

// SpaceKern is how much closer a space stands to the character before it and to
// the one behind it than its advance says, in font units; usually 0. Few fonts
// kern with the space.
func (s *Shaper) SpaceKern(before, behind rune) (after, ahead int32) {
	if p, alone := s.pair(before, ' '), s.pair(before, 0); !p.involved && !alone.involved {
		after = p.advance - alone.advance
	}
	if p, alone := s.pair(' ', behind), s.pair(' ', 0); !p.involved && !alone.involved {
		ahead = p.advance - alone.advance
	}
	return after, ahead
}

// Before is the advance of a character in front of another one, in font units.
func (s *Shaper) Before(r, next rune) int32 {
	if p := s.pair(r, next); !p.involved {
		return p.advance
	}
	return s.Advance(r)
}
