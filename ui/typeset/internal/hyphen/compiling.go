package hyphen

//go:generate go run -trimpath ./compile ../../../../assets/hyphen

import (
	"bufio"
	"bytes"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// node is one node of the trie while it is built. After sharing, equal nodes
// are one.
type node struct {
	next   map[rune]*node
	levels string // level string without its count, or empty
	serial int    // among the nodes that are kept
	base   int
}

// Compile reads a TeX pattern file in UTF-8 (\patterns{…} and \hyphenation{…})
// and returns the compiled form. left and right are the language's minima. An
// error names the line that cannot be read.
func Compile(tex []byte, left, right int) ([]byte, error) {
	root := &node{}
	if err := read(tex, root); err != nil {
		return nil, err
	}
	if len(root.next) == 0 {
		return nil, fmt.Errorf("hyphen: no patterns")
	}
	letters := alphabet(root)
	if len(letters) > 254 {
		return nil, fmt.Errorf("hyphen: %d letters, at most 254 are possible", len(letters))
	}
	codes := map[rune]int{}
	for i, r := range letters {
		codes[r] = i + 1
	}
	root = share(root, map[string]*node{})
	return layOut(root, letters, codes, left, right)
}

func read(tex []byte, root *node) error {
	group := ""
	in := bufio.NewScanner(bytes.NewReader(tex))
	for line := 1; in.Scan(); line++ {
		text, _, _ := strings.Cut(in.Text(), "%")
		text = strings.NewReplacer("{", " { ", "}", " } ").Replace(text)
		for _, word := range strings.Fields(text) {
			switch {
			case word == `\patterns`, word == `\hyphenation`:
				group = word
			case word == "{":
			case word == "}":
				group = ""
			case group == "" || strings.HasPrefix(word, `\`):
			case !utf8.ValidString(word):
				return fmt.Errorf("hyphen: line %d: not UTF-8", line)
			case group == `\patterns`:
				pattern(root, word)
			default:
				exception(root, word)
			}
		}
	}
	return in.Err()
}

// pattern adds "hy3ph" to the trie.
func pattern(root *node, word string) {
	var letters []rune
	levels := map[int]byte{}
	for _, r := range word {
		if r >= '0' && r <= '9' {
			levels[len(letters)] = byte(r - '0')
		} else {
			letters = append(letters, r)
		}
	}
	add(root, letters, levels)
}

// exception adds ".ta-ble." with level 9 at the hyphens and 8 everywhere else.
func exception(root *node, word string) {
	letters := []rune{'.'}
	levels := map[int]byte{}
	for _, part := range strings.Split(word, "-") {
		for _, r := range part {
			letters = append(letters, r)
			levels[len(letters)] = 8
		}
		levels[len(letters)] = 9
	}
	levels[len(letters)] = 8
	add(root, append(letters, '.'), levels)
}

func add(root *node, letters []rune, levels map[int]byte) {
	n := root
	for _, r := range letters {
		if n.next == nil {
			n.next = map[rune]*node{}
		}
		if n.next[r] == nil {
			n.next[r] = &node{}
		}
		n = n.next[r]
	}
	var set []byte
	for at := 0; at <= len(letters); at++ {
		if levels[at] > 0 {
			set = append(set, byte(len(letters)-at), levels[at])
		}
	}
	n.levels = string(set)
}

// alphabet lists the letters, "." first.
func alphabet(root *node) []rune {
	seen := map[rune]bool{'.': true}
	var walk func(*node)
	walk = func(n *node) {
		for r, next := range n.next {
			seen[r] = true
			walk(next)
		}
	}
	walk(root)
	letters := make([]rune, 0, len(seen))
	for r := range seen {
		letters = append(letters, r)
	}
	sort.Slice(letters, func(i, j int) bool {
		if (letters[i] == '.') != (letters[j] == '.') {
			return letters[i] == '.'
		}
		return letters[i] < letters[j]
	})
	return letters
}

func (n *node) edges() []rune {
	edges := make([]rune, 0, len(n.next))
	for r := range n.next {
		edges = append(edges, r)
	}
	sort.Slice(edges, func(i, j int) bool { return edges[i] < edges[j] })
	return edges
}

// share replaces equal subtrees by one. Level strings belong to the cell an edge
// leads to, so a node is told apart by its children and their levels.
func share(n *node, known map[string]*node) *node {
	var key []byte
	for _, r := range n.edges() {
		child := share(n.next[r], known)
		n.next[r] = child
		key = utf8.AppendRune(key, r)
		key = append(strconv.AppendInt(key, int64(child.serial), 10), ':')
	}
	key = append(append(key, '|'), n.levels...)
	if same := known[string(key)]; same != nil {
		return same
	}
	known[string(key)] = n
	n.serial = len(known)
	return n
}
