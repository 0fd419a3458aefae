package flow

import (
	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
)

// listed reports whether an item goes on with a list that is looked through: an
// event behind an event, an entry behind an entry, a source behind a source.
func (l *layout) listed(i int) bool {
	a, b := l.block(i-1), l.block(i)
	if a == nil || b == nil || kindOf(a) != kindOf(b) || l.startsPage(i) || l.hasCoverHead(i) {
		return false
	}
	switch kindOf(b) {
	case doc.Event:
		return true
	case doc.Entry, doc.Source:
		return l.geo.spec.Spacing.ParaSpace == 0
	}
	return false
}

// asEntry gives an entry's parts the white above them. What the breaker counts
// for it is the difference of whole rows before and behind the entry, so that over
// the list rows and heights agree.
func (l *layout) asEntry(i int, parts []part) []part {
	if len(parts) == 0 {
		return parts
	}
	q := &parts[0]
	if q.list.height > 0 {
		q.list.above, q.list.least = l.eventGap(), l.leastGap()
		before := l.listEnd(i - 1)
		l.ends[i] = before + l.leastGap() + q.list.height
		q.rows = max(1, l.geo.rowsFor(l.ends[i])-l.geo.rowsFor(before))
		return parts
	}
	first := i
	for l.listed(first) {
		first--
	}
	q.list.above = pixels(l.geo.row / thirds)
	q.list.least = q.list.above * 3 / 4
	blank := part{rows: btoi((i-first-1)%thirds == 0), space: true, start: q.start, end: q.start, item: i, list: &entry{}}
	return append([]part{blank}, parts...)
}

// thirds of a row are the white between entries.
const thirds = 3

// listEnd is how far below the start of its list an event ends.
func (l *layout) listEnd(i int) frame.Unit {
	if end, ok := l.ends[i]; ok {
		return end
	}
	end := frame.Unit(0)
	if l.listed(i) {
		end = l.listEnd(i-1) + l.leastGap()
	}
	for _, q := range l.ofBlock(i, l.block(i)) {
		end += l.heightOf(q)
	}
	l.ends[i] = end
	return end
}

// inList makes parts those of a list. It is better to go on on the next page than
// to divide a short entry.
func inList(parts []part) []part {
	for k := range parts {
		if parts[k].list == nil {
			parts[k].list = &entry{}
		}
		if k < len(parts)-1 {
			parts[k].after += inEntry
		}
	}
	return parts
}
