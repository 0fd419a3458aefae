package flow

import (
	"context"
	"testing"

	"pgregory.net/rapid"
)

// lines are the parts of a paragraph of n lines.
func lines(n int) []part {
	out := make([]part, n)
	for i := range out {
		out[i] = part{rows: 1}
		if i == 0 && n > 1 {
			out[i].after = orphan
		}
		if i == n-2 {
			out[i].after += widow
		}
	}
	return out
}

func blankRow() part { return part{rows: 1, space: true} }

func join(groups ...[]part) []part {
	var out []part
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

// noteLines is a page shape whose footnote lines take a row each, and one for the rule.
func noteLines(n int) int {
	if n == 0 {
		return 0
	}
	return n + 1
}

func shape(rows int, facing bool) pageShape {
	return pageShape{rows: rows, long: rows, row: 100, facing: facing, noteRows: noteLines}
}

func mustBreak(t rapid.TB, parts []part, shape pageShape, notes []int, right, open bool) []sheet {
	t.Helper()
	sheets, ok := breakPages(context.Background(), parts, shape, notes, right, open)
	if !ok {
		t.Fatal("cancelled")
	}
	return sheets
}

func TestTheSearchForPagesCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if sheets, ok := breakPages(ctx, lines(9), shape(4, false), nil, false, false); ok || sheets != nil {
		t.Errorf("%d pages, %v", len(sheets), ok)
	}
}

func TestBothPagesOfASpreadMayBeARowLonger(t *testing.T) {
	s := shape(10, true)
	s.long = 11
	// Pages of ten rows would leave a line alone, and so would those of nine.
	sheets := mustBreak(t, join(lines(8), lines(3), lines(8), lines(3), lines(40)), s, nil, false, false)
	if sheets[0].depth != 11 || sheets[1].depth != 11 {
		t.Errorf("pages of %d and %d rows", sheets[0].depth, sheets[1].depth)
	}
}

func TestBothPagesBeforeALargePieceAreShort(t *testing.T) {
	panel := part{rows: 9, after: 0}
	sheets := mustBreak(t, join(lines(16), []part{panel}, lines(40)), shape(12, true), nil, false, false)
	if sheets[0].depth != 8 || sheets[1].depth != 8 || sheets[2].from != 16 {
		t.Errorf("pages %+v", sheets[:3])
	}
}

func TestTheWhiteOfAListBringsFacingPagesToOneRow(t *testing.T) {
	var parts []part
	for k := range 12 {
		e := &entry{above: 10, height: 300}
		if k == 0 {
			e.above = 0
		}
		parts = append(parts, part{rows: 3 + k%2, list: e})
	}
	sheets := mustBreak(t, parts, shape(12, true), nil, false, false)
	for i := 0; i+2 < len(sheets); i += 2 {
		if l, r := sheets[i], sheets[i+1]; l.depth != r.depth || l.stretch+r.stretch > 0 || !l.levelled() || !r.levelled() {
			t.Errorf("facing pages %+v and %+v", l, r)
		}
	}
}

func TestFacingPagesOfAListEndWhereAnEntryDoes(t *testing.T) {
	var parts []part
	for k := range 6 {
		one := inList(lines(4))
		if k > 0 {
			parts = append(parts, part{rows: btoi(k%3 == 1), space: true, list: &entry{}})
		}
		parts = append(parts, one...)
	}
	for _, s := range mustBreak(t, parts, shape(10, true), nil, false, false) {
		if parts[s.to-1].after != 0 {
			t.Errorf("page %+v ends inside an entry", s)
		}
	}
}

func TestAParagraphsLastLineDoesNotStandAlone(t *testing.T) {
	// Ten rows would end before the last line of the second paragraph.
	sheets := mustBreak(t, join(lines(5), lines(6), lines(9)), shape(10, false), nil, false, false)
	if to := sheets[0].to; to == 10 || to < 7 {
		t.Errorf("the first page ends behind part %d", to)
	}
}

func TestAHeadingGoesWithWhatFollows(t *testing.T) {
	head := []part{{rows: 1, after: alone}}
	sheets := mustBreak(t, join(lines(7), []part{blankRow()}, head, lines(8)), shape(10, false), nil, false, false)
	if sheets[0].to != 7 || sheets[1].from != 8 {
		t.Errorf("pages %+v", sheets)
	}
}

