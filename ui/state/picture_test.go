package state

import (
	"image"
	"testing"

	"pgregory.net/rapid"

	"lesestein/ui/typeset/frame"
)

// anyStage is the stage of a picture of any size in any window.
func anyStage(t *rapid.T) Stage {
	if rapid.Bool().Draw(t, "no picture") {
		return Stage{}
	}
	at := image.Pt(rapid.IntRange(0, 300).Draw(t, "stage x"), rapid.IntRange(0, 300).Draw(t, "stage y"))
	area := image.Rectangle{at, at.Add(image.Pt(rapid.IntRange(1, 4000).Draw(t, "stage width"), rapid.IntRange(1, 3000).Draw(t, "stage height")))}
	own := image.Pt(rapid.IntRange(1, 70000).Draw(t, "own width"), rapid.IntRange(1, 70000).Draw(t, "own height"))
	fit := image.Pt(area.Dx(), max(1, own.Y*area.Dx()/own.X))
	if fit.Y > area.Dy() {
		fit = image.Pt(max(1, own.X*area.Dy()/own.Y), area.Dy())
	}
	return Stage{Area: area, Fit: fit, Own: own, Prev: "p1", Next: "p2"}
}

// square is a picture of 2000 × 2000 pixels on a stage of 1000 × 500.
func square() Stage {
	return Stage{Area: image.Rect(100, 50, 1100, 550), Fit: image.Pt(500, 500), Own: image.Pt(2000, 2000), Prev: "a.1", Next: "c.1"}
}

// openLarge is a state in which the picture "b.1" is open on the square's stage.
func openLarge() State {
	s, _ := run(reading(), ref(frame.RefPicture, "b.1"), Composed{Stage: square()})
	return s
}

func key(k Key) Press { return Press{Key: k} }

func TestAPictureFillsItsStageOrStandsInItsMiddleHoweverItIsMoved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := anyStage(t)
		if on == (Stage{}) {
			return
		}
		var l Lens
		for range rapid.IntRange(0, 12).Draw(t, "moves") {
			switch at := image.Pt(rapid.IntRange(-50, 4000).Draw(t, "x"), rapid.IntRange(-50, 4000).Draw(t, "y")); rapid.IntRange(0, 1).Draw(t, "move") {
			case 0:
				l = l.to(l.Steps+rapid.IntRange(-4, 6).Draw(t, "steps"), at, on)
			case 1:
				l = l.moved(at.Sub(image.Pt(2000, 2000)), on)
			}
			r := l.Place(on)
			for _, side := range [][4]int{{r.Min.X, r.Max.X, on.Area.Min.X, on.Area.Max.X}, {r.Min.Y, r.Max.Y, on.Area.Min.Y, on.Area.Max.Y}} {
				from, to, low, high := side[0], side[1], side[2], side[3]
				if covers, inside := from <= low && to >= high, from >= low && to <= high; !covers && !inside {
					t.Fatalf("%+v: the picture at %v on %v", l, r, on.Area)
				}
				if off := (from - low) - (high - to); to-from < high-low && max(off, -off) > 1 {
					t.Fatalf("%+v: %v is not in the middle of %v", l, r, on.Area)
				}
			}
			if l.Steps < 0 || l.Steps > on.Most() || max(r.Dx(), r.Dy()) > widest+4000 {
				t.Fatalf("%d steps of %d, %v", l.Steps, on.Most(), r)
			}
		}
	})
}

func TestWhatStandsUnderThePointerStaysThereAsOneComesNearer(t *testing.T) {
	on := square()
	at := image.Pt(600, 300)
	l := Lens{}.to(8, at, on)
	for _, steps := range []int{9, 11, 8, 12} {
		was := l.Place(on)
		l = l.to(steps, at, on)
		is := l.Place(on)
		before, after := (at.X-was.Min.X)*1000/was.Dx(), (at.X-is.Min.X)*1000/is.Dx()
		if d := before - after; max(d, -d) > 2 {
			t.Errorf("at %d steps the point went from %d to %d permille", steps, before, after)
		}
	}
}

