// Package hyphen finds the places where a word may be divided, by Liang's
// patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, Stanford 1983).
//
// # Words
//
//   - Patterns: the compiled patterns of one language, read in place from bytes:
//     loading is checking a header. Immutable, safe for concurrent use.
//   - Level: the digit between two letters; odd levels allow a break there.
//   - Exception: a word whose breaks are listed, not computed.
//
// hyphen.go loads patterns and divides words. Compile (compiling.go; layout.go lays
// out the trie) turns a TeX pattern file (hyph-utf8) into the compiled form; it is
// called by go generate, and by nothing at run time.
//
// # The compiled form
//
// All numbers are little-endian.
//
//	"LHY2"
//	uint8 left, right minimum; uint16 number of letters
//	uint32 number of cells; uint32 length of the level strings
//	letters: uint32 each, increasing; letter i has the code i+1, "." is code 1
//	cells: 8 bytes each, a double array (Aho 1985): uint32 base, uint16 level
//	       string (offset/1, 0 none), uint8 code of the edge that leads here, uint8 0
//	level strings: a count byte, then (distance back from the end, level) pairs
//
// Equal subtrees are stored once, so the trie is a directed acyclic graph.
// Exceptions are patterns too: ".word." with levels 8 and 9, above all others.
package hyphen

import (
	"encoding/binary"
	"errors"
	"unicode"
)

// MaxWord is the number of letters beyond which a word is not divided.
const MaxWord = 120

// Patterns are the compiled patterns of one language. The zero value divides
// nothing.
type Patterns struct {
	left, right int
	cells       []byte
	levels      []byte
	codes       [0x250]uint8   // of letters below U+0250
	far         map[rune]uint8 // of the others
}

const (
	magic      = "LHY2"
	headerSize = 16
	cellSize   = 8
)

var errFormat = errors.New("hyphen: not a compiled pattern file")

// Load reads compiled patterns. They keep data, which must not change. What it
// takes divides any word without a fault; anything else is an error.
func Load(data []byte) (*Patterns, error) {
	if len(data) < headerSize || string(data[:4]) != magic {
		return nil, errFormat
	}
	p := &Patterns{left: int(data[4]), right: int(data[5]), far: map[rune]uint8{}}
	letters := int(binary.LittleEndian.Uint16(data[6:]))
	cells := int(binary.LittleEndian.Uint32(data[8:]))
	levels := int(binary.LittleEndian.Uint32(data[12:]))
	rest := data[headerSize:]
	if letters > 254 || cells < 0 || levels < 1 || len(rest) != 4*letters+cellSize*cells+levels {
		return nil, errFormat
	}
	for i := range letters {
		r := rune(binary.LittleEndian.Uint32(rest[4*i:]))
		if r >= 0 && int(r) < len(p.codes) {
			p.codes[r] = uint8(i + 1)
		} else {
			p.far[r] = uint8(i + 1)
		}
	}
	p.cells = rest[4*letters : 4*letters+cellSize*cells]
	p.levels = rest[4*letters+cellSize*cells:]
	if !p.sound() {
		return nil, errFormat
	}
	return p, nil
}

// sound reports whether every cell's level string lies whole in the file, so that
// match need not look.
func (p *Patterns) sound() bool {
	for i := 0; i < len(p.cells); i += cellSize {
		at := int(binary.LittleEndian.Uint16(p.cells[i+4:]))
		if at >= len(p.levels) || at+1+2*int(p.levels[at]) > len(p.levels) {
			return false
		}
	}
	return true
}

// Append appends to dst the breaks of a word of letters, each as the number of
// code points before it, with at least left and right letters on its sides (and
// never less than the patterns' minima). Capitals count as small letters. A word
// with a character that no pattern knows has no breaks.
func (p *Patterns) Append(dst []uint8, word []rune, left, right int) []uint8 {
	n := len(word)
	left, right = max(left, p.left, 1), max(right, p.right, 1)
	if n < left+right || n > MaxWord || len(p.cells) == 0 {
		return dst
	}
	var codes [MaxWord + 2]uint8
	codes[0], codes[n+1] = 1, 1
	for i, r := range word {
		c := p.code(r)
		if c <= 1 {
			return dst
		}
		codes[i+1] = c
	}
	var levels [MaxWord + 4]uint8
	for i := range n + 2 {
		p.match(codes[i:n+2], levels[i:])
	}
	for i := left; i <= n-right; i++ {
		if levels[i+1]&1 == 1 {
			dst = append(dst, uint8(i))
		}
	}
	return dst
}

func (p *Patterns) code(r rune) uint8 {
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	} else if r > 0x7F {
		r = unicode.ToLower(r)
	}
	if int(r) < len(p.codes) {
		return p.codes[r]
	}
	return p.far[r]
}

// match walks the trie along codes and raises the levels that its patterns set.
func (p *Patterns) match(codes []uint8, levels []uint8) {
	base := binary.LittleEndian.Uint32(p.cells)
	for i, c := range codes {
		next := (int(base) + int(c)) * cellSize
		if next+cellSize > len(p.cells) {
			return
		}
		found := binary.LittleEndian.Uint64(p.cells[next:]) // base, level string, code
		if uint8(found>>48) != c {
			return
		}
		base = uint32(found)
		at := int(uint16(found >> 32))
		if at == 0 {
			continue
		}
		for k := range int(p.levels[at]) {
			back, level := int(p.levels[at+1+2*k]), p.levels[at+2+2*k]
			if j := i + 1 - back; j >= 0 && levels[j] < level {
				levels[j] = level
			}
		}
	}
}
