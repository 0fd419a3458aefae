package widget_test

import (
	"image"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"lesestein/ui/input"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/widget"
)

// open shows a view of two spots: a text and a button.
func open(t *testing.T) (*widget.PageView, fyne.Window, *[]input.Event) {
	t.Helper()
	test.NewTempApp(t)
	var got []input.Event
	v := widget.NewPageView(func(in input.Event) { got = append(got, in) })
	w := test.NewTempWindow(t, v.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	v.Attach(w.Canvas())
	v.Display(view(1))
	got = nil
	return v, w, &got
}

func view(focus int) widget.View {
	px := frame.Px
	return widget.View{
		Image: image.NewRGBA(image.Rect(0, 0, 400, 300)),
		Spots: []frame.Spot{
			{Rect: frame.Rect{MinX: px(10), MinY: px(10), MaxX: px(200), MaxY: px(40)}, Role: frame.Text, Name: "Ein Satz"},
			{Rect: frame.Rect{MinX: px(10), MinY: px(100), MaxX: px(110), MaxY: px(150)}, Role: frame.Button, Name: "Abschnitt lesen"},
		},
		Focus: focus, Ring: color.Black, Back: color.White,
	}
}

func TestAPressOnAButtonNamesItsSpot(t *testing.T) {
	_, w, got := open(t)
	test.TapCanvas(w.Canvas(), fyne.NewPos(50, 120))
	if d := cmp.Diff([]input.Event{input.Press{Spot: 1}}, *got); d != "" {
		t.Error(d)
	}
}

func TestATapOnWordsIsATapOnThePage(t *testing.T) {
	_, w, got := open(t)
	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 25))
	test.TapCanvas(w.Canvas(), fyne.NewPos(390, 290))
	if d := cmp.Diff([]input.Event{input.Tap{X: 60, Y: 25}, input.Tap{X: 390, Y: 290}}, *got); d != "" {
		t.Error(d)
	}
}

func TestKeysArriveWhicheverObjectHasTheFocus(t *testing.T) {
	v, w, got := open(t)
	for _, focus := range []int{1, -1} {
		v.Display(view(focus))
		*got = nil
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		w.Canvas().Focused().TypedRune('d')
		want := []input.Event{input.Key{Name: string(fyne.KeyTab)}, input.Rune{Char: 'd'}}
		if d := cmp.Diff(want, *got); d != "" {
			t.Errorf("focus %d: %s", focus, d)
		}
	}
}

func TestAScreenReaderFindsNamesAndRoles(t *testing.T) {
	_, w, _ := open(t)
	a, ok := w.Canvas().Focused().(fyne.Accessible)
	if !ok {
		t.Fatal("the focused object says nothing to a screen reader")
	}
	if a.AccessibilityLabel() != "Abschnitt lesen" || a.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("got %q, %q", a.AccessibilityLabel(), a.AccessibilityRole())
	}
}

func TestPicturesComeBackWhenTheyAreNotLookedAt(t *testing.T) {
	v, _, _ := open(t)
	var back []*image.RGBA
	v.Released = func(im *image.RGBA) { back = append(back, im) }
	first, second := view(-1), view(-1)
	v.Display(first)
	back = nil
	v.Display(second)
	v.Display(second)
	if len(back) != 1 || back[0] != first.Image {
		t.Errorf("got %d pictures back, want the first once", len(back))
	}
}

func TestASwipeIsTheSumOfItsDrags(t *testing.T) {
	v, _, got := open(t)
	for range 5 {
		v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-20, 1)})
	}
	v.DragEnd()
	if d := cmp.Diff([]input.Event{input.Swipe{DX: -100, DY: 5}}, *got); d != "" {
		t.Error(d)
	}
}

func TestATapThatTrembledIsATapWhereItBegan(t *testing.T) {
	v, _, got := open(t)
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(53, 123)}, Dragged: fyne.NewDelta(3, 3)})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 123)}, Dragged: fyne.NewDelta(7, 0)})
	v.DragEnd()
	if d := cmp.Diff([]input.Event{input.Tap{X: 50, Y: 120}}, *got); d != "" {
		t.Error(d)
	}
}

func TestOneNotchOfAWheelIsOneStepAndATouchpadsSmallOnesAddUp(t *testing.T) {
	v, _, got := open(t)
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	for range 5 {
		v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 6)})
	}
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -3)})
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-25, 0)})
	if d := cmp.Diff([]input.Event{input.Wheel{Steps: 1}, input.Wheel{Steps: -1}, input.Wheel{Steps: 1}}, *got); d != "" {
		t.Error(d)
	}
}

// TestAScreenReaderReachesEverySpotThroughContainersAlone walks as the toolkit's
// screen-reader code does.
func TestAScreenReaderReachesEverySpotThroughContainersAlone(t *testing.T) {
	_, w, _ := open(t)
	var said []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok && o.Visible() && a.AccessibilityRole() != fyne.AccessibleRoleContainer {
			said = append(said, a.AccessibilityLabel())
		}
		if c, ok := o.(*fyne.Container); ok {
			for _, child := range c.Objects {
				walk(child)
			}
		}
	}
	walk(w.Content())
	if d := cmp.Diff([]string{"Ein Satz", "Abschnitt lesen"}, said); d != "" {
		t.Error(d)
	}
}

