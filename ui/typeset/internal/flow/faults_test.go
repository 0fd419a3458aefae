package flow

import (
	"testing"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

func TestFaultsAreCountedAtThePagesEnds(t *testing.T) {
	long, one := &para{breaks: make([]inline.Break, 4)}, &para{breaks: make([]inline.Break, 1)}
	var parts []part
	for i := range long.breaks {
		parts = append(parts, part{rows: 1, para: long, line: i})
	}
	parts = append(parts, part{rows: 1, para: one}, part{rows: 1, piece: nil})
	full, short := reasons[full], reasons[ragged]
	for name, c := range map[string]struct {
		sheets []sheet
		want   Faults
	}{
		"the first line alone at the foot":  {[]sheet{{from: 0, to: 1, reason: full}, {from: 1, to: 6, reason: full}}, Faults{Pages: 2, Orphans: 1}},
		"the last line alone at the head":   {[]sheet{{from: 0, to: 3, reason: full}, {from: 3, to: 6, reason: full}}, Faults{Pages: 2, Widows: 1}},
		"two lines on both sides":           {[]sheet{{from: 0, to: 2, reason: full}, {from: 2, to: 6, reason: full}}, Faults{Pages: 2}},
		"a paragraph of one line":           {[]sheet{{from: 0, to: 4, reason: full}, {from: 4, to: 5, reason: full}, {from: 5, to: 6}}, Faults{Pages: 3}},
		"short, and a page with notes only": {[]sheet{{from: 0, to: 6, reason: short}, {from: 6, to: 6, reason: full}}, Faults{Pages: 2, RaggedBottoms: 1}},
	} {
		b := &Book{done: true, parts: parts, sheets: c.sheets, layout: &layout{}}
		if got := b.Faults(); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	b := &Book{done: true, parts: parts, layout: &layout{geo: geometry{column: columns{left: make([]frame.Unit, 2)}}}}
	for depth, want := range map[int]int{6: 1, 7: 0} {
		b.sheets = []sheet{{from: 0, to: 4, depth: 7, reason: full}, {from: 4, to: 6, depth: depth, reason: short}}
		if got := b.Faults().RaggedBottoms; got != want {
			t.Errorf("beside a page of 7 rows one of %d: %d ragged bottoms", depth, got)
		}
	}
	if got := (&Book{}).Faults(); got != (Faults{}) {
		t.Errorf("before they are counted: %+v", got)
	}
}
