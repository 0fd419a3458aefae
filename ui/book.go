package ui

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// stock is what books are made of, and the book that is open. Only the worker
// uses it.
type stock struct {
	exhibition exhibit.Exhibition
	files      fs.FS
	setter     *typeset.Setter
	words      edition.Interface
	pictures   *content.Gallery // what cannot be read is said by `check` and set as its alternative text
	open       *openBook
}

func stockOf(x Opened) *stock {
	return &stock{exhibition: x.Exhibition, files: x.Files, setter: x.Setter, words: x.Words, pictures: content.NewGallery(x.Files)}
}

// openBook is a text as it is set now.
type openBook struct {
	key  string
	text note.Text
	seen note.Visible
	book *typeset.Book
	// summary is the title over the summaries of its passages, which the typesetter
	// keeps with their first lines.
	summary string
}

// bookOf opens the text that st is reading, or returns the open one when nothing
// it depends on has changed. It returns nil for a text that does not exist.
func (s *stock) bookOf(st state.State) *openBook {
	lang := st.TextLang()
	spec := edition.Spec(st)
	key := fmt.Sprintf("%v %s %v %v %v", st.Reading.Text, lang, spec, st.Policy, st.Opened())
	if s.open != nil && s.open.key == key {
		return s.open
	}
	r, ok := edition.Rendition(s.exhibition, st.Reading.Text, lang)
	if !ok {
		return nil
	}
	seen := note.Disclose(r.Text, st.Policy, st.Opened())
	words := s.words.In(lang)
	work := edition.Work(s.exhibition, st.Reading.Text, seen, words, s.pictures.Picture)
	s.open = &openBook{key: key, text: r.Text, seen: seen, book: s.setter.Open(work, spec), summary: words.T("fold.summary-title")}
	return s.open
}

// at is the offset a place stands for. The zero place is the title page.
func (b *openBook) at(l doc.Locator) int {
	if l == (doc.Locator{}) {
		return typeset.FrontOffset
	}
	at, ok := b.text.Offset(l)
	if !ok {
		return typeset.FrontOffset
	}
	return at
}

// place is the reverse of at, quoted from what may be seen.
func (b *openBook) place(offset int) doc.Locator {
	if offset <= typeset.FrontOffset {
		return doc.Locator{}
	}
	return b.seen.Locator(offset)
}

// spread sets what is shown at a place; nth is state.Reading's.
func (b *openBook) spread(ctx context.Context, l doc.Locator, nth int, generation uint64) (frame.Spread, state.Spread) {
	fs := b.book.SpreadAt(ctx, b.at(l))
	i := -1
	if b.book.Count() > 0 {
		i = b.index(b.at(l), nth)
		fs = b.book.Spread(i)
	}
	sp := state.Spread{
		Generation: generation,
		Start:      b.place(fs.Start), End: b.place(fs.End),
		From: max(0, fs.Start), To: max(0, fs.End), Len: b.seen.Len(),
		Number: fs.Number, Count: b.book.Pages(),
		Reference: b.seen.Reference(max(0, fs.Start)),
		Passages:  b.passages(fs),
		Stop:      stop(fs),
	}
	b.ways(fs, i, &sp)
	return fs, sp
}

// counted is spread, once the pages are counted, for a reader who looks at shown.
// A page that was shown before its number was known does not jump when it is: it
// stays as it is, and turning leads from it to the pages of the count.
func (b *openBook) counted(ctx context.Context, shown frame.Spread, l doc.Locator, nth int, generation uint64) (frame.Spread, state.Spread) {
	fs, sp := b.spread(ctx, l, nth, generation)
	if shown.Number != 0 || fs.Start == shown.Start && fs.End == shown.End {
		return fs, sp
	}
	sp.Prev = state.Way{At: sp.Start, Open: fs.Start < shown.Start}
	sp.Start, sp.End = b.place(shown.Start), b.place(shown.End)
	sp.From, sp.To = max(0, shown.Start), max(0, shown.End)
	sp.Next = state.Way{At: sp.End, Open: shown.End < b.seen.End()}
	sp.Reference = b.seen.Reference(sp.From)
	sp.Passages, sp.Stop = b.passages(shown), stop(shown)
	return shown, sp
}

