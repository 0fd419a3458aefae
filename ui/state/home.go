package state

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Home is the shelf of a reader's own works. A station has none.
type Home struct {
	Works     []Work    // all of them, in the order of Order
	Order     string    // one of Orders; empty: by title
	Only      string    // the language of those that are shown; empty: all are
	Unopened  int       // files of folders that were read in and could not be opened
	Gathering Gathering // of a folder that is being read in
	Removing  bool      // a work that is chosen is taken off the shelf, not opened
}

// Gathering is how far the reading in of a folder has come, in files. The zero Gathering
// is that none is read in.
type Gathering struct{ Read, All int }

// Work is a work on a reader's own shelf.
type Work struct {
	Source     string // as it is opened: its path
	Title      string
	Authors    string // as one reads them; "" is nobody
	Lang       string // BCP 47
	Exhibition bool   // it has rooms of its own
	Read       int64  // when last, in seconds since 1970; 0: never
	At, Len    int    // where it was left, of its length in code points; 0: not known
}

// The orders of the shelf.
const (
	ByTitle  = ""
	ByAuthor = "author"
	ByRead   = "read"
)

// Orders returns them as they are offered.
func Orders() []string { return []string{ByTitle, ByAuthor, ByRead} }

// Shown are the works that are shown, in their order.
func (h Home) Shown() []Work {
	if h.Only == "" {
		return h.Works
	}
	var shown []Work
	for _, w := range h.Works {
		if w.Lang == h.Only {
			shown = append(shown, w)
		}
	}
	return shown
}

// Last are at most n works that were read last, the last one first.
func (h Home) Last(n int) []Work {
	var last []Work
	for _, w := range h.Works {
		at, _ := slices.BinarySearchFunc(last, w, laterFirst)
		if w.Read > 0 && at < n {
			last = slices.Insert(last, at, w)
			last = last[:min(n, len(last))]
		}
	}
	return last
}

func laterFirst(a, b Work) int { return cmp.Compare(b.Read, a.Read) }

// Langs are the languages of the works with how many there are in each, the most
// frequent first.
func (h Home) Langs() (langs []string, count map[string]int) {
	count = map[string]int{}
	for _, w := range h.Works {
		if count[w.Lang]++; count[w.Lang] == 1 {
			langs = append(langs, w.Lang)
		}
	}
	slices.SortFunc(langs, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return langs, count
}

// StopReading is the id of the RefSet that ends the reading in of a folder.
const StopReading = "gather=stop"

// Remove begins the id of the RefSet that takes a work off the shelf; its source follows.
const Remove = "remove="

// shelved takes the works that there are. As soon as there are some, their shelf is the
// first screen.
func shelved(s State, e Shelved) State {
	if s.Visit.Station {
		return s
	}
	had := len(s.Library.Home.Works) > 0
	s.Library.Home.Works, s.Library.Home.Unopened, s.Library.Home.Gathering = slices.Clone(e.Works), e.Unopened, e.Gathering
	s = s.sorted(s.Library.Home.Order)
	switch has := len(e.Works) > 0; {
	case has && !had && s.View.Route == Shelf:
		return s.to(Own)
	case !has && s.View.Route == Own:
		s.Library.Home.Removing = false
		return s.to(Shelf)
	}
	return s
}

// homeSetting takes an order of the shelf, or the language of what is shown.
func (s State) homeSetting(key, value string) (_ State, done bool) {
	switch {
	case key == "order" && slices.Contains(Orders(), value):
		s = s.sorted(value)
	case key == "removing":
		s.Library.Home.Removing = value == "on"
		return s, true
	case key == "only":
		s.Library.Home.Only = value
	default:
		return s, false
	}
	s.View.Leaf = Leaf{}
	return s, true
}

// sorted brings the works into an order of the alphabet of the interface's language.
func (s State) sorted(order string) State {
	h := s.Library.Home
	h.Order = order
	h.Works = slices.Clone(h.Works)
	c := collate.New(language.Make(s.WordsLang()), collate.IgnoreCase)
	var buf collate.Buffer
	keys := map[string]string{} // by source
	for _, w := range h.Works {
		words := w.Title
		if order == ByAuthor {
			words = Family(w.Authors) + "\x00" + w.Title
		}
		keys[w.Source] = string(c.KeyFromString(&buf, words))
		buf.Reset()
	}
	slices.SortFunc(h.Works, func(a, b Work) int {
		byKey := cmp.Or(strings.Compare(keys[a.Source], keys[b.Source]), strings.Compare(a.Source, b.Source))
		if order == ByRead {
			return cmp.Or(laterFirst(a, b), byKey)
		}
		if order == ByAuthor && (a.Authors == "") != (b.Authors == "") { // nobody comes last
			return cmp.Compare(b.Authors, a.Authors)
		}
		return byKey
	})
	s.Library.Home = h
	return s
}

// Family is a name as lists have it: the family's first. Who gives it in that order
// already, with a comma, is left so.
func Family(authors string) string {
	first, _, _ := strings.Cut(authors, ", ")
	i := strings.LastIndexByte(first, ' ')
	if i < 0 {
		return authors
	}
	return first[i+1:] + ", " + first[:i] + authors[len(first):]
}
