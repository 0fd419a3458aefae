package inline

import (
	"strings"

	"lesestein/ui/typeset/frame"

	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/bidi"
)

// Words from right to left. Paragraphs that hold such a word are few, so they go
// a way of their own: every word is a run, the runs stay in the order of the
// text, and their places on the line are those of the Unicode Bidirectional
// Algorithm (Unicode Standard Annex 9), at the granularity of words: a word has
// the direction of its first strong character, figures go from left to right
// inside what surrounds them, spaces and punctuation by themselves join
// neighbours of one direction.

// rightToLeft reports whether a script is written from right to left.
func rightToLeft(s language.Script) bool {
	switch s {
	case language.Hebrew, language.Arabic, language.Syriac, language.Thaana, language.Nko:
		return true
	}
	return false
}

// mayBeRTL is a quick test that no other character passes.
func mayBeRTL(r rune) bool {
	return r >= 0x590 && (r < 0x900 || r >= 0xFB1D && r < 0xFDFF || r >= 0xFE70 && r < 0xFEFF || r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000)
}

// baseLevel is the level of a paragraph in a language.
func baseLevel(lang string) uint8 {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch primary {
	case "ar", "he", "fa", "ur", "yi", "ps", "sd", "dv", "ug", "ckb":
		return 1
	}
	return 0
}

// direction is what a word is in the algorithm.
type direction uint8

const (
	neutral direction = iota
	figure
	leftward // strong, right to left
	rightward
)

func directionOf(word []rune) direction {
	d := neutral
	for _, r := range word {
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			return rightward
		case bidi.R, bidi.AL:
			return leftward
		case bidi.EN, bidi.AN:
			d = figure
		}
	}
	return d
}

// levels gives every element its embedding level: 0 left to right, 1 right to
// left, 2 what goes left to right inside that.
func levels(list []direction, base uint8) []uint8 {
	out := make([]uint8, len(list))
	strong := direction(rightward)
	if base == 1 {
		strong = leftward
	}
	edge := strong
	for i, d := range list {
		switch {
		case d == rightward, d == leftward:
			strong = d
			out[i] = base
			if d == leftward {
				out[i] = 1
			} else if base == 1 {
				out[i] = 2
			}
		case d == figure && (strong == leftward || base == 1):
			out[i] = 2
		case d == figure:
			out[i] = base
		default:
			out[i] = base
			if before, behind := strong, nextStrong(list[i:], edge); before == behind && before == leftward {
				out[i] = 1
			} else if before == behind && base == 1 && before == rightward {
				out[i] = 2
			}
		}
	}
	return out
}

func nextStrong(list []direction, edge direction) direction {
	for _, d := range list {
		switch d {
		case leftward, rightward:
			return d
		case figure:
			return leftward // figures are as strong as what they stand in
		}
	}
	return edge
}

// visual is the order in which elements stand from left to right (rule L2).
func visual(levels []uint8) []int {
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	for level := uint8(2); level >= 1; level-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			i = max(j, i+1)
		}
	}
	return order
}

// placeBidi places a line with words from right to left.
func (pl *placer) placeBidi(list []piece, b Break) {
	var directions []direction
	var widths []frame.Unit
	var from []int // letters before each element
	for i := range list {
		pc := &list[i]
		directions = append(directions, directionOf([]rune(pl.p.text(&pl.p.items[pc.item]))))
		from = append(from, pl.letters)
		first := pl.letters
		pl.letters += len(pc.word.glyphs)
		widths = append(widths, pl.p.pieceWidth(pc, pl.params, &pl.fit)+pl.tracked(pl.letters)-pl.tracked(first))
		if pc.spaced {
			directions = append(directions, neutral)
			from = append(from, pl.letters)
			widths = append(widths, pl.space(pc.item)+pl.tracked(pl.letters+1)-pl.tracked(pl.letters))
			pl.letters++
		}
	}
	places := make([]frame.Unit, len(widths))
	for _, i := range visual(levels(directions, pl.p.base)) {
		places[i] = pl.x
		pl.x += widths[i]
	}
	element := 0
	for i := range list {
		pl.x, pl.letters = places[element], from[element]
		pl.piece(&list[i])
		element++
		if list[i].spaced {
			pl.spaceRun(&list[i], places[element], widths[element])
			element++
		}
	}
	pl.texts(b)
}

// spaceRun makes a run of the space behind a piece, which has no glyph: between
// words of two directions it cannot be told from their places where it stands.
func (pl *placer) spaceRun(pc *piece, x, width frame.Unit) {
	pl.x = x
	run := pl.run(pc, pl.p.stores[pc.span].font, int(pc.runes))
	run.Width = width
}