// index is the spread of a counted book that shows an offset: of several that
// begin there the first, but never the words behind a passage that stand alone.
// nth counts on from it, among those with the same start.
func (b *openBook) index(offset, nth int) int {
	i := b.book.IndexOf(offset)
	// A spread may begin inside a notice: then its place is the notice's.
	same := func(k int) bool {
		return k >= 0 && k < b.book.Count() && b.at(b.place(b.book.Spread(k).Start)) == offset
	}
	for same(i+1) && stop(b.book.Spread(i)) != "" {
		i++
	}
	for ; nth > 0 && same(i+1); nth-- {
		i++
	}
	for ; nth < 0 && same(i-1); nth++ {
		i--
	}
	return i
}

// ways finds the neighbours of spread i. Before the pages are counted i is -1:
// the next spread starts where this one ends, and the one before is not known.
func (b *openBook) ways(fs frame.Spread, i int, sp *state.Spread) {
	if i < 0 {
		sp.Next = state.Way{At: b.place(fs.End), Open: fs.End < b.seen.End()}
		return
	}
	way := func(k int) state.Way {
		if k < 0 || k >= b.book.Count() {
			return state.Way{}
		}
		l := b.place(b.book.Spread(k).Start)
		return state.Way{At: l, Nth: k - b.index(b.at(l), 0), Open: true}
	}
	sp.Prev, sp.Next, sp.Last = way(i-1), way(i+1), way(b.book.Count()-1)
}

// passages lists the noted passages on a spread, each with what follows it.
func (b *openBook) passages(fs frame.Spread) []state.Passage {
	var list []state.Passage
	items := b.seen.Items()
	for i, it := range items {
		e := it.Extent()
		id := passage(it)
		if id == "" || e.End() < fs.Start || e.Offset >= fs.End && e.Offset > fs.Start {
			continue
		}
		if slices.ContainsFunc(list, func(p state.Passage) bool { return p.ID == id }) {
			continue
		}
		p := state.Passage{ID: id, Begins: it.Notice != nil && says(fs, b.summary)}
		for _, behind := range items[i:] {
			if passage(behind) != id {
				p.Behind = state.Way{At: b.place(behind.Extent().Offset), Open: true}
				break
			}
		}
		list = append(list, p)
	}
	return list
}

// says reports whether words begin on a spread: one of its lines is their first.
func says(fs frame.Spread, words string) bool {
	for _, page := range fs.Pages {
		for _, l := range page.Lines {
			if text := strings.TrimRight(l.Text(), "-\u00ad\u2010 "); text != "" && strings.HasPrefix(words, text) {
				return true
			}
		}
	}
	return false
}

// passage is the id of the passage an item belongs to, or empty.
func passage(it note.Item) string {
	switch {
	case it.Notice != nil:
		return it.Notice.Passage
	case it.Cover != nil:
		return it.Cover.Passage
	}
	return ""
}

// stop is the opened passage whose end, with the words that lead on from it, is on
// the spread, or empty. The typesetter ends a spread there.
func stop(fs frame.Spread) string {
	for _, page := range fs.Pages {
		for _, spot := range page.Spots {
			if spot.Ref.Kind == frame.RefGoOn {
				return spot.Ref.ID
			}
		}
	}
	return ""
}

// compose makes the screen of st; the pages of a book come from the open one.
func (s *stock) compose(of scene, shown frame.Spread) screen.Screen {
	in := screen.Input{State: of.state, Words: s.words.In(of.state.Prefs.Lang), Set: s.setter, Exhibition: s.exhibition, Station: of.station}
	if s.open != nil {
		in.Book = screen.Book{Spread: shown, Visible: s.open.seen}
	}
	if of.station != nil {
		with := *of.station
		with.Voices = s.words.Each(s.exhibition.Languages)
		if of.state.View.Sheet == state.Away || of.state.View.Route == state.Contacts { // which leads there
			with.Away = away(s.exhibition, of.state, in.Words, with.Web)
		}
		in.Station = &with
	}
	return screen.Compose(in)
}
