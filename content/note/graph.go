package note

import "lesestein/content/doc"

// graph says which footnotes and glossary entries a block or footnote leads to.
// Nodes are the document's blocks, then its footnotes.
type graph struct {
	edges  [][]int
	target []bool // a footnote or entry that something leads to
}

func newGraph(d doc.Document) graph {
	notes, entries := map[string][]int{}, map[string][]int{}
	for i, f := range d.Footnotes {
		notes[f.ID] = append(notes[f.ID], len(d.Blocks)+i)
	}
	for i, b := range d.Blocks {
		if b.Entry != nil {
			entries[b.Entry.ID] = append(entries[b.Entry.ID], i)
		}
	}
	n := len(d.Blocks) + len(d.Footnotes)
	g := graph{edges: make([][]int, n), target: make([]bool, n)}
	add := func(from int, b doc.Block) {
		for _, s := range b.Content() {
			g.lead(from, notes, s.Footnote)
			g.lead(from, entries, s.Term)
		}
	}
	for i, b := range d.Blocks {
		add(i, b)
	}
	for i, f := range d.Footnotes {
		for _, b := range f.Blocks {
			add(len(d.Blocks)+i, b)
		}
	}
	return g
}

func (g graph) lead(from int, ids map[string][]int, id string) {
	if id == "" {
		return
	}
	for _, to := range ids[id] {
		if to != from {
			g.edges[from] = append(g.edges[from], to)
			g.target[to] = true
		}
	}
}

func (g graph) size() int { return len(g.edges) }

// walk visits what can be reached from node n, n itself not, each node once, and
// goes on only through nodes for which through is true.
func (g graph) walk(n int, through func(int) bool, visit func(int)) {
	seen := map[int]bool{n: true}
	for open := []int{n}; len(open) > 0; {
		last := open[len(open)-1]
		open = open[:len(open)-1]
		for _, m := range g.edges[last] {
			if seen[m] || !through(m) {
				continue
			}
			seen[m] = true
			visit(m)
			open = append(open, m)
		}
	}
}
