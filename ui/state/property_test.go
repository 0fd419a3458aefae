package state

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/search"
	"lesestein/ui/typeset/frame"
)

func anyRef(t *rapid.T) frame.Ref {
	kinds := []frame.RefKind{frame.RefSummary, frame.RefSkip, frame.RefOpen, frame.RefClose, frame.RefGoOn, frame.RefPause, frame.RefContacts, frame.RefFootnote, frame.RefTerm,
		frame.RefLink, frame.RefRoom, frame.RefSources, frame.RefRendition, frame.RefPlace, frame.RefRoute, frame.RefSheet, frame.RefDismiss, frame.RefBack, frame.RefTurn, frame.RefLeaf, frame.RefOver, frame.RefPicture, frame.RefZoom,
		frame.RefLang, frame.RefReadIn, frame.RefSet, frame.RefStep, frame.RefPolicy, frame.RefPreset, frame.RefReset, frame.RefCopy, frame.RefEnd, frame.RefStart, frame.RefResume, frame.RefHit, frame.RefHitPage, frame.RefAim, frame.RefField, frame.RefNone, frame.RefSlide, "?"}
	ids := []string{"", "1945", "1917", "p1", "p2", "#a", "https://x", Next, Previous, "de", "en", "xx", exhibit.Short, Intro, exhibit.Standard,
		ZoomIn, ZoomOut, ZoomWhole, "shelf", "reader", "ended", "about", "contacts", "search", "goto", "page 41", "0", "3", "display", "notes", "theme=night", "face=sans", "face=DejaVu Serif", "faces", "theme=", "layout=page", "interface=en", "interface=", "size+", "size-",
		"leading+", "war=fold", "2=mark", "9=fold", "=", "adults", "age-14", "policy", "\xff", "\u0000"}
	return frame.Ref{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), ID: rapid.SampledFrom(ids).Draw(t, "id")}
}

func anyEvent(s State, now time.Duration, t *rapid.T) Event {
	switch rapid.IntRange(0, 14).Draw(t, "event") {
	case 0, 1:
		keys := []Key{KeyLeft, KeyRight, KeySpace, KeyEscape, KeyTab, KeyEnter, KeyHome, KeyEnd, KeyPageDown, KeyUp, KeyDown, KeyInsert, KeyDelete, KeyBackspace, KeyF3, "f", "v",
			"a", "c", "d", "n", "h", "g", "l", "t", "?", "+", "-", "x", ""}
		return Press{Key: rapid.SampledFrom(keys).Draw(t, "key"), Shift: rapid.Bool().Draw(t, "shift"),
			Char: rapid.SampledFrom([]rune{0, 'ä', ' ', '"'}).Draw(t, "char"), Ctrl: rapid.Bool().Draw(t, "ctrl"), Repeat: rapid.Bool().Draw(t, "repeat"), At: now}
	case 2, 3, 4:
		return Act{Ref: anyRef(t), At: now}
	case 5:
		return Turn{Forward: rapid.Bool().Draw(t, "forward"), At: now}
	case 6, 7:
		sp := answer(s, rapid.IntRange(0, 5000).Draw(t, "from"), rapid.IntRange(0, 9000).Draw(t, "to"), way("p.1"), way("n.1")).Spread
		sp.Generation -= uint64(rapid.IntRange(0, 1).Draw(t, "stale"))
		sp.Stop = rapid.SampledFrom([]string{"", "p1"}).Draw(t, "stop")
		sp.Passages = []Passage{{ID: "p1", Behind: way("q.1")}}
		return Laid{Spread: sp, At: now}
	case 8:
		return Composed{Acting: rapid.SliceOfN(rapid.Custom(anyRef), 0, 5).Draw(t, "acting"),
			Leaves: rapid.IntRange(-1, 4).Draw(t, "leaves"), SheetLeafs: rapid.IntRange(0, 4).Draw(t, "sheet leaves"),
			First: rapid.IntRange(-1, 6).Draw(t, "first"), Stage: anyStage(t)}
	case 9:
		return Point{X: rapid.IntRange(-9, 3000).Draw(t, "x"), Y: rapid.IntRange(-9, 3000).Draw(t, "y"),
			Grain: Grain(rapid.IntRange(0, 3).Draw(t, "grain")), Extend: rapid.Bool().Draw(t, "extend")}
	case 10:
		asked := s.Reading.Marking.asked
		if rapid.Bool().Draw(t, "late") {
			asked = Select{Generation: 1, Document: Document{Text: main1945, Lang: "de"}}
		}
		return chosen(asked, rapid.IntRange(0, 30).Draw(t, "chosen from"), rapid.IntRange(30, 60).Draw(t, "chosen to"))
	case 14:
		return Zoom{Steps: rapid.IntRange(-3, 3).Draw(t, "steps"), X: rapid.IntRange(-9, 3000).Draw(t, "x"), Y: rapid.IntRange(-9, 3000).Draw(t, "y")}
	case 11, 12:
		if rapid.Bool().Draw(t, "pasted") {
			return Pasted{rapid.SampledFrom([]string{"", "Fähre", "a\nb"}).Draw(t, "clipboard")}
		}
		return hitsAt(s.Visit.Search.asked-uint64(rapid.IntRange(0, 1).Draw(t, "stale")), rapid.Bool().Draw(t, "done"), rapid.SliceOfN(rapid.IntRange(0, 9000), 0, 4).Draw(t, "hits")...)
	}
	if rapid.Bool().Draw(t, "slid") {
		return Slide{X: rapid.IntRange(-9, 3000).Draw(t, "x"), First: rapid.Bool().Draw(t, "first"), Last: rapid.Bool().Draw(t, "last"), Off: rapid.Bool().Draw(t, "off")}
	}
	if rapid.Bool().Draw(t, "reached") {
		return aims(s.Visit.Going.asked-uint64(rapid.IntRange(0, 1).Draw(t, "stale")), rapid.Bool().Draw(t, "counted"), rapid.SliceOfN(rapid.IntRange(1, 50), 0, 4).Draw(t, "pages")...)
	}
	if rapid.Bool().Draw(t, "families") {
		return FoundFamilies{Names: rapid.SliceOfN(rapid.SampledFrom([]string{"", "DejaVu Serif", "sans", "\x00"}), 0, 3).Draw(t, "names")}
	}
	return Resized{Width: rapid.IntRange(-1, 4000).Draw(t, "w"), Height: rapid.IntRange(0, 4000).Draw(t, "h")}
}

