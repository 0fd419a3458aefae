package main

import (
	"context"
	"math"
	"path/filepath"
	"time"

	"lesestein/cmd/lesestein/lastgood"
)

// The pace at which a source that lies open is looked at: who writes looks up from one
// window to the other and finds what was saved.
const (
	followEvery = 300 * time.Millisecond // at least
	followShare = 50                     // of the time, one part is spent on looking
)

// follow tells that a source is another than it was, and lies still since two looks,
// until ctx ends. What is gone or cannot be read is another too.
func follow(ctx context.Context, source string, after func(time.Duration) <-chan time.Time, changed func()) {
	print, took := looked(ctx, source)
	watch := lastgood.NewWatch(print)
	for {
		select {
		case <-ctx.Done():
			return
		case <-after(max(followEvery, followShare*took)):
		}
		print, took = looked(ctx, source)
		var due bool
		if watch, due = watch.Look(print); due && ctx.Err() == nil {
			changed()
		}
	}
}

// looked is the print of a source, a file or a folder, and how long looking took.
func looked(ctx context.Context, source string) (print string, took time.Duration) {
	began := time.Now()
	if filepath.Base(source) == "exhibition.toml" {
		source = filepath.Dir(source)
	}
	files, closer, err := lastgood.Open(source)
	if err != nil {
		return "none: " + err.Error(), time.Since(began)
	}
	defer closer.Close()
	whole := lastgood.Usual() // nothing is copied: it may be as large as it is
	whole.Bytes, whole.File = math.MaxInt64, math.MaxInt64
	return lastgood.Print(ctx, files, whole), time.Since(began)
}
