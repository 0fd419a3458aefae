package state

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/ui/search"
	"lesestein/ui/typeset/frame"
)

// hitsAt is an answer with hits at some offsets.
func hitsAt(generation uint64, done bool, offsets ...int) Found {
	slices.Sort(offsets)
	f := Found{Generation: generation, Done: done}
	for _, at := range offsets {
		f.Hits = append(f.Hits, search.Hit{Span: search.Span{From: at, To: at + 5}, At: at, Block: "h.1", Offset: at})
	}
	return f
}

func typing(words string) []Event {
	var out []Event
	for _, c := range words {
		p := Press{Key: Key(string(c)), Char: c}
		if c == ' ' {
			p = Press{Key: KeySpace}
		}
		out = append(out, p)
	}
	return out
}

// seeking is reading, with words in the field of the search.
func seeking(words string) State {
	s, _ := run(reading(), append([]Event{ctrl("f")}, typing(words)...)...)
	return s
}

// answered is seeking after all hits are known and the page that they lead to is laid.
func answered(offsets ...int) State {
	s := seeking("Fähre")
	s, _ = run(s, hitsAt(s.Visit.Search.asked, true, offsets...))
	return settled(s)
}

func settled(s State) State {
	if !s.Reading.Fresh() {
		s, _ = run(s, answer(s, s.Reading.Place.Offset-100, s.Reading.Place.Offset+100, way("top.1"), way("b.1")))
	}
	return s
}

func current(s State) int {
	h, ok := s.Visit.Search.Current()
	if !ok {
		return -1
	}
	return h.At
}

func TestWhatIsTypedGoesIntoTheFieldOfTheSearchAndNowhereElse(t *testing.T) {
	s, eff := run(reading(), append([]Event{ctrl("f")}, typing("Die c+t")...)...)
	if got := s.Visit.Search.Field.Text; got != "Die c+t" || s.View.Sheet != Searching || s.Prefs != reading().Prefs {
		t.Errorf("in the field is %q, the sheet is %q", got, s.View.Sheet)
	}
	if last := eff[len(eff)-1]; last != (Seek{Generation: s.Visit.Search.asked, Typed: "Die c+t"}) {
		t.Errorf("the last question is %+v", last)
	}
}

func TestTheSearchGoesToTheFirstHitBehindThePlace(t *testing.T) {
	for _, c := range []struct {
		hits []int
		want int
	}{{[]int{10, 900, 1500, 7000}, 1500}, {[]int{10, 5000}, 5000}, {[]int{10, 900}, 10}, {nil, -1}} {
		if got := current(answered(c.hits...)); got != c.want {
			t.Errorf("of %v it goes to %d, want %d", c.hits, got, c.want)
		}
	}
	s := seeking("x")
	s, eff := run(s, hitsAt(s.Visit.Search.asked, false, 10))
	if current(s) != -1 || len(eff) > 0 {
		t.Errorf("went to %d before the text was searched", current(s))
	}
	if s, _ = run(s, hitsAt(s.Visit.Search.asked, false, 10, 5000)); current(s) != 5000 {
		t.Errorf("then to %d", current(s))
	}
}

func TestAnAnswerToOtherWordsIsDropped(t *testing.T) {
	s := seeking("ab")
	if s, _ = run(s, hitsAt(s.Visit.Search.asked-1, true, 1500)); len(s.Visit.Search.Found.Hits) > 0 {
		t.Error("it was taken")
	}
	s = answered(1500)
	s, _ = run(s, Press{Key: "a", Ctrl: true}, Press{Key: KeyDelete})
	if len(s.Visit.Search.Found.Hits) > 0 {
		t.Error("nothing is looked for, and hits stand there")
	}
}

func TestKeysGoFromHitToHitRoundTheEnds(t *testing.T) {
	s := answered(1500, 3000, 5000)
	for i, c := range []struct {
		key  Press
		want int
	}{{Press{Key: KeyEnter}, 3000}, {Press{Key: KeyF3}, 5000}, {Press{Key: KeyDown}, 1500}, {Press{Key: KeyEnter, Shift: true}, 5000}, {Press{Key: KeyF3, Shift: true}, 3000}, {Press{Key: KeyUp}, 1500}} {
		if s, _ = run(s, c.key); current(s) != c.want {
			t.Errorf("key %d leads to %d, want %d", i, current(s), c.want)
		}
		s = settled(s)
	}
}

