package session

import (
	"context"
	"sort"

	"lesestein/content/note"
	"lesestein/ui/search"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// slice is how many bytes of a text are searched before the worker looks whether
// something is wished: a few milliseconds where nothing is folded yet.
const slice = 1 << 15

// firstSlices are searched at once: a million letters, once they are folded, take less
// than a frame.
const firstSlices = 16

// seeking is a search that goes on, through one book. It belongs to the worker.
type seeking struct {
	asked state.Seek
	of    *Book
	query search.Query
	*search.Search
}

// seeking is a search that begins in a book. Its text is folded as soon as somebody
// opens the search.
func (b *Book) seeking(asked state.Seek) *seeking {
	if b.search == nil {
		b.search = search.NewText(b.Visible)
	}
	q := search.Parse(asked.Typed)
	return &seeking{asked: asked, of: b, query: q, Search: b.search.Search(q)}
}

// begin searches until the first hits are found, or for a few slices.
func (k *seeking) begin(found func(state.Found)) {
	done := k.Step(slice)
	for n := 1; !done && n < firstSlices && len(k.Hits()) == 0; n++ {
		done = k.Step(slice)
	}
	k.tell(found)
}

// tell says what was found so far. That it is all is said when the folds are counted.
func (k *seeking) tell(found func(state.Found)) {
	if len(k.Hits()) > 0 {
		found(state.Found{Generation: k.asked.Generation, Hits: k.Hits()})
	}
}

// goOn searches the rest of the text, and counts in what is folded. It reports false
// where something was wished meanwhile; then it goes on the next time.
func (k *seeking) goOn(ctx context.Context, found func(state.Found)) bool {
	for none := len(k.Hits()) == 0; !k.Step(slice); {
		if none && len(k.Hits()) > 0 {
			none = false
			k.tell(found)
		}
		if ctx.Err() != nil {
			return false
		}
	}
	folded := k.of.folded(ctx, k.query)
	if ctx.Err() != nil {
		return false
	}
	if !k.query.Empty() {
		found(state.Found{Generation: k.asked.Generation, Hits: k.Hits(), Done: true, Folded: folded})
	}
	return true
}

// folded is how often a query stands in what may not be seen: a number and no words.
func (b *Book) folded(ctx context.Context, q search.Query) int {
	if q.Empty() {
		return 0
	}
	n := 0
	for _, c := range note.CountFolded(b.text, b.policy, b.opened, func(text string) int {
		if ctx.Err() != nil {
			return 0
		}
		return q.Count(text)
	}) {
		n += c.Count
	}
	return n
}

// marks are the hits on a spread: a line below each, and a tint under the current one.
func marks(of state.State, on frame.Spread) []frame.Overlay {
	hits := of.Visit.Search.Found.Hits
	current, is := of.Visit.Search.Current()
	var found, now []frame.Rect
	for _, h := range hits[first(hits, on):] {
		if h.At >= on.End {
			break
		}
		for _, s := range h.Spans() {
			rects := on.Rects(s.From, s.To)
			found = append(found, rects...)
			if is && h.Span == current.Span && h.At == current.At {
				now = append(now, rects...)
			}
		}
	}
	return []frame.Overlay{{Kind: frame.Current, Rects: now}, frame.Underlined(found, underline(of))}
}

// first is the index of the first hit that a spread may show: one that begins on the
// page before can end here.
func first(hits []search.Hit, on frame.Spread) int {
	i := sort.Search(len(hits), func(i int) bool { return hits[i].At >= on.Start })
	for i > 0 {
		spans := hits[i-1].Spans()
		if spans[len(spans)-1].To <= on.Start {
			break
		}
		i--
	}
	return i
}

// underline is the thickness of the line below what was found: more than a link's.
func underline(of state.State) frame.Unit {
	return frame.Px(max(3, min(of.Window.Width, of.Window.Height)/300))
}
