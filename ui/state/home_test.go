package state

import (
	"slices"
	"testing"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

func ownWorks() Shelved {
	return Shelved{Works: []Work{
		{Source: "/z", Title: "Zögern", Authors: "Mara Lind", Lang: "de", Read: 5},
		{Source: "/a", Title: "Ähren", Authors: "Bo Amsel", Lang: "de"},
		{Source: "/b", Title: "Boot", Lang: "en", Read: 9},
		{Source: "/c", Title: "öl", Authors: "Mara Lind", Lang: "de", Read: 2},
	}}
}

func sources(works []Work) []string {
	var out []string
	for _, w := range works {
		out = append(out, w.Source)
	}
	return out
}

func atHome() State {
	s, _ := Update(New(Library{Langs: []string{"de"}}, Preferences{Lang: "de"}, note.Default()), ownWorks())
	return s
}

func set(s State, id string) State {
	s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefSet, ID: id}})
	return s
}

func TestTheShelfOfOwnWorksIsTheFirstScreenAsSoonAsThereAreSome(t *testing.T) {
	s := atHome()
	if s.View.Route != Own {
		t.Errorf("with works %s is shown", s.View.Route)
	}
	s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(Shelf)}})
	s, _ = Update(s, ownWorks()) // a folder is read in meanwhile
	if s.View.Route != Shelf {
		t.Errorf("who looks at the exhibition is taken to %s", s.View.Route)
	}
	s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(Own)}})
	s, _ = Update(s, Shelved{})
	if s.View.Route != Shelf {
		t.Errorf("without works %s is shown", s.View.Route)
	}
	if s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(Own)}}); s.View.Route != Shelf {
		t.Errorf("without works a word leads to %s", s.View.Route)
	}
}

func TestOwnWorksAreOrderedByTheAlphabet(t *testing.T) {
	s := atHome()
	for _, c := range []struct {
		set  string
		want []string
	}{
		{"order=", []string{"/a", "/b", "/c", "/z"}},
		{"order=author", []string{"/a", "/c", "/z", "/b"}}, // nobody comes last
		{"order=read", []string{"/b", "/z", "/c", "/a"}},
		{"order=none", []string{"/b", "/z", "/c", "/a"}},
	} {
		s = set(s, c.set)
		if got := sources(s.Library.Home.Shown); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.set, got, c.want)
		}
	}
	if got := sources(set(s, "only=en").Library.Home.Shown); !slices.Equal(got, []string{"/b"}) {
		t.Errorf("in English there are %v", got)
	}
	if got := sources(s.Library.Home.Last(2)); !slices.Equal(got, []string{"/b", "/z"}) {
		t.Errorf("read last: %v", got)
	}
}

func TestAStationHasNoOwnWorks(t *testing.T) {
	s := New(Library{Langs: []string{"de"}}, Preferences{Lang: "de"}, note.Default())
	s.Visit.Station = true
	s, _ = Update(s, ownWorks())
	if s.View.Route == Own || len(s.Library.Home.Works) > 0 {
		t.Error("a station shows a shelf of one's own")
	}
}

func TestAnArticleIsPassedOverInTheOrder(t *testing.T) {
	s, _ := Update(atHome(), Shelved{Works: []Work{
		{Source: "/1", Title: "Die Zeit", Lang: "de-AT"}, {Source: "/2", Title: "The Boat", Lang: "en"},
		{Source: "/3", Title: "Die of Hope", Lang: "en"}, {Source: "/4", Title: "L’Été", Lang: "fr"}, {Source: "/5", Title: "Das", Lang: "de"},
	}})
	if got := sources(s.Library.Home.Shown); !slices.Equal(got, []string{"/2", "/5", "/3", "/4", "/1"}) {
		t.Errorf("%v", got)
	}
	if got := s.Library.Home.Initials(); !slices.Equal(got, []string{"B", "D", "E", "Z"}) {
		t.Errorf("%q", got)
	}
}

