package typeset_test

import (
	"slices"
	"testing"

	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"

	"pgregory.net/rapid"
)

// stationSpec draws what a station asks of its pages: the foot of the screen is its
// own, and each button of a panel is so high.
func stationSpec(t *rapid.T) typeset.Spec {
	sp := anySpec(t)
	sp.Area.Foot = sp.Area.Height * frame.Unit(rapid.IntRange(0, 60).Draw(t, "foot")) / 100
	sp.Unattended.Apart, sp.Unattended.Choice = true, sp.Area.Height*frame.Unit(rapid.IntRange(0, 12).Draw(t, "choice"))/100
	sp.Unattended.Row = sp.Area.Height * frame.Unit(rapid.IntRange(0, 20).Draw(t, "row")) / 100
	return sp
}

// offeredOf lists what panels offer, by passage, in the order of pages.
func offeredOf(all []frame.Page) map[string][]frame.RefKind {
	out := map[string][]frame.RefKind{}
	for _, p := range all {
		for _, s := range p.Apart {
			out[s.Ref.ID] = append(out[s.Ref.ID], s.Ref.Kind)
		}
	}
	return out
}

func TestAStationsPageHasNoButtonOfAPanelAndEachIsLaidApartOnce(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		v := anyText(t)
		all := allPages(t, s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, stationSpec(t)))
		for _, p := range all {
			for _, sp := range p.Spots {
				if slices.Contains([]frame.RefKind{frame.RefSummary, frame.RefSkip, frame.RefOpen, frame.RefClose, frame.RefGoOn, frame.RefPause, frame.RefContacts}, sp.Ref.Kind) {
					t.Fatalf("page %d: %q stands at %v", p.Folio, sp.Name, sp.Rect)
				}
			}
			for _, sp := range p.Apart {
				if sp.Rect != (frame.Rect{}) || !sp.Acts() || sp.Name == "" || sp.Lang != "de" {
					t.Fatalf("page %d: %+v", p.Folio, sp)
				}
			}
		}
		got := offeredOf(all)
		for _, it := range v.Items() {
			if n := it.Notice; n != nil {
				want := []frame.RefKind{frame.RefSummary, frame.RefSkip, frame.RefOpen}
				if n.Choice == note.Summarised {
					want[0] = "close"
				}
				if !slices.Equal(got[n.Passage], want) {
					t.Fatalf("%s offers %v, not %v", n.Passage, got[n.Passage], want)
				}
			}
			if c := it.Cover; c != nil && c.Opened && c.Last {
				if want := []frame.RefKind{frame.RefClose, frame.RefGoOn, frame.RefPause, frame.RefContacts}; !slices.Equal(got[c.Passage], want) {
					t.Fatalf("%s offers %v, not %v", c.Passage, got[c.Passage], want)
				}
			}
		}
	})
}

func TestAStationsPageHasOnePanelAtMost(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		b := s.Open(typeset.Work{Text: anyText(t), Words: words(), Front: front()}, stationSpec(t))
		for _, p := range allPages(t, b) {
			for _, sp := range p.Apart {
				if sp.Ref.ID != p.Apart[0].Ref.ID {
					t.Fatalf("page %d has those of %s and %s\n%s", p.Folio, p.Apart[0].Ref.ID, sp.Ref.ID, typeset.Dump(b))
				}
			}
		}
	})
}

// crowded reports whether a page's panel has no room in a height with white of its
// own around it, or is set over several pages.
func crowded(p frame.Page, height, row frame.Unit) bool {
	var panel frame.Rect
	n := 0
	for _, s := range p.Shapes {
		if s.Role == frame.Ink {
			panel, n = panel.Union(s.Rect), n+1
		}
	}
	return n == 1 || panel.Height()+4*row > height
}

func TestThePageOfAPanelKeepsThePlaceOfItsButtonsFree(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		b := s.Open(typeset.Work{Text: anyText(t), Words: words()}, stationSpec(t))
		sp := b.Spec()
		for _, p := range allPages(t, b) {
			each := sp.Unattended.Choice * frame.Unit(min(3, len(p.Apart)))
			if row := sp.Unattended.Row; row > 0 && (row < each || each == 0) { // they share one where there is no room for each
				each = row
			}
			free := sp.Area.Height - sp.Area.Foot - each
			last := frame.Unit(0)
			for _, l := range p.Lines {
				last = max(last, l.Baseline)
			}
			if last > free && len(p.Apart) > 0 && !crowded(p, free-sp.Area.Top, sp.Em*frame.Unit(sp.Spacing.Leading)/1000) {
				t.Fatalf("page %d with %d buttons: words down to %d px, free from %d px on\n%s", p.Folio, len(p.Apart), last.Round(), free.Round(), typeset.Dump(b))
			}
		}
	})
}

func TestAPageWithoutAPanelIsAsLongAsEver(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		w := typeset.Work{Text: anyText(t), Words: words()}
		sp := stationSpec(t)
		kept := allPages(t, s.Open(w, sp))
		if slices.ContainsFunc(kept, func(p frame.Page) bool { return len(p.Apart) > 0 }) {
			return
		}
		sp.Unattended.Choice, sp.Unattended.Row = 0, 0
		for i, p := range allPages(t, s.Open(w, sp)) {
			if i >= len(kept) || p.Start != kept[i].Start || p.End != kept[i].End {
				t.Fatalf("page %d is [%d,%d)", i+1, p.Start, p.End)
			}
		}
	})
}
