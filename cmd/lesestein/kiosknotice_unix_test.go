//go:build unix

package main

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"lesestein/cmd/lesestein/station"
)

// TestTheNoticeIsShownWithoutAnAnswerOfTheSource, under the program's own name.
func TestTheNoticeIsShownWithoutAnAnswerOfTheSource(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "exhibition.toml")
	if err := syscall.Mkfifo(file, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // whoever waits for words waits no more
		if f, err := os.OpenFile(file, os.O_RDWR, 0); err == nil {
			f.Close()
		}
	})
	ctx, end := context.WithCancel(context.Background())
	end()
	x := notice(ctx, station.Options{Exhibition: folder, State: t.TempDir()}.Source())
	if title, ok := x.Exhibition.Title.In("de"); !ok || title != metadata().Name {
		t.Errorf("%q", title)
	}
}
