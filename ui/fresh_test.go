package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// watched runs fresh on a folder with one room; a change rests as soon as it is
// told to.
func watched(t *testing.T, open func() (Opened, error)) (folder string, rest chan time.Time, ready chan Opened, refused chan error) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "exhibition")
	if err := os.MkdirAll(filepath.Join(folder, "rooms", "one"), 0o755); err != nil {
		t.Fatal(err)
	}
	rest, ready, refused = make(chan time.Time), make(chan Opened, 1), make(chan error, 1)
	f := fresh{
		folder: folder, open: open,
		ready: func(x Opened) { ready <- x }, refused: func(err error) { refused <- err },
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
	return folder, rest, ready, refused
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

func TestAChangedRoomIsReadAnewWhenTheFolderLiesStill(t *testing.T) {
	folder, rest, ready, _ := watched(t, func() (Opened, error) { return Opened{Room: "new"}, nil })
	settle(t, func() { write(t, filepath.Join(folder, "rooms", "one", "text.de.md"), "neu") }, rest)
	if x := <-ready; x.Room != "new" {
		t.Errorf("read %+v", x)
	}
}

func TestAnExhibitionThatIsBrokenIsRefusedWithItsReason(t *testing.T) {
	broken := errors.New("rooms/one: no title")
	folder, rest, _, refused := watched(t, func() (Opened, error) { return Opened{}, broken })
	settle(t, func() { write(t, filepath.Join(folder, "exhibition.toml"), "") }, rest)
	if err := <-refused; !errors.Is(err, broken) {
		t.Errorf("refused with %v", err)
	}
}

func TestAVersionThatTakesTheFoldersPlaceIsSeen(t *testing.T) {
	folder, rest, ready, _ := watched(t, func() (Opened, error) { return Opened{}, nil })
	settle(t, func() {
		next := folder + ".next"
		os.RemoveAll(folder + ".old")
		if err := os.MkdirAll(next, 0o755); err != nil {
			t.Fatal(err)
		}
		os.Rename(folder, folder+".old")
		os.Rename(next, folder)
	}, rest)
	<-ready
	settle(t, func() { write(t, filepath.Join(folder, "exhibition.toml"), "x") }, rest)
	<-ready
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
