package subject

// trie holds the letters of all patterns. Each word is walked through it from every
// letter on, never farther than the longest pattern is long.
type trie struct{ nodes []node }

type node struct {
	next map[rune]int
	ends []end // the patterns that end here
}

// end is a pattern that ends at a node.
type end struct {
	id int
	p  pattern
}

func newTrie() trie { return trie{nodes: []node{{}}} }

func (t *trie) add(id int, p pattern) {
	at := 0
	for _, r := range p.letters {
		n, ok := t.nodes[at].next[r]
		if !ok {
			n = len(t.nodes)
			t.nodes = append(t.nodes, node{})
			if t.nodes[at].next == nil {
				t.nodes[at].next = map[rune]int{}
			}
			t.nodes[at].next[r] = n
		}
		at = n
	}
	t.nodes[at].ends = append(t.nodes[at].ends, end{id, p})
}

// fits returns for each word the patterns that it fits.
func (t trie) fits(words []word) fitting {
	out := make(fitting, len(words))
	seen := map[string]map[int]bool{}
	for i, w := range words {
		for _, f := range w.forms {
			key := f.letters
			if f.capital {
				key = "^" + key
			}
			known, ok := seen[key]
			if !ok {
				known = t.fit(f)
				seen[key] = known
			}
			switch {
			case len(known) == 0:
			case out[i] == nil:
				out[i] = known
			default:
				both := make(map[int]bool, len(known)+len(out[i]))
				for id := range known {
					both[id] = true
				}
				for id := range out[i] {
					both[id] = true
				}
				out[i] = both
			}
		}
	}
	return out
}

// fit walks one form of a word.
func (t trie) fit(f form) map[int]bool {
	letters := []rune(f.letters)
	var out map[int]bool
	for from := range letters {
		at := 0
		for to := from; to < len(letters); to++ {
			n, ok := t.nodes[at].next[letters[to]]
			if !ok {
				break
			}
			at = n
			for _, e := range t.nodes[at].ends {
				if from > 0 && !e.p.open || to+1 < len(letters) && !e.p.ended || e.p.capital && !f.capital {
					continue
				}
				if out == nil {
					out = map[int]bool{}
				}
				out[e.id] = true
			}
		}
	}
	return out
}
