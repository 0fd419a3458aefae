package session

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/search"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// Book is a text as it is set now: disclosed by a policy and by choices, and laid
// out for a window. It belongs to one goroutine.
type Book struct {
	Visible note.Visible
	Set     *typeset.Book
	key     string
	text    note.Text
	policy  note.Policy
	opened  note.Opened
	search  *search.Text // nil: nobody searched it
	// summary is the title over the summaries of its passages, which the typesetter
	// keeps with their first lines.
	summary string
	work    typeset.Work
	narrow  narrow
}

// narrow is a book set for the room beside a sheet. Its pages are never counted.
type narrow struct {
	spec typeset.Spec
	set  *typeset.Book // nil: no sheet asked for it
}

// beside is one page set for a width, from the line on where the reader stands, or of a
// search the current hit.
func (b *Book) beside(by Opened, st state.State, last laying, width frame.Unit) frame.Spread {
	sp := by.spec(st)
	sp.Area.Width, sp.Format = width, typeset.Single
	if b.narrow.set == nil || b.narrow.spec != sp {
		b.narrow = narrow{sp, by.Setter.Open(b.work, sp)}
	}
	from := last.spread.Start
	if at := b.at(last.place); last.nth == 0 && from <= at && at < last.spread.End {
		from = at
	}
	if hit, is := st.Visit.Search.Current(); is && st.View.Sheet == state.Searching {
		from = hit.At
	}
	return b.narrow.set.Provisional(context.Background(), from)
}

// Prepare is the way from a text to a book: what st reads is disclosed by its policy
// and its choices, and opened for its window. It is the only one: of the window, of a
// rehearsal and of every proof. nil is a text that does not exist.
func (x Opened) Prepare(st state.State) *Book {
	r, ok := edition.Rendition(x.Exhibition, st.Reading.Text, st.TextLang())
	if !ok {
		return nil
	}
	seen := note.Disclose(r.Text, st.Policy, st.Opened())
	words := edition.Words(st.Reading.Text, x.Words.In(printed(st)))
	work := edition.Work(x.Exhibition, st.Reading.Text, seen, words, x.Pictures.Picture)
	spec := x.spec(st)
	return &Book{key: keyOf(st, spec), text: r.Text, policy: st.Policy, opened: st.Opened(), Visible: seen,
		Set: x.Setter.Open(work, spec), work: work, summary: words.T("fold.summary-title")}
}

// keyOf names everything that a book depends on.
func keyOf(st state.State, spec typeset.Spec) string {
	return fmt.Sprintf("%v %s %s %v %v %v", st.Reading.Text, st.TextLang(), printed(st), spec, st.Policy, st.Opened())
}

// printed is the language of what the program itself prints on a page: of a book the
// interface's, of an exhibition that of the text.
func printed(st state.State) string {
	if st.Private() {
		return st.WordsLang()
	}
	return st.TextLang()
}

