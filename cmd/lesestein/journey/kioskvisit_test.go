//go:build unix

package journey

import (
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// atOnce is within which an ended visit is forgotten and the screen says so.
const atOnce = 200 * time.Millisecond

// TestAVisitToAStation is the whole way of a visitor with one finger: the
// invitation, the rooms, the hardest room with a passage, the display, the other
// language, the pause, and the end.
func TestAVisitToAStation(t *testing.T) {
	for _, f := range formats() {
		t.Run(f.size, func(t *testing.T) {
			b := attend(t, f.size, f.lines...)
			b.shot("attract")
			b.touch(b.last.Window[0]/2, 40)
			b.phase(kiosk.Tongues)
			b.shot("language")
			b.open("de")
			b.shot("rooms")
			b.room("1945")
			b.shot("title")
			b.turning()
			b.passage(b.toOffer())
			b.looks()
			b.otherLanguage()
			b.aids()
			b.pause()
			b.away()
			b.end()
			b.shot("farewell")
			b.touch(b.last.Window[0]/2, 40)
			b.phase(kiosk.Tongues)
			if b.last.Lang != "de" || b.last.Theme != "paper" {
				t.Errorf("the next visitor finds %s, %s", b.last.Lang, b.last.Theme)
			}
			b.term()
		})
	}
}

// turning goes a page on and back, and to a heading by the contents.
func (b *hall) turning() {
	b.t.Helper()
	b.turn()
	n := b.last.Number
	b.turn()
	b.shot("page")
	b.do(frame.RefTurn, state.Previous, "the page before", func(o session.Observation) bool { return o.Settled && o.Number == n })
	b.sheet(state.Contents)
	b.shot("contents")
	b.leafTo(frame.RefPlace, "")
	b.do(frame.RefPlace, "", "the start of the text", func(o session.Observation) bool { return o.Settled && o.Sheet == state.NoSheet && o.Number <= n })
}

// leafTo turns the leaves of a screen over the page until a spot is shown.
func (b *hall) leafTo(kind frame.RefKind, id string) {
	b.t.Helper()
	for range 8 {
		if has(b.last, kind, id) {
			return
		}
		was := len(b.last.Spots)
		first := b.last.Spots
		b.do(frame.RefOver, state.Next, "the next leaf", func(o session.Observation) bool {
			return len(o.Spots) != was || !slices.EqualFunc(o.Spots, first, func(x, y session.ObservedSpot) bool { return x.Name == y.Name })
		})
	}
	b.t.Fatalf("no leaf has %s %q", kind, id)
}

// sheet opens a sheet by its word.
func (b *hall) sheet(s state.Sheet) {
	b.t.Helper()
	b.do(frame.RefSheet, string(s), "the screen "+string(s), func(o session.Observation) bool { return o.Sheet == s })
}

// passage sees a fold's summary, opens it, and folds it again.
func (b *hall) passage(p string) {
	b.t.Helper()
	b.shot("fold")
	b.do(frame.RefSummary, p, "the summary", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "summarised" })
	b.shot("summary")
	b.offers(frame.RefOpen, p)
	b.do(frame.RefOpen, p, "the passage", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "read" })
	b.shot("passage")
	b.offers(frame.RefClose, p)
	b.do(frame.RefClose, p, "the fold again", func(o session.Observation) bool { return o.Settled && o.Choices[p] != "read" })
	b.offers(frame.RefOpen, p)
	b.shot("folded")
	if has(b.last, frame.RefLeaf, state.Previous) { // its own screen
		b.do(frame.RefLeaf, state.Previous, "the page", func(o session.Observation) bool {
			return has(o, frame.RefLeaf, state.Next) && has(o, frame.RefTurn, "")
		})
	}
}

