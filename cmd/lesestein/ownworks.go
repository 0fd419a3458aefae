package main

import (
	"context"
	"errors"
	"sync"

	"lesestein/ui/library"
	"lesestein/ui/state"
)

// ownWorks are the works on a reader's shelf, with the folder that is read in, for all
// windows of the process. It is a session.Shelf, and may be used from every goroutine.
type ownWorks struct {
	library *library.Library
	failed  func(error)

	mu        sync.Mutex
	told      map[int]func(state.Shelved)
	next      int
	stop      context.CancelFunc // nil: nothing was read in
	folders   int                // that were begun
	gathering state.Gathering
}

func newOwnWorks(l *library.Library, failed func(error)) *ownWorks {
	return &ownWorks{library: l, failed: failed, told: map[int]func(state.Shelved){}}
}

// Follow implements session.Shelf.
func (o *ownWorks) Follow(told func(state.Shelved)) (stop func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n := o.next
	o.next++
	o.told[n] = told
	return func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		delete(o.told, n)
	}
}

// Stop implements session.Shelf.
func (o *ownWorks) Stop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.stop != nil {
		o.stop()
	}
}

// Remove implements session.Shelf.
func (o *ownWorks) Remove(source string) {
	go func() {
		works, err := o.library.Works()
		for _, w := range works {
			if w.Path == source {
				err = errors.Join(err, o.library.Unshelve(w.ID))
			}
		}
		if err != nil {
			o.failed(err)
		}
		o.mu.Lock()
		n, g := o.folders, o.gathering
		o.mu.Unlock()
		o.tell(n, g)
	}()
}

// gather begins to read a folder in; one that is being read in is stopped.
func (o *ownWorks) gather(folder string) {
	o.Stop()
	ctx, stop := context.WithCancel(context.Background())
	o.mu.Lock()
	o.folders++
	n := o.folders
	o.stop = stop
	o.mu.Unlock()
	go func() {
		defer stop()
		err := o.library.Gather(ctx, folder, func(p library.Progress) { o.tell(n, state.Gathering{Read: p.Read, All: p.All}) })
		if err != nil && ctx.Err() == nil {
			o.failed(err)
		}
		o.tell(n, state.Gathering{})
	}()
}

// tell tells all who follow what is on the shelf, and how far the nth folder is read in,
// unless another one is by now.
func (o *ownWorks) tell(n int, g state.Gathering) {
	e, err := o.shelved()
	if err != nil {
		o.failed(err)
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if n != o.folders {
		return
	}
	o.gathering, e.Gathering = g, g
	for _, told := range o.told {
		told(e)
	}
}

// shelved are the works on the shelf.
func (o *ownWorks) shelved() (state.Shelved, error) {
	works, err := o.library.Works()
	if err != nil {
		return state.Shelved{}, err
	}
	unopened, err := o.library.Unopened()
	o.mu.Lock()
	defer o.mu.Unlock()
	e := state.Shelved{Unopened: len(unopened), Gathering: o.gathering}
	for _, w := range works {
		at := state.Work{Source: w.Path, Title: w.Title, Authors: w.Authors, Lang: w.Lang, Exhibition: w.Folder, At: w.At, Len: w.Len}
		if !w.Read.IsZero() {
			at.Read = w.Read.Unix()
		}
		e.Works = append(e.Works, at)
	}
	return e, err
}
