package main

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"sync"

	"lesestein/ui/library"
	"lesestein/ui/state"
)

// ownWorks are the works on a reader's shelf, with the folder that is read in, for all
// windows of the process. It is a session.Shelf, and may be used from every goroutine.
type ownWorks struct {
	library *library.Library
	failed  func(error)
	again   sync.Once // reads the folders again that were read in

	mu        sync.Mutex
	told      map[int]func(state.Shelved)
	next      int
	stop      context.CancelFunc // nil: nothing was read in
	begun     int                // readings of folders
	gathering state.Gathering
	gone      map[string]bool // works that are not where they were seen last; nil: nobody looked
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
		n, g := o.begun, o.gathering
		o.mu.Unlock()
		o.tell(n, g)
	}()
}

// gather begins to read a folder in; one that is being read in is stopped.
func (o *ownWorks) gather(folder string) {
	ctx, n := o.begin()
	go o.read(ctx, n, []string{folder}, func(library.Progress) bool { return true })
}

// reread begins to read those folders again that were read in, the first time that it is
// called: new files come, and of those that are gone it is said. As long as it finds
// nothing new it says nothing.
func (o *ownWorks) reread() {
	o.again.Do(func() {
		o.mu.Lock()
		busy := o.begun > 0
		o.mu.Unlock()
		folders, err := o.library.Folders()
		if err != nil {
			o.failed(err)
		}
		if busy {
			return
		}
		ctx, n := o.begin()
		go o.read(ctx, n, folders, func(p library.Progress) bool { return p.New > 0 })
	})
}

// begin ends the reading that goes on and begins the nth.
func (o *ownWorks) begin() (ctx context.Context, n int) {
	o.Stop()
	ctx, stop := context.WithCancel(context.Background())
	o.mu.Lock()
	defer o.mu.Unlock()
	o.begun++
	o.stop = stop
	return ctx, o.begun
}

// read reads folders in, and tells how far it has come where says wants it.
func (o *ownWorks) read(ctx context.Context, n int, folders []string, says func(library.Progress) bool) {
	said := false
	for _, folder := range folders {
		err := o.library.Gather(ctx, folder, func(p library.Progress) {
			if says(p) {
				said = true
				o.tell(n, state.Gathering{Read: p.Read, All: p.All})
			}
		})
		if err != nil && ctx.Err() == nil && !errors.Is(err, fs.ErrNotExist) { // a disk that is not there may come again
			o.failed(err)
		}
	}
	gone, err := o.library.Locate()
	if err != nil {
		o.failed(err)
	}
	o.mu.Lock()
	said = said || !maps.Equal(gone, o.gone)
	o.gone = gone
	o.mu.Unlock()
	if said { // else the shelf is as it was
		o.tell(n, state.Gathering{})
	}
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
	if n != o.begun {
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
	e := state.Shelved{Gathering: o.gathering}
	for _, f := range unopened {
		e.Unopened = append(e.Unopened, state.Unopened(f))
	}
	for _, w := range works {
		at := state.Work{Source: w.Path, Title: w.Title, Authors: w.Authors, Lang: w.Lang, Exhibition: w.Folder, At: w.At, Len: w.Len, Gone: o.gone[w.Path]}
		if !w.Read.IsZero() {
			at.Read = w.Read.Unix()
		}
		e.Works = append(e.Works, at)
	}
	return e, err
}