// at is the offset a place stands for. The zero place is the title page.
func (b *Book) at(l doc.Locator) int {
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
func (b *Book) place(offset int) doc.Locator {
	if offset <= typeset.FrontOffset {
		return doc.Locator{}
	}
	return b.Visible.Locator(offset)
}

// Spread sets what is shown at a place, for the question of a generation; nth is
// state.Reading's.
func (b *Book) Spread(ctx context.Context, l doc.Locator, nth int, generation uint64) (frame.Spread, state.Spread) {
	fs := b.Set.SpreadAt(ctx, b.at(l))
	i := -1
	if b.Set.Count() > 0 {
		i = b.index(b.at(l), nth)
		fs = b.Set.Spread(i)
	} else {
		fs = b.further(ctx, fs, b.at(l), nth)
	}
	sp := state.Spread{
		Generation: generation,
		Start:      b.place(fs.Start), End: b.place(fs.End),
		From: max(0, fs.Start), To: max(0, fs.End), Len: b.Visible.Len(),
		Number: fs.Number, Count: b.Set.Pages(),
		Reference: b.Visible.Reference(max(0, fs.Start)),
		Passages:  b.passages(fs),
		Stop:      stop(fs),
	}
	b.ways(fs, i, &sp)
	if i < 0 && b.at(sp.Ways.Next.At) == b.at(l) {
		sp.Ways.Next.Nth = nth + 1 // it begins inside the notice, or the title, that this one began
	}
	return fs, sp
}

// further goes on from a spread, before the pages are counted, to the nth behind it
// that has the same place: a notice with its summary may take several, and a place
// says no more than that it is the notice. It never stays where it is.
func (b *Book) further(ctx context.Context, fs frame.Spread, at, nth int) frame.Spread {
	for ; nth > 0 && b.at(b.place(fs.End)) == at; nth-- {
		next := b.Set.SpreadAt(ctx, fs.End)
		if next.End <= fs.End {
			return b.Set.SpreadAt(ctx, max(0, fs.End+1))
		}
		fs = next
	}
	return fs
}

// laying is the last spread that was set, and the question that it answers.
type laying struct {
	spread     frame.Spread
	generation uint64
	place      doc.Locator
	nth        int // see state.Reading
}

// counted is Spread, once the pages are counted, for a reader who looks at what was laid last.
// A page that was shown before its number was known does not jump when it is: it
// stays as it is, and turning leads from it to the pages of the count.
func (b *Book) counted(ctx context.Context, last laying) (frame.Spread, state.Spread) {
	shown := last.spread
	fs, sp := b.Spread(ctx, last.place, last.nth, last.generation)
	if shown.Number != 0 || fs.Start == shown.Start && fs.End == shown.End {
		return fs, sp
	}
	if again := b.Set.Provisional(ctx, shown.Start); again.Start == shown.Start && again.End == shown.End {
		shown, sp.Number = again, again.Number
	}
	sp.Ways.Prev = state.Way{At: sp.Start, Open: fs.Start < shown.Start}
	sp.Start, sp.End = b.place(shown.Start), b.place(shown.End)
	sp.From, sp.To = max(0, shown.Start), max(0, shown.End)
	sp.Ways.Next = state.Way{At: sp.End, Open: shown.End < b.Visible.End()}
	if b.at(sp.End) != shown.End { // inside a notice, whose place is its first page
		sp.Ways.Next = b.Way(b.Set.IndexOf(shown.End))
	}
	sp.Reference = b.Visible.Reference(sp.From)
	sp.Passages, sp.Stop = b.passages(shown), stop(shown)
	return shown, sp
}

// numbers are the pages of the headings; nil while they are not counted.
func (b *Book) numbers() []int {
	if b.Set.Count() == 0 {
		return nil
	}
	var out []int
	for _, h := range b.Visible.Headings() {
		out = append(out, b.Set.PageOf(h.Offset))
	}
	return out
}

// index is the spread of a counted book that shows an offset: of several that
// begin there the first, but never the words behind a passage that stand alone.
// nth counts on from it, among those with the same start.
func (b *Book) index(offset, nth int) int {
	i := b.Set.IndexOf(offset)
	// A spread may begin inside a notice: then its place is the notice's.
	same := func(k int) bool {
		return k >= 0 && k < b.Set.Count() && b.at(b.place(b.Set.Spread(k).Start)) == offset
	}
	for same(i+1) && stop(b.Set.Spread(i)) != "" {
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
func (b *Book) ways(fs frame.Spread, i int, sp *state.Spread) {
	if i < 0 {
		sp.Ways.Next = state.Way{At: b.place(fs.End), Open: fs.End < b.Visible.End()}
		return
	}
	sp.Ways.Prev, sp.Ways.Next, sp.Ways.Last = b.Way(i-1), b.Way(i+1), b.Way(b.Set.Count()-1)
}

// Way leads to spread i of a counted book.
func (b *Book) Way(i int) state.Way {
	if i < 0 || i >= b.Set.Count() {
		return state.Way{}
	}
	l := b.place(b.Set.Spread(i).Start)
	return state.Way{At: l, Nth: i - b.index(b.at(l), 0), Open: true}
}

// passages lists the noted passages on a spread, each with what follows it.
func (b *Book) passages(fs frame.Spread) []state.Passage {
	var list []state.Passage
	items := b.Visible.Items()
	for i, it := range items {
		e := it.Extent()
		id := passage(it)
		if id == "" || e.End() < fs.Start || e.Offset >= fs.End && e.Offset > fs.Start {
			continue
		}
		if slices.ContainsFunc(list, func(p state.Passage) bool { return p.ID == id }) {
			continue
		}
		p := state.Passage{ID: id, Begins: it.Notice != nil && (says(fs, b.summary) || fs.Left()), Alone: fs.Left()}
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
