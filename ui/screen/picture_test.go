package screen

import (
	"strings"
	"testing"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

func TestNoWordsLieOverAPictureThatIsOpen(t *testing.T) {
	every(t, func(t *testing.T, j journey, s Screen) {
		if s.Stage == (state.Stage{}) {
			return
		}
		window := frame.Rect{MaxX: s.Page.Width, MaxY: s.Page.Height}
		for _, p := range s.Page.Pictures {
			seen := p.Seen()
			if !seen.Within(window) || seen.Empty() {
				t.Errorf("%s: the picture is seen at %v", j.name, seen)
			}
			for _, l := range s.Page.Lines {
				if letters(l).Meets(seen) {
					t.Errorf("%s: %q at %v lies over the picture at %v", j.name, l.Text(), letters(l), seen)
				}
			}
			for _, sp := range actingOf(s.Page) {
				if sp.Rect.Meets(seen) {
					t.Errorf("%s: %q lies over the picture", j.name, sp.Name)
				}
			}
		}
	})
}

func TestAPictureIsWholeAndAtMostTwiceAsLargeUntilOneComesNearer(t *testing.T) {
	for _, l := range looks(t) {
		for _, id := range []string{"h9.3", "h9.4"} {
			s := play(t, l, journey{acts: []state.Event{act(frame.RefRoom, "1945"), act(frame.RefPicture, id)}}).screen()
			if len(s.Page.Pictures) != 1 {
				t.Fatalf("%v: %d pictures", l, len(s.Page.Pictures))
			}
			p := s.Page.Pictures[0]
			if p.Seen() != p.Rect {
				t.Errorf("%v: of %v only %v is seen", l, p.Rect, p.Seen())
			}
			own := p.Image.Bounds().Size()
			if p.Rect.Width().Round() > 2*own.X {
				t.Errorf("%v: %d pixels are %d wide", l, own.X, p.Rect.Width().Round())
			}
			if off := p.Rect.Width().Round()*own.Y - p.Rect.Height().Round()*own.X; max(off, -off) > 2*max(own.X, own.Y) {
				t.Errorf("%v: %v is out of shape as %v", l, own, p.Rect)
			}
		}
	}
}

func TestAPictureThatIsOpenSaysWhatItShowsAndHasItsWaysOutFirst(t *testing.T) {
	s := play(t, look{1280, 800, 100, "en"}, journey{acts: []state.Event{act(frame.RefRoom, "1945"), act(frame.RefPicture, "h9.3")}}).screen()
	acts := actingOf(s.Page)
	if acts[s.First].Ref != (frame.Ref{Kind: frame.RefDismiss}) {
		t.Errorf("the focus begins on %q", acts[s.First].Name)
	}
	var said []string
	for _, sp := range s.Page.Spots {
		said = append(said, sp.Name)
	}
	all := strings.Join(said, " | ")
	for _, want := range []string{"Close", "Picture 1 of 2", "ahead", "Archiv", "What can be seen", "Larger", "Next picture"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said: %s", want, all)
		}
	}
	if s.Stage.Next != "h9.4" || s.Stage.Prev != "" {
		t.Errorf("the neighbours are %q and %q", s.Stage.Prev, s.Stage.Next)
	}
}

func TestAPictureOfAPageOpensWhereItIsTouchedAndByItsWordsInReach(t *testing.T) {
	for _, m := range mountings() {
		s := compose(t, m, 100, "de", "page with pictures", 0, false)
		opened := 0
		for _, sp := range s.Page.Spots {
			at := frame.Ref{Kind: frame.RefPicture, ID: "h9.3"}
			if x, y := (sp.Rect.MinX+sp.Rect.MaxX)/2, (sp.Rect.MinY+sp.Rect.MaxY)/2; sp.Role == frame.Image && s.Hit(x.Round(), y.Round()) == at {
				opened++
			}
			if sp.Role == frame.Image && sp.Acts() {
				t.Errorf("%s: %q is to be acted on above the band", m.name, sp.Name)
			}
		}
		if opened != 1 {
			t.Errorf("%s: %d pictures open", m.name, opened)
		}
		aids := compose(t, m, 100, "de", "aids with pictures", 0, false)
		found := false
		for _, sp := range actingOf(aids.Page) {
			found = found || sp.Ref == frame.Ref{Kind: frame.RefPicture, ID: "h9.3"}
		}
		if !found {
			t.Errorf("%s: nothing in reach opens the picture", m.name)
		}
	}
}

func TestAStationsPictureHasItsWordsAndClosesByAWordInReach(t *testing.T) {
	for _, m := range mountings() {
		for _, name := range []string{"picture", "picture, wide", "picture, closer"} {
			s := compose(t, m, 100, "de", name, 0, false)
			if len(s.Page.Pictures) != 1 {
				t.Errorf("%s, %s: %d pictures", m.name, name, len(s.Page.Pictures))
				continue
			}
			seen := s.Page.Pictures[0].Seen()
			if high := seen.Height() * 100 / s.Page.Height; high < 15 {
				t.Errorf("%s, %s: the picture has %d %% of the height", m.name, name, high)
			}
			closes := 0
			for _, sp := range actingOf(s.Page) {
				if sp.Ref.Kind == frame.RefDismiss {
					closes++
				}
			}
			if closes != 1 {
				t.Errorf("%s, %s: %d words close it", m.name, name, closes)
			}
			if mid := s.Hit((seen.MinX+seen.MaxX).Round()/2, (seen.MinY+seen.MaxY).Round()/2); mid != (frame.Ref{Kind: frame.RefZoom}) {
				t.Errorf("%s, %s: a touch leads to %v", m.name, name, mid)
			}
		}
	}
}
