package session

import (
	"strconv"
	"strings"
	"unicode"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/search"
	"lesestein/ui/state"
)

// reaching is a question that was answered, and of what: it is answered anew when that
// becomes another. It belongs to the worker.
type reaching struct {
	asked   state.Reach
	of      *Book
	counted bool
}

// reached are the places that may be meant. Whoever types a number may mean a page, a
// reference page or a part of the text; words are a heading's.
func (b *Book) reached(asked state.Reach, heading func(note.Heading) string) state.Reached {
	e := state.Reached{Generation: asked.Generation, Pages: b.Set.Pages(), References: b.Visible.Reference(b.Visible.Len())}
	if asked.Slid {
		e.Aims = []state.Aim{b.toward(state.Aim{Kind: state.ByPercent}, asked.Offset)}
		if asked.Offset <= 0 { // in front of the first words stands the title
			e.Aims[0].Way.At = doc.Locator{}
		}
		return e
	}
	typed := strings.TrimSpace(asked.Typed)
	if part, is := percent(typed); is {
		e.Aims = []state.Aim{b.toPercent(part)}
		return e
	}
	n, bare, is := number(typed)
	if is {
		for _, g := range []state.Aim{b.toPage(n), b.toReference(n), b.toPercent(float64(n))} {
			if g != (state.Aim{}) {
				e.Aims = append(e.Aims, g)
			}
		}
	}
	heads := b.toHeadings(typed, bare, heading)
	if bare {
		e.Aims = append(e.Aims, heads...)
	} else {
		e.Aims = append(heads, e.Aims...)
	}
	return e
}

// percent reads "41 %" or "12,5%".
func percent(typed string) (part float64, is bool) {
	n, is := strings.CutSuffix(typed, "%")
	if !is {
		return 0, false
	}
	part, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(n), ",", ".", 1), 64)
	return part, err == nil && part >= 0 && part <= 100
}

// number is the number that is typed, alone (bare) or behind words: "S. 41".
func number(typed string) (n int, bare, is bool) {
	words := strings.Fields(typed)
	if len(words) == 0 {
		return 0, false, false
	}
	n, err := strconv.Atoi(words[len(words)-1])
	is = err == nil && n >= 0
	return n, is && len(words) == 1, is
}

// toPage is a page of the book as it is set; none where it has fewer. While they are not
// counted its way is not open.
func (b *Book) toPage(n int) state.Aim {
	pages, spreads := b.Set.Pages(), b.Set.Count()
	g := state.Aim{Kind: state.ByPage, Number: n, Of: pages, Page: n, Under: -1}
	switch {
	case n < 1 || spreads > 0 && n > pages:
		return state.Aim{}
	case spreads == 0:
		return g
	}
	each := (pages + spreads - 1) / spreads
	i := (n - 1) / each
	g.Way = b.Way(i)
	shown := b.Set.Spread(i).Pages
	if k := (n - 1) % each; k < len(shown) {
		g.Under = b.under(shown[k].Start)
	}
	return g
}

// toReference is a reference page; none where there are fewer.
func (b *Book) toReference(n int) state.Aim {
	all := b.Visible.Reference(b.Visible.Len())
	if n < 1 || n > all {
		return state.Aim{}
	}
	return b.toward(state.Aim{Kind: state.ByReference, Number: n, Of: all}, (n-1)*note.ReferencePage)
}

// toPercent is a part of the text from 0 to 100; none beyond.
func (b *Book) toPercent(part float64) state.Aim {
	if part < 0 || part > 100 {
		return state.Aim{}
	}
	at := min(int(float64(b.Visible.Len())*part/100), b.Visible.Len()-1)
	return b.toward(state.Aim{Kind: state.ByPercent, Number: int(part + 0.5)}, at)
}

// toHeadings are the headings with the words that are typed; a number alone is a whole
// number there too.
func (b *Book) toHeadings(typed string, bare bool, heading func(note.Heading) string) []state.Aim {
	q := search.Parse(typed)
	if q.Empty() {
		return nil
	}
	var out []state.Aim
	for i, h := range b.Visible.Headings() {
		if text := heading(h); q.Count(text) > 0 && (!bare || wholly(text, typed)) {
			g := b.toward(state.Aim{Kind: state.ByChapter, Number: i}, h.Offset)
			g.Way.At.Block, g.Under = h.ID, -1
			out = append(out, g)
		}
	}
	return out
}

// wholly reports whether a number stands in words, and not as a part of another.
func wholly(words, number string) bool {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsDigit(r) }) {
		if w == number {
			return true
		}
	}
	return false
}

// toward is a aim at an offset of the text.
func (b *Book) toward(g state.Aim, at int) state.Aim {
	at = max(0, at)
	g.Way = state.Way{At: b.place(at), Open: true}
	g.Page, g.Under = b.Set.PageOf(at), b.under(at)
	return g
}

// under is the index of the heading that an offset stands under, or -1.
func (b *Book) under(at int) int {
	under := -1
	for i, h := range b.Visible.Headings() {
		if h.Offset > at {
			break
		}
		under = i
	}
	return under
}
