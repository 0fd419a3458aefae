package station

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
)

// sound refuses a version whose text says "bad".
func sound(v lastgood.Version, _ []lastgood.Left) error {
	if data, err := fs.ReadFile(v.Files, "text"); err != nil || strings.Contains(string(data), "bad") {
		return &Refusal{Reasons: []string{"text:1: bad"}}
	}
	return nil
}

// exhibit makes the exhibition of a station one with a text.
func exhibit(t *testing.T, o Options, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(o.Exhibition, 0o755), os.WriteFile(filepath.Join(o.Exhibition, "text"), []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// exhibiting is a usable station with a folder that holds an exhibition.
func exhibiting(t *testing.T, text string) Options {
	t.Helper()
	o := usable(t)
	o.Exhibition = filepath.Join(t.TempDir(), "exhibition")
	exhibit(t, o, text)
	return o
}

// begun is the text that a station begins with, and empty when it cannot begin.
func begun(t *testing.T, o Options) string {
	t.Helper()
	v, err := o.Source().Begin(context.Background(), sound, func(err error) { t.Log(err) })
	if err != nil {
		return ""
	}
	data, err := fs.ReadFile(v.Files, "text")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestAVersionThatWasRefusedIsShownAtNoLaterStart, whatever became of the folder.
func TestAVersionThatWasRefusedIsShownAtNoLaterStart(t *testing.T) {
	o := exhibiting(t, "good")
	if got := begun(t, o); got != "good" {
		t.Fatalf("first %q", got)
	}
	exhibit(t, o, "bad")
	for range 3 {
		if _, err := o.Source().Take(context.Background(), sound); !errors.As(err, new(*Refusal)) {
			t.Errorf("taken: %v", err)
		}
		if got := begun(t, o); got != "good" {
			t.Errorf("after a refusal %q", got)
		}
	}
	for name, change := range map[string]func() error{
		"gone":     func() error { return os.RemoveAll(o.Exhibition) },
		"a file":   func() error { return os.WriteFile(o.Exhibition, []byte("bad"), 0o600) },
		"a circle": func() error { return os.Symlink(o.Exhibition, o.Exhibition) },
	} {
		if err := errors.Join(os.RemoveAll(o.Exhibition), change()); err != nil {
			t.Fatal(err)
		}
		if got := begun(t, o); got != "good" {
			t.Errorf("%s: %q", name, got)
		}
		os.RemoveAll(o.Exhibition)
	}
}

// TestAStationWithoutAGoodVersionDoesNotBegin: not with a refused one, not with a
// damaged copy, not with one that a newer program refuses.
func TestAStationWithoutAGoodVersionDoesNotBegin(t *testing.T) {
	o := exhibiting(t, "bad")
	if got := begun(t, o); got != "" {
		t.Errorf("a refused one: %q", got)
	}
	o = exhibiting(t, "good")
	begun(t, o)
	exhibit(t, o, "bad")
	source := o.Source()
	v, err := source.Peek()
	if err != nil {
		t.Fatal(err)
	}
	newer := func(lastgood.Version, []lastgood.Left) error {
		return &Refusal{Reasons: []string{"format 1 is no more"}}
	}
	if _, err := source.Begin(context.Background(), newer, func(error) {}); err == nil {
		t.Error("a newer program refuses it, and it is shown")
	}
	if err := os.WriteFile(filepath.Join(source.Folder(v), "text"), []byte("goot"), 0o600); err != nil {
		t.Fatal(err)
	}
	told := 0
	if _, err := source.Begin(context.Background(), sound, func(error) { told++ }); err == nil || told != 1 {
		t.Errorf("a damaged copy: %v, told %d times", err, told)
	}
}

// TestTheSettingsOfAnExhibitionThatIsAwayHold.
func TestTheSettingsOfAnExhibitionThatIsAwayHold(t *testing.T) {
	o := exhibiting(t, "good")
	if err := os.WriteFile(filepath.Join(o.Exhibition, "kiosk.toml"), []byte("[program]\nmemory_mb = 600\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	begun(t, o)
	if err := os.RemoveAll(o.Exhibition); err != nil {
		t.Fatal(err)
	}
	if got := o.Read().Config.Memory; got != 600*megabyte {
		t.Errorf("%d MiB", got>>20)
	}
}

func TestWhatAStoreSaysIsASentence(t *testing.T) {
	source := exhibiting(t, "good").Source()
	for err, want := range map[error]string{
		&lastgood.OverError{What: lastgood.Files, Path: "a", Limit: 10000}:   "kiosk.error.over-files",
		&lastgood.OverError{What: lastgood.File, Path: "a", Limit: 5 << 20}:  "kiosk.error.over-file",
		&lastgood.OverError{What: lastgood.Bytes, Path: "a", Limit: 5 << 20}: "kiosk.error.over-bytes",
		&lastgood.OverError{What: lastgood.Depth, Path: "a", Limit: 12}:      "kiosk.error.over-depth",
		lastgood.ErrChanging:     "kiosk.error.changing",
		context.DeadlineExceeded: "kiosk.error.copying",
		errors.New("full"):       "kiosk.error.not-kept",
		&fs.PathError{Op: "stat", Path: source.Name, Err: fs.ErrNotExist}: "error.exhibition-missing",
	} {
		for _, lang := range []string{"de", "en"} {
			said := call.Explain(call.Catalogue(lang), source.explained(err))
			if source.explained(err).Error() != want || strings.Contains(said, "{") || said == want {
				t.Errorf("%v: %v: %s", err, source.explained(err), said)
			}
		}
	}
	if !passing(source.explained(errors.New("full"))) || passing(source.explained(lastgood.ErrChanging)) || passing(&Refusal{Reasons: []string{"x"}}) {
		t.Error("what is tried again")
	}
}

// A pace is a clock that goes on when it is asked.
type pace chan time.Time

func (p pace) after(d time.Duration) <-chan time.Time {
	if d == patience {
		return nil // every source answers in time
	}
	return p
}

func (p pace) next(n int) {
	for range n {
		p <- time.Time{}
	}
}

// until goes on until something is done.
func (p pace) until(done <-chan error) error {
	for {
		select {
		case err := <-done:
			return err
		case p <- time.Time{}:
		}
	}
}

// TestTheNoticeEndsWhenTheStationCanBegin: it waits for what is away, says what that is
// each time it is another, and ends at the first look at which nothing is.
func TestTheNoticeEndsWhenTheStationCanBegin(t *testing.T) {
	o := usable(t)
	p := o.Read().PIN().file
	if err := os.Rename(p, p+".away"); err != nil {
		t.Fatal(err)
	}
	o.Exhibition, o.Waits = filepath.Join(t.TempDir(), "exhibition"), true
	clock := make(pace)
	told, done := make(chan error, 99), make(chan error, 1)
	go func() {
		done <- Waiting{Options: o, Source: o.Source(), Check: sound, Told: func(err error) { told <- err }, After: clock.after}.Run(context.Background())
	}()
	clock.next(3)
	if err := <-told; err.Error() != "kiosk.error.no-pin" {
		t.Errorf("without a PIN: %v", err)
	}
	if err := os.Rename(p+".away", p); err != nil {
		t.Fatal(err)
	}
	clock.next(3)
	if err := <-told; err.Error() != "error.exhibition-missing" {
		t.Errorf("without a folder: %v", err)
	}
	var said []string
	exhibit(t, o, "bad")
	clock.next(6)
	if err := <-told; !errors.As(err, new(*Refusal)) {
		t.Errorf("with errors: %v", err)
	}
	for range 2 { // one larger than a station keeps, and then another one
		exhibit(t, o, "")
		large := filepath.Join(o.Exhibition, "large"+strconv.Itoa(len(said)))
		said = append(said, large)
		if err := errors.Join(os.WriteFile(large, nil, 0o600), os.Truncate(large, 1<<30)); err != nil {
			t.Fatal(err)
		}
		clock.next(6)
		if err := <-told; !strings.Contains(call.Explain(call.Catalogue("en"), err), filepath.Base(large)) {
			t.Errorf("with what is too large: %v", err)
		}
		if err := os.Remove(large); err != nil {
			t.Fatal(err)
		}
	}
	exhibit(t, o, "good")
	if err := clock.until(done); err != nil {
		t.Error(err)
	}
	if len(told) > 0 {
		t.Errorf("told twice: %v", <-told)
	}
	if got := begun(t, o); got != "good" {
		t.Errorf("%q", got)
	}
}

// TestTheNoticeAfterFailuresWaitsForANewVersion: the old one made the window fail.
func TestTheNoticeAfterFailuresWaitsForANewVersion(t *testing.T) {
	o := exhibiting(t, "good")
	begun(t, o)
	clock := make(pace)
	done := make(chan error, 1)
	go func() {
		done <- Waiting{Options: o, Source: o.Source(), Check: sound, Told: func(error) {}, After: clock.after}.Run(context.Background())
	}()
	clock.next(50)
	select {
	case err := <-done:
		t.Fatalf("it ends with nothing new: %v", err)
	default:
	}
	exhibit(t, o, "better")
	if err := clock.until(done); err != nil {
		t.Error(err)
	}
	if got := begun(t, o); got != "better" {
		t.Errorf("%q", got)
	}
}

// TestAFolderThatComesAndGoesIsFollowed: it need not be there when the window begins.
func TestAFolderThatComesAndGoesIsFollowed(t *testing.T) {
	o := exhibiting(t, "good")
	begun(t, o)
	v, err := o.Source().Peek()
	if err != nil {
		t.Fatal(err)
	}
	aside := o.Exhibition + ".aside"
	if err := os.Rename(o.Exhibition, aside); err != nil {
		t.Fatal(err)
	}
	clock := make(pace)
	changed := make(chan bool, 99)
	var today atomic.Int32
	var seen []string
	f := Follower{
		Source: o.Source(), Seen: func(print string, silent error) { seen = append(seen, print); err = errors.Join(err, silent) },
		Day: func() string { return strconv.Itoa(int(today.Load())) }, After: clock.after,
	}
	ctx, end := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() { f.Run(ctx, v.Print, func() { changed <- true }); close(done) }()
	await := func(what string) {
		t.Helper()
		for range 50 {
			select {
			case <-changed:
				return
			default:
				clock.next(1)
			}
		}
		t.Fatalf("%s is not seen", what)
	}
	await("that it is away at the start")
	if err := os.Rename(aside, o.Exhibition); err != nil {
		t.Fatal(err)
	}
	await("that it came back")
	if clock.next(50); len(changed) > 0 {
		t.Error("seen twice")
	}
	f.Took(errors.New("the disk is full"))
	if clock.next(50); len(changed) != 1 {
		t.Errorf("after a failure it is read %d times again", len(changed))
	}
	<-changed
	today.Add(1)
	await("that the day is another, on which other pictures may be shown")
	if clock.next(50); len(changed) > 0 {
		t.Error("the day is seen twice")
	}
	end()
	<-done
	if len(seen) != 2 || !strings.Contains(seen[0], "not to be opened") || seen[1] != v.Print || err != nil {
		t.Errorf("seen are %q, %v", seen, err)
	}
}
