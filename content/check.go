package content

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/markup"
	"lesestein/content/note"
)

// outside is what is wrong with a name.
func outside() error { return doc.Say("the name leads out of the exhibition's folder") }

// has reports whether a block of the text has an id.
func (f textFile) has(id string) bool {
	return slices.ContainsFunc(f.parsed.Doc.Blocks, func(b doc.Block) bool { return b.ID == id })
}

// translated says in which languages a text is missing. A kind that no language
// has is missing only if it is required.
func (l *loader) translated(set textSet, dir, name string, required bool) {
	if len(set) == 0 && !required {
		return
	}
	for _, lang := range l.langs {
		if !slices.ContainsFunc(set, func(f textFile) bool { return f.lang == lang }) {
			l.add(path.Join(dir, fmt.Sprintf("%s.%s.md", name, lang)), 0, "the text is missing in %q", lang)
		}
	}
	l.inItsLanguages(set)
}

// inItsLanguages says which texts are in none of the exhibition's languages.
func (l *loader) inItsLanguages(set textSet) {
	for _, f := range set {
		if !slices.Contains(l.langs, f.lang) {
			l.add(f.name, 0, "%q is not a language of the exhibition", f.lang)
		}
	}
}

// checkSet checks what the texts of a room refer to, and that the languages go
// side by side. A text that cannot be read was named; nothing is said of what it
// may refer to.
func (l *loader) checkSet(set textSet, terms glossary) {
	used := map[string]map[string]bool{} // by language
	for _, f := range set {
		if used[f.lang] == nil {
			used[f.lang] = map[string]bool{}
		}
		l.checkReferences(f, set, terms, used[f.lang])
		l.checkQuotes(f)
	}
	for _, f := range set.of(exhibit.Standard).read() {
		for _, e := range terms.entries {
			if !used[f.lang][e.id] {
				l.add(e.tab.file, e.tab.line(e.path), "no text in %q marks the term %q", f.lang, e.id)
			}
		}
	}
	for _, kind := range writtenKinds() {
		texts := set.of(kind).read()
		for i := 1; i < len(texts); i++ {
			l.checkNotes(texts[0], texts[i])
			l.checkParallel(texts[0], texts[i])
		}
	}
}

// checkNotes checks that two languages have the same notes on the same blocks. If
// they do not, the second gets names of its own for its passages: what a reader
// opened in one language must not open something else in another.
func (l *loader) checkNotes(a, b textFile) {
	p, q := noteKeys(a), noteKeys(b)
	if alike(p, q) {
		return
	}
	if !a.parsed.Endless && !b.parsed.Endless { // that was said where the note begins
		l.add(b.name, 0, "its notes differ from those of %s: %s", a.name, difference(p, q))
	}
	for i := range b.parsed.Passages {
		b.parsed.Passages[i].ID = b.lang + "." + b.parsed.Passages[i].ID
	}
}

// checkReferences checks that terms and links of a text lead somewhere.
func (l *loader) checkReferences(f textFile, set textSet, terms glossary, used map[string]bool) {
	standard, _ := set.find(exhibit.Standard, f.lang)
	leads := func(id string) bool {
		return f.has(id) || standard.has(id) || standard.unread || leadsToApparatus(id, terms)
	}
	look := func(spans []doc.Span, pos doc.Pos) {
		for _, s := range spans {
			if s.Term != "" {
				used[s.Term] = true
				if !terms.has(s.Term) {
					l.add(pos.File, pos.Line, "the term %q is not in the glossary", s.Term)
				}
			}
			if id, ok := strings.CutPrefix(s.Link, "#"); ok && !leads(id) {
				l.add(pos.File, pos.Line, "the link “#%s” leads nowhere", id)
			}
		}
	}
	for _, b := range f.parsed.Doc.Blocks {
		look(b.Content(), b.Pos)
	}
	for _, n := range f.parsed.Doc.Footnotes {
		for _, b := range n.Blocks {
			look(b.Content(), b.Pos)
		}
	}
	for _, e := range terms.entries {
		look(e.blocks[f.lang].block.Spans, doc.Pos{File: e.tab.file, Line: e.tab.line(e.path)})
	}
}

