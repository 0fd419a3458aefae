package note_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
)

var canary = regexp.MustCompile(`w\d+\.`)

// reachable returns every canary that can be got at from a value by reflection:
// unexported fields, what lies between length and capacity, keys of maps.
func reachable(v any) map[string]bool {
	found := map[string]bool{}
	walk(reflect.ValueOf(v), found, map[uintptr]bool{})
	return found
}

func walk(v reflect.Value, found map[string]bool, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.String:
		for _, w := range canary.FindAllString(v.String(), -1) {
			found[w] = true
		}
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Pointer()] {
			seen[v.Pointer()] = true
			walk(v.Elem(), found, seen)
		}
	case reflect.Interface:
		walk(v.Elem(), found, seen)
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), found, seen)
		}
	case reflect.Slice:
		v = v.Slice(0, v.Cap())
		for i := range v.Len() {
			walk(v.Index(i), found, seen)
		}
	case reflect.Array:
		for i := range v.Len() {
			walk(v.Index(i), found, seen)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			walk(it.Key(), found, seen)
			walk(it.Value(), found, seen)
		}
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		if !v.IsNil() {
			panic("a Visible holds something that cannot be looked into: " + v.Type().String())
		}
	}
}

// expected works out, by closure over a matrix and so in another way than the
// package, which canaries may be seen: all those of blocks and footnotes that no
// folded passage holds, unless only a folded one leads to them or they are a pull
// quote that repeats words that stand in folds alone.
func expected(s sample, p note.Policy, o note.Opened) (shown, hidden map[string]bool) {
	n := len(s.doc.Blocks) + len(s.doc.Footnotes)
	folded := make([]bool, n)
	for _, passage := range s.passages {
		if p.Of(passage.Passage) != note.Fold || o[passage.ID] == note.Read {
			continue
		}
		for i := range n {
			if i < len(s.doc.Blocks) && i >= passage.First && i <= passage.Last ||
				i >= len(s.doc.Blocks) && slices.Contains(passage.Footnotes, s.doc.Footnotes[i-len(s.doc.Blocks)].ID) {
				folded[i] = true
			}
		}
	}
	foldQuotes(s, folded)
	absent := unreached(s, folded)
	shown, hidden = map[string]bool{}, map[string]bool{}
	for i := range n {
		into := shown
		if folded[i] || absent[i] {
			into = hidden
		}
		for w := range reachable(s.node(i)) {
			into[w] = true
		}
	}
	for w := range shown {
		delete(hidden, w)
	}
	return shown, hidden
}

// node returns a block, or behind the blocks a footnote.
func (s sample) node(i int) any {
	if i < len(s.doc.Blocks) {
		return s.doc.Blocks[i]
	}
	return s.doc.Footnotes[i-len(s.doc.Blocks)]
}

func foldQuotes(s sample, folded []bool) {
	for i, q := range s.doc.Blocks {
		if q.Kind != doc.PullQuote {
			continue
		}
		inFold, elsewhere := false, false
		for j, b := range s.doc.Blocks {
			if b.Kind != doc.PullQuote && strings.Contains(b.Text(), strings.TrimSpace(q.Text())) {
				inFold, elsewhere = inFold || folded[j], elsewhere || !folded[j]
			}
		}
		folded[i] = folded[i] || inFold && !elsewhere
	}
}

// unreached tells which footnotes and entries something folded leads to and
// nothing shown does.
func unreached(s sample, folded []bool) []bool {
	n := len(folded)
	edge := make([][]bool, n)
	isTarget := make([]bool, n)
	for i := range n {
		edge[i] = make([]bool, n)
		for j := range n {
			edge[i][j] = i != j && s.leads(i, j)
			isTarget[j] = isTarget[j] || edge[i][j]
		}
	}
	closure := func(through func(int) bool) [][]bool {
		reach := make([][]bool, n)
		for i := range n {
			reach[i] = make([]bool, n)
			for j := range n {
				reach[i][j] = edge[i][j] && through(j)
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		return reach
	}
	fromShown := closure(func(j int) bool { return !folded[j] })
	fromFolded := closure(func(int) bool { return true })
	absent := make([]bool, n)
	for j := range n {
		hidden, visible := false, false
		for i := range n {
			hidden = hidden || folded[i] && fromFolded[i][j]
			visible = visible || !folded[i] && !isTarget[i] && fromShown[i][j]
		}
		absent[j] = !folded[j] && hidden && !visible
	}
	return absent
}

// leads reports whether node i refers to node j.
func (s sample) leads(i, j int) bool {
	var spans []doc.Span
	if i < len(s.doc.Blocks) {
		spans = s.doc.Blocks[i].Content()
	} else {
		spans = s.doc.Footnotes[i-len(s.doc.Blocks)].Blocks[0].Spans
	}
	for _, sp := range spans {
		if j < len(s.doc.Blocks) {
			if e := s.doc.Blocks[j].Entry; e != nil && sp.Term == e.ID {
				return true
			}
		} else if sp.Footnote == s.doc.Footnotes[j-len(s.doc.Blocks)].ID {
			return true
		}
	}
	return false
}
