package inline

import (
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
)

// piece is one word, or a part of one, on a line.
type piece struct {
	word   *word
	span   int32
	item   int32
	rune   int32 // code points of the word before the piece
	runes  int32 // and in it, without a hyphen that we added
	spaced bool  // a space stands behind it
}

// Fit is how a line fills its measure. Space is the width of its normal spaces
// put together; Given is what they have in the end.
type Fit struct {
	Natural, Width frame.Unit // without and with what was given
	Spaces         int
	Space, Given   frame.Unit
	Expand         int16      // per mille of glyph widths
	Track          frame.Unit // put together, shared out between all letters
	Letters        int        // glyphs and spaces
	head           frame.Unit // hang at the start
	tail           frame.Unit
}

// Fit computes how Line will fill a line.
func (s *Setter) Fit(p *Prepared, params Params, b Break) Fit {
	return s.fit(p, &params, b, s.pieces(p, b))
}

// pieces lists what stands on a line, with divided words shaped anew.
func (s *Setter) pieces(p *Prepared, b Break) []piece {
	var list []piece
	for i := b.from.item; i < int32(len(p.items)); i++ {
		if i > b.to.item || i == b.to.item && b.to.rune == 0 {
			break
		}
		it := &p.items[i]
		pc := piece{word: it.word, span: it.span, item: i, runes: int32(it.word.runes)}
		from, to := 0, int(it.word.runes)
		if i == b.from.item {
			from = int(b.from.rune)
		}
		if i == b.to.item {
			to = int(b.to.rune)
		} else {
			pc.spaced = it.gap == space || it.gap == held
		}
		if from > 0 || to < int(it.word.runes) {
			pc.rune, pc.runes = int32(from), int32(to-from)
			pc.word = p.stores[it.span].fragment(p.text(it), from, to, b.Reason == AtHyphen && i == b.to.item)
		}
		list = append(list, pc)
	}
	if n := len(list); n > 0 {
		list[n-1].spaced = false
	}
	return list
}

// cutRunes is the code points from to to of text.
func cutRunes(text string, from, to int) string {
	start, n := len(text), 0
	for i := range text {
		if n == from {
			start = i
		}
		if n == to {
			return text[start:i]
		}
		n++
	}
	return text[start:]
}

// fit measures what stands on a line and fills it: glyphs first, then tracking,
// then the spaces take what is left.
func (s *Setter) fit(p *Prepared, params *Params, b Break, list []piece) Fit {
	f := Fit{}
	letters, spacing := frame.Unit(0), frame.Unit(0)
	for i := range list {
		pc := &list[i]
		letters += p.pieceWidth(pc, params, &f)
		f.Letters += len(pc.word.glyphs)
		spacing += p.letterSpace(pc.span, params) * frame.Unit(len(pc.word.glyphs))
		if pc.spaced {
			f.Letters++
			f.Spaces++
			f.Space += p.spaceWidth(pc.item, params)
		}
	}
	if n := len(list); params.Hang && n > 0 {
		f.head = p.advance(list[0].word.hangHead, list[0].span)
		f.tail = p.advance(list[n-1].word.hangTail, list[n-1].span)
	}
	f.Natural = letters + f.Space - f.head - f.tail
	f.Width, f.Given = f.Natural, f.Space
	measure := params.width(b.First)
	if params.Align == Justify && len(list) > 0 && (b.Reason < AtNewline || f.Natural > measure) {
		if params.Expand {
			f.Expand = expansion(measure-f.Natural, letters-spacing, f.Spaces == 0)
			f.Width += p.lettersWidth(list, params, &f) - letters
		}
		f.stretch(params, measure, p.Em())
	}
	if len(list) > 0 {
		f.trim(measure, p.spans[list[len(list)-1].span].Size)
	}
	return f
}

// stretch gives tracking and spaces their share of what the line lacks.
func (f *Fit) stretch(params *Params, measure, em frame.Unit) {
	if params.Track && f.Letters > 1 {
		most := em * frame.Unit(f.Letters-1) / TrackShare
		f.Track = min(max(measure-f.Width, -most), most)
		f.Width += f.Track
	}
	if f.Spaces > 0 {
		f.Given = max(f.Space+measure-f.Width, f.Space/2)
		f.Width += f.Given - f.Space
	}
}

// trim draws a line together that is a hair too wide: the search rounds, and
// knows kerns inside divided words only nearly.
func (f *Fit) trim(measure, em frame.Unit) {
	if over := f.Width - measure; over > 0 && over <= em*frame.Unit(f.Letters)/64 && f.Letters > 1 {
		f.Track -= over
		f.Width = measure
	}
}

