package inline

import (
	"strings"
	"sync"

	"lesestein/ui/typeset/internal/face"
	"lesestein/ui/typeset/internal/hyphen"

	"github.com/go-text/typesetting/language"
)

// maxWords bounds a store: a kiosk runs for months, and readers bring books.
// When it is reached the store starts anew; words in use live on.
const maxWords = 1 << 18

// store keeps the words of one face in one language, with ligatures or without.
type store struct {
	key    storeKey
	faces  *face.Table
	font   *face.Font
	tongue tongue

	mu    sync.RWMutex
	words map[string]*word

	build   sync.Mutex // guards what is below
	shapers map[*face.Font]*face.Shaper
	scratch scratch
	slab    slab
	loose   slab // of what is not kept: a word that stays keeps its whole slab
	latin   [latin]letter
}

// tongue is what a store knows of its language.
type tongue struct {
	patterns *hyphen.Patterns
	leans    map[string]traits // words that lean on what follows
}

// latin is the first code point that is not looked up in a table.
const latin = 0x250

// letter is what a store knows of a Latin character.
type letter struct {
	own        bool // the store's own font has it
	hangs      bool // the two below are known
	head, tail int16
}

// scratch holds what making a word needs for a moment.
type scratch struct {
	runes  []rune  // without soft hyphens
	source []int32 // the code point in the word that each of runes is
	soft   []int32 // indices into runes before which a soft hyphen stands
	points []uint8
	glyphs []face.Glyph
	parts  []part
	breaks []wordBreak
	half   []rune // one half of a word, and its glyphs
	spare  []face.Glyph
	// lead is the script that the first of runes goes on in, if it has none of its
	// own and is not the word's first.
	lead language.Script
}

func newStore(s *Setter, key storeKey) *store {
	st := &store{
		key: key, faces: s.faces, font: s.faces.Font(key.face), tongue: tongue{s.patternsFor(key.lang), s.leaning.of(key.lang)},
		words: map[string]*word{}, shapers: map[*face.Font]*face.Shaper{},
	}
	for r := range st.latin {
		st.latin[r].own = st.font.Has(rune(r))
	}
	return st
}

// fontFor is the font that sets a character.
func (st *store) fontFor(r rune) *face.Font {
	if r >= 0 && r < latin && st.latin[r].own {
		return st.font
	}
	font, _ := st.faces.For(st.key.face, r)
	return font
}

// word returns the shaped form of text, making it when it is new.
func (st *store) word(text string) *word {
	st.mu.RLock()
	w := st.words[text]
	st.mu.RUnlock()
	if w != nil {
		return w
	}
	st.build.Lock()
	defer st.build.Unlock()
	st.mu.RLock()
	w = st.words[text]
	st.mu.RUnlock()
	if w != nil {
		return w
	}
	w = st.make(text)
	st.mu.Lock()
	if len(st.words) >= maxWords {
		st.words = map[string]*word{}
	}
	st.words[st.slab.text(text)] = w
	st.mu.Unlock()
	return w
}

// fragment shapes the code points from to to of a word, with a hyphen behind them
// where asked for. It is not kept: only lines that are shown need it.
func (st *store) fragment(word string, from, to int, hyphenated bool) *word {
	st.build.Lock()
	defer st.build.Unlock()
	text := cutRunes(word, from, to)
	if hyphenated {
		text += "-"
	}
	st.scratch.lead = lastScript(cutRunes(word, 0, from))
	st.slab, st.loose = st.loose, st.slab
	w := st.make(text)
	st.slab, st.loose = st.loose, st.slab
	st.scratch.lead = 0
	return w
}

func (st *store) shaper(f *face.Font) *face.Shaper {
	sh := st.shapers[f]
	if sh == nil {
		if sh = face.NewShaper(f, st.key.lang); st.key.spaced {
			sh = face.NewSpacedShaper(f, st.key.lang)
		}
		st.shapers[f] = sh
	}
	return sh
}

// slab hands out pieces of large blocks, so that 27,000 words are not 100,000
// small objects for the collector.
type slab struct {
	glyphs []face.Glyph
	breaks []wordBreak
	parts  []part
	words  []word
	chars  strings.Builder
}

const slabSize = 4096

func (s *slab) text(text string) string {
	if s.chars.Cap()-s.chars.Len() < len(text) {
		s.chars = strings.Builder{}
		s.chars.Grow(max(4*slabSize, len(text)))
	}
	from := s.chars.Len()
	s.chars.WriteString(text)
	return s.chars.String()[from:]
}

func keep[T any](block *[]T, items []T) []T {
	if len(items) == 0 {
		return nil
	}
	if cap(*block)-len(*block) < len(items) {
		*block = make([]T, 0, max(slabSize, len(items)))
	}
	from := len(*block)
	*block = append(*block, items...)
	return (*block)[from:len(*block):len(*block)]
}

func (s *slab) word(w word) *word {
	if len(s.words) == cap(s.words) {
		s.words = make([]word, 0, slabSize/8)
	}
	s.words = append(s.words, w)
	return &s.words[len(s.words)-1]
}