func TestAWorkOfUnknownLanguageIsInNone(t *testing.T) {
	s, _ := Update(atHome(), Shelved{Works: []Work{{Source: "/1", Lang: "und"}, {Source: "/2", Lang: "de"}, {Source: "/3"}}})
	if langs, count := s.Library.Home.Langs(); !slices.Equal(langs, []string{"de"}) || count["de"] != 1 {
		t.Errorf("%q, %v", langs, count)
	}
}

func TestTheFamilysNameComesFirst(t *testing.T) {
	for name, want := range map[string]string{"": "", "Homer": "Homer", "Mara Lind": "Lind, Mara", "Mara Lind, Bo Amsel": "Lind, Mara, Bo Amsel"} {
		if got := Family(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestEscAndBackStayOnTheShelfOfOwnWorks(t *testing.T) {
	s := atHome()
	for range 4 {
		s, _ = Update(s, Press{Key: KeyEscape})
	}
	if s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefBack}}); s.View.Route != Own {
		t.Errorf("they lead to %s", s.View.Route)
	}
}

func TestAWorkOfTheShelfOpensInItsPlace(t *testing.T) {
	_, eff := Update(atHome(), Act{Ref: frame.Ref{Kind: frame.RefSource, ID: "/a"}})
	if len(eff) != 1 || eff[0] != (Open{Source: "/a", Here: true}) {
		t.Errorf("%+v", eff)
	}
}

func TestAWorkIsTakenOffTheShelfOnItsPage(t *testing.T) {
	s := set(atHome(), PageOf+"/a")
	if s.View.Sheet != OfWork || s.View.Subject != "/a" {
		t.Fatalf("%+v", s.View)
	}
	next, eff := Update(s, Act{Ref: frame.Ref{Kind: frame.RefSet, ID: Remove + "/a"}})
	if len(eff) != 1 || eff[0] != (Unshelve{Source: "/a"}) || next.View.Sheet != NoSheet {
		t.Errorf("%+v, %+v", next.View, eff)
	}
	if s = set(atHome(), PageOf+"/none"); s.View.Sheet != NoSheet {
		t.Error("what is not on the shelf has a page")
	}
}

func TestThePageOfAWorkClosesWhenTheWorkLeavesTheShelf(t *testing.T) {
	s := set(atHome(), PageOf+"/a")
	if s, _ = Update(s, ownWorks()); s.View.Sheet != OfWork {
		t.Error("it closes though the work is there")
	}
	if s, _ = Update(s, Shelved{Works: ownWorks().Works[2:]}); s.View.Sheet != NoSheet {
		t.Error("it stays though the work is not there")
	}
}

// focused composes the shelf with its field and a row of each work, with one of them focused.
func focused(s State, ref frame.Ref) State {
	acting := []frame.Ref{{Kind: frame.RefChoose}, fieldRef()}
	for _, w := range s.Library.Home.Shown {
		acting = append(acting, frame.Ref{Kind: frame.RefSource, ID: w.Source})
	}
	s.Focus.want.ref = ref
	s, _ = Update(s, Composed{Acting: acting, Leaves: 1, First: 1})
	return s
}

func TestAKeyOpensThePageOfTheFocusedWork(t *testing.T) {
	row := frame.Ref{Kind: frame.RefSource, ID: "/b"}
	for _, p := range []Press{{Key: "i", Char: 'i'}, {Key: KeyEnter, Shift: true}} {
		s, eff := Update(focused(atHome(), row), p)
		if s.View.Sheet != OfWork || s.View.Subject != "/b" || len(eff) > 0 {
			t.Errorf("%v: %+v, %+v", p, s.View, eff)
		}
		if s, _ = Update(focused(atHome(), frame.Ref{Kind: frame.RefChoose}), p); s.View.Sheet == OfWork {
			t.Errorf("%v: without a work", p)
		}
	}
}

// looked types words into the field of the shelf.
func looked(s State, words string) State {
	s, _ = Update(focused(s, frame.Ref{}), Press{Key: "f", Ctrl: true})
	s = focused(s, fieldRef())
	for _, c := range words {
		s, _ = Update(s, Press{Key: Key(string(c)), Char: c})
	}
	return focused(s, fieldRef())
}

