package epub

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
)

// A note of a book becomes a footnote where a reference to it says that it is one
// (epub:type or role "noteref"), or where a number leads to a paragraph that leads
// back. It has at most so many paragraphs, and no heading.
const maxNote = 40

// label is how references to notes look that do not say what they are.
var label = regexp.MustCompile(`^[\[(]?(?:[0-9]{1,4}|[*†‡§]{1,3})[\])]?$`)

// footnote is a note that was taken out of the flow.
type footnote struct {
	first, last int // its blocks
	mark        string
	from        int // block with the reference that was found first
	number      int // 0: nothing refers to it
}

// notes finds the footnotes among the blocks.
type notes struct {
	c    *composer
	list []footnote
	of   []int // by block: 1 + the index of its note, 0: it stands in the flow
}

func (c *composer) notes() notes {
	n := notes{c: c, of: make([]int, len(c.blocks))}
	for i, b := range c.blocks {
		for _, s := range b.spans {
			if s.to != "" && !s.out {
				n.claim(i, s)
			}
		}
	}
	n.reachable()
	return n
}

// claim takes the blocks that a reference in block i leads to out of the flow, if
// they are a note.
func (n *notes) claim(i int, s span) {
	a, ok := n.c.anchors[s.to]
	if !ok || !a.whole || a.first > a.last || a.last >= len(n.c.blocks) || a.last-a.first >= maxNote || i >= a.first && i <= a.last {
		return
	}
	if !s.noteref && !(label.MatchString(norm.NFKC.String(strings.TrimSpace(s.text))) && n.leadsBack(a, i)) {
		return
	}
	for k := a.first; k <= a.last; k++ {
		if b := n.c.blocks[k]; n.of[k] != 0 || b.Kind == doc.Heading {
			return
		}
	}
	n.list = append(n.list, footnote{first: a.first, last: a.last, mark: s.text, from: i})
	for k := a.first; k <= a.last; k++ {
		n.of[k] = len(n.list)
	}
}

// leadsBack reports whether a link in an anchor's blocks leads to block i.
func (n *notes) leadsBack(a anchor, i int) bool {
	for k := a.first; k <= a.last; k++ {
		for _, s := range n.c.blocks[k].spans {
			if back, ok := n.c.anchors[s.to]; ok && s.to != "" && !s.out && back.first == i && strings.Contains(s.to, "#") {
				return true
			}
		}
	}
	return false
}

// note returns the index of the note that a span refers to, or -1.
func (n *notes) note(i int, s span) int {
	a, ok := n.c.anchors[s.to]
	if s.to == "" || s.out || !ok || a.first >= len(n.of) || n.of[a.first] == 0 || n.of[i] == n.of[a.first] {
		return -1
	}
	k := n.of[a.first] - 1
	if f := n.list[k]; f.first != a.first || !s.noteref && !label.MatchString(norm.NFKC.String(strings.TrimSpace(s.text))) {
		return -1
	}
	return k
}

// reachable numbers the notes by their first reference. Notes that only refer to
// each other go back into the flow: nothing would lead to them.
func (n *notes) reachable() {
	next := 1
	var queue []int
	visit := func(i int) {
		for _, s := range n.c.blocks[i].spans {
			if k := n.note(i, s); k >= 0 && n.list[k].number == 0 {
				n.list[k].number = next
				next++
				queue = append(queue, k)
			}
		}
	}
	follow := func() {
		for ; len(queue) > 0; queue = queue[1:] {
			f := n.list[queue[0]]
			for i := f.first; i <= f.last; i++ {
				visit(i)
			}
		}
	}
	for i := range n.of {
		if n.of[i] == 0 {
			visit(i)
		}
	}
	follow()
	for k := range n.list {
		if f := n.list[k]; f.number == 0 {
			for i := f.first; i <= f.last; i++ {
				n.of[i] = 0
			}
			for i := f.first; i <= f.last; i++ {
				visit(i)
			}
			follow()
		}
	}
}

// words are the spans of a note's block without what the reader prints itself: the
// note's number and the way back.
func (n *notes) words(f footnote, i int) []span {
	var out []span
	for _, s := range n.c.blocks[i].spans {
		if back, ok := n.c.anchors[s.to]; ok && s.to != "" && !s.out && back.first == f.from && !s.noteref && isWayBack(s.text, f.mark) {
			continue
		}
		out = append(out, s)
	}
	out = trimmed(out)
	if i == f.first && len(out) > 0 {
		out = unnumbered(out, f.mark)
	}
	return out
}

// isWayBack reports whether a link is an arrow or the note's number.
func isWayBack(words, mark string) bool {
	words = strings.TrimSpace(words)
	return bare(words) == bare(mark) || len([]rune(words)) <= 2 || strings.ContainsAny(words, "↩↑←⏎")
}

// bare is a number without what may stand around it.
func bare(s string) string { return strings.Trim(norm.NFKC.String(s), "[]()., \u00A0") }

// leftover is what may stand behind a number that led back and was taken out.
var leftover = regexp.MustCompile(`^[\]).:]{1,2}[ \x{00A0}]+`)

// unnumbered takes the number off the beginning of a note.
func unnumbered(spans []span, mark string) []span {
	words := spans[0].text
	rest, ok := behindMark(strings.TrimLeft(words, "[( "), bare(mark))
	if at := leftover.FindString(words); !ok && at != "" {
		rest, ok = words[len(at):], true
	}
	if !ok {
		return spans
	}
	rest = strings.TrimLeft(rest, ".)]: \u00A0")
	if out := trimmed(append([]span{{text: rest, look: spans[0].look}}, spans[1:]...)); len(out) > 0 {
		return out
	}
	return spans
}

// behindMark returns what stands behind a number, however its letters are written.
func behindMark(words, mark string) (rest string, ok bool) {
	if mark == "" {
		return words, false
	}
	for _, want := range mark {
		r, size := utf8.DecodeRuneInString(words)
		if norm.NFKC.String(string(r)) != string(want) {
			return words, false
		}
		words = words[size:]
	}
	return words, words == "" || strings.ContainsAny(words[:1], ".)]: ") || strings.HasPrefix(words, "\u00A0")
}
