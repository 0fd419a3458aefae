package state

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"lesestein/ui/search"
	"lesestein/ui/typeset/frame"
)

// Home is the shelf of a reader's own works. A station has none.
type Home struct {
	Works     []Work // all of them, in the order of Order
	Order     string // one of Orders; empty: by title
	Only      string // the language of those that are shown; empty: all are
	Initial   string // with which those begin that are shown; empty: with any
	Field     Field  // what is looked for in titles and names
	Unopened  []Unopened
	Gathering Gathering // of a folder that is being read in
	Shown     []Work    // what words, language and initial leave of Works, in their order
}

// Unopened is a file of a folder that was read in and could not be opened. Why is the key
// of the sentence below "unopened"; empty: it is not known.
type Unopened struct{ File, Why string }

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
	Gone       bool   // it is not where it was seen last
}

// The orders of the shelf.
const (
	ByTitle  = ""
	ByAuthor = "author"
	ByRead   = "read"
)

// Orders returns them as they are offered.
func Orders() []string { return []string{ByTitle, ByAuthor, ByRead} }

// Picks reports whether some words, or an initial, choose among the works.
func (h Home) Picks() bool { return h.Field.Text != "" || h.Initial != "" }

// picked chooses anew what is shown.
func (s State) picked() State {
	h := &s.Library.Home
	q := search.Parse(h.Field.Text)
	h.Shown = nil
	for _, w := range h.Works {
		if h.Only != "" && w.Lang != h.Only || h.Initial != "" && h.initial(w) != h.Initial {
			continue
		}
		if q.Empty() || q.Count(w.Title+" · "+w.Authors) > 0 {
			h.Shown = append(h.Shown, w)
		}
	}
	s.View.Leaf.At = 0
	return s
}

// initial is the letter under which a work stands in its order, without accents, or the
// first of whatever else it begins with; empty: it stands under none.
func (h Home) initial(w Work) string {
	words := withoutArticle(w)
	switch h.Order {
	case ByAuthor:
		words = Family(w.Authors)
	case ByRead:
		return ""
	}
	for _, c := range norm.NFKD.String(words) {
		switch {
		case unicode.IsLetter(c):
			return string(unicode.ToUpper(c))
		case unicode.IsDigit(c):
			return "0"
		}
	}
	return ""
}

// Initials are the letters under which works stand, in the order of the works. There are
// none where works are ordered by their last reading.
func (h Home) Initials() []string {
	var all []string
	for _, w := range h.Works {
		if i := h.initial(w); i != "" && !slices.Contains(all, i) {
			all = append(all, i)
		}
	}
	return all
}

