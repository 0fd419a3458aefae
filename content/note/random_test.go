package note_test

import (
	"fmt"

	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// sample is a random text together with what a test has to know about it. Every
// string that is words of the text has its own canary in it, such as "w17.".
type sample struct {
	text     note.Text
	doc      doc.Document
	passages []note.Placed
}

// canaries counts the words of one sample.
type canaries struct{ n int }

func (c *canaries) next() string {
	c.n++
	return fmt.Sprintf("w%d.", c.n)
}

// randomText draws a text with notes on blocks of all kinds, on footnotes alone,
// and on none. The passages do not overlap.
func randomText(t *rapid.T) sample {
	c := &canaries{}
	d := doc.Document{Lang: "de"}
	ids := []string{"a", "b", "c"}
	for i := range rapid.IntRange(1, 12).Draw(t, "blocks") {
		d.Blocks = append(d.Blocks, randomBlock(t, c, fmt.Sprintf("top.%d", i+1), ids))
	}
	for _, id := range ids {
		e := doc.Block{ID: "glossary." + id, Kind: doc.Entry, Spans: randomSpans(t, c, ids)}
		e.Entry = &doc.EntryData{ID: id, Term: c.next(), Original: c.next()}
		e.Extent.Apparatus = true
		d.Blocks = append(d.Blocks, e)
		f := doc.Footnote{ID: id, Number: len(d.Footnotes) + 1}
		f.Blocks = append(f.Blocks, doc.Block{ID: "footnote." + id + ".1", Spans: randomSpans(t, c, ids)})
		d.Footnotes = append(d.Footnotes, f)
	}
	quoteSome(t, &d)
	d = d.Measured()
	passages := randomPassages(t, len(d.Blocks), ids)
	return sample{note.New(d, passages, note.Assessment{Status: note.Assessed}), d, passages}
}

func randomBlock(t *rapid.T, c *canaries, id string, ids []string) doc.Block {
	b := doc.Block{ID: id, Kind: doc.Kind(rapid.IntRange(0, int(doc.Event)).Draw(t, "kind"))}
	switch b.Kind {
	case doc.Break:
		return b
	case doc.FigureBlock:
		b.Figure = &doc.Figure{File: c.next(), Alt: c.next(), Credit: c.next(), Caption: randomSpans(t, c, ids)}
		return b
	case doc.Event:
		b.Event = &doc.EventData{When: c.next(), Date: "1990"}
	case doc.Heading:
		b.Level = 2
	}
	b.Spans = randomSpans(t, c, ids)
	return b
}

// randomSpans draws words, and references to footnotes and entries.
func randomSpans(t *rapid.T, c *canaries, ids []string) []doc.Span {
	spans := []doc.Span{{Text: "ä " + c.next()}}
	for range rapid.IntRange(0, 2).Draw(t, "references") {
		id := rapid.SampledFrom(ids).Draw(t, "id")
		if rapid.Bool().Draw(t, "footnote") {
			spans = append(spans, doc.Span{Footnote: id})
		} else {
			spans = append(spans, doc.Span{Text: c.next(), Term: id})
		}
	}
	return spans
}

// quoteSome lets pull quotes repeat the words of another block.
func quoteSome(t *rapid.T, d *doc.Document) {
	for i, b := range d.Blocks {
		if b.Kind != doc.PullQuote {
			continue
		}
		from := d.Blocks[rapid.IntRange(0, len(d.Blocks)-1).Draw(t, "quoted")]
		if from.Kind != doc.PullQuote && len(from.Spans) > 0 {
			d.Blocks[i].Spans = []doc.Span{{Text: from.Spans[0].Text}}
		}
	}
}

func randomPassages(t *rapid.T, blocks int, ids []string) []note.Placed {
	var out []note.Placed
	for i := 0; i < blocks; i++ {
		if rapid.IntRange(0, 2).Draw(t, "noted") > 0 {
			continue
		}
		p := note.Placed{Passage: randomPassage(t), First: i}
		p.Last = min(blocks-1, i+rapid.IntRange(0, 3).Draw(t, "length"))
		i = p.Last
		out = append(out, p)
	}
	for _, id := range ids {
		switch rapid.IntRange(0, 3).Draw(t, "on footnote") {
		case 0:
			out = append(out, note.Placed{Passage: randomPassage(t), First: 0, Last: -1, Footnotes: []string{id}})
		case 1:
			if len(out) > 0 {
				out[0].Footnotes = append(out[0].Footnotes, id)
			}
		}
	}
	for i := range out {
		out[i].ID = fmt.Sprintf("p%d", i+1)
	}
	return out
}

func randomPassage(t *rapid.T) note.Passage {
	p := note.Passage{Fold: rapid.Bool().Draw(t, "fold"), Line: "line", Summary: "summary"}
	for range rapid.IntRange(0, 2).Draw(t, "tags") {
		p.Tags = append(p.Tags, note.Tag{
			Category: rapid.SampledFrom(append(note.Categories(), "unknown")).Draw(t, "category"),
			Level:    note.Level(rapid.IntRange(0, 4).Draw(t, "level")),
		})
	}
	return p
}

func randomPolicy(t *rapid.T) note.Policy {
	var p note.Policy
	for i := range p.Levels {
		p.Levels[i] = note.Treatment(rapid.IntRange(0, 2).Draw(t, "treatment"))
	}
	p.Flagged = note.Treatment(rapid.IntRange(0, 2).Draw(t, "flagged"))
	p.Category = rapid.MapOf(rapid.SampledFrom(note.Categories()), rapid.Map(rapid.IntRange(0, 3), func(n int) note.Rule {
		return note.Rule(n)
	})).Draw(t, "rules")
	return p
}

func randomChoices(t *rapid.T, s sample) note.Opened {
	o := note.Opened{}
	for _, p := range s.passages {
		if rapid.Bool().Draw(t, "chosen") {
			o[p.ID] = note.Choice(rapid.IntRange(0, 3).Draw(t, "choice"))
		}
	}
	return o
}