func TestBlanksVanishAtAPagesHead(t *testing.T) {
	sheets := mustBreak(t, join(lines(10), []part{blankRow()}, lines(4)), shape(10, false), nil, false, false)
	if len(sheets) != 2 || sheets[1].from != 11 {
		t.Errorf("pages %+v", sheets)
	}
}

func TestABlankGrowsToFillAPage(t *testing.T) {
	sheets := mustBreak(t, join(lines(4), []part{blankRow()}, lines(4), []part{{rows: 4, after: apart}}, lines(9)), shape(10, false), nil, false, false)
	if sheets[0].stretch != 1 || sheets[0].depth != 10 {
		t.Errorf("first page %+v", sheets[0])
	}
}

func TestAFootnoteStandsOnThePageOfItsMark(t *testing.T) {
	body := lines(30)
	body[3].notes = []int{0}
	body[25].notes = []int{1}
	sheets := mustBreak(t, body, shape(12, false), []int{2, 3}, false, false)
	for _, s := range sheets {
		for k, line := range []int{3, 25} {
			has := s.from <= line && line < s.to
			if first := k * 2; has != (s.noteFrom <= first && first < s.noteTo) {
				t.Errorf("note %d: page %+v", k, s)
			}
		}
	}
}

func TestALongFootnoteGoesOnOnTheNextPage(t *testing.T) {
	body := lines(12)
	body[2].notes = []int{0}
	sheets := mustBreak(t, body, shape(10, false), []int{14}, false, false)
	next := 0
	for _, s := range sheets {
		if s.noteFrom != next {
			t.Fatalf("a page starts with note line %d, not %d", s.noteFrom, next)
		}
		next = s.noteTo
	}
	if next != 14 || sheets[0].noteTo < 2 {
		t.Errorf("pages %+v", sheets)
	}
}

func TestPagesHoldEveryPartOnceAndFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(3, 40).Draw(t, "rows")
		counts := []int{}
		var parts []part
		for range rapid.IntRange(1, 60).Draw(t, "groups") {
			g := lines(rapid.IntRange(1, 12).Draw(t, "lines"))
			if rapid.IntRange(0, 5).Draw(t, "note") == 0 {
				g[0].notes = []int{len(counts)}
				counts = append(counts, rapid.IntRange(1, 9).Draw(t, "note lines"))
			}
			if rapid.IntRange(0, 7).Draw(t, "big") == 0 {
				g = append(g, part{rows: rapid.IntRange(1, rows).Draw(t, "height"), after: apart})
			}
			if rapid.IntRange(0, 4).Draw(t, "list") == 0 {
				g = append([]part{{rows: rapid.IntRange(0, 1).Draw(t, "white"), space: true, list: &entry{}}}, inList(g)...)
			}
			parts = append(parts, g...)
			if rapid.Bool().Draw(t, "blank") {
				parts = append(parts, blankRow())
			}
		}
		sheets := mustBreak(t, parts, shape(rows, rapid.Bool().Draw(t, "facing")), counts, rapid.Bool().Draw(t, "right"), false)
		next, note, total := 0, 0, 0
		for _, n := range counts {
			total += n
		}
		for _, s := range sheets {
			for ; next < s.from; next++ {
				if !parts[next].space {
					t.Fatalf("part %d is on no page", next)
				}
			}
			if s.from != next || s.noteFrom != note {
				t.Fatalf("page %+v follows part %d, note line %d", s, next, note)
			}
			used := s.stretch + noteLines(s.noteTo-s.noteFrom)
			for _, p := range parts[s.from:s.to] {
				if p.list == nil || !p.space { // the white in a list is its entries'
					used += p.rows
				}
			}
			if used > rows {
				t.Fatalf("page %+v takes %d of %d rows", s, used, rows)
			}
			next, note = s.to, s.noteTo
		}
		for ; next < len(parts); next++ {
			if !parts[next].space {
				t.Fatalf("part %d is on no page", next)
			}
		}
		if note != total {
			t.Fatalf("%d of %d note lines", note, total)
		}
	})
}
