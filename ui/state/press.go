package state

import (
	"slices"
	"time"

	"lesestein/content/doc"
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// press does what a key means on the screen that is shown.
func press(s State, e Press) (State, []Effect) {
	if e.Key == KeyEscape && !e.Ctrl {
		return escape(s, e)
	}
	s.Escapes = kiosk.Escapes{}
	s = s.quiet()
	switch {
	case s.Visit.Station && (e.Alt || e.Ctrl):
		return s, nil
	case e.Alt:
		return s.along(e.Key)
	}
	if eff := s.outside(e); eff != nil {
		return s, eff
	}
	if t, eff, done := s.atHome(e); done {
		return t, eff
	}
	if t, eff, done := s.picturing(e); done {
		return t, eff
	}
	if t, eff, done := s.searching(e); done {
		return t, eff
	}
	if t, eff, done := s.going(e); done {
		return t, eff
	}
	if t, eff, done := s.selecting(e); done {
		return t, eff
	}
	if s.View.Route == Ended && !slices.Contains([]Key{KeyTab, KeyEnter, KeySpace}, e.Key) {
		return s, nil
	}
	switch e.Key {
	case KeyTab:
		s.Focus = s.Focus.move(!e.Shift)
		return s, nil
	case KeyBackspace:
		if s.Visit.Station {
			return s, nil
		}
		return s.along(KeyLeft)
	case KeyEnter:
		return s.enter(e)
	case KeySpace:
		if r, ok := s.Focus.Ref(); ok {
			if e.Repeat {
				return s, nil
			}
			return s.byKey(Act{Ref: r, At: e.At})
		}
		return s.turnByKey(!e.Shift, e.At)
	}
	if forward, is := turning(e.Key); is {
		return s.arrow(e, forward)
	}
	return s.letter(e)
}

// enter acts on what has the focus. On a shelf where nothing has, it goes to the first
// work: what would be opened is seen before it is.
func (s State) enter(e Press) (State, []Effect) {
	r, ok := s.Focus.Ref()
	shelf := s.View.Route == Shelf || s.View.Route == Own
	switch {
	case ok && !e.Repeat:
		return s.byKey(Act{Ref: r, At: e.At})
	case !ok && shelf && s.View.Sheet == NoSheet && !s.Visit.Station:
		s.Focus = s.Focus.move(true)
	}
	return s, nil
}

// byKey acts, and puts the focus onto the first word of a sheet that opens.
func (s State) byKey(a Act) (State, []Effect) {
	sheet := s.View.Sheet
	t, eff := act(s, a)
	if t.View.Sheet != sheet && t.View.Sheet != NoSheet {
		t.Focus.want = want{first: true}
	}
	return t, eff
}

// turnByKey turns; where an opened passage holds the turn up, the focus goes to
// the word that goes on.
func (s State) turnByKey(forward bool, at time.Duration) (State, []Effect) {
	t, eff := turn(s, forward, at)
	if t.Said == "fold.after" {
		t.Focus.want.ref = frame.Ref{Kind: frame.RefGoOn, ID: t.Reading.Spread.Stop}
	}
	return t, eff
}

// escape closes the sheet, else lets go of the selection, else goes back. Where there is
// nothing of that left to do, the third press in a short while ends the visit to an
// exhibition; a book is closed by its word alone. A held key counts once.
func escape(s State, e Press) (State, []Effect) {
	if e.Repeat {
		return s, nil
	}
	before := s.Escapes
	s.Escapes = kiosk.Escapes{}
	s = s.quiet()
	switch {
	case s.View.Sliding.Held:
		s.View.Sliding = Sliding{}
		return s, nil
	case s.View.Sheet == Searching:
		return s.unsearch()
	case s.View.Sheet != NoSheet:
		return s.dismiss(), nil
	case s.View.Route == Own && s.Library.Home.Picks():
		s.Library.Home.Field, s.Library.Home.Initial = Field{}, ""
		return s.picked(), nil
	case s.View.Route == Ended || s.View.Route == Own || s.View.Route == Shelf && len(s.Visit.History) == 0 && s.Library.Book:
		return s, nil
	case s.View.Route == Reader && !s.Reading.Marking.Selection.Empty():
		return s.letGo(), nil
	case s.View.Route != Shelf || len(s.Visit.History) > 0:
		return s.back()
	}
	var ends bool
	if s.Escapes, ends = before.Press(e.At); ends {
		return s.end()
	}
	return s, nil
}

// turning says whether a key turns, and where to.
func turning(k Key) (forward, is bool) {
	switch k {
	case KeyRight, KeyDown, KeyPageDown:
		return true, true
	case KeyLeft, KeyUp, KeyPageUp:
		return false, true
	}
	return false, false
}

// arrow turns pages in the reader; on sheets and other screens the arrows move
// the focus, and the page keys the leaves.
func (s State) arrow(e Press, forward bool) (State, []Effect) {
	pages := e.Key == KeyPageDown || e.Key == KeyPageUp
	if pages || s.View.Route == Reader && s.View.Sheet == NoSheet {
		return s.turnByKey(forward, e.At)
	}
	s.Focus = s.Focus.move(forward)
	return s, nil
}

// letter does what the keys with a character stand for, where they are not turned off.
func (s State) letter(e Press) (State, []Effect) {
	if s.Prefs.NoLetters && e.Char != 0 {
		return s, nil
	}
	switch e.Key {
	case KeyHome, KeyEnd:
		return s.ends(e.Key == KeyEnd)
	case "+", "-", "−":
		return s.size(e.Key)
	}
	if e.Repeat {
		return s, nil
	}
	switch e.Key {
	case "l":
		return s.nextLang()
	case "t":
		return s.nextTheme()
	case "h":
		return s.route(Contacts)
	case "g":
		if s.View.Route == Reader && s.Reading.Text == s.Library.Main(s.Reading.Text.Room, s.TextLang()) {
			return s.dismiss().jump(doc.Locator{Block: "glossary"})
		}
		return s, nil
	}
	return s.sheetKey(e.Key)
}

// size makes the text larger or smaller by a step, or with 0 as large as it was at
// first.
func (s State) size(k Key) (State, []Effect) {
	switch k {
	case "+":
		return s.prefer(s.stepped("size", 1))
	case "0":
		return s.prefer(s.Sized(100))
	}
	return s.prefer(s.stepped("size", -1))
}

// along goes back or forward on the way over jumps, and nowhere else.
func (s State) along(k Key) (State, []Effect) {
	switch {
	case k == KeyLeft && s.View.Sheet == Picture:
		return s.dismiss(), nil
	case k == KeyLeft && len(s.Visit.History) > 0 && s.View.Route != Ended:
		return s.dismiss().back()
	case k == KeyRight && s.View.Route != Ended:
		return s.dismiss().forward()
	}
	return s, nil
}

// sheetKey opens and closes the sheets that have a key of their own.
func (s State) sheetKey(k Key) (State, []Effect) {
	sheets := map[Key]Sheet{"c": Contents, "d": Display, "n": Notes, "?": Keys}
	sh, ok := sheets[k]
	if !ok || sh == Contents && s.View.Route != Reader {
		return s, nil
	}
	s, eff := s.sheet(sh, "")
	s.Focus.want = want{first: s.View.Sheet != NoSheet}
	return s, eff
}

func (s State) nextLang() (State, []Effect) {
	langs := s.Library.Langs
	if of := s.Library.Speech.Offered; s.Private() && len(of) > 0 {
		return s.speak(of[(slices.Index(of, s.WordsLang())+1)%len(of)])
	}
	if len(langs) == 0 {
		return s, nil
	}
	return s.lang(langs[(slices.Index(langs, s.Prefs.Lang)+1)%len(langs)])
}

// nextTheme goes to the theme after the one that is shown; following the system is
// a choice for the display sheet, since it may look like no change at all.
func (s State) nextTheme() (State, []Effect) {
	themes := Themes()[1:]
	p := s.Prefs
	p.Theme = themes[(slices.Index(themes, p.ThemeKey(s.Window.Dark))+1)%len(themes)]
	return s.prefer(p)
}