func leadsToApparatus(id string, terms glossary) bool {
	name, isEntry := strings.CutPrefix(id, "glossary.")
	return id == "chronology" || id == "glossary" || id == "sources" ||
		isEntry && terms.has(name)
}

// checkQuotes checks that no pull quote repeats what a fold may hide.
func (l *loader) checkQuotes(f textFile) {
	d := f.parsed.Doc
	for i, q := range d.Blocks {
		if q.Kind != doc.PullQuote {
			continue
		}
		for _, p := range f.parsed.Passages {
			if i >= p.First && i <= p.Last || note.Default().Of(p.Passage) != note.Fold {
				continue
			}
			for _, b := range d.Blocks[p.First : p.Last+1] {
				if strings.Contains(b.Text(), q.Text()) {
					l.add(q.Pos.File, q.Pos.Line, "the pull quote repeats words of a passage that folds")
				}
			}
		}
	}
}

// checkParallel checks that two languages have the same sequence of blocks and
// footnotes, so that the parallel paragraph is found. It names the first
// place where they part.
func (l *loader) checkParallel(a, b textFile) {
	x, y := a.parsed.Doc, b.parsed.Doc
	for i := range min(len(x.Blocks), len(y.Blocks)) {
		p, q := x.Blocks[i], y.Blocks[i]
		if p.Kind != q.Kind || p.ID != q.ID || p.Level != q.Level || p.Quote != q.Quote {
			l.add(b.name, q.Pos.Line, "from here on it does not go with %s: %s there (line %d), %s here",
				a.name, described(p), p.Pos.Line, described(q))
			return
		}
	}
	if n, m := len(x.Blocks), len(y.Blocks); n != m {
		l.add(b.name, 0, "it has %d blocks and %s has %d", m, a.name, n)
		return
	}
	if p, q := footnoteKeys(a), footnoteKeys(b); !alike(p, q) {
		l.add(b.name, 0, "its footnotes differ from those of %s: %s", a.name, difference(p, q))
	}
}

func described(b doc.Block) doc.Sentence {
	switch b.Kind {
	case doc.Heading:
		return doc.Say("the heading %q", b.ID)
	case doc.ListItem:
		return doc.Say("a list item")
	case doc.PullQuote:
		return doc.Say("a pull quote")
	case doc.FigureBlock:
		return doc.Say("a figure")
	case doc.Break:
		return doc.Say("a break")
	}
	return doc.Say("a paragraph")
}

// noteKeys describes the notes of a text without their words.
func noteKeys(f textFile) []doc.Sentence {
	var out []doc.Sentence
	for _, p := range f.parsed.Passages {
		out = append(out, doc.Say("“%s” on blocks %d to %d", markup.FormatTags(p.Tags, p.Fold), p.First+1, p.Last+1))
	}
	return out
}

// footnoteKeys gives the footnotes in the order of their marks, with the block
// that each mark stands in.
func footnoteKeys(f textFile) []doc.Sentence {
	var out []doc.Sentence
	for _, b := range f.parsed.Doc.Blocks {
		for _, s := range b.Content() {
			if s.Footnote != "" {
				out = append(out, doc.Say("%q in %s", s.Footnote, b.ID))
			}
		}
	}
	return out
}

// alike reports whether two lists say the same.
func alike(a, b []doc.Sentence) bool {
	return slices.EqualFunc(a, b, func(p, q doc.Sentence) bool { return p.String() == q.String() })
}

func difference(a, b []doc.Sentence) doc.Sentence {
	for i := range min(len(a), len(b)) {
		if a[i].String() != b[i].String() {
			return doc.Say("%s there, %s here", a[i], b[i])
		}
	}
	return doc.Say("%d there, %d here", len(a), len(b))
}

// checkStatus checks that a text that was found to need no notes has none.
func (l *loader) checkStatus(set textSet, a note.Assessment, tab table) {
	if a.Status == note.AssessedNone && len(a.Whole.Categories) > 0 {
		l.add(tab.file, tab.line("notes.status"), "the status is assessed-none, and notes.whole names a subject")
	}
	for _, f := range set {
		if len(f.parsed.Passages) > 0 && a.Status == note.AssessedNone {
			l.add(tab.file, tab.line("notes.status"), "the status is assessed-none, and %s has notes", f.name)
		}
	}
}
