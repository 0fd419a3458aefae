package markup

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// MaxLine is the longest line of a note, in code points.
const MaxLine = 120

// fence builds a note with its passage, or a pull quote. A fence with an unknown
// word counts as a note that folds: it may well have been meant as one.
func (b *builder) fence(n *fenceNode, in place) {
	if n.word == fencePull {
		b.pull(n, in)
		return
	}
	at := b.src.pos(n.at)
	p := found{definitions: len(b.definitions)}
	sound := b.errors.said
	if n.word == fenceNote {
		p.Passage = b.passage(n, at)
	} else {
		b.errors.add(at, "“::: %s” is not known; it is folded like a note", n.word)
	}
	b.placement(n, in, at, &p)
	p.Fold = p.Fold || b.errors.said > sound // whatever is wrong: it may be the word that folds
	index := len(b.passages.list)
	b.passages.list = append(b.passages.list, p)
	first := len(b.body)
	inner := in
	// A note that does not end was named where it begins. What it runs over stands
	// as it was meant: nothing is said of the notes there.
	inner.inNote = in.inNote || n.closed
	b.keepUnknown(n, inner, at)
	if in.contained() {
		b.passages.waiting = append(b.passages.waiting, index)
		b.children(n, inner)
		return
	}
	b.top(n, inner)
	b.located(index, first, at)
}

// placement says what is wrong with where a note stands.
func (b *builder) placement(n *fenceNode, in place, at doc.Pos, p *found) {
	if in.inNote {
		b.errors.add(at, "notes do not stand inside notes")
	}
	if in.footnote != "" {
		p.First, p.Last, p.Footnotes = 0, -1, []string{in.footnote}
	}
	if in.contained() {
		b.errors.add(at, "a note cannot stand inside a list, a quotation or a footnote; all of it is folded")
	}
	if !n.closed {
		b.errors.add(at, "the note does not end; it is folded to the end of the text")
		p.endless = true
		p.First = len(b.body)
	}
	if n.short {
		b.errors.add(at, "a note begins with three colons: “::: note”")
	}
	if n.glued > 0 {
		b.errors.add(b.src.pos(n.glued), "a blank line is missing between the head of the note and its text")
		if len(p.Tags) > 0 {
			p.Tags = append(p.Tags, note.Tag{}) // the line may be more of what it covers
		}
	}
}

// located gives a note the blocks and footnotes that were built inside it.
func (b *builder) located(index, first int, at doc.Pos) {
	p := &b.passages.list[index]
	p.First, p.Last = first, len(b.body)-1
	for _, d := range b.definitions[p.definitions:] {
		p.Footnotes = append(p.Footnotes, d.id)
	}
	if p.First > p.Last && len(p.Footnotes) == 0 {
		b.errors.add(at, "the note covers nothing; what follows is folded to the end of the text")
		p.endless = true
	}
	if !p.endless {
		b.passages.ended = ended{blocks: len(b.body), definitions: len(b.definitions)}
	}
}

// keepUnknown makes a paragraph of the opening line and head of a fence with an
// unknown word: they may be words of the text.
func (b *builder) keepUnknown(n *fenceNode, in place, at doc.Pos) {
	if n.word == fenceNote {
		return
	}
	words := []string{n.word}
	if n.args != "" {
		words = append(words, n.args)
	}
	for _, l := range n.head {
		words = append(words, strings.TrimSpace(l.text))
	}
	b.emit(doc.Block{Quote: in.quote, Spans: []doc.Span{{Text: strings.Join(words, " ")}}, Pos: at})
}

// passage reads what a note says about its passage.
func (b *builder) passage(n *fenceNode, at doc.Pos) note.Passage {
	tags, fold, wrong := Tags(n.args)
	for _, w := range wrong {
		b.errors.add(at, w.Form, w.Args...)
	}
	p := note.Passage{Tags: tags, Fold: fold}
	seen := map[string]bool{}
	key := ""
	for _, l := range n.head {
		words := strings.TrimSpace(l.text)
		if l.text[0] != ' ' {
			key, words, _ = strings.Cut(l.text, ":")
			words = strings.TrimSpace(words)
			if seen[key] {
				b.errors.add(b.src.pos(l.at), "the note has “%s:” twice", key)
			}
			seen[key] = true
		}
		into := &p.Line
		if key == headSummaryKey {
			into = &p.Summary
		}
		*into = strings.TrimSpace(*into + " " + words)
	}
	if p.Line == "" {
		b.errors.add(at, "the note has no “line:”")
	}
	if p.Summary == "" {
		b.errors.add(at, "the note has no “summary:”")
	}
	if length := utf8.RuneCountInString(p.Line); length > MaxLine {
		b.errors.add(at, "the line of the note has %d characters, and at most %d are shown", length, MaxLine)
	}
	return p
}

