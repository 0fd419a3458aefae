package hyphen

import (
	"encoding/binary"
	"fmt"
)

// cell is one cell of the double array.
type cell struct {
	base  int
	level int
	code  int
}

// packing is the double array while it is filled.
type packing struct {
	cells   []cell
	codes   map[rune]int
	usedAt  map[int]bool // bases that are taken: no two nodes share one
	levels  []byte
	offsets map[string]int
}

// window is how many cells back from the end room is looked for: nearly all that
// could be found further back are too small.
const window = 2048

func layOut(root *node, letters []rune, codes map[rune]int, left, right int) ([]byte, error) {
	p := &packing{
		cells: make([]cell, 1), codes: codes,
		usedAt: map[int]bool{}, levels: []byte{0}, offsets: map[string]int{"": 0},
	}
	p.place(root)
	p.cells[0].base = root.base
	if len(p.levels) > 0xFFFF {
		return nil, fmt.Errorf("hyphen: %d bytes of levels, at most 65535 are possible", len(p.levels))
	}
	out := append([]byte(magic), byte(left), byte(right))
	out = binary.LittleEndian.AppendUint16(out, uint16(len(letters)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(p.cells)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(p.levels)))
	for _, r := range letters {
		out = binary.LittleEndian.AppendUint32(out, uint32(r))
	}
	for _, c := range p.cells {
		out = binary.LittleEndian.AppendUint32(out, uint32(c.base))
		out = binary.LittleEndian.AppendUint16(out, uint16(c.level))
		out = append(out, byte(c.code), 0)
	}
	return append(out, p.levels...), nil
}

// place finds room for a node's edges and, after them, for its children's. A
// shared node is placed once; every edge to it carries its base.
func (p *packing) place(n *node) {
	if n.base != 0 {
		return
	}
	edges := n.edges()
	n.base = p.room(edges)
	p.usedAt[n.base] = true
	for _, r := range edges {
		at := n.base + p.codes[r]
		for at >= len(p.cells) {
			p.cells = append(p.cells, cell{})
		}
		p.cells[at].code = p.codes[r]
	}
	for _, r := range edges {
		child := n.next[r]
		p.place(child)
		at := n.base + p.codes[r]
		p.cells[at].base = child.base
		p.cells[at].level = p.levelString(child.levels)
	}
}

// room is the first base whose cells for edges are all free. A node without
// edges gets the highest base, where no cell can answer.
func (p *packing) room(edges []rune) int {
	if len(edges) == 0 {
		return 1 << 30
	}
	codes := make([]int, len(edges))
	for i, r := range edges {
		codes[i] = p.codes[r]
	}
	base := max(1, len(p.cells)-window)
	for p.usedAt[base] || !p.free(base, codes) {
		base++
	}
	return base
}

func (p *packing) free(base int, codes []int) bool {
	for _, c := range codes {
		if at := base + c; at < len(p.cells) && p.cells[at].code != 0 {
			return false
		}
	}
	return true
}

func (p *packing) levelString(levels string) int {
	at, ok := p.offsets[levels]
	if !ok {
		at = len(p.levels)
		p.offsets[levels] = at
		p.levels = append(p.levels, byte(len(levels)/2))
		p.levels = append(p.levels, levels...)
	}
	return at
}