func TestNoOrderOfEventsPanicsAndEveryEndIsNeutral(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := fresh()
		s.Visit.Station = rapid.Bool().Draw(t, "station")
		var now time.Duration
		for range rapid.IntRange(0, 60).Draw(t, "events") {
			now += time.Duration(rapid.IntRange(0, 5000).Draw(t, "ms")) * time.Millisecond
			e := anyEvent(s, now, t)
			before := s
			s, _ = Update(s, e)
			if s.Focus.Index >= len(s.Focus.Acting) || s.Focus.Index < -1 {
				t.Fatalf("%v: focus %d of %d", e, s.Focus.Index, len(s.Focus.Acting))
			}
			if before.View.Route != Ended && s.View.Route == Ended {
				neutral(t, s)
			}
			if s.View.Sheet != Picture && (s.View.Lens != Lens{} || s.View.Stage != Stage{}) || s.View.Sheet == Picture && s.View.Route != Reader {
				t.Fatalf("%v: view %+v", e, s.View)
			}
			if open := s.View.Sheet == Searching; !open && len(s.Visit.Search.Found.Hits) > 0 || open && !s.Searches() || s.Visit.Station && s.Visit.Search.Field.Text != "" {
				t.Fatalf("%v: sheet %q, search %+v", e, s.View.Sheet, s.Visit.Search)
			}
			if s.View.Sheet == Goto && (!s.Searches() || s.Visit.Going.of != s.Document()) || s.Visit.Station && s.Visit.Going.Field.Text != "" {
				t.Fatalf("%v: one goes to places of %+v in %+v", e, s.Visit.Going.of, s.Document())
			}
		}
		if s.Visit.Station { // its machine ends the visit
			neutral(t, Farewell(s, "en"))
			return
		}
		wasEnded := s.View.Route == Ended
		s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefEnd}, At: now})
		if !wasEnded {
			neutral(t, s)
		}
	})
}

func TestUpdateWritesToNothingItsArgumentHolds(t *testing.T) {
	opts := []cmp.Option{cmp.AllowUnexported(kiosk.Escapes{}, Reading{}, twin{}, Focus{}, want{}, Marking{}, Search{}, origin{}, Going{}), cmpopts.EquateEmpty()}
	rapid.Check(t, func(t *rapid.T) {
		s := reading()
		s, _ = run(s, ref(frame.RefOpen, "p1"), ref(frame.RefPolicy, "war=fold"), ref(frame.RefLink, "#a"), esc(1))
		for range 10 {
			before := copied(s)
			e := anyEvent(s, time.Second, t)
			next, _ := Update(s, e)
			if diff := cmp.Diff(before, s, opts...); diff != "" {
				t.Fatalf("%v changed its argument: %s", e, diff)
			}
			s = next
		}
	})
}

// copied is a copy that shares no map and no slice with s.
func copied(s State) State {
	c := s
	c.Visit.Places = put(s.Visit.Places, Text{}, s.Visit.Places[Text{}])
	if _, ok := s.Visit.Places[Text{}]; !ok {
		delete(c.Visit.Places, Text{})
	}
	c.Visit.Opened = map[Text]note.Opened{}
	for k, v := range s.Visit.Opened {
		o := note.Opened{}
		for p, choice := range v {
			o[p] = choice
		}
		c.Visit.Opened[k] = o
	}
	c.Visit.GoneOn = map[Text]string{}
	for k, v := range s.Visit.GoneOn {
		c.Visit.GoneOn[k] = v
	}
	c.Visit.History = append([]Back(nil), s.Visit.History...)
	c.Visit.Search.Found.Hits = append([]search.Hit(nil), s.Visit.Search.Found.Hits...)
	c.Reading.Marking.next = append([]Move(nil), s.Reading.Marking.next...)
	c.Policy.Category = map[note.Category]note.Rule{}
	for k, v := range s.Policy.Category {
		c.Policy.Category[k] = v
	}
	return c
}
