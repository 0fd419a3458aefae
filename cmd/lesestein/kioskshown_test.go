package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
	"lesestein/cmd/lesestein/station"
	"lesestein/content"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
)

// showing is a station's exhibition in a folder, a copy of the embedded one.
func showing(t *testing.T) (*shown, string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "exhibition")
	if err := os.CopyFS(folder, content.Embedded()); err != nil {
		t.Fatal(err)
	}
	return showingOf(t, folder), folder
}

// showingOf is what a station shows of a source.
func showingOf(t *testing.T, source string) *shown {
	t.Helper()
	st := call.Streams{Out: io.Discard, Err: io.Discard, Say: call.Catalogue("en"), Speaks: "en"}
	s := station.Options{Exhibition: source, State: t.TempDir(), Demo: true}.Read()
	r := station.OpenRecord(st, s, "test")
	t.Cleanup(r.Close)
	k := newShown(st, s, r)
	t.Cleanup(k.tidying.Wait)
	return k
}

// reissue makes the exhibition in a folder another edition, whole or without a text.
func reissue(t *testing.T, folder, name string, whole bool) {
	t.Helper()
	file := filepath.Join(folder, "exhibition.toml")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "\nedition = ")
	_, rest, _ = strings.Cut(rest, "\n")
	before, _, _ := strings.Cut(string(data), "\nedition = ")
	if err := os.WriteFile(file, []byte(before+"\nedition = \""+name+"\"\n"+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	panel := filepath.Join(folder, "1945", "panel.en.md")
	if whole {
		err = os.CopyFS(folder, content.Embedded())
		if errors.Is(err, os.ErrExist) {
			err = nil
		}
	} else {
		err = os.Remove(panel)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// rehearsed finds nothing wrong.
func rehearsed(session.Opened) error { return nil }

// TestWhatCannotBeRehearsedIsShownAtNoLaterStart: the window may end over it.
func TestWhatCannotBeRehearsedIsShownAtNoLaterStart(t *testing.T) {
	k, folder := showing(t)
	reissue(t, folder, "good", true)
	if _, _, err := k.first(); err != nil {
		t.Fatal(err)
	}
	reissue(t, folder, "fatal", true)
	seen := ""
	_, err := k.next(func(x session.Opened) error {
		seen = x.Exhibition.Published.Edition
		return errors.New("it cannot be set")
	})
	if err == nil || seen != "fatal" {
		t.Errorf("rehearsed is %q: %v", seen, err)
	}
	if x, _, err := k.first(); err != nil || x.Exhibition.Published.Edition != "good" {
		t.Errorf("after a restart %q: %v", x.Exhibition.Published.Edition, err)
	}
}

// TestWhatWasCheckedIsWhatIsShown: another version takes the folder's place while the
// copy is checked, and comes and goes between two readings.
func TestWhatWasCheckedIsWhatIsShown(t *testing.T) {
	k, folder := showing(t)
	reissue(t, folder, "good", true)
	bad := folder + ".bad"
	if err := os.CopyFS(bad, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	reissue(t, bad, "half", false)
	swap := func() { t.Helper(); swapped(t, folder, bad) }
	taken := func() (string, error) {
		check, read := k.checking(nil)
		v, err := k.source.Take(context.Background(), func(v lastgood.Version, left []lastgood.Left) error {
			swap()
			return check(v, left)
		})
		if err != nil {
			return "", err
		}
		x, _, err := k.use(*read, v)
		return x.Exhibition.Published.Edition, err
	}
	if got, err := taken(); got != "good" || err != nil {
		t.Errorf("the good one is checked: %q, %v", got, err)
	}
	var refusal *station.Refusal
	if got, err := taken(); !errors.As(err, &refusal) || !strings.Contains(refusal.Reasons[0], filepath.Join(folder, "1945", "panel.en.md")) {
		t.Errorf("the half one is checked: %q, %v", got, err)
	}
	swap() // the half one lies there
	for range 3 {
		if _, err := k.next(rehearsed); err == nil {
			t.Error("the half one is taken")
		}
		if x, _, err := k.first(); err != nil || x.Exhibition.Published.Edition != "good" {
			t.Errorf("after a restart %q: %v", x.Exhibition.Published.Edition, err)
		}
	}
	if all := k.record.Health().Exhibition; all.Title == "" || !strings.HasPrefix(all.Version, "good") || len(all.Refused) == 0 {
		t.Errorf("the report says %+v", all)
	}
}

// swapped are two folders, each in the other's place.
func swapped(t *testing.T, a, b string) {
	t.Helper()
	for _, step := range [][2]string{{a, a + ".aside"}, {b, a}, {a + ".aside", b}} {
		if err := os.Rename(step[0], step[1]); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWhatIsLetGoDoesNotDisturbWhatIsTaken: a visit ends, and the version that it looked
// at is let go of, on the window's goroutine, while a newer one is copied and rehearsed.
func TestWhatIsLetGoDoesNotDisturbWhatIsTaken(t *testing.T) {
	k, folder := showing(t)
	_, first, err := k.first()
	if err != nil {
		t.Fatal(err)
	}
	reissue(t, folder, "second", true)
	second, err := k.next(rehearsed)
	if err != nil {
		t.Fatal(err)
	}
	reissue(t, folder, "third", true)
	third, err := k.next(func(session.Opened) error { first.Drop(); return nil })
	if err != nil || third.Exhibition.Published.Edition != "third" {
		t.Fatalf("%q: %v", third.Exhibition.Published.Edition, err)
	}
	second.Drop()
	if x, _, err := k.first(); err != nil || x.Exhibition.Published.Edition != "third" {
		t.Errorf("after a restart %q: %v", x.Exhibition.Published.Edition, err)
	}
}

// TestABookIsRehearsedWithItsPictures: it is open until then.
func TestABookIsRehearsedWithItsPictures(t *testing.T) {
	book := filepath.Join(t.TempDir(), "a.epub")
	writeEPUB(t, book, `<h1>Eins</h1><img src="p.png" alt="P"/>`)
	k := showingOf(t, book)
	if _, _, err := k.first(); err != nil {
		t.Fatal(err)
	}
	writeEPUB(t, book, `<h1>Eins</h1><p>Ein Satz.</p><img src="p.png" alt="P"/>`)
	seen := 0
	pictured := func(x session.Opened) {
		if seen++; x.Pictures.Picture(x.Exhibition.Rooms[0].ID, "p.png") == nil {
			t.Errorf("no picture is read the time %d", seen)
		}
	}
	next, err := k.next(func(x session.Opened) error { pictured(x); return nil })
	if err != nil {
		t.Fatal(err)
	}
	pictured(next)
	if seen != 2 {
		t.Errorf("seen %d times", seen)
	}
}

// TestWhatWasRefusedStandsInTheReportUntilTheSourceIsAnother: after a restart the last
// good version is shown at once, and the source is looked at later.
func TestWhatWasRefusedStandsInTheReportUntilTheSourceIsAnother(t *testing.T) {
	k, folder := showing(t)
	if _, _, err := k.first(); err != nil {
		t.Fatal(err)
	}
	bad := folder + ".bad"
	if err := os.CopyFS(bad, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	reissue(t, bad, "half", false)
	swapped(t, folder, bad)
	_, err := k.next(rehearsed)
	if err == nil {
		t.Fatal("the half one is taken")
	}
	k.record.Refused(err) // as the window has it
	restart := func() {
		t.Helper()
		if _, _, err := k.first(); err != nil {
			t.Fatal(err)
		}
		ctx, end := context.WithCancel(context.Background())
		looks := 0
		k.follower.After = func(time.Duration) <-chan time.Time {
			if looks++; looks > 1 { // the first waits for the look itself
				end()
			}
			return nil
		}
		k.follow(ctx, func() { t.Error("it is read again at once") })
	}
	restart()
	if h := k.record.Health(); len(h.Exhibition.Refused) == 0 || len(h.Remarks) != 1 {
		t.Errorf("after a restart the report says %v and %v", h.Exhibition.Refused, h.Remarks)
	}
	swapped(t, folder, bad)
	restart()
	if h := k.record.Health(); len(h.Exhibition.Refused) > 0 || len(h.Remarks) > 0 {
		t.Errorf("with the good one there again it says %v and %v", h.Exhibition.Refused, h.Remarks)
	}
	k.seen("", call.Sentence("kiosk.error.silent", "file", folder))
	if h := k.record.Health(); len(h.Remarks) != 1 {
		t.Errorf("where it does not answer it says %v", h.Remarks)
	}
	restart()
	if h := k.record.Health(); len(h.Remarks) > 0 {
		t.Errorf("where it answers again it says %v", h.Remarks)
	}
}

// TestTheLastGoodVersionIsShownWithoutTheSource: the share that it lies on may be dead,
// and never answer.
func TestTheLastGoodVersionIsShownWithoutTheSource(t *testing.T) {
	k, folder := showing(t)
	reissue(t, folder, "good", true)
	if _, _, err := k.first(); err != nil {
		t.Fatal(err)
	}
	k.source.Open = func(string) (fs.FS, io.Closer, error) {
		t.Error("the source is asked")
		return nil, nil, errors.New("no answer")
	}
	if x, _, err := k.first(); err != nil || x.Exhibition.Published.Edition != "good" {
		t.Errorf("%q: %v", x.Exhibition.Published.Edition, err)
	}
}

// TestAFolderThatWasUnpackedIntoItselfIsRefused, as the check does: no exhibition is
// looked for in folders of it.
func TestAFolderThatWasUnpackedIntoItselfIsRefused(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "exhibition")
	if err := os.CopyFS(filepath.Join(folder, "exhibition"), content.Embedded()); err != nil {
		t.Fatal(err)
	}
	_, err := open(folder)
	if err == nil {
		t.Fatal("the check finds an exhibition")
	}
	if x, _, err := showingOf(t, folder).first(); !errors.As(err, new(*station.Refusal)) {
		t.Errorf("shown are %d rooms, %v", len(x.Exhibition.Rooms), err)
	}
}

// TestANewDayNeedsNoSource: a right to show a picture ends with its day, though the stick
// with the exhibition was taken away.
func TestANewDayNeedsNoSource(t *testing.T) {
	k, folder := showing(t)
	today := func(day string) {
		k.record.Remark(func(h *kiosk.Report) { h.Clock.Why.Key, h.Clock.Sure = "stands", day })
	}
	today("2026-12-01")
	if _, _, err := k.first(); err != nil {
		t.Fatal(err)
	}
	reissue(t, folder, "second", true)
	aside := folder + ".aside"
	if err := os.Rename(folder, aside); err != nil {
		t.Fatal(err)
	}
	if _, err := k.next(rehearsed); err == nil {
		t.Error("on the same day what is away is read anew")
	}
	today("2026-12-02")
	if x, err := k.next(rehearsed); err != nil || x.Exhibition.Published.Edition == "second" {
		t.Errorf("on a new day %q, %v", x.Exhibition.Published.Edition, err)
	}
	if err := os.Rename(aside, folder); err != nil {
		t.Fatal(err)
	}
	if x, err := k.next(rehearsed); err != nil || x.Exhibition.Published.Edition != "second" {
		t.Errorf("with the source again %q, %v", x.Exhibition.Published.Edition, err)
	}
}

// TestReloadsLeaveNothingOpenAndOneCopy: the source can be replaced, on every system.
func TestReloadsLeaveNothingOpenAndOneCopy(t *testing.T) {
	k, folder := showing(t)
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // nothing is closed by chance
	handles := func() int { all, _ := os.ReadDir("/proc/self/fd"); return len(all) }
	_, last, err := k.first()
	if err != nil {
		t.Fatal(err)
	}
	before := handles()
	for _, name := range []string{"a", "b", "c", "d"} {
		reissue(t, folder, name, true)
		next, err := k.next(rehearsed)
		if err != nil || next.Exhibition.Published.Edition != name {
			t.Fatalf("%q: %v", next.Exhibition.Published.Edition, err)
		}
		last.Drop()
		last = next
	}
	k.tidying.Wait()
	if n := handles() - before; n > 0 {
		t.Errorf("%d more files are open", n)
	}
	if all, err := os.ReadDir(filepath.Dir(k.source.Folder(lastgood.Version{Folder: "x"}))); err != nil || len(all) != 1 {
		t.Errorf("kept are %v, %v", all, err)
	}
}