// looks makes letters larger and the screen dark; the place stays.
func (b *hall) looks() {
	b.t.Helper()
	place := b.last.Place
	b.sheet(state.Display)
	b.shot("display")
	b.leafTo(frame.RefStep, "size+")
	size := b.last.Size
	b.do(frame.RefStep, "size+", "larger letters", func(o session.Observation) bool { return o.Size > size })
	b.leafTo(frame.RefSet, "theme=yellow-on-black")
	b.do(frame.RefSet, "theme=yellow-on-black", "another contrast", func(o session.Observation) bool { return o.Theme == "yellow-on-black" })
	b.shot("contrast")
	b.do(frame.RefDismiss, "", "the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet && o.Settled })
	if b.last.Place != place {
		b.t.Errorf("size and contrast moved the reader from %s to %s", place, b.last.Place)
	}
	b.shot("large")
}

// otherLanguage reads the same paragraph in the other language.
func (b *hall) otherLanguage() {
	b.t.Helper()
	place := b.last.Place
	b.do(frame.RefLang, "en", "the English text", func(o session.Observation) bool { return o.Lang == "en" && o.Settled })
	if b.last.Place != place {
		b.t.Errorf("the other language moved the reader from %s to %s", place, b.last.Place)
	}
	b.shot("english")
}

// pause keeps the place behind a neutral screen.
func (b *hall) pause() {
	b.t.Helper()
	n := b.last.Number
	b.do(frame.RefRoute, string(state.Contacts), "the help", func(o session.Observation) bool { return o.Route == state.Contacts })
	b.shot("help")
	b.press(frame.RefKind(kiosk.Rest), "")
	b.phase(kiosk.Resting)
	b.shot("pause")
	b.press(frame.RefKind(kiosk.Resume), "")
	b.phase(kiosk.Visiting)
	b.do(frame.RefBack, "", "the page", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
	if b.last.Number != n {
		b.t.Errorf("after the pause the reader is on page %d, not %d", b.last.Number, n)
	}
}

// aids reads a term of a page, by the contents, and comes back to the page.
func (b *hall) aids() {
	b.t.Helper()
	for range 20 {
		if b.sheet(state.Contents); has(b.last, frame.RefSheet, string(state.Aids)) {
			if b.sheet(state.Aids); has(b.last, frame.RefTerm, "") {
				break
			}
		}
		b.dismissed()
		b.turn()
	}
	n := b.last.Number
	b.shot("aids")
	b.do(frame.RefTerm, "", "the term", func(o session.Observation) bool { return o.Sheet == state.Term && o.Subject != "" })
	b.shot("term")
	b.do(frame.RefSheet, string(state.Aids), "the terms again", func(o session.Observation) bool { return o.Sheet == state.Aids })
	b.dismissed()
	if b.last.Number != n {
		b.t.Errorf("after a term the reader is on page %d, not %d", b.last.Number, n)
	}
}

// dismissed closes what lies over a page.
func (b *hall) dismissed() {
	b.t.Helper()
	b.leafTo(frame.RefDismiss, "")
	b.do(frame.RefDismiss, "", "what is below", func(o session.Observation) bool { return o.Sheet == state.NoSheet && o.Settled })
}

// away takes a text along: a camera reads in the code what stands beside it.
func (b *hall) away() {
	b.t.Helper()
	page := strconv.Itoa(b.last.Reference)
	b.do(frame.RefRoute, string(state.Contacts), "the help", func(o session.Observation) bool { return o.Route == state.Contacts })
	for range 8 {
		if has(b.last, frame.RefSheet, string(state.Away)) {
			break
		}
		was := b.last.Frame
		b.do(frame.RefLeaf, state.Next, "the next leaf", func(o session.Observation) bool { return o.Frame > was })
	}
	b.sheet(state.Away)
	file := b.shot("away")
	out, err := exec.Command("zbarimg", "-q", "--raw", file).Output()
	if err != nil {
		b.t.Fatalf("no code is read in %s: %v", file, err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != 4 || lines[0] != "Hesitation. Silencing. A Promise?" || !strings.HasPrefix(lines[1], "1945 ") ||
		!strings.Contains(lines[2], "1") || !strings.HasSuffix(lines[3], " "+page) {
		b.t.Errorf("the code says %q on reference page %s", lines, page)
	}
	for _, l := range strings.Fields(string(out)) { // what is read has other blanks, and breaks
		if !slices.ContainsFunc(b.last.Spots, func(s session.ObservedSpot) bool { return strings.Contains(s.Name, l) }) {
			b.t.Errorf("%q stands in the code and not beside it", l)
		}
	}
}

// TestEveryFoldOfARoomIsMetByTurningAlone on a screen that is too low for what
// folds offer beside the page: each is offered on a screen of its own, and turning
// leads to the end of the text.
func TestEveryFoldOfARoomIsMetByTurningAlone(t *testing.T) {
	t.Parallel()
	b := attend(t, "1920x1080")
	b.open("de")
	b.room("1945")
	met := map[string]map[frame.RefKind]bool{}
	for {
		if has(b.last, frame.RefLeaf, state.Next) && !has(b.last, frame.RefOpen, "") {
			b.leafOn()
			for own := true; own; own = has(b.last, frame.RefLeaf, state.Next) && b.leafOn() {
				meet(met, b.last)
			}
			meet(met, b.last)
			for !has(b.last, frame.RefTurn, "") {
				was := b.last.Frame
				b.do(frame.RefLeaf, state.Previous, "the page", func(o session.Observation) bool { return o.Frame > was })
			}
		}
		meet(met, b.last)
		if b.last.Number == b.last.Count || !has(b.last, frame.RefTurn, state.Next) {
			break
		}
		b.turn()
	}
	if b.last.Number != b.last.Count {
		t.Errorf("turning ends on page %d of %d", b.last.Number, b.last.Count)
	}
	for _, p := range passages(t, "1945", "de") {
		for _, kind := range []frame.RefKind{frame.RefSummary, frame.RefSkip, frame.RefOpen} {
			if !met[p][kind] {
				t.Errorf("passage %s: %s is nowhere", p, kind)
			}
		}
	}
	b.term()
}

// leafOn turns to the next leaf of a screen.
func (b *hall) leafOn() bool {
	b.t.Helper()
	was := b.last.Frame
	b.do(frame.RefLeaf, state.Next, "the next leaf", func(o session.Observation) bool { return o.Frame > was && has(o, frame.RefLeaf, state.Previous) })
	return true
}

// meet notes what a screen offers for passages.
func meet(met map[string]map[frame.RefKind]bool, o session.Observation) {
	for _, s := range o.Spots {
		if met[s.ID] == nil {
			met[s.ID] = map[frame.RefKind]bool{}
		}
		met[s.ID][s.Kind] = true
	}
}

// passages are those of a room's main text that are folded for everybody.
func passages(t *testing.T, room, lang string) []string {
	t.Helper()
	x, problems := content.Load(content.Embedded())
	r, ok := edition.Rendition(x, state.Text{Room: room, Kind: exhibit.Standard}, lang)
	if !ok {
		t.Fatal(problems)
	}
	var ids []string
	for _, it := range note.Disclose(r.Text, note.Default(), nil).Items() {
		if it.Notice != nil {
			ids = append(ids, it.Notice.Passage)
		}
	}
	if len(ids) < 3 {
		t.Fatalf("room %s has %d folds", room, len(ids))
	}
	return ids
}

// TestAVisitEndsAtOnceFromEveryScreen and leaves nothing behind.
func TestAVisitEndsAtOnceFromEveryScreen(t *testing.T) {
	b := attend(t, "1080x1920")
	var took []time.Duration
	for name, reach := range b.places() {
		b.open("de")
		reach()
		d := b.end()
		took = append(took, d)
		t.Logf("from %s: %v", name, d.Round(time.Millisecond))
		b.touch(b.last.Window[0]/2, 40)
		b.phase(kiosk.Tongues)
	}
	if m := middleOf(took); m > atOnce {
		t.Errorf("the median from the touch to the screen is %v, want %v", m, atOnce)
	} else {
		t.Logf("from the touch to the screen: median %v of %d", m, len(took))
	}
	b.term()
}

// places are the ways from the rooms to each kind of screen that has the word.
func (b *hall) places() map[string]func() {
	inRoom := func() { b.room("1945") }
	over := func(s state.Sheet) func() { return func() { inRoom(); b.sheet(s) } }
	fold := func() string { inRoom(); return b.toOffer() }
	chosen := func(kind frame.RefKind, as string) func() {
		return func() {
			p := fold()
			b.do(kind, p, as, func(o session.Observation) bool { return o.Settled && o.Choices[p] == as })
		}
	}
	return map[string]func(){
		"the rooms":    func() {},
		"a title page": inRoom,
		"a page":       func() { inRoom(); b.turn() },
		"contents":     over(state.Contents),
		"display":      over(state.Display),
		"a fold":       func() { fold() },
		"a summary":    chosen(frame.RefSummary, "summarised"),
		"a passage":    chosen(frame.RefOpen, "read"),
		"the help": func() {
			b.do(frame.RefRoute, string(state.Contacts), "the help", func(o session.Observation) bool { return o.Route == state.Contacts })
		},
		"the notes": func() {
			b.do(frame.RefRoute, string(state.Contacts), "the help", func(o session.Observation) bool { return o.Route == state.Contacts })
			b.sheet(state.Notes)
		},
	}
}
