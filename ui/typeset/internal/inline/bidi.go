package inline

import (
	"slices"

	"lesestein/ui/typeset/frame"

	"golang.org/x/text/unicode/bidi"
)

// Words from right to left. Paragraphs that hold such a word are few, so they go
// a way of their own: every word is a run, the runs stay in the order of the
// text, and their places on the line are those of the Unicode Bidirectional
// Algorithm (Unicode Standard Annex 9), at the granularity of words: a word has
// the direction of its first strong character, figures go from left to right
// inside what surrounds them, spaces and punctuation by themselves join
// neighbours of one direction.

// direction is what a word is in the algorithm.
type direction uint8

const (
	neutral direction = iota
	figure
	leftward // strong, right to left
	rightward
)

// leftwardRunes reports whether a stretch of one script is shaped from right to left.
func leftwardRunes(runes []rune) bool {
	return slices.ContainsFunc(runes, frame.Leftward) && directionOf(runes) == leftward
}

// directionOf is the direction of a word's first strong character.
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

// element is a word or a space on a line. Those of one isolated stretch have its
// number, from 1.
type element struct {
	direction direction
	isolate   int
	leftward  bool // the isolated stretch is read from right to left
}

// levels gives every element its embedding level: even ones read from left to
// right. An isolated stretch is neutral for what stands around it and has levels of
// its own (rules X5a to X6a).
func levels(list []element, base uint8) []uint8 {
	outer := make([]direction, len(list))
	for i, e := range list {
		if outer[i] = e.direction; e.isolate > 0 {
			outer[i] = neutral
		}
	}
	out := implicit(outer, base)
	for i := 0; i < len(list); {
		j := i + 1
		for j < len(list) && list[j].isolate == list[i].isolate {
			j++
		}
		if list[i].isolate > 0 {
			inner := make([]direction, 0, j-i)
			for _, e := range list[i:j] {
				inner = append(inner, e.direction)
			}
			copy(out[i:j], implicit(inner, embedded(base, list[i].leftward)))
		}
		i = j
	}
	return out
}

// embedded is the least level above base that reads in a direction.
func embedded(base uint8, leftward bool) uint8 {
	if (base&1 == 0) == leftward {
		return base + 1
	}
	return base + 2
}

// implicit are the levels of a stretch by its strong words (rules N1 to I2).
func implicit(list []direction, base uint8) []uint8 {
	out := make([]uint8, len(list))
	strong := rightward
	if base&1 == 1 {
		strong = leftward
	}
	edge := strong
	for i, d := range list {
		out[i] = base
		switch {
		case d == rightward, d == leftward:
			strong = d
			out[i] = levelOf(d, base)
		case d == figure && (strong == leftward || base&1 == 1):
			out[i] = base + 2 - base&1
		case d == neutral:
			if before, behind := strong, nextStrong(list[i:], edge); before == behind {
				out[i] = levelOf(before, base)
			}
		}
	}
	return out
}

// levelOf is the level of strong words on a base.
func levelOf(d direction, base uint8) uint8 {
	if (base&1 == 1) != (d == leftward) {
		return base + 1
	}
	return base
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
	for level := slices.Max(append(levels, 0)); level >= 1; level-- {
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

// element is what a word of a span is on a line. Spans beside each other that are
// isolated in one direction are one stretch.
func (p *Prepared) element(span int32, d direction) element {
	e := element{direction: d}
	way := p.spans[span].Isolate
	if way == NotIsolated {
		return e
	}
	for span > 0 && p.spans[span-1].Isolate == way {
		span--
	}
	e.isolate, e.leftward = int(span)+1, way == FromRight
	return e
}

// placeBidi places a line with words from right to left.
func (pl *placer) placeBidi(list []piece, b Break) {
	var elements []element
	var widths []frame.Unit
	var from []int // letters before each element
	for i := range list {
		pc := &list[i]
		elements = append(elements, pl.p.element(pc.span, directionOf([]rune(pl.p.text(&pl.p.items[pc.item])))))
		from = append(from, pl.letters)
		first := pl.letters
		pl.letters += len(pc.word.glyphs)
		widths = append(widths, pl.p.pieceWidth(pc, pl.params, &pl.fit)+pl.tracked(pl.letters)-pl.tracked(first))
		if pc.spaced {
			space := element{}
			if a, b := elements[len(elements)-1], pl.p.element(list[i+1].span, neutral); a.isolate == b.isolate {
				space = b
			}
			elements = append(elements, space)
			from = append(from, pl.letters)
			widths = append(widths, pl.space(pc.item)+pl.tracked(pl.letters+1)-pl.tracked(pl.letters))
			pl.letters++
		}
	}
	places := make([]frame.Unit, len(widths))
	for _, i := range visual(levels(elements, pl.p.base)) {
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