// expansion is the step of glyph scaling that brings a line nearest. With tight
// the line must not stay too wide: no space can mend it.
func expansion(d, letters frame.Unit, tight bool) int16 {
	if letters <= 0 {
		return 0
	}
	exact := int64(d) * 1000 / int64(letters)
	half := int64(expandStep / 2)
	if d < 0 {
		half = -half
		if tight {
			exact, half = exact-1, -(expandStep - 1)
		}
	}
	return int16(min(max((exact+half)/expandStep*expandStep, -MaxExpand), MaxExpand))
}

func (p *Prepared) lettersWidth(list []piece, params *Params, f *Fit) frame.Unit {
	sum := frame.Unit(0)
	for i := range list {
		sum += p.pieceWidth(&list[i], params, f)
	}
	return sum
}

// pieceWidth is a piece's width with letter spacing and expansion, tracking aside.
func (p *Prepared) pieceWidth(pc *piece, params *Params, f *Fit) frame.Unit {
	return p.scaled(pc.word.width, pc.span, f.Expand) + p.letterSpace(pc.span, params)*frame.Unit(len(pc.word.glyphs))
}

func (p *Prepared) letterSpace(span int32, params *Params) frame.Unit {
	return p.spans[span].Size * frame.Unit(params.LetterSpace) / 1000
}

// scaled is a width in the span's font units as Units, expanded and rounded.
func (p *Prepared) scaled(v int32, span int32, expand int16) frame.Unit {
	return scaleUnits(v, p.spans[span].Size, p.stores[span].font.Upem, expand)
}

func scaleUnits(v int32, size frame.Unit, upem int32, expand int16) frame.Unit {
	if expand == 0 {
		return round(int64(v)*int64(size), int64(upem))
	}
	return round(int64(v)*int64(size)*int64(1000+int(expand)), int64(upem)*1000)
}

// round divides, halves away from zero.
func round(v, by int64) frame.Unit {
	if v < 0 {
		return -round(-v, by)
	}
	return frame.Unit((v + by/2) / by)
}

// Line places the glyphs of one line. Its x begins at the paragraph's left edge,
// its baseline is 0.
func (s *Setter) Line(p *Prepared, params Params, b Break) frame.Line {
	list := s.pieces(p, b)
	f := s.fit(p, &params, b, list)
	measure := params.width(b.First)
	line := frame.Line{
		X: params.indent(b.First), Width: measure,
		Start: b.Start, End: b.End, Hyphen: b.Reason == AtHyphen, Last: b.Last,
		Divided: b.Divides(),
	}
	hang, align := f.head, params.Align
	if p.base == 1 { // from right to left: the start is at the right
		line.X, hang = 0, f.tail
		switch align {
		case End:
			align = Ragged
		case Justify, Ragged, Phrases:
			align = End
		}
	}
	pl := placer{p: p, params: &params, fit: f, line: &line, x: line.X - hang}
	switch align {
	case Centre:
		pl.x += (measure - f.Width) / 2
	case End:
		pl.x += measure - f.Width
	}
	if p.bidi {
		pl.placeBidi(list, b)
	} else {
		pl.place(list, b)
	}
	p.heights(&line, list)
	return line
}

// heights sets ascent and descent by the faces on the line.
func (p *Prepared) heights(line *frame.Line, list []piece) {
	spans := []int32{0}
	for i := range list {
		if n := len(spans); i == 0 {
			spans[0] = list[0].span
		} else if spans[n-1] != list[i].span {
			spans = append(spans, list[i].span)
		}
	}
	for _, i := range spans {
		span, m := &p.spans[i], p.stores[i].font.Metrics
		line.Ascent = max(line.Ascent, p.advance(m.Ascent, i)+span.Rise)
		line.Descent = max(line.Descent, p.advance(m.Descent, i)-span.Rise)
	}
}

// placer puts pieces on a line from left to right.
type placer struct {
	p       *Prepared
	params  *Params
	fit     Fit
	line    *frame.Line
	x       frame.Unit
	spaces  int         // set so far
	letters int         // glyphs and spaces set so far
	starts  []textPlace // of the runs
}

// textPlace is a place in the source text: the runs' texts tile it.
type textPlace struct{ span, byte int32 }

func (pl *placer) place(list []piece, b Break) {
	for i := range list {
		pc := &list[i]
		pl.piece(pc)
		if pc.spaced {
			pl.x += pl.space(pc.item) + pl.tracked(pl.letters+1) - pl.tracked(pl.letters)
			pl.letters++
		}
	}
	pl.texts(b)
}

// tracked is what tracking has added in front of the line's n-th letter.
func (pl *placer) tracked(n int) frame.Unit {
	if pl.fit.Track == 0 {
		return 0
	}
	between := pl.fit.Letters - 1
	return frame.Unit(int(pl.fit.Track) * min(n, between) / between)
}

