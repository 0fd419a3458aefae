package search

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Query is what is looked for: words and phrases, all of which a paragraph has to
// hold. The zero Query finds nothing.
type Query struct{ terms []term }

// term is a word or a phrase, folded, in both readings.
type term [readings]string

// Parse reads what somebody typed: words in any order, and in quotation marks phrases,
// which stand exactly so. A phrase that is not closed yet goes on to the end.
func Parse(typed string) Query {
	var q Query
	var part strings.Builder
	quoted := false
	flush := func() {
		if quoted {
			q.add(part.String())
		} else {
			for _, w := range strings.Fields(part.String()) {
				q.add(trimmed(w))
			}
		}
		part.Reset()
	}
	for _, c := range norm.NFC.String(typed) {
		if strings.ContainsRune(doubles, c) {
			flush()
			quoted = !quoted
			continue
		}
		part.WriteRune(c)
	}
	flush()
	return q
}

// trimmed is a word without the punctuation that was copied with it.
func trimmed(word string) string {
	if t := strings.TrimFunc(word, unicode.IsPunct); t != "" {
		return t
	}
	return word
}

func (q *Query) add(words string) {
	var t term
	for r := range readings {
		t[r] = strings.Trim(fold(words, r), " ")
	}
	if t[bare] != "" && !slices.Contains(q.terms, t) {
		q.terms = append(q.terms, t)
	}
}

// Empty reports that nothing is looked for.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Count is how often a paragraph fits: each time that a single word or phrase stands
// in it, or once if it holds several.
func (q Query) Count(text string) int {
	spans := q.in(nil, (*letters)(nil).folded(text), text)
	if q.several() {
		return min(1, len(spans))
	}
	return len(spans)
}

// several reports whether a paragraph as a whole is what is found.
func (q Query) several() bool { return len(q.terms) > 1 }

// Span is a stretch of a text, [From, To), in code points.
type Span struct{ From, To int }

// folded is a paragraph as it is compared, in both readings; the second is empty where
// it is the first.
type folded [readings]string

// may reports whether a paragraph holds every term somewhere.
func (q Query) may(f folded) bool {
	for _, t := range q.terms {
		if !strings.Contains(f[bare], t[bare]) && !strings.Contains(f.in(spelled), t[spelled]) {
			return false
		}
	}
	return !q.Empty()
}

func (f folded) in(r reading) string {
	if r == spelled && f[spelled] == "" {
		return f[bare]
	}
	return f[r]
}

// in are the stretches of a paragraph where the terms stand, in order; none where one
// of them is missing.
func (q Query) in(l *letters, f folded, text string) []Span {
	if !q.may(f) {
		return nil
	}
	ways := [readings]sighted{bare: l.located(text, bare)}
	ways[spelled] = ways[bare]
	if f[spelled] != "" {
		ways[spelled] = l.located(text, spelled)
	}
	var all []Span
	for _, t := range q.terms {
		s := t.in(ways)
		if len(s) == 0 {
			return nil
		}
		all = append(all, s...)
	}
	if q.several() {
		return joined(all)
	}
	return all
}

// joined are spans in order, those that overlap made one.
func joined(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.From - b.From })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.From < last.To {
			last.To = max(last.To, s.To)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// in are the stretches where a term stands, from left to right without overlaps: each
// begins with a letter and holds every letter that the term ends in.
func (t term) in(ways [readings]sighted) []Span {
	var out []Span
	var next [readings]Span // the first of each reading that is not behind us; From < 0: there is none
	for r := range readings {
		next[r] = ways[r].from(t[r], 0)
	}
	for {
		best := next[bare]
		if s := next[spelled]; best.From < 0 || s.From >= 0 && (s.From < best.From || s.From == best.From && s.To > best.To) {
			best = s
		}
		if best.From < 0 {
			return out
		}
		out = append(out, best)
		for r := range readings {
			if next[r].From >= 0 && next[r].From < best.To {
				next[r] = ways[r].from(t[r], best.To)
			}
		}
	}
}

// from is the first stretch at or behind a code point where a term stands.
func (w sighted) from(t string, at int) Span {
	i, _ := slices.BinarySearch(w.owner, int32(at))
	for {
		k := strings.Index(w.folded[i:], t)
		if k < 0 {
			return Span{-1, -1}
		}
		i += k
		if i == 0 || w.owner[i-1] != w.owner[i] {
			return Span{int(w.owner[i]), int(w.owner[i+len(t)-1]) + 1}
		}
		i++
	}
}