func TestAPictureIsOpenedLargeAndOneReturnsToTheVeryPlace(t *testing.T) {
	before := reading()
	for _, back := range []Event{key(KeyEscape), key(KeyBackspace), ref(frame.RefDismiss, ""), Press{Key: KeyLeft, Alt: true}} {
		s := openLarge()
		if s.View.Sheet != Picture || s.View.Subject != "b.1" {
			t.Fatalf("open is %+v", s.View)
		}
		s, eff := run(s, key("+"), back)
		if s.View.Sheet != NoSheet || s.Reading.Place != before.Reading.Place || s.Reading.Generation != before.Reading.Generation || len(lays(eff)) > 0 || len(s.Visit.History) != len(before.Visit.History) {
			t.Errorf("%v: %+v at %v", back, s.View, s.Reading.Place)
		}
	}
}

func TestKeysGoNearerMoveAndLeadToTheNeighbours(t *testing.T) {
	s, _ := run(openLarge(), key("+"), key("+"), key("-"))
	if s.View.Lens.Steps != 1 {
		t.Errorf("%d steps", s.View.Lens.Steps)
	}
	for range 5 {
		s, _ = run(s, key("+"))
	}
	was := s.View.Lens.Place(s.View.Stage)
	s, _ = run(s, key(KeyRight))
	if is := s.View.Lens.Place(s.View.Stage); is.Min.X >= was.Min.X || s.View.Subject != "b.1" {
		t.Errorf("from %v to %v", was, is)
	}
	if s, _ = run(s, key("0")); s.View.Lens != (Lens{}) {
		t.Errorf("the whole picture is %+v", s.View.Lens)
	}
	if next, _ := run(s, key(KeyRight)); next.View.Subject != "c.1" {
		t.Errorf("next is %q", next.View.Subject)
	}
	if prev, _ := run(s, key(KeyLeft)); prev.View.Subject != "a.1" || prev.View.Sheet != Picture {
		t.Errorf("the one before is %+v", prev.View)
	}
	if held, _ := run(s, Press{Key: KeyRight, Repeat: true}); held.View.Subject != "b.1" {
		t.Error("a held key runs through the pictures")
	}
	if s.Prefs.Percent() != 100 {
		t.Error("the text changed its size")
	}
}

func TestAPictureGoesWithTheDragAndNoTextIsSelected(t *testing.T) {
	s, _ := run(openLarge(), Zoom{Steps: 6, X: 600, Y: 300})
	was := s.View.Lens.Place(s.View.Stage)
	s, eff := run(s, Point{X: 600, Y: 300}, Point{X: 560, Y: 310, Extend: true}, Point{X: 550, Y: 320, Extend: true})
	is := s.View.Lens.Place(s.View.Stage)
	if d := is.Min.Sub(was.Min).Sub(image.Pt(-50, 20)); max(d.X, -d.X, d.Y, -d.Y) > 1 || len(eff) > 0 {
		t.Errorf("from %v to %v, %v", was.Min, is.Min, eff)
	}
}

func TestAPictureClosesWhenItIsNotSureAnyMoreThatItMayBeSeen(t *testing.T) {
	for _, e := range []Event{ref(frame.RefClose, "p1"), ref(frame.RefOpen, "p1"), ref(frame.RefPolicy, "war=fold"), ref(frame.RefPreset, "age-14"),
		Reloaded{Library: library()}, ref(frame.RefLang, "en")} {
		s, _ := run(reading(), ref(frame.RefOpen, "p1"))
		if e == (Event)(ref(frame.RefOpen, "p1")) {
			s = reading()
		}
		s, _ = run(s, answer(s, 1000, 2000, way("top.1"), way("b.1")), ref(frame.RefPicture, "b.1"), Composed{Stage: square()}, e)
		if s.View.Sheet == Picture || s.View.Lens != (Lens{}) || s.View.Stage != (Stage{}) {
			t.Errorf("%v: %+v", e, s.View)
		}
	}
}

func TestAtAStationTapsGoNearerInTwoStepsAndSwipesDoNothing(t *testing.T) {
	s := openLarge()
	s.Visit.Station = true
	tap := Zoom{X: 700, Y: 200}
	for i, want := range []int{tapped, Nearest, 0} {
		if s, _ = run(s, tap); s.View.Lens.Steps != want {
			t.Errorf("tap %d: %d steps", i+1, s.View.Lens.Steps)
		}
	}
	before := s
	if s, _ = run(s, Turn{Forward: true}, Turn{}, Point{X: 3, Y: 4}); s.View != before.View || s.Reading.Place != before.Reading.Place {
		t.Errorf("a slip led to %+v", s.View)
	}
	neutral(t, Farewell(s, "de"))
	if next := Unattended(s, "de"); next.View != (View{Route: Shelf}) {
		t.Errorf("the next visit begins with %+v", next.View)
	}
}
