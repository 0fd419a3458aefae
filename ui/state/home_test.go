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
		if got := sources(s.Library.Home.Shown()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.set, got, c.want)
		}
	}
	if got := sources(set(s, "only=en").Library.Home.Shown()); !slices.Equal(got, []string{"/b"}) {
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

func TestAWorkIsTakenOffTheShelfOnlyWhereOneAskedForIt(t *testing.T) {
	s := set(atHome(), "removing=on")
	next, eff := Update(s, Act{Ref: frame.Ref{Kind: frame.RefSet, ID: Remove + "/a"}})
	if !s.Library.Home.Removing || len(eff) != 1 || eff[0] != (Unshelve{Source: "/a"}) || !next.Library.Home.Removing {
		t.Errorf("%+v, %+v", next.Library.Home, eff)
	}
	if set(s, "removing=off").Library.Home.Removing {
		t.Error("it does not end")
	}
}
