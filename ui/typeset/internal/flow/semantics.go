package flow

import (
	"strconv"
	"strings"
	"unicode"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// This file makes names out of lines: what somebody hears who does not see the
// page. A word that a line end divides belongs to the line where it begins, on
// whichever page that is.

// textRef is the Ref of words that are read: its ID says which. Those of one
// paragraph have one Ref on all their pages.
func textRef(id string) frame.Ref { return frame.Ref{Kind: frame.RefWords, ID: id} }

// refOf names the words of an item; what is the piece of a part of it.
func (l *layout) refOf(i int, what string) frame.Ref {
	id := "front"
	if b := l.block(i); b != nil {
		id = or(b.ID, strconv.Itoa(i))
	} else if i >= 0 && i < len(l.items) {
		id = l.items[i].Notice.Passage
	}
	if what != "" {
		id += "/" + what
	}
	return textRef(id)
}

// numbered names the n-th of several texts of one kind.
func numbered(what string, n int) string { return what + "-" + strconv.Itoa(n) }

// lineText is what a line says, without footnote marks, which are elements
// themselves.
func lineText(line frame.Line) string {
	text := ""
	for _, r := range line.Runs {
		if r.Ref.Kind != frame.RefFootnote {
			text += r.Text
		}
	}
	if text == "" || line.Divided || line.Last {
		return text
	}
	return strings.TrimRight(text, " ") + " "
}

// unspaced reports whether a character belongs to a script that puts no spaces
// between words: a line may end behind each.
func unspaced(r rune) bool { return r >= 0x0E00 && r < 0x1000 || r >= 0x2E80 && r < 0xFB00 }

// wordHead is the end of a word that text begins with: up to the first space, or
// to a script without any. False: text does not hold the word's end.
func wordHead(text string) (string, bool) {
	n := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unspaced(r) })
	if n < 0 {
		return text, false
	}
	return text[:n], true
}

// mostRest is the number of lines on which the end of a divided word is looked
// for. A word that is longer is none that anybody reads: it ends with its line.
const mostRest = 3

// rest is what the lines behind a line have of its last word. next gives them,
// one after the other; false: there is none.
func rest(line frame.Line, next func(n int) (frame.Line, bool)) string {
	text := lineText(line)
	if !line.Divided || strings.IndexFunc(lastRune(text), unspaced) >= 0 {
		return ""
	}
	text = ""
	for n := range mostRest {
		more, ok := next(n)
		if !ok {
			return text
		}
		text += lineText(more)
		if head, whole := wordHead(text); whole {
			return head
		}
		if !more.Divided {
			return text
		}
	}
	return ""
}

// lastRune is the end of a text, a character long.
func lastRune(text string) string {
	r := []rune(text)
	return string(r[max(0, len(r)-1):])
}

// wholeWords is what a stretch of lines says: text is theirs, head what the first
// line has of a word that began before, tail what the last one lacks of its word.
func (l *layout) wholeWords(text, head, tail string) string {
	if len(text) <= len(head) && head != "" {
		return "" // a part of one word
	}
	name := strings.TrimPrefix(text, head) + tail
	return frame.Spoken(doc.Joined(name, l.work.Text.Lang(), l.easy()))
}

// says makes an element of each of some lines that may come to different pages;
// those on one page become one element there.
func (l *layout) says(lines []frame.Line, ref frame.Ref, role frame.SpotRole) []frame.Spot {
	out := make([]frame.Spot, len(lines))
	head := ""
	for k, line := range lines {
		tail := rest(line, func(n int) (frame.Line, bool) {
			if k+1+n >= len(lines) {
				return frame.Line{}, false
			}
			return lines[k+1+n], true
		})
		out[k] = frame.Spot{
			Rect: line.Ink(), Ref: ref, Role: role, Lang: l.work.Text.Lang(),
			Name: l.wholeWords(lineText(line), head, tail), State: frame.SpotState{Continued: k > 0},
		}
		if out[k].Name != "" {
			out[k].Phrases = l.phrases(lines[k:k+1], head, tail)
		}
		if role == frame.Headline {
			out[k].Level = 1
		}
		head = tail
	}
	return out
}

// said is one element over lines that stay together.
func (l *layout) said(lines []frame.Line, ref frame.Ref, role frame.SpotRole) []frame.Spot {
	var p frame.Page
	p.Say(true, l.says(lines, ref, role)...)
	return p.Spots
}