func TestASizeIsSaidOnce(t *testing.T) {
	v, w, got := open(t)
	w.Resize(fyne.NewSize(500, 300))
	v.Resize(fyne.NewSize(500, 300))
	if d := cmp.Diff([]input.Event{input.Resize{Width: 500, Height: 300}}, *got); d != "" {
		t.Error(d)
	}
}

func TestTheFocusRingStandsInsideARoomySpotAndRoundAllPlacesOfAnother(t *testing.T) {
	px := frame.Px
	word := frame.Spot{Rect: frame.Rect{MinX: px(10), MinY: px(10), MaxX: px(90), MaxY: px(54)}, Role: frame.Button, Roomy: true}
	for _, r := range widget.Rings(word) {
		if !r.Within(word.Rect) {
			t.Errorf("the ring %v leaves %v", r, word.Rect)
		}
	}
	link := frame.Spot{Rect: frame.Rect{MinX: px(300), MinY: px(10), MaxX: px(390), MaxY: px(30)}, Role: frame.Link,
		More: []frame.Rect{{MinX: px(10), MinY: px(40), MaxX: px(60), MaxY: px(60)}}}
	rings := widget.Rings(link)
	if len(rings) != 2 || !link.Rect.Within(rings[0]) || !link.More[0].Within(rings[1]) || rings[0].Width() != link.Rect.Width()+px(14) {
		t.Errorf("rings %v round %v and %v", rings, link.Rect, link.More)
	}
}

func TestADragOverWordsIsNoSwipe(t *testing.T) {
	v, _, got := open(t)
	now := time.Second
	v.Now = func() time.Duration { return now }
	over := view(-1)
	over.Words = []frame.Rect{over.Spots[0].Rect}
	v.Display(over)
	*got = nil
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, 20)}, Button: desktop.MouseButtonPrimary})
	for range 5 {
		now += 100 * time.Millisecond
		v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(20, 1)})
	}
	v.DragEnd()
	want := []input.Event{input.Down{X: 20, Y: 20}, input.Drag{X: 20, Y: 20, First: true},
		input.Drag{X: 80, Y: 23}, input.Drag{X: 100, Y: 24}, input.Drag{X: 120, Y: 25}}
	if d := cmp.Diff(want, *got); d != "" {
		t.Error(d)
	}
}

func TestThePointerOverWordsIsThatOfText(t *testing.T) {
	v, _, _ := open(t)
	over := view(-1)
	over.Words = []frame.Rect{over.Spots[0].Rect}
	v.Display(over)
	move := func(x, y float32) {
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(x, y)}})
	}
	if move(50, 20); v.Cursor() != desktop.TextCursor {
		t.Error("over words the pointer is not that of text")
	}
	if move(50, 200); v.Cursor() != desktop.DefaultCursor {
		t.Error("beside the words it is")
	}
	v.NoPointer = true
	if move(50, 20); v.Cursor() != desktop.HiddenCursor {
		t.Error("a station shows a pointer")
	}
}

// listening is a window's canvas that hears shortcuts, as the toolkit's does.
type listening struct {
	fyne.Canvas
	last fyne.Shortcut
}

func (l *listening) TypedShortcut(s fyne.Shortcut) { l.last = s }

func TestKeysWithCtrlAreKeys(t *testing.T) {
	v, w, got := open(t)
	ctrl := fyne.KeyModifierShortcutDefault
	heard := &listening{Canvas: w.Canvas()}
	v.Attach(heard)
	for _, focus := range []int{1, -1} {
		v.Display(view(focus))
		*got = nil
		typed := w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut
		typed(&fyne.ShortcutCopy{})
		typed(&fyne.ShortcutCopy{Secondary: true})
		typed(&fyne.ShortcutSelectAll{})
		typed(&fyne.ShortcutPaste{})
		typed(&fyne.ShortcutPaste{Secondary: true})
		typed(&fyne.ShortcutCut{})
		typed(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: ctrl | fyne.KeyModifierShift})
		typed(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt})
		want := []input.Event{
			input.Key{Name: string(fyne.KeyC), Ctrl: true}, input.Key{Name: string(fyne.KeyInsert), Ctrl: true}, input.Key{Name: string(fyne.KeyA), Ctrl: true},
			input.Key{Name: string(fyne.KeyV), Ctrl: true}, input.Key{Name: string(fyne.KeyV), Ctrl: true}, input.Key{Name: string(fyne.KeyX), Ctrl: true},
			input.Key{Name: string(fyne.KeyLeft), Ctrl: true, Shift: true}, input.Key{Name: string(fyne.KeyLeft), Alt: true},
		}
		if d := cmp.Diff(want, *got); d != "" {
			t.Errorf("focus %d: %s", focus, d)
		}
		quit := &desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: ctrl}
		if typed(quit); heard.last != fyne.Shortcut(quit) {
			t.Errorf("focus %d: the window's own shortcut does not reach it", focus)
		}
	}
}