// TestTheShelfIsSearchedAsATextIs: folded, by title and by name, and Esc shows all again.
func TestTheShelfIsSearchedAsATextIs(t *testing.T) {
	for words, want := range map[string][]string{
		"ZÖG": {"/z"}, "zoeg": {"/z"}, "lind": {"/c", "/z"}, "mara ol": {"/c"}, "aehre": {"/a"}, "x": nil, "": {"/a", "/b", "/c", "/z"},
	} {
		s := looked(atHome(), words)
		if got := sources(s.Library.Home.Shown); !slices.Equal(got, want) || s.Library.Home.Field.Text != words {
			t.Errorf("%q in %q: %v, want %v", words, s.Library.Home.Field.Text, got, want)
		}
		if s, _ = Update(s, Press{Key: KeyEscape}); len(s.Library.Home.Shown) != 4 || s.View.Route != Own {
			t.Errorf("%q: Esc leaves %v", words, sources(s.Library.Home.Shown))
		}
	}
	s := looked(atHome(), "lind")
	if s, _ = Update(s, Press{Key: KeyEnter}); s.Focus.Acting[s.Focus.Index].ID != "/c" {
		t.Errorf("Enter leads to %v", s.Focus.Acting[s.Focus.Index])
	}
	if s, _ = Update(looked(atHome(), ""), Pasted{Text: "Boot"}); len(s.Library.Home.Shown) != 1 {
		t.Errorf("pasted: %v", sources(s.Library.Home.Shown))
	}
}

func TestWorksStandUnderTheirInitials(t *testing.T) {
	s := atHome()
	if got := s.Library.Home.Initials(); !slices.Equal(got, []string{"A", "B", "O", "Z"}) {
		t.Errorf("by title: %q", got)
	}
	s = set(s, "initial=O")
	if got := sources(s.Library.Home.Shown); !slices.Equal(got, []string{"/c"}) {
		t.Errorf("under O: %v", got)
	}
	if got := sources(set(s, "initial=O").Library.Home.Shown); len(got) != 4 {
		t.Errorf("a second time: %v", got)
	}
	s = set(s, "order=author")
	if got := s.Library.Home.Initials(); !slices.Equal(got, []string{"A", "L"}) || s.Library.Home.Initial != "" {
		t.Errorf("by name: %q", got)
	}
	if got := set(s, "order=read").Library.Home.Initials(); len(got) > 0 {
		t.Errorf("by the last reading: %q", got)
	}
}

func TestAStationOpensNothingOfTheShelf(t *testing.T) {
	s := New(Library{Langs: []string{"de"}}, Preferences{Lang: "de"}, note.Default())
	s.Visit.Station = true
	for _, r := range []frame.Ref{
		{Kind: frame.RefSheet, ID: string(OfWork)}, {Kind: frame.RefSheet, ID: string(Unread)}, {Kind: frame.RefSet, ID: PageOf + "/a"},
	} {
		if got, eff := Update(s, Act{Ref: r}); got.View.Sheet != NoSheet || len(eff) > 0 {
			t.Errorf("%v opens %q", r, got.View.Sheet)
		}
	}
}

// TestTheFirstEnterOnAShelfGoesToTheFirstWork and the second opens it; a held key does
// not.
func TestTheFirstEnterOnAShelfGoesToTheFirstWork(t *testing.T) {
	bar, work := frame.Ref{Kind: frame.RefChoose}, frame.Ref{Kind: frame.RefSource, ID: "/a"}
	s, _ := run(atHome(), Composed{Acting: []frame.Ref{bar, work}, First: 1}, Press{Key: KeyEnter}, Press{Key: KeyEnter, Repeat: true})
	if r, _ := s.Focus.Ref(); r != work {
		t.Fatalf("the focus is on %v", r)
	}
	if _, eff := run(s, Press{Key: KeyEnter}); len(eff) != 1 || eff[0] != Effect(Open{Source: "/a", Here: true}) {
		t.Errorf("%v", eff)
	}
}
