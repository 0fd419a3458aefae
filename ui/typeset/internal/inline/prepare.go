package inline

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"
)

// maxToken is the number of bytes after which a word without any space is cut:
// nobody reads it as a word, and a line of 50 MB must not be one.
const maxToken = 512

// gap is what stands behind an item.
type gap uint8

const (
	joint   gap = iota // nothing: the word goes on in another look
	cut                // nothing: the word was cut for its length
	space              // a space where a line may end
	held               // a space where no line may end
	merged             // further spaces behind a space: nothing is set for them
	newline            // the line ends
	ending             // the paragraph ends
)

// item is one word of a paragraph and the gap behind it.
type item struct {
	word   *word
	span   int32
	start  int32 // code points of the span before it
	byte   int32 // bytes of the span before it
	gap    gap
	whole  bool   // not to be divided
	traits traits // of the word, or of the word before an empty one
}

// Prepared is a paragraph with its words shaped. It is immutable and safe for
// concurrent use.
type Prepared struct {
	spans  []Span
	stores []*store // of each span
	items  []item
	end    int   // offset behind the last code point
	bidi   bool  // holds words from right to left
	base   uint8 // level of the paragraph, 1 from right to left
}

// Start and End are the code-point offsets of the paragraph in the whole text.
func (p *Prepared) Start() int {
	if len(p.spans) == 0 {
		return 0
	}
	return p.spans[0].Offset
}

// End is the offset behind the last code point.
func (p *Prepared) End() int { return p.end }

// Prepare shapes a paragraph's words, or finds them shaped.
func (s *Setter) Prepare(para Para) *Prepared {
	p := &Prepared{}
	s.prepare(p, para)
	return p
}

// prepare fills p, whose memory it uses again.
func (s *Setter) prepare(p *Prepared, para Para) {
	*p = Prepared{spans: para.Spans, stores: p.stores[:0], items: p.items[:0]}
	size := 0
	for i := range para.Spans {
		size += len(para.Spans[i].Text)
	}
	p.items = slices.Grow(p.items, size/6+len(para.Spans)+1)
	p.end = p.Start()
	for i := range para.Spans {
		lang := para.Spans[i].Lang
		if lang == "" {
			lang = para.Lang
		}
		p.stores = append(p.stores, s.store(storeKey{para.Spans[i].Face, lang, para.Spaced}))
		p.bidi = p.bidi || para.Spans[i].Isolate != NotIsolated
		p.addSpan(int32(i))
	}
	if n := len(p.items); n > 0 {
		p.items[n-1].gap = ending
	}
	p.link()
	if p.base = 0; para.Leftward {
		p.base = 1
	}
	p.bidi = p.bidi || p.base == 1
}

// addSpan cuts a span's text into items.
func (p *Prepared) addSpan(index int32) {
	span, st := &p.spans[index], p.stores[index]
	text := span.Text
	at, runes := 0, 0
	for at < len(text) {
		from, first := at, runes
		at, runes = wordEnd(text, at, runes)
		it := item{word: st.word(text[from:at]), span: index, start: int32(first), byte: int32(from), whole: span.NoBreak}
		it.traits = it.word.traits
		p.bidi = p.bidi || it.traits&rtl != 0
		spaces, last := at, joint
		for at < len(text) {
			size, hold := spaceAt(text[at:])
			if size == 0 {
				break
			}
			if hold && last != space || span.NoBreak {
				last = held
			} else {
				last = space
			}
			at += size
			runes++
		}
		if at == spaces && at < len(text) {
			last = cut
		}
		it.gap = last
		p.items = append(p.items, it)
	}
	if !span.Aside {
		p.end = span.Offset + runes
	}
	if span.Newline {
		if len(text) == 0 {
			p.items = append(p.items, item{word: st.word(""), span: index})
		}
		p.items[len(p.items)-1].gap = newline
	}
}

