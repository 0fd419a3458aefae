package station

import (
	"context"
	"time"
)

// How long the place of an exhibition has to answer at all. A share of the network that
// is dead keeps whoever asks it waiting for ever, and a disk that slept needs seconds.
const (
	AnswerWithin = 5 * time.Second
	keptWithin   = 2 * time.Second // where the last good version has the answer, too
)

// Within is what f finds, or the error of ctx when that ends before. Then f goes on
// alone, and what it finds is nobody's: f is to open nothing that it does not close.
func Within[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type found struct {
		value T
		err   error
	}
	done := make(chan found, 1)
	go func() {
		value, err := f()
		done <- found{value, err}
	}()
	select {
	case x := <-done:
		return x.value, x.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// A looker looks at a source again and again, at one time once: what does not answer is
// not asked anew before it has. It belongs to one goroutine.
type looker struct {
	source Source
	under  chan seen // a look that is under way; nil: none
}

// seen is what a look at a source finds.
type seen struct {
	print string
	took  time.Duration
}

// patience is how long a look at a source is waited for. One of many files takes a
// while.
const patience = 20 * time.Second

// look waits for a look to end, for so long as tired is silent and ctx has not ended.
// ok says that it did; else the next call waits on.
func (l *looker) look(ctx context.Context, tired <-chan time.Time) (s seen, ok bool) {
	if l.under == nil {
		under := make(chan seen, 1)
		l.under = under
		go func() {
			began := time.Now()
			print := l.source.Print(ctx)
			under <- seen{print, time.Since(began)}
		}()
	}
	select {
	case s = <-l.under:
		l.under = nil
		return s, true
	case <-tired:
	case <-ctx.Done():
	}
	return seen{}, false
}
