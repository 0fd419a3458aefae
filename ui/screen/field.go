package screen

import (
	"strings"
	"unicode/utf8"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// field is a line in which one types, over a rule. prompt stands in it while it is
// empty; name is said of it. caret says that what is typed comes here.
func (c *composer) field(x, width frame.Unit, f state.Field, ref frame.Ref, name, prompt string, caret bool) piece {
	st := c.of(frame.Interface, 1000)
	p := piece{}
	p.Height = max(c.size.target, whole(st.size*24/10))
	edge := frame.Rect{MinX: x, MaxX: x + width, MaxY: p.Height}
	pad := whole(c.size.em * 6 / 10) // the focus ring stands inside
	x += pad
	before, chosen, behind := c.window(f, st, width-2*pad)
	words := before + chosen + behind
	shown := st
	if f.Text == "" {
		words, shown = prompt, st.in(frame.Soft)
	}
	at, to := c.wide(before, st), c.wide(before+chosen, st)
	rows := c.lines(endless, How{}, c.span(words, shown))
	base := middle(p.Height, frame.Line{Ascent: st.size * 9 / 10, Descent: st.size * 3 / 10})
	top, foot := base-whole(st.size), base+whole(st.size*3/10)
	if chosen != "" {
		p.Shapes = append(p.Shapes, frame.Shape{Role: frame.Selection, Rect: frame.Rect{MinX: x + at, MinY: top, MaxX: x + to, MaxY: foot}})
	}
	for _, l := range rows {
		p.Lines = append(p.Lines, cutLine(l, frame.Rect{MinX: width - 2*pad, MaxX: endless}).Moved(x, base))
	}
	if caret {
		if f.Caret > f.Anchor {
			at = to
		}
		p.Shapes = append(p.Shapes, frame.Shape{Role: frame.Accent,
			Rect: frame.Rect{MinX: x + at, MinY: top, MaxX: x + at + max(frame.Px(2), 2*c.size.hair), MaxY: foot}})
	}
	p.Shapes = append(p.Shapes, c.rule(edge.MinX, width, frame.Soft).at(p.Height-c.size.hair))
	p.Spots = []frame.Spot{{Ref: ref, Role: frame.TextField, Name: name, Lang: c.Words.Lang(), Value: f.Text, Rect: edge, Roomy: true}}
	return p
}

// window is the part of a field's text that is seen: as much as there is room for, so
// that the caret is in it.
func (c *composer) window(f state.Field, st style, width frame.Unit) (before, chosen, behind string) {
	before, chosen, behind = f.Parts()
	room := width - st.size/2
	for _, part := range []*string{&before, &chosen} { // from the left, up to the caret
		for *part != "" && c.wide(before+chosen, st) > room {
			_, n := utf8.DecodeRuneInString(*part)
			*part = (*part)[n:]
		}
	}
	for behind != "" && c.wide(before+chosen+behind, st) > room {
		_, n := utf8.DecodeLastRuneInString(behind)
		behind = strings.Clone(behind[:len(behind)-n])
	}
	return before, chosen, behind
}