// Work is the one of a source.
func (h Home) Work(source string) (Work, bool) {
	i := slices.IndexFunc(h.Works, func(w Work) bool { return w.Source == source })
	if i < 0 {
		return Work{}, false
	}
	return h.Works[i], true
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
// frequent first. Works whose language is not known are in none.
func (h Home) Langs() (langs []string, count map[string]int) {
	count = map[string]int{}
	for _, w := range h.Works {
		if w.Lang == "" || w.Lang == "und" {
			continue
		}
		if count[w.Lang]++; count[w.Lang] == 1 {
			langs = append(langs, w.Lang)
		}
	}
	slices.SortFunc(langs, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return langs, count
}

// StopReading is the id of the RefSet that ends the reading in of a folder.
const StopReading = "gather=stop"

// These begin the id of a RefSet that concerns a work; its source follows.
const (
	Remove = "remove=" // takes it off the shelf
	PageOf = "work="   // opens its page
)

// shelved takes the works that there are. As soon as there are some, their shelf is the
// first screen.
func shelved(s State, e Shelved) State {
	if s.Visit.Station {
		return s
	}
	had := len(s.Library.Home.Works) > 0
	leaf := s.View.Leaf
	s.Library.Home.Works, s.Library.Home.Unopened, s.Library.Home.Gathering = slices.Clone(e.Works), slices.Clone(e.Unopened), e.Gathering
	s = s.sorted(s.Library.Home.Order)
	s.View.Leaf = leaf // works come while one looks at others
	switch has := len(e.Works) > 0; {
	case has && !had && s.View.Route == Shelf:
		return s.to(Own)
	case !has && s.View.Route == Own:
		s.Library.Home.Field, s.Library.Home.Only, s.Library.Home.Initial = Field{}, "", ""
		return s.to(Shelf)
	}
	if _, is := s.Library.Home.Work(s.View.Subject); s.View.Sheet == OfWork && !is {
		return s.dismiss()
	}
	return s
}

// homeSetting takes an order of the shelf, or what chooses among the works.
func (s State) homeSetting(key, value string) (_ State, done bool) {
	h := &s.Library.Home
	switch {
	case key == "order" && slices.Contains(Orders(), value):
		h.Initial = ""
		return s.sorted(value), true
	case key == "only":
		h.Only = value
	case key == "initial":
		if h.Initial == value { // a second time: all again
			value = ""
		}
		h.Initial = value
	default:
		return s, false
	}
	return s.picked(), true
}

// ofWork opens the page of a work.
func (s State) ofWork(source string) (State, []Effect) {
	if _, is := s.Library.Home.Work(source); !is || s.View.Route != Own {
		return s, nil
	}
	return s.sheet(OfWork, source)
}

// atHome does what a key means on the shelf of own works; done says whether it was one of
// its keys.
func (s State) atHome(e Press) (_ State, _ []Effect, done bool) {
	if s.View.Route != Own || s.View.Sheet != NoSheet {
		return s, nil, false
	}
	r, _ := s.Focus.Ref()
	switch {
	case e.Ctrl && e.Key == "f" && !e.Shift, e.Key == KeyF3:
		s.Library.Home.Field = s.Library.Home.Field.All()
		s.View.Leaf.At = 0
		s.Focus.want.ref = fieldRef()
		if i := s.Focus.find(fieldRef(), 0); i >= 0 {
			s.Focus.Index = i
		}
		return s, nil, true
	case r.Kind == frame.RefSource && r.ID != "" && (e.Key == "i" && !e.Ctrl && !s.Prefs.NoLetters || e.Key == KeyEnter && e.Shift) && !e.Repeat:
		s, eff := s.ofWork(r.ID)
		s.Focus.want = want{first: s.View.Sheet != NoSheet}
		return s, eff, true
	case r != fieldRef():
		return s, nil, false
	case e.Key == KeyEnter || e.Key == KeyDown: // to the first of what was found
		if i := slices.IndexFunc(s.Focus.Acting, func(r frame.Ref) bool { return r.Kind == frame.RefSource && r.ID != "" }); i >= 0 {
			s.Focus.Index = i
		}
		return s, nil, true
	}
	return fieldKey(s, s.Library.Home.Field, e, State.homeTyped)
}

// homeTyped takes what the field of the shelf has become.
func (s State) homeTyped(f Field) (State, []Effect) {
	was := s.Library.Home.Field.Text
	s.Library.Home.Field = f
	s.Focus.want.ref = fieldRef()
	if f.Text != was {
		s = s.picked()
	}
	return s, nil
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
		words := withoutArticle(w)
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
	return s.picked()
}

// articles are the words that catalogues pass over where a title begins with them, by the
// title's language.
var articles = map[string][]string{
	"de": {"der ", "die ", "das ", "ein ", "eine "},
	"en": {"the ", "a ", "an "},
	"es": {"el ", "la ", "los ", "las ", "un ", "una "},
	"fr": {"le ", "la ", "les ", "l'", "l’", "un ", "une "},
	"it": {"il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "l’", "un ", "uno ", "una "},
	"nl": {"de ", "het ", "een "},
}

// withoutArticle is a work's title as catalogues order it.
func withoutArticle(w Work) string {
	base, _ := language.Make(w.Lang).Base()
	for _, a := range articles[base.String()] {
		if len(w.Title) > len(a) && strings.EqualFold(w.Title[:len(a)], a) {
			return w.Title[len(a):]
		}
	}
	return w.Title
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