func TestEscapeReturnsToWhereTheSearchBeganAndKeepsNothing(t *testing.T) {
	was := reading()
	s, eff := run(answered(5000, 7000), Press{Key: KeyEnter})
	s, more := run(settled(s), esc(1))
	if s.Reading.Place != was.Reading.Place || s.View.Sheet != NoSheet || len(s.Visit.History) != len(was.Visit.History) || len(s.Visit.Search.Found.Hits) > 0 {
		t.Errorf("at %+v, history %+v, sheet %q", s.Reading.Place, s.Visit.History, s.View.Sheet)
	}
	for _, e := range append(eff, more...) {
		if _, saves := e.(SavePlaces); saves {
			t.Error("a place was kept that nobody stayed at")
		}
	}
	if len(lays(more)) != 1 || more[len(more)-1] != (Seek{Generation: s.Visit.Search.asked, Over: true}) {
		t.Errorf("asked for %+v", more)
	}
}

func TestAClickOnAHitStaysThereAndTheWayBackLeadsToTheBeginning(t *testing.T) {
	s, eff := run(answered(5000, 7000), ref(frame.RefHit, "1"))
	s = settled(s)
	if current(s) != 7000 || !slices.Contains(eff, Effect(SavePlaces{})) || s.Visit.Places[main1945] != s.Reading.Place {
		t.Errorf("at %d, place %+v, effects %+v", current(s), s.Reading.Place, eff)
	}
	s, _ = run(s, esc(1))
	if s.Reading.Place.Offset != 7000 {
		t.Errorf("Esc leads to %+v", s.Reading.Place)
	}
	if s, _ = run(s, ref(frame.RefBack, "")); s.Reading.Place != at("a.1") {
		t.Errorf("the way back leads to %+v", s.Reading.Place)
	}
	for _, id := range []string{"-1", "2", "x", ""} {
		if s, _ := run(answered(5000, 7000), ref(frame.RefHit, id)); current(s) != 5000 {
			t.Errorf("hit %q leads to %d", id, current(s))
		}
	}
}

func TestAHitWhoseSheetHidItsPageIsSelectedThere(t *testing.T) {
	s, eff := run(answered(5000, 7000), ref(frame.RefHitPage, "1"))
	sel := s.Reading.Marking.Selection
	if s.View.Sheet != NoSheet || sel.From.Offset != 7000 || sel.To.Offset != 7005 || len(lays(eff)) != 1 || s.Visit.Places[main1945] != s.Reading.Place {
		t.Errorf("sheet %q, selected %+v, effects %+v", s.View.Sheet, sel, eff)
	}
	if s, _ = run(answered(5000), ref(frame.RefHitPage, "9")); s.View.Sheet != Searching {
		t.Error("a hit that is not there closes the sheet")
	}
}

func TestClosingTheSheetByItsWordStaysAndEndsTheSearch(t *testing.T) {
	for name, e := range map[string]Event{"a word": ref(frame.RefDismiss, ""), "another sheet": ref(frame.RefSheet, "contents"), "its own word": ref(frame.RefSheet, "search")} {
		s, eff := run(answered(5000), e)
		if s.Visit.Search.Found.Hits != nil || s.Visit.Places[main1945] != (doc.Locator{Block: "h.1", Offset: 5000}) || s.Visit.Search.Field.Text != "Fähre" {
			t.Errorf("%s: search %+v, places %+v", name, s.Visit.Search, s.Visit.Places)
		}
		if !slices.Contains(eff, Effect(Seek{Generation: s.Visit.Search.asked, Over: true})) {
			t.Errorf("%s: the search goes on: %+v", name, eff)
		}
	}
	s, _ := run(answered(5000), ref(frame.RefRoute, "shelf"))
	if s.Visit.Search.Found.Hits != nil {
		t.Errorf("on the shelf is %+v", s.Visit.Search)
	}
	if s, _ = run(answered(5000), ref(frame.RefEnd, "")); s.Visit.Search.Field.Text != "" || s.Visit.Search.Found.Hits != nil {
		t.Errorf("after the visit is %+v", s.Visit.Search)
	}
}

func TestTheLastWordsStandThereChosenWhenTheSearchOpensAgain(t *testing.T) {
	for _, k := range []Press{{Key: "f", Ctrl: true}, {Key: KeyF3}} {
		s, _ := run(answered(5000), ref(frame.RefDismiss, ""), k)
		if _, chosen, _ := s.Visit.Search.Field.Parts(); chosen != "Fähre" {
			t.Errorf("%+v: chosen is %q of %+v", k, chosen, s.Visit.Search.Field)
		}
	}
}

func TestThereIsNoSearchAtAStation(t *testing.T) {
	s := reading()
	s.Visit.Station = true
	for _, e := range []Event{ctrl("f"), Press{Key: KeyF3}, ref(frame.RefSheet, "search"), ref(frame.RefHit, "0"), ref(frame.RefField, ""), hitsAt(1, true, 10), Pasted{"x"}} {
		n, eff := run(s, e)
		if n.View.Sheet != NoSheet || len(eff) > 0 || n.Visit.Search.Field.Text != "" {
			t.Errorf("%+v: sheet %q, %+v", e, n.View.Sheet, eff)
		}
	}
}

