package station

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
)

// ended is a context that nobody waits in.
func ended() context.Context {
	ctx, end := context.WithCancel(context.Background())
	end()
	return ctx
}

// dead is a source on a share that does not answer before it is revived.
func dead(t *testing.T, s Source) (_ Source, revive func()) {
	t.Helper()
	answer := make(chan bool)
	alive := false
	revive = func() {
		if !alive {
			alive = true
			close(answer)
		}
	}
	t.Cleanup(revive)
	s.Open = func(name string) (fs.FS, io.Closer, error) {
		<-answer
		return lastgood.Open(name)
	}
	return s, revive
}

// TestASourceThatDoesNotAnswerIsNotWaitedFor: the last good version is shown, and
// without one it is said why nothing is.
func TestASourceThatDoesNotAnswerIsNotWaitedFor(t *testing.T) {
	o := exhibiting(t, "good")
	source, _ := dead(t, o.Source())
	if _, err := source.Begin(ended(), sound, func(error) {}); err == nil || err.Error() != "kiosk.error.silent" {
		t.Errorf("without a version: %v", err)
	}
	if _, err := source.Take(ended(), sound); err == nil || err.Error() != "kiosk.error.silent" || !passing(err) {
		t.Errorf("anew: %v", err)
	}
	if err := source.Fits(ended()); err == nil || err.Error() != "kiosk.error.silent" {
		t.Errorf("whether it fits: %v", err)
	}
	begun(t, o)
	if _, err := source.Begin(context.Background(), sound, func(error) {}); err != nil {
		t.Errorf("with one: %v", err)
	}
}

// TestACopyThatHangsIsNotWaitedFor: the share died after it had answered.
func TestACopyThatHangsIsNotWaitedFor(t *testing.T) {
	source := exhibiting(t, "good").Source()
	ctx, end := context.WithCancelCause(context.Background())
	never := make(chan bool)
	defer close(never)
	hangs := func(lastgood.Version, []lastgood.Left) error {
		end(nil)
		<-never
		return errors.New("too late")
	}
	if _, err := source.Begin(ctx, hangs, func(error) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestTheNoticeNeedsNoAnswerOfTheSource: there is a last good version, and what the
// station lacked besides is there.
func TestTheNoticeNeedsNoAnswerOfTheSource(t *testing.T) {
	o := exhibiting(t, "good")
	begun(t, o)
	o.Waits = true
	source, _ := dead(t, o.Source())
	err := Waiting{Options: o, Source: source, Check: sound, Told: func(err error) { t.Error(err) }, After: make(pace).after}.Run(context.Background())
	if err != nil {
		t.Error(err)
	}
}

// TestTheNoticeSaysThatTheSourceDoesNotAnswer, once, and goes on when it does.
func TestTheNoticeSaysThatTheSourceDoesNotAnswer(t *testing.T) {
	o := exhibiting(t, "good")
	o.Waits = true
	source, revive := dead(t, o.Source())
	clock := make(pace)
	told, done := make(chan error, 99), make(chan error, 1)
	go func() {
		done <- Waiting{
			Options: o, Source: source, Check: sound, Told: func(err error) { told <- err },
			After: func(time.Duration) <-chan time.Time { return clock },
		}.Run(context.Background())
	}()
	clock.next(9)
	revive()
	if err := clock.until(done); err != nil {
		t.Error(err)
	}
	if err := <-told; err.Error() != "kiosk.error.silent" || len(told) > 0 {
		t.Errorf("%v, and %d more", err, len(told))
	}
}

// TestADamagedCopyIsSaidOnce where the source does not answer: reading it again and again
// would make it no better.
func TestADamagedCopyIsSaidOnce(t *testing.T) {
	o := exhibiting(t, "good")
	begun(t, o)
	o.Waits = true
	source, _ := dead(t, o.Source())
	v, err := source.Peek()
	if err == nil {
		err = os.WriteFile(filepath.Join(source.Folder(v), "text"), []byte("goot"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	clock := make(pace)
	var told []string
	ctx, end := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		done <- Waiting{
			Options: o, Source: source, Check: sound, Told: func(err error) { told = append(told, err.Error()) },
			After: func(time.Duration) <-chan time.Time { return clock },
		}.Run(ctx)
	}()
	clock.next(9)
	end()
	<-done
	if want := []string{"kiosk.error.damaged", "kiosk.error.silent"}; !slices.Equal(told, want) {
		t.Errorf("told is %v", told)
	}
}

// TestADayIsAnotherThoughTheSourceDoesNotAnswer: rights of pictures end with it.
func TestADayIsAnotherThoughTheSourceDoesNotAnswer(t *testing.T) {
	source, _ := dead(t, exhibiting(t, "good").Source())
	clock := make(pace)
	var today atomic.Int32
	changed := make(chan bool, 99)
	var silent []error
	ctx, end := context.WithCancel(context.Background())
	done := make(chan bool)
	f := Follower{
		Source: source, Day: func() string { return strconv.Itoa(int(today.Load())) }, Seen: func(_ string, err error) { silent = append(silent, err) },
		After: func(time.Duration) <-chan time.Time { return clock },
	}
	go func() { f.Run(ctx, "", func() { changed <- true }); close(done) }()
	if clock.next(9); len(changed) > 0 {
		t.Error("what does not answer has changed")
	}
	today.Add(1)
	clock.next(9)
	end()
	if <-done; len(changed) != 1 {
		t.Errorf("the day is seen %d times", len(changed))
	}
	if len(silent) != 1 || !call.Says(silent[0], "kiosk.error.silent") {
		t.Errorf("it is said: %v", silent)
	}
}

// TestAStickThatDoesNotAnswerAsksForNothing.
func TestAStickThatDoesNotAnswerAsksForNothing(t *testing.T) {
	p, never := newPIN(t), make(chan bool)
	defer close(never)
	hangs := func() []string { <-never; return nil }
	if reset, err := p.reset(ended(), hangs); reset || err != nil {
		t.Errorf("%v, %v", reset, err)
	}
	if err := os.WriteFile(filepath.Join(p.folder, pinResetFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.set("4711"); err != nil {
		t.Fatal(err)
	}
	if reset, err := p.reset(ended(), hangs); !reset || err != nil {
		t.Errorf("the state folder asks: %v, %v", reset, err)
	}
}

// TestNoAnswerIsSaidInWords.
func TestNoAnswerIsSaidInWords(t *testing.T) {
	source := exhibiting(t, "good").Source()
	for _, lang := range []string{"de", "en"} {
		say := call.Catalogue(lang)
		late := configFile{name: "kiosk.toml", err: context.DeadlineExceeded}
		_, problems := late.config(onTheDay())
		for _, said := range []string{
			call.Explain(say, source.silence()), problems[0].In(say),
			call.Explain(say, call.Because(late.err, "kiosk.error.config", "file", late.name)),
		} {
			if strings.Contains(said, "{") || strings.Contains(said, "deadline") || strings.Contains(said, "silent") {
				t.Errorf("%s: %s", lang, said)
			}
		}
	}
}
