package instance

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// at is a socket in a folder whose name is short enough.
func at(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "ls")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return Socket(dir, "state", ":0")
}

// serves has what is handed to a first process sent to a channel.
func serves(t *testing.T, f *First) <-chan string {
	t.Helper()
	got := make(chan string, 100)
	ctx, end := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); f.Serve(ctx, func(s string) { got <- s }) }()
	t.Cleanup(func() { end(); <-done; f.Close() })
	return got
}

// TestALaterStartHandsOverWhatItWasAskedFor, whatever its name, and the first is asked
// for nothing as well.
func TestALaterStartHandsOverWhatItWasAskedFor(t *testing.T) {
	socket := at(t)
	first, handed := Join(socket, "x")
	if first == nil || handed {
		t.Fatal("nobody is first")
	}
	got := serves(t, first)
	for _, source := range []string{"/home/a/Bücher/C++ 100%.epub", "", "/a\nb", "/kein\xffUTF-8", "/" + strings.Repeat("a", mostSource-1)} {
		if f, handed := Join(socket, source); f != nil || !handed || <-got != source {
			t.Errorf("%.40q was not handed over", source)
		}
	}
}

// TestOneOfManyIsFirst, when they start at the same time and find what another left.
func TestOneOfManyIsFirst(t *testing.T) {
	socket := at(t)
	left, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	left.(*net.UnixListener).SetUnlinkOnClose(false) // as when a process is killed
	left.Close()
	const many = 20
	ctx, end := context.WithCancel(context.Background())
	var starts, serving sync.WaitGroup
	var mu sync.Mutex
	firsts, handed, opened := 0, 0, 0
	for range many {
		starts.Go(func() {
			f, ok := Join(socket, "a")
			mu.Lock()
			defer mu.Unlock()
			if f != nil {
				firsts++
				serving.Go(func() {
					f.Serve(ctx, func(string) { mu.Lock(); opened++; mu.Unlock() })
					f.Close()
				})
			}
			if ok {
				handed++
			}
		})
	}
	starts.Wait()
	end()
	serving.Wait()
	if firsts != 1 || handed != many-1 || opened != many-1 {
		t.Errorf("%d are first, %d handed over and %d were opened", firsts, handed, opened)
	}
}

// TestAFirstProcessThatDoesNotAnswerIsNotWaitedFor longer than Patience.
func TestAFirstProcessThatDoesNotAnswerIsNotWaitedFor(t *testing.T) {
	socket := at(t)
	first, _ := Join(socket, "")
	if first == nil {
		t.Fatal("nobody is first")
	}
	defer first.Close() // it never serves
	began := time.Now()
	if f, handed := Join(socket, "a"); f != nil || handed {
		t.Error("it was answered")
	}
	if took := time.Since(began); took > 10*Patience {
		t.Errorf("it was waited for %v", took)
	}
}

// TestWhoSaysTooMuchOrNothingIsNotListenedTo, and who comes next is.
func TestWhoSaysTooMuchOrNothingIsNotListenedTo(t *testing.T) {
	socket := at(t)
	first, _ := Join(socket, "")
	if first == nil {
		t.Fatal("nobody is first")
	}
	got := serves(t, first)
	for _, words := range []string{"", "kein Ende", strings.Repeat("a", 2*mostSource) + "\x00"} {
		c, err := net.Dial("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write([]byte(words)) // it may be hung up on
		c.Close()
	}
	if _, handed := Join(socket, "b"); !handed || <-got != "b" {
		t.Error("it listens to nobody any more")
	}
}

// TestNobodyElseReachesTheSocket, and its folder is made.
func TestNobodyElseReachesTheSocket(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("the user's own folder is the user's own there")
		return
	}
	socket := filepath.Join(filepath.Dir(at(t)), "run", "a.sock")
	first, _ := Join(socket, "")
	if first == nil {
		t.Fatal("nobody is first")
	}
	defer first.Close()
	for name, want := range map[string]os.FileMode{socket: 0o600, filepath.Dir(socket): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

// TestOtherStatesAndDisplaysStandApart, and a socket whose name no system takes is none.
func TestOtherStatesAndDisplaysStandApart(t *testing.T) {
	a := Socket("/run", "state", ":0")
	if a == Socket("/run", "other", ":0") || a == Socket("/run", "state", ":1") || a != Socket("/run", "state", ":0") {
		t.Error("they share one, or the same has two")
	}
	if f, handed := Join("/"+strings.Repeat("a", mostName), ""); f != nil || handed {
		t.Error("there is one")
	}
}