// space is the width of the next space of the line. What does not divide evenly
// goes to the first ones, a Unit each.
func (pl *placer) space(item int32) frame.Unit {
	f := &pl.fit
	normal := pl.p.spaceWidth(item, pl.params)
	n, extra := frame.Unit(f.Spaces), f.Given-f.Space
	share := extra / n
	left := extra - share*n // of the sign of extra
	i := frame.Unit(pl.spaces)
	pl.spaces++
	if i < left {
		share++
	}
	if i < -left {
		share--
	}
	return normal + share
}

// piece adds a piece's glyphs, continuing the last run where the look is the same.
func (pl *placer) piece(pc *piece) {
	span := &pl.p.spans[pc.span]
	letter := pl.p.letterSpace(pc.span, pl.params)
	from, first := pl.x, pl.letters
	for i, part := range pc.word.parts {
		cluster := 0
		if i > 0 {
			cluster = pc.word.start(part)
		}
		run := pl.run(pc, part.font, cluster)
		sum := int32(0)
		at, base := pl.x, pl.tracked(pl.letters)
		for g := part.from; g < part.to; g++ {
			glyph := pc.word.glyphs[g]
			x := at + scaleUnits(sum, span.Size, part.font.Upem, pl.fit.Expand) + letter*frame.Unit(g-part.from) + pl.tracked(pl.letters) - base
			sum += glyph.Advance
			end := at + scaleUnits(sum, span.Size, part.font.Upem, pl.fit.Expand) + letter*frame.Unit(g-part.from+1) + pl.tracked(pl.letters+1) - base
			pl.letters++
			run.Glyphs = append(run.Glyphs, frame.Glyph{
				ID: glyph.ID, Cluster: pl.cluster(pc, glyph), Advance: end - x,
				X: x - run.X + scaleUnits(int32(glyph.X), span.Size, part.font.Upem, pl.fit.Expand),
				Y: -scaleUnits(int32(glyph.Y), span.Size, part.font.Upem, 0),
			})
			pl.x = end
		}
		run.Width = pl.x - run.X
	}
	if len(pc.word.parts) == 0 {
		pl.run(pc, pl.p.stores[pc.span].font, 0)
	} else {
		pl.x = from + pl.p.pieceWidth(pc, pl.params, &pl.fit) + pl.tracked(pl.letters) - pl.tracked(first)
		last := &pl.line.Runs[len(pl.line.Runs)-1]
		last.Width = pl.x - last.X
	}
}

// cluster is where what a glyph of a piece stands for is in the whole text, or -1.
func (pl *placer) cluster(pc *piece, g face.Glyph) int32 {
	if span := &pl.p.spans[pc.span]; !span.Aside && int32(g.Cluster) < pc.runes {
		return int32(span.Offset) + pl.p.items[pc.item].start + pc.rune + int32(g.Cluster)
	}
	return -1
}

// run returns the run that the next glyphs belong to; cluster is where they begin
// in the piece.
func (pl *placer) run(pc *piece, font *face.Font, cluster int) *frame.Run {
	span := &pl.p.spans[pc.span]
	if n := len(pl.line.Runs); n > 0 {
		last := &pl.line.Runs[n-1]
		if !pl.p.bidi && pl.starts[n-1].span == pc.span && last.Face == font.Face {
			return last
		}
	}
	it := &pl.p.items[pc.item]
	at := it.byte + int32(byteOf(span.Text[it.byte:], int(pc.rune)+cluster))
	start := -1
	if !span.Aside {
		start = span.Offset + int(it.start+pc.rune) + cluster
	}
	pl.starts = append(pl.starts, textPlace{pc.span, at})
	pl.line.Runs = append(pl.line.Runs, frame.Run{
		Face: font.Face, Size: span.Size, Expand: pl.fit.Expand, Role: span.Role,
		X: pl.x, Rise: span.Rise, Lang: pl.p.stores[pc.span].key.lang, Ref: span.Ref, Start: start,
	})
	return &pl.line.Runs[len(pl.line.Runs)-1]
}

// texts gives every run the source text it stands for, up to the next run;
// spaces between two lines go to the first.
func (pl *placer) texts(b Break) {
	for i := range pl.line.Runs {
		at := pl.starts[i]
		text := pl.p.spans[at.span].Text
		end := int32(len(text))
		if i+1 < len(pl.starts) {
			if next := pl.starts[i+1]; next.span == at.span {
				end = next.byte
			}
		} else if int(b.to.item) < len(pl.p.items) {
			if it := &pl.p.items[b.to.item]; it.span == at.span {
				end = it.byte + int32(byteOf(text[it.byte:], int(b.to.rune)))
			}
		}
		pl.line.Runs[i].Text = text[at.byte:end]
	}
}

// byteOf is the byte offset of a code point of text.
func byteOf(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}