func TestTheTextInAnotherLanguageIsSearchedAnew(t *testing.T) {
	s, eff := run(answered(5000), ref(frame.RefLang, "en"))
	if i := slices.Index(eff, Effect(Seek{Generation: s.Visit.Search.asked, Typed: "Fähre"})); i < 1 || len(lays(eff[:i])) != 1 {
		t.Errorf("asked for %+v", eff)
	}
}

func TestATextThatWasReadAnewIsSearchedAnew(t *testing.T) {
	s, eff := run(answered(5000), Reloaded{Library: library()})
	if len(s.Visit.Search.Found.Hits) > 0 || !slices.Contains(eff, Effect(Seek{Generation: s.Visit.Search.asked, Typed: "Fähre"})) {
		t.Errorf("asked for %+v, and hits of before are %+v", eff, s.Visit.Search.Found.Hits)
	}
}

func TestASearchEndsWhereTheTextIsMissing(t *testing.T) {
	s, _ := run(fresh(), ref(frame.RefText, "1945/"+short.Kind))
	s, _ = run(s, answer(s, 0, 900, Way{}, way("a.1")), ctrl("f"))
	if s.View.Sheet != Searching {
		t.Fatal("no search")
	}
	if s, _ = run(s, ref(frame.RefLang, "en")); s.View.Sheet != NoSheet {
		t.Error("a text that does not exist is searched")
	}
}

func TestAFieldIsTypedInAsAnyOther(t *testing.T) {
	shift := func(k Key) Press { return Press{Key: k, Shift: true} }
	key := func(k Key) Press { return Press{Key: k} }
	for _, c := range []struct {
		name string
		keys []Press
		want string // the caret is |, and [ the anchor
	}{
		{"Backspace", []Press{key(KeyBackspace)}, "zwei Wört|"},
		{"Delete at the start", []Press{key(KeyHome), key(KeyDelete)}, "|wei Wörte"},
		{"a word to the left", []Press{ctrl(KeyLeft), key(KeyBackspace)}, "zwei|Wörte"},
		{"a word taken away", []Press{ctrl(KeyBackspace)}, "zwei |"},
		{"all replaced", []Press{ctrl("a"), {Key: "x", Char: 'X'}}, "X|"},
		{"chosen to the left", []Press{shift(KeyLeft), shift(KeyLeft)}, "zwei Wör|te["},
		{"chosen and let go", []Press{shift(KeyHome), key(KeyRight)}, "zwei Wörte|"},
		{"chosen to the start", []Press{key(KeyLeft), shift(KeyHome)}, "|zwei Wört[e"},
		{"off both ends", []Press{key(KeyHome), key(KeyLeft), key(KeyBackspace), key(KeyEnd), key(KeyRight), key(KeyDelete)}, "zwei Wörte|"},
	} {
		f := Field{}.Insert("zwei Wörte")
		for _, k := range c.keys {
			f, _ = f.Press(k)
		}
		before, chosen, behind := f.Parts()
		got := before + "|" + chosen + behind
		if f.Caret < f.Anchor {
			got = before + "|" + chosen + "[" + behind
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if f := (Field{}).Insert("e\u0301"); f.step(false, false) != 0 {
		t.Errorf("a letter is left without its accent at %d", f.step(false, false))
	}
	if f := (Field{}).Insert("a\nb\tc"); f.Text != "a b c" {
		t.Errorf("a line end in the field: %q", f.Text)
	}
}

func TestNoKeyTakesAFieldsCaretOutOfItsText(t *testing.T) {
	keys := []Key{KeyLeft, KeyRight, KeyHome, KeyEnd, KeyBackspace, KeyDelete, KeySpace, "a", "e"}
	rapid.Check(t, func(t *rapid.T) {
		f := Field{Caret: rapid.IntRange(-3, 9).Draw(t, "caret"), Anchor: rapid.IntRange(-3, 9).Draw(t, "anchor"), Text: rapid.String().Draw(t, "text")}
		for range 8 {
			f, _ = f.Press(Press{Key: rapid.SampledFrom(keys).Draw(t, "key"), Char: rapid.SampledFrom([]rune{0, 'ä', '\u0301'}).Draw(t, "char"),
				Shift: rapid.Bool().Draw(t, "shift"), Ctrl: rapid.Bool().Draw(t, "ctrl")})
			n := len([]rune(f.Text))
			if before, chosen, behind := f.Parts(); before+chosen+behind != f.Text && n < mostTyped || n > max(mostTyped, n) {
				t.Fatalf("%+v", f)
			}
		}
	})
}
