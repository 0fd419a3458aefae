package lastgood

import (
	"context"
	"io/fs"
	"time"
)

// The pace at which a source is looked at.
const (
	looking = 1500 * time.Millisecond // at least, from one look to the next
	rest    = 2                       // looks that a source must lie still before it is read
	again   = 40                      // looks from a failure that is not the source's to the next try
	share   = 50                      // of the time, one part is spent on looking
)

// Pace is the time from a look that took so long to the next: a source of many files
// is looked at less often.
func Pace(took time.Duration) time.Duration { return max(looking, share*took) }

// Print looks at a source without reading its files. What cannot be read has a print
// too, so that its coming and going is seen.
func Print(ctx context.Context, source fs.FS, b Bounds) string {
	found, err := survey(ctx, source, b)
	if err != nil {
		return "unreadable: " + err.Error()
	}
	return found.print
}

// A Watch follows a source by its prints. It is a value; NewWatch makes it.
type Watch struct {
	known string // the print that was acted upon last
	seen  string
	still int // looks in a row that saw it
	retry int // looks until it is acted upon once more; 0: never
}

// NewWatch returns a watch that knows a print; any other is a change.
func NewWatch(known string) Watch { return Watch{known: known, seen: known} }

// Look takes the next print and says whether the source is to be read: it changed and
// then lay still for three seconds, for copying from a stick takes a while, and half an
// exhibition is none. It says so once for each change, and once more after a failure.
func (w Watch) Look(print string) (Watch, bool) {
	if print == w.seen {
		w.still = min(w.still+1, rest)
	} else {
		w.seen, w.still = print, 0
	}
	due := w.retry == 1
	w.retry = max(0, w.retry-1)
	if w.still < rest || print == w.known && !due {
		return w, false
	}
	w.known, w.retry = print, 0
	return w, true
}

// Failed says that what came of the last change was no fault of the source's, as a full
// disk: it is read again in a minute.
func (w Watch) Failed() Watch {
	w.retry = again
	return w
}
