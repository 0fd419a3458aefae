package kiosk

import (
	"slices"
	"time"
)

// Remark is something that staff should know. One that comes again is counted and
// not repeated.
type Remark struct {
	Sentence
	About string    `json:"about,omitempty"` // what may put it right: a file, an action; see Report.Resolved
	N     int       `json:"n,omitempty"`     // how often it came; 0 is once
	Last  time.Time `json:"last,omitzero"`   // as the wall was believed then; zero: not known
}

// Bounds of the remarks. One that has not come again for so long is an old story.
const (
	mostRemarks = 40
	mostWords   = 400 // bytes of a key, a name or a value of a sentence
	mostArgs    = 20
	remarkTime  = 14 * 24 * time.Hour
)

// Remarked is the report with one more remark, the newest and last. Of the same
// words about the same thing only the count and the time are new.
func (r Report) Remarked(about string, said Sentence, at time.Time) Report {
	said, n := said.bounded(), 1
	var kept []Remark
	for _, old := range r.Remarks {
		if old.About == about && old.Key == said.Key && slices.Equal(old.Args, said.Args) {
			n += max(1, old.N)
			continue
		}
		kept = append(kept, old)
	}
	r.Remarks = last(append(kept, Remark{Sentence: said, About: about, N: min(n, mostN), Last: at}), mostRemarks)
	return r
}

// Resolved is the report without the remarks about a thing: it is in order again.
func (r Report) Resolved(about string) Report {
	return r.without(func(m Remark) bool { return m.About == about })
}

// Aged is the report without the remarks that have not come again for two weeks. A
// clock that jumped makes none older: what lies ahead of now stays, and of what is
// older than can be the time begins anew.
func (r Report) Aged(now time.Time) Report {
	r.Remarks = slices.Clone(r.Remarks)
	for i, m := range r.Remarks {
		if m.Last.IsZero() {
			r.Remarks[i].Last = now
		}
	}
	return r.without(func(m Remark) bool { return now.Sub(m.Last) > remarkTime })
}

func (r Report) without(gone func(Remark) bool) Report {
	r.Remarks = slices.DeleteFunc(slices.Clone(r.Remarks), gone)
	return r
}

// bounded is the sentence with its words cut.
func (s Sentence) bounded() Sentence {
	s.Key = cut(s.Key, mostWords)
	s.Args = slices.Clone(s.Args[:min(len(s.Args), mostArgs)])
	for i, a := range s.Args {
		s.Args[i] = cut(a, mostWords)
	}
	return s
}
