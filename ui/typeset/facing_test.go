package typeset_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// A galley is one page of a book as Dump writes it, and its frame.
type galley struct {
	number, rows int
	reason       string
	lines        []string   // the kind of each: why it ends, or what is set there
	last         frame.Unit // baseline of the text's last line
}

var pageLine = regexp.MustCompile(`^(\d+): (\d+) rows, (\w+),`)

func galleys(t testing.TB, b *typeset.Book) []galley {
	t.Helper()
	all := pages(t, b)
	var out []galley
	for i, page := range strings.Split(typeset.Dump(b), "\npage ")[1:] {
		m := pageLine.FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("page %q", page)
		}
		g := galley{number: i + 1, reason: m[3], last: lastBaseline(all[i])}
		g.rows, _ = strconv.Atoi(m[2])
		for _, line := range strings.Split(strings.TrimSpace(page), "\n")[1:] {
			if words := strings.Fields(line); len(words) > 1 {
				g.lines = append(g.lines, words[1])
			}
		}
		out = append(out, g)
	}
	return out
}

// lastBaseline is that of the lowest line of the text.
func lastBaseline(p frame.Page) frame.Unit {
	y := frame.Unit(0)
	for _, l := range p.Lines {
		if l.End > l.Start {
			y = max(y, l.Baseline)
		}
	}
	return y
}

// goesOn reports whether the text continues behind the page because it is full.
func (g galley) goesOn() bool {
	switch g.reason {
	case "end", "forced", "facing", "footnotes":
		return false
	}
	return true
}

// endsInText reports whether a line of a paragraph is the lowest on the page.
func (g galley) endsInText() bool {
	switch g.lines[len(g.lines)-1] {
	case "note", "set", "rows":
		return false
	}
	return true
}

// undivided reports whether a panel or an event is on the page: it goes to a page
// as a whole, and leaves that or the one before as empty as it happens to.
func (g galley) undivided() bool {
	n := 0
	for _, kind := range g.lines {
		if kind == "set" || kind == "rows" {
			n++
		}
	}
	return n > 2
}

// uneven lists the spreads of a book both of whose pages the text runs on behind,
// and that end on different lines. excused says what forces one, or "".
func uneven(all []galley, excused func(left, right, next galley) string) (spreads int, out []string) {
	for i := 0; i+2 < len(all); i += 2 {
		l, r := all[i], all[i+1]
		if !l.goesOn() || !r.goesOn() {
			continue
		}
		spreads++
		if l.rows == r.rows && (!l.endsInText() || !r.endsInText() || l.last == r.last) || excused(l, r, all[i+2]) != "" {
			continue
		}
		out = append(out, fmt.Sprintf("pages %d and %d: %d rows (%s) to %d, %d rows (%s) to %d",
			l.number, r.number, l.rows, l.reason, l.last.Round(), r.rows, r.reason, r.last.Round()))
	}
	return spreads, out
}

func strictly(galley, galley, galley) string { return "" }

// Where no division of the text has only even spreads, a line alone is worse.
func TestFacingPagesEndOnTheSameLine(t *testing.T) {
	w := plainWork(40_000)
	forced := 0
	for _, size := range [][2]int{{1920, 1080}, {1280, 800}} {
		for em := 64; em < 112; em += 2 {
			sp := window(size[0], size[1], float64(em)/4)
			sp.Format = typeset.Double
			all := galleys(t, setter(t).Open(w, sp))
			_, off := uneven(all, strictly)
			switch {
			case len(off) > 1:
				t.Errorf("%v, em %d/4: %s", size, em, strings.Join(off, "; "))
			case len(off) == 1 && divides(all):
				t.Errorf("%v, em %d/4: %s, and even pages without a line alone exist", size, em, off[0])
			case len(off) == 1:
				forced++
			}
		}
	}
	t.Log(forced, "texts cannot be divided evenly")
}

// divides reports whether a text of paragraphs can be divided into spreads whose
// pages are equally deep, from half of the deepest on, with no line of a paragraph
// alone.
func divides(all []galley) bool {
	var lines []string
	most := 0
	for _, g := range all {
		lines, most = append(lines, g.lines...), max(most, g.rows)
	}
	good := func(at int) bool { // a page may end before line at
		first := at > 1 && lines[at-1] != "end" && lines[at-2] == "end"
		return at == len(lines) || !first && (lines[at-1] == "end" || lines[at] != "end")
	}
	reached := map[int]bool{0: true}
	for at := range lines {
		if !reached[at] {
			continue
		}
		if len(lines)-at <= 2*most {
			return true
		}
		for n := most / 2; n <= most; n++ {
			if good(at+n) && good(at+2*n) {
				reached[at+2*n] = true
			}
		}
	}
	return false
}

// reader is the spec of the reader's window: text of the shorter side's 45th and a
// tenth more, a bar above and one below with the line of progress.
func reader(width, height, percent int) typeset.Spec {
	base := frame.Px(max(16, min(48, min(width, height)/45))) * frame.Unit(percent) / 100
	word := min(base, frame.Px(height/22)) * 88 / 100
	bar := frame.Px(max(frame.Px(44), word*24/10, min(word*34/10, frame.Px(height/16))).Round())
	sp := window(width, height, float64((base * 11 / 10).Round()))
	sp.Area.Top, sp.Area.Foot = bar, bar+frame.Px(3)
	return sp
}

// As the window shows them by itself every spread is even. Two pages at large
// letters, which only a reader asks for, have few rows: there what is not divided
// may leave a page shorter than the one beside it.
func TestFacingPagesOfTheRoomsEndOnTheSameLine(t *testing.T) {
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	whole := func(l, r, next galley) string {
		switch {
		case l.undivided() || r.undivided() || next.undivided():
			return "a panel or an event is not divided"
		case r.lines[0] == "set":
			return "the words above a noted passage are kept with its first lines"
		case slices.Contains(r.lines[:2], "newline") || slices.Contains(next.lines[:2], "newline"):
			return "a term is kept with the first lines of what it means"
		}
		return ""
	}
	total := 0
	for _, room := range x.Rooms {
		for _, r := range room.Renditions {
			w := typeset.Work{Text: note.Disclose(r.Text, note.Default(), nil), Words: words(), Front: front()}
			for _, size := range [][2]int{{1920, 1080}, {1280, 800}} {
				for _, percent := range []int{100, 125, 150, 200} {
					sp, excused := reader(size[0], size[1], percent), strictly
					if setter(t).Open(w, sp).PerSpread() == 1 {
						sp.Format, excused = typeset.Double, whole
					}
					n, off := uneven(galleys(t, setter(t).Open(w, sp)), excused)
					total += n
					for _, o := range off {
						t.Errorf("%s %s %s, %v at %d %%: %s", room.ID, r.Kind, r.Lang, size, percent, o)
					}
				}
			}
		}
	}
	if total < 800 {
		t.Errorf("only %d spreads", total)
	}
}