// wordEnd is the end of the word that begins at a place, in bytes and code points.
func wordEnd(text string, at, runes int) (int, int) {
	from := at
	for at < len(text) {
		c := text[at]
		if c <= ' ' {
			if size, _ := spaceAt(text[at:]); size > 0 {
				break
			}
		}
		if c < utf8.RuneSelf {
			if at-from >= maxToken {
				break
			}
			at++
			runes++
			continue
		}
		if c == 0xC2 && at+1 < len(text) && text[at+1] == 0xA0 {
			break
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if at-from >= maxToken && !(unicode.Is(unicode.M, r) && at-from < 2*maxToken) {
			break
		}
		at += size
		runes++
	}
	return at, runes
}

// spaceAt is the size of the space that text begins with, 0 if it begins with
// none, and whether it holds the line together.
func spaceAt(text string) (size int, hold bool) {
	switch c := text[0]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return 1, false
	case c == 0xC2 && len(text) > 1 && text[1] == 0xA0:
		return 2, true
	}
	return 0, false
}

// link settles what depends on neighbours: spaces that hold, words that go on
// in another span and must not be hyphenated, spaces behind spaces.
func (p *Prepared) link() {
	for i := range len(p.items) - 1 {
		a, b := &p.items[i], &p.items[i+1]
		if b.word.runes == 0 {
			b.traits = a.traits
			if a.gap == space || a.gap == held {
				if b.gap == space || b.gap == held {
					b.gap = merged
				}
			}
		}
		switch a.gap {
		case space:
			if glued(a.traits, b.traits) {
				a.gap = held
			}
		case joint:
			if a.word.traits&letterTail != 0 && b.word.traits&letterHead != 0 {
				a.whole, b.whole = true, true
			}
		}
	}
}

// advance is a width in font units as Units at a span's size, rounded.
func (p *Prepared) advance(v int32, span int32) frame.Unit {
	upem := int64(p.stores[span].font.Upem)
	w := int64(v) * int64(p.spans[span].Size)
	if w >= 0 {
		return frame.Unit((w + upem/2) / upem)
	}
	return frame.Unit((w - upem/2) / upem)
}

// spaceWidth is the width of the space behind an item, with word spacing and
// with the kern between the space and its neighbours.
func (p *Prepared) spaceWidth(i int32, params *Params) frame.Unit {
	it := &p.items[i]
	font := p.stores[it.span].font
	kern := int32(it.word.behind)
	if int(i)+1 < len(p.items) {
		if next := &p.items[i+1]; p.stores[next.span] == p.stores[it.span] {
			kern += int32(next.word.ahead)
		}
	}
	return p.advance(font.Space()+kern+int32(params.WordSpace+params.LetterSpace)*font.Upem/1000, it.span)
}

// offset is a mark's code-point offset in the whole text.
func (p *Prepared) offset(m mark) int {
	if int(m.item) >= len(p.items) {
		return p.End()
	}
	it := &p.items[m.item]
	if s := &p.spans[it.span]; s.Aside {
		return s.Offset
	}
	return p.spans[it.span].Offset + int(it.start) + int(m.rune)
}

// Diagnostics lists what could not be set well: characters that no font has, and
// words that had to be cut because no line of breaks holds them.
func (p *Prepared) Diagnostics(breaks []Break) []Diagnostic {
	var list []Diagnostic
	for i := range p.items {
		it := &p.items[i]
		if it.word.traits&missing == 0 {
			continue
		}
		st := p.stores[it.span]
		for _, r := range p.text(it) {
			if _, ok := st.faces.For(st.key.face, r); !ok && unicode.IsGraphic(r) {
				list = append(list, Diagnostic{MissingGlyph, string(r)})
			}
		}
	}
	for _, b := range breaks {
		if b.Reason == AtCut && b.to.rune > 0 && !slices.ContainsFunc(p.items[b.to.item].word.breaks, func(w wordBreak) bool { return w.rune == b.to.rune }) {
			list = append(list, Diagnostic{OverlongWord, p.text(&p.items[b.to.item])})
		}
	}
	return list
}

// text is an item's word as it stands in the source.
func (p *Prepared) text(it *item) string {
	from := int(it.byte)
	to, _ := wordEnd(p.spans[it.span].Text, from, 0)
	return p.spans[it.span].Text[from:to]
}

// Words is the number of words, spaces apart.
func (p *Prepared) Words() int { return len(p.items) }

// Em is the size of the paragraph's first span.
func (p *Prepared) Em() frame.Unit {
	if len(p.spans) == 0 {
		return 0
	}
	return p.spans[0].Size
}