// paraSpots are the elements of the lines of one paragraph on a page.
func (l *layout) paraSpots(on []placed) []frame.Spot {
	first, last := on[0], on[len(on)-1]
	spot := frame.Spot{
		Role: frame.Text, Ref: l.refOf(first.part.item, ""), Lang: l.work.Text.Lang(),
		State: frame.SpotState{Continued: first.part.line > 0},
	}
	if b := l.block(first.part.item); b != nil && b.Kind == doc.Heading {
		spot.Role, spot.Level = frame.Headline, max(1, b.Level)
	}
	var lines []frame.Line
	text := ""
	for _, q := range on {
		lines = append(lines, q.lines[len(q.lines)-1]) // behind the marker of a list
		text += lineText(q.lines[len(q.lines)-1])
		for _, line := range q.lines {
			spot.Rect = spot.Rect.Union(line.Ink())
		}
	}
	before, head := l.halves(first.part.para, first.part.line-1)
	_, tail := l.halves(last.part.para, last.part.line)
	if spot.Name = l.wholeWords(text, head, tail); spot.Name != "" {
		spot.Phrases = l.phrases(lines, head, tail)
	}
	return append([]frame.Spot{spot}, l.links(lines, frame.Link, before, tail)...)
}

// halves is what a paragraph's line has of the word that its end divides, and
// what the lines behind it have.
func (l *layout) halves(p *para, k int) (before, behind string) {
	if k < 0 || k+1 >= len(p.breaks) || !p.breaks[k].Divides() {
		return "", ""
	}
	prepared := l.prepared(p)
	line := l.set.lines.Line(prepared, p.params, p.breaks[k])
	behind = rest(line, func(n int) (frame.Line, bool) {
		if k+1+n >= len(p.breaks) {
			return frame.Line{}, false
		}
		return l.set.lines.Line(prepared, p.params, p.breaks[k+1+n]), true
	})
	if behind != "" {
		text := lineText(line)
		before = text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
	}
	return before, behind
}

// prepared is a paragraph with its words shaped as they were when it was broken.
func (l *layout) prepared(p *para) *inline.Prepared {
	text := p.text()
	text.Spaced = p.params.LetterSpace != 0
	return l.set.lines.Prepare(text)
}

// links makes an element of each stretch of some lines that leads somewhere, over
// line ends too. before and behind are what words at the ends have on other pages.
func (l *layout) links(lines []frame.Line, role frame.SpotRole, before, behind string) []frame.Spot {
	var out []frame.Spot
	open := frame.Ref{} // leads on over the line end
	for k, line := range lines {
		for i := 0; i < len(line.Runs); {
			n, s := l.link(line, i, role)
			switch last := len(out) - 1; {
			case s.Rect.Empty(): // the space before it stayed on the line above
				s.Ref = frame.Ref{}
			case s.Ref == (frame.Ref{}):
			case i == 0 && s.Ref == open:
				out[last].More = append(out[last].More, s.Rect)
				out[last].Name += s.Name
			default:
				if k == 0 && i == 0 {
					s.Name = before + s.Name
				}
				out = append(out, s)
			}
			if open = s.Ref; open.Kind == frame.RefFootnote {
				open = frame.Ref{}
			}
			i = n
		}
	}
	if last := len(out) - 1; open != (frame.Ref{}) {
		out[last].Name += behind
	}
	for i := range out {
		out[i].Name = l.linkName(out[i].Ref, frame.Spoken(out[i].Name))
	}
	return out
}

// link is the stretch of a line that begins with run i, leading where its first
// run does, and the run behind it. Its name is its text, with the space at a line
// end. It is as high as its letters, so that a ring round it leaves the lines above
// and below readable.
func (l *layout) link(line frame.Line, i int, role frame.SpotRole) (int, frame.Spot) {
	r, em := line.Runs[i], sizeOf(line)
	s := frame.Spot{
		Rect: frame.Rect{MinX: r.X, MinY: line.Baseline - em*95/100, MaxY: line.Baseline + em*28/100},
		Ref:  r.Ref, Role: role, Lang: or(r.Lang, l.work.Text.Lang()),
	}
	for ; i < len(line.Runs) && line.Runs[i].Ref == s.Ref; i++ {
		s.Rect.MaxX = line.Runs[i].X + line.Runs[i].Width
		s.Name += line.Runs[i].Text
	}
	if i == len(line.Runs) && !line.Divided {
		s.Name += " "
	}
	return i, s
}
