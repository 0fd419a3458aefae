package kiosk

import "slices"

// Concern is what a Fault is about, as the last part of the key of its label.
type Concern string

// The concerns, the worst first.
const (
	OfStart    Concern = "start"    // why a notice stands in the place of the exhibition
	OfSettings Concern = "settings" // of kiosk.toml
	OfContent  Concern = "content"  // why newer content was not taken
	OfClock    Concern = "clock"
	OfStorage  Concern = "storage"
	OfRemark   Concern = "remark"
)

// Fault is one thing that is wrong, or should be known.
type Fault struct {
	Concern
	Remark
}

// Wrong is all that is wrong, the worst first: what keeps the exhibition away, what
// kiosk.toml says that does not hold, what keeps newer content away, the clock, the
// disk, and the remarks, the newest first.
func (r Report) Wrong() []Fault {
	var out []Fault
	list := func(of Concern, said ...Sentence) {
		for _, s := range said {
			out = append(out, Fault{of, Remark{Sentence: s, N: 1}})
		}
	}
	list(OfStart, r.Start...)
	list(OfSettings, r.Settings...)
	for _, words := range r.Exhibition.Refused {
		list(OfContent, InWords(words))
	}
	if r.Clock.Why.Key != "" {
		list(OfClock, r.Clock.Why)
	}
	if r.Storage.Size > 0 && !r.Storage.Writable {
		list(OfStorage, say("staff.disk-locked"))
	}
	for _, m := range slices.Backward(r.Remarks) {
		out = append(out, Fault{OfRemark, m})
	}
	return out
}
