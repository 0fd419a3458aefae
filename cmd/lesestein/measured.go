package main

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/measure"
)

// measureEm is the text size that proof measures at. Figures are in ems and
// spaces: the size matters only where outlines are rounded to 1/64 pixel.
const measureEm = 20 * frame.Pixel

// minima are the least letters before and behind a hyphen that proof measures
// with, so that figures compare with those of other programs.
const minima = 2

// measured prints figures of line quality: for a plain text, or for the main
// texts of an exhibition, language by language.
func measured(ctx context.Context, st call.Streams, o proofOptions) error {
	x, err := open(o.source)
	if err != nil {
		return err
	}
	defer x.Close()
	x.warn(st, o.source)
	sets, err := texts(x, o)
	if err != nil {
		return err
	}
	params := measure.Params{Face: frame.Serif, Em: measureEm, Ems: o.figures.em, MinLeft: minima, MinRight: minima}
	if params.Fonts, err = fonts(); err != nil {
		return err
	}
	if params.Patterns, err = patterns(); err != nil {
		return err
	}
	setter, err := newSetter()
	if err != nil {
		return err
	}
	began := time.Now()
	params.Clock = func() time.Duration { return time.Since(began) }
	for i, set := range sets {
		if err := ctx.Err(); err != nil {
			return err
		}
		report, err := measure.Run(set.paragraphs, params)
		if err != nil {
			return err
		}
		if report.Pages, err = set.pages(ctx, setter, o.look); err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprintln(st.Out)
		}
		fmt.Fprintf(st.Out, "%s\n%s", set.name, report)
	}
	return nil
}

// A set of paragraphs is measured together, and so are the pages of their texts.
type set struct {
	name       string
	paragraphs []measure.Paragraph
	sheets     []func(*typeset.Setter, look) sheet // each lays a text
}

// pages lays the set's texts as the window shows them and counts what went wrong
// at their breaks.
func (s *set) pages(ctx context.Context, setter *typeset.Setter, l look) (*measure.Pages, error) {
	sum := measure.Pages{Window: l.size.String()}
	for _, lay := range s.sheets {
		book := lay(setter, l).book.Set
		if err := book.Paginate(ctx); err != nil {
			return nil, err
		}
		f := book.Faults()
		sum.Pages += f.Pages
		sum.Widows += f.Widows
		sum.Orphans += f.Orphans
		sum.RaggedBottoms += f.RaggedBottoms
	}
	return &sum, nil
}

// texts returns what is to be measured: one set for each language. A book is
// measured in the language asked for, whatever it looks like.
func texts(x opened, o proofOptions) ([]set, error) {
	if x.Book && o.lang != "" {
		x.Exhibition.Languages, x.Exhibition.Rooms[0].Renditions[0].Lang = []string{o.lang}, o.lang
	}
	var sets []set
	for _, lang := range x.Exhibition.Languages {
		if o.lang != "" && o.lang != lang {
			continue
		}
		s := set{name: lang}
		for _, room := range x.Exhibition.Rooms {
			if r, ok := room.Rendition(exhibit.Standard, lang); ok && (o.room == "" || o.room == room.ID) {
				s.add(note.Disclose(r.Text, note.Default(), nil), lang, o.figures.over)
				s.sheets = append(s.sheets, func(setter *typeset.Setter, l look) sheet {
					return x.lay(setter, r, state.Text{Room: room.ID, Kind: exhibit.Standard}, l)
				})
			}
		}
		if len(s.paragraphs) > 0 {
			sets = append(sets, s)
		}
	}
	if len(sets) == 0 {
		return nil, call.Wrong(call.Sentence("command.error.text", "room", o.room, "text", exhibit.Standard, "language", o.lang))
	}
	return sets, nil
}

// add appends the paragraphs of a text that are longer than over code points.
func (s *set) add(v note.Visible, lang string, over int) {
	for _, item := range v.Items() {
		if item.Block == nil || item.Block.Kind != doc.Paragraph {
			continue
		}
		var b strings.Builder
		for _, span := range item.Block.Spans {
			b.WriteString(span.Text)
		}
		if utf8.RuneCountInString(b.String()) > over {
			s.paragraphs = append(s.paragraphs, measure.Paragraph{Text: b.String(), Lang: lang})
		}
	}
}