// Tags reads what a note covers: "war 2, suicide 1 fold". What is wrong is said in
// sentences, and makes the passage fold: what was not understood may have been meant
// for the word that folds it. A category or level that is not known is kept. Behind the
// tags of a line that is not understood in all its parts stands the empty Tag, which no
// policy shows: it may have named what a reader folds always.
func Tags(s string) (tags []note.Tag, fold bool, wrong []doc.Sentence) {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutSuffix(" "+s, " fold"); ok {
		fold, s = true, strings.TrimSpace(rest)
	}
	if s == "" {
		return nil, true, []doc.Sentence{doc.Say("the note names no category; write for example “war 1”")}
	}
	for _, part := range strings.Split(s, ",") {
		words := strings.Fields(part)
		if len(words) != 2 {
			wrong = append(wrong, doc.Say("“%s” is not a category and a level, such as “war 1”", strings.TrimSpace(part)))
		}
		if len(words) == 0 {
			continue
		}
		t := note.Tag{Category: note.Category(words[0])}
		if len(words) > 1 {
			n, err := strconv.Atoi(words[1])
			if t.Level = note.Level(n); err != nil || strconv.Itoa(n) != words[1] || !t.Level.Valid() {
				wrong = append(wrong, doc.Say("“%s” is not a level: 1 mentioned, 2 described, 3 detailed", words[1]))
			}
		}
		if !t.Category.Valid() {
			wrong = append(wrong, doc.Say("the category %q is not known", words[0]))
		}
		if slices.ContainsFunc(tags, func(o note.Tag) bool { return o.Category == t.Category }) {
			wrong = append(wrong, doc.Say("the category %q is named twice", words[0]))
		}
		tags = append(tags, t)
	}
	if len(wrong) > 0 && len(tags) > 0 {
		tags = append(tags, note.Tag{})
	}
	return tags, fold || len(wrong) > 0, wrong
}

// pull builds a pull quote. One that does not end is no pull quote: what follows
// is the text.
func (b *builder) pull(n *fenceNode, in place) {
	at := b.src.pos(n.at)
	if n.short {
		b.errors.add(at, "a pull quote begins with three colons: “::: pull”")
	}
	if n.args != "" {
		b.errors.add(at, "unknown words behind “::: pull”")
		b.emit(doc.Block{Spans: []doc.Span{{Text: n.args}}, Pos: at})
	}
	switch {
	case in.contained():
		b.errors.add(at, "a pull quote cannot stand inside a list, a quotation or a footnote")
		b.children(n, in)
		return
	case !n.closed:
		b.errors.add(at, "the pull quote does not end")
		b.top(n, in)
		return
	case n.FirstChild() == nil:
		b.errors.add(at, "the pull quote is empty")
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Paragraph); !ok {
			b.errors.add(at, "a pull quote holds paragraphs only")
			first := len(b.body)
			b.block(c, in)
			b.passages.widen(first, len(b.body)-1)
			continue
		}
		b.suspicious(c)
		b.emit(doc.Block{Kind: doc.PullQuote, Spans: b.inline(c), Pos: b.pos(c)})
	}
}

func (w *writer) note(p note.Placed) {
	fmt.Fprintf(&w.out, "\n::: note %s\n", FormatTags(p.Tags, p.Fold))
	fmt.Fprintf(&w.out, "line: %s\nsummary: %s\n", p.Line, p.Summary)
	if p.First <= p.Last {
		w.blocks(w.parsed.Doc.Blocks[p.First : p.Last+1])
	}
	for _, id := range p.Footnotes {
		w.footnote(id)
	}
	w.out.WriteString(":::\n")
}

// FormatTags writes what a note covers as Tags reads it: the empty Tag is an empty part.
func FormatTags(tags []note.Tag, fold bool) string {
	var parts []string
	for _, t := range tags {
		if t == (note.Tag{}) {
			parts = append(parts, "")
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %d", t.Category, t.Level))
	}
	s := strings.TrimSpace(strings.Join(parts, ", "))
	if fold {
		s = strings.TrimSpace(s + " fold")
	}
	return s
}
