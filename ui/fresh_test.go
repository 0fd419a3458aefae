package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// watched runs fresh on a folder with one room; a change rests as soon as it is
// told to.
func watched(t *testing.T) (folder string, rest chan time.Time, changed chan struct{}) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "exhibition")
	if err := os.MkdirAll(filepath.Join(folder, "rooms", "one"), 0o755); err != nil {
		t.Fatal(err)
	}
	rest, changed = make(chan time.Time), make(chan struct{}, 1)
	f := fresh{
		folder: folder, changed: func() { changed <- struct{}{} },
		rest: func(time.Duration) <-chan time.Time { return rest },
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	began := make(chan struct{})
	go func() { close(began); done <- f.run(ctx) }()
	<-began
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return folder, rest, changed
}

// settle changes the folder until the change was seen and has come to rest: the
// watch may begin a moment later than the test.
func settle(t *testing.T, change func(), rest chan time.Time) {
	t.Helper()
	guard := time.After(30 * time.Second)
	for {
		change()
		select {
		case rest <- time.Time{}:
			return
		case <-time.After(20 * time.Millisecond):
		case <-guard:
			t.Fatal("the change was not seen")
		}
	}
}

func TestAChangedRoomIsToldWhenTheFolderLiesStill(t *testing.T) {
	folder, rest, changed := watched(t)
	settle(t, func() { write(t, filepath.Join(folder, "rooms", "one", "text.de.md"), "neu") }, rest)
	<-changed
}

func TestAVersionThatTakesTheFoldersPlaceIsSeen(t *testing.T) {
	folder, rest, changed := watched(t)
	settle(t, func() {
		next := folder + ".next"
		os.RemoveAll(folder + ".old")
		if err := os.MkdirAll(next, 0o755); err != nil {
			t.Fatal(err)
		}
		os.Rename(folder, folder+".old")
		os.Rename(next, folder)
	}, rest)
	<-changed
	settle(t, func() { write(t, filepath.Join(folder, "exhibition.toml"), "x") }, rest)
	<-changed
}

func TestAFileBesideTheFolderConcernsNobody(t *testing.T) {
	f := fresh{folder: "/a/exhibition"}
	for name, want := range map[string]bool{
		"/a/exhibition": true, "/a/exhibition/x": true, "/a/other": false, "/a/exhibition2": false,
	} {
		if f.concerns(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Error(err)
	}
}
