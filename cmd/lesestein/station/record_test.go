package station

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/kiosk"
)

// ear hears what is said, from any goroutine.
type ear struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (e *ear) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.said.Write(p)
}

func (e *ear) String() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.said.String()
}

// counting is a station with statistics in a folder, and who hears it.
func counting(folder string) (call.Streams, Setup, *ear) {
	e := &ear{}
	c := usualConfig()
	return call.Streams{Out: e, Err: e, Say: call.Catalogue("en")}, Setup{Options: Options{State: folder}, Config: c}, e
}

// TestWhatStaffTaughtOutlivesTheWindow: wrong tries, a pause and learnt keys are
// there after a restart, the last of each.
func TestWhatStaffTaughtOutlivesTheWindow(t *testing.T) {
	st, s, heard := counting(t.TempDir())
	r := OpenRecord(st, s, "")
	staff := NewStaff(s, r)
	for n := range 50 {
		staff.Keep(kiosk.KeepTries{Tries: n + 1})
	}
	staff.Keep(kiosk.LearntKey{Button: kiosk.ButtonHelp, Scan: 195})
	staff.Keep(kiosk.Calibration{Width: 1080, Height: 1920, Density: 3.6})
	if err := staff.Perform(kiosk.Withhold, ""); err != nil {
		t.Error(err)
	}
	r.Close()
	r.Close()
	got := newRecord(st, s, "").Known()
	if b, ok := got.Keypad.Button("", 195); got.Tries != 50 || !got.Withheld || !ok || b != kiosk.ButtonHelp || len(got.Calibrations) != 1 {
		t.Errorf("after a restart it knows %+v", got)
	}
	if heard.String() != "" {
		t.Error(heard)
	}
}

func TestATallyThatCouldNotBeWrittenIsWrittenLater(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	st, s, heard := counting(folder)
	r := newRecord(st, s, "")
	r.Count(kiosk.Counted{What: kiosk.CountVisit, Which: "de"})
	r.Teach(func(k Taught) Taught { k.Tries = 7; return k })
	if err := os.WriteFile(folder, nil, 0o600); err != nil { // a file where the folder was: nothing can be written
		t.Fatal(err)
	}
	r.keep()
	if heard.String() == "" || len(r.Health().Remarks) == 0 {
		t.Error("nobody was told")
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	r.keep()
	if left := r.Health().Remarks; len(left) > 0 {
		t.Errorf("the disk takes it, and staff read %v", left)
	}
	again := newRecord(st, s, "")
	if n := again.tally.value.Sum(again.tally.value.Days[0].Date, kiosk.CountVisit, "de"); n != 1 || again.Known().Tries != 7 {
		t.Errorf("%d visits, %d tries are on the disk", n, again.Known().Tries)
	}
}

func TestEveryBrokenStoreIsKeptAsideWithItsOwnNumberAndSaid(t *testing.T) {
	for _, name := range []string{tallyName, healthName, taughtName} {
		folder := t.TempDir()
		st, s, heard := counting(folder)
		for n, broken := range []string{"{one", "{two", `{"version":99}`} {
			put(t, folder, name, broken)
			r := newRecord(st, s, "")
			aside := fmt.Sprintf("%s.broken-%d", filepath.Join(folder, name), n+1)
			if data, err := os.ReadFile(aside); string(data) != broken || err != nil {
				t.Errorf("%s: %q, %v", aside, data, err)
			}
			if !strings.Contains(heard.String(), aside) || len(r.Health().Remarks) == 0 {
				t.Errorf("%s: said %q, remarked %v", name, heard, r.Health().Remarks)
			}
		}
	}
}

func TestAStoreThatCannotBeReadIsNotWrittenOver(t *testing.T) {
	for _, name := range []string{tallyName, healthName, taughtName} {
		folder := t.TempDir()
		st, s, heard := counting(folder)
		file := filepath.Join(folder, name)
		if err := os.Symlink(file, file); err != nil { // a link to itself: nobody reads it, root included
			t.Fatal(err)
		}
		r := newRecord(st, s, "")
		r.Count(kiosk.Counted{What: kiosk.CountVisit, Which: "de"})
		r.Teach(func(k Taught) Taught { k.Tries = 1; return k })
		r.keep()
		if to, err := os.Readlink(file); to != file || err != nil {
			t.Errorf("%s: %q, %v", name, to, err)
		}
		if name == healthName {
			if err := remember(s, r.began, kiosk.ByCrash); err == nil {
				t.Error("a restart was remembered in a file that nobody can read")
			}
		}
		if !strings.Contains(heard.String(), file) {
			t.Errorf("%s: said %q", name, heard)
		}
	}
}

// TestTheOlderNeverWins teaches from many sides while the record writes: what is on the
// disk at the end is what was known at the end. Run with -race it looks for races, too.
func TestTheOlderNeverWins(t *testing.T) {
	st, s, heard := counting(t.TempDir())
	r := OpenRecord(st, s, "")
	var all sync.WaitGroup
	for k := range 4 {
		all.Go(func() {
			for n := range 50 {
				r.Count(kiosk.Counted{What: kiosk.CountVisit, Which: "de"})
				r.Teach(func(t Taught) Taught { t.Tries = 100*k + n; return t })
				r.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = append(h.Exhibition.Refused, "x") })
				r.Health()
			}
		})
	}
	all.Wait()
	r.Close()
	again := newRecord(st, s, "")
	if a, b := r.Known(), again.Known(); a.Tries != b.Tries {
		t.Errorf("known: %d; kept: %d", a.Tries, b.Tries)
	}
	if n := again.tally.value.Sum(again.tally.value.Days[0].Date, kiosk.CountVisit, ""); n != 200 {
		t.Errorf("%d visits", n)
	}
	if heard.String() != "" {
		t.Error(heard)
	}
}

// TestKioskTomlHoldsForAllThatWasNotTaught: one learnt key and one measured display do
// not keep what was written on that day.
func TestKioskTomlHoldsForAllThatWasNotTaught(t *testing.T) {
	known := Taught{}.with(kiosk.LearntKey{Button: kiosk.ButtonAction, Scan: 116}).
		with(kiosk.Calibration{Width: 1080, Height: 1920, Density: 3.6})
	later, problems := configured(t, "[screen]", "width_mm = 600", "height_mm = 340", "distance_mm = 500", "[keypad]", `up = "F13"`)
	if bad := flaws(problems, false); len(bad) > 0 {
		t.Fatal(bad)
	}
	keys := later.Keypad.Also(known.Keypad)
	for scan, want := range map[int]kiosk.Button{116: kiosk.ButtonAction, 191: kiosk.ButtonUp} {
		if b, ok := keys.Button("", scan); !ok || b != want {
			t.Errorf("scan code %d means %q", scan, b)
		}
	}
	if b, ok := keys.Button("Up", 0); ok {
		t.Errorf("Up still means %q", b)
	}
	for display, want := range map[[2]int]float64{{1080, 1920}: 3.6, {1920, 1080}: 0} {
		if p := later.Place.On(display[0], display[1], known.Calibrations); p.Measured != want || p.Width != 600 || p.Distance != 500 {
			t.Errorf("on %v: %+v", display, p)
		}
	}
}

func TestTheNewestCalibrationsStayOneADisplay(t *testing.T) {
	var known Taught
	for n := range mostCalibrations + 1 {
		known = known.with(kiosk.Calibration{Width: 1000 + n, Height: 700, Density: 3})
	}
	known = known.with(kiosk.Calibration{Width: 1008, Height: 700, Density: 4}).with(kiosk.Calibration{Width: 1, Height: 1, Density: 1000})
	if n := len(known.Calibrations); n != mostCalibrations || known.Calibrations[0].Width != 1001 || known.Calibrations[n-1].Density != 4 {
		t.Errorf("%+v", known.Calibrations)
	}
}

// TestAFileOfBeforeVersionsIsUnderstood: it held the whole keypad and the whole place.
func TestAFileOfBeforeVersionsIsUnderstood(t *testing.T) {
	folder := t.TempDir()
	st, s, heard := counting(folder)
	s.Config, _ = configured(t, "[keypad]", `help = "scan:195"`)
	put(t, folder, taughtName, `{"wrong_pins":2,"keypad":"action Return\naction scan:116\nhelp scan:195\nup Up\n",
		"place":{"Mount":"wall","Width":299,"Height":531,"Distance":700,"Lowest":0,"Depth":0,"Low":800,"High":1100,"Measured":3.5}}`)
	r := OpenRecord(st, s, "")
	got := r.Known()
	if b, ok := got.Keypad.Button("", 116); !ok || b != kiosk.ButtonAction || got.Tries != 2 {
		t.Errorf("it knows %+v", got)
	}
	if _, ok := got.Keypad.Button("", 195); ok {
		t.Error("a key of kiosk.toml was taken for a learnt one")
	}
	if _, ok := got.Keypad.Button("Up", 0); ok {
		t.Error("a key with a name was taken for a learnt one")
	}
	if p := s.Config.Place.On(800, 600, got.Calibrations); p.Measured != 3.5 || p.Distance != 0 {
		t.Errorf("%+v", p)
	}
	NewStaff(s, r).Keep(kiosk.KeepTries{Tries: 3})
	r.Close()
	if again := newRecord(st, s, "").Known(); again.Tries != 3 || len(again.Calibrations) != 1 {
		t.Errorf("then it knows %+v", again)
	}
	if heard.String() != "" {
		t.Error(heard)
	}
}

// TestWhatIsWrongWithKioskTomlIsTheFirstThatStaffRead: errors, and no remarks.
func TestWhatIsWrongWithKioskTomlIsTheFirstThatStaffRead(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	s.Config, s.Problems = configured(t, "[hours]", `monday = ["10.00-18.00"]`)
	r := newRecord(st, s, "")
	r.Refused(call.Sentence("kiosk.error.no-stick"))
	h := r.Health()
	if len(h.Settings) != 1 || !strings.Contains(h.Settings[0].Args[1], "kiosk.toml:2: ") {
		t.Errorf("%v", h.Settings)
	}
	if w := h.Wrong(); len(w) != 2 || w[0].Concern != kiosk.OfSettings {
		t.Errorf("%v", w)
	}
}

func TestWhatStaffDidAfterAllIsNoRemarkAnyMore(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	r := newRecord(st, s, "")
	r.Refused(about{call.Sentence("kiosk.error.no-stick"), string(kiosk.Return)})
	r.Refused(about{call.Sentence("kiosk.error.no-stick"), string(kiosk.Export)})
	if err := NewStaff(s, r).Perform(kiosk.Return, ""); err != nil {
		t.Fatal(err)
	}
	if left := r.Health().Remarks; len(left) != 1 || left[0].About != string(kiosk.Export) {
		t.Errorf("%v", left)
	}
}

// TestTheReportIsInTheZoneOfTheHouse: the clock that staff read, and the day of what is
// counted.
func TestTheReportIsInTheZoneOfTheHouse(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	s.Config, _ = configured(t, "[hours]", `zone = "Pacific/Kiritimati"`) // fourteen hours ahead: nearly always tomorrow
	r := newRecord(st, s, "")
	r.Count(kiosk.Counted{What: kiosk.CountVisit, Which: "de"})
	h := r.Health()
	if h.Clock.Zone != "Pacific/Kiritimati" || h.Clock.Wall.Location() != s.Config.Hours.Zone {
		t.Errorf("the clock: %+v", h.Clock)
	}
	if day := r.tally.value.Days[0].Date; day != kiosk.DayOf(h.Clock.Wall) {
		t.Errorf("counted on %s", day)
	}
}

// TestTheRestartIsToldToTheMachine: the supervisor remembers why, the machine counts it.
func TestTheRestartIsToldToTheMachine(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	if got := newRecord(st, s, "").Started(); got != kiosk.ByStart {
		t.Errorf("the first start is one by %s", got)
	}
	if err := remember(s, time.Now(), kiosk.ByHang); err != nil {
		t.Fatal(err)
	}
	if got := newRecord(st, s, "").Started(); got != kiosk.ByHang {
		t.Errorf("the restart is one by %s", got)
	}
}

// TestTheMetricsSayTheDisplayTruly: on with the window, off when its lights are out.
func TestTheMetricsSayTheDisplayTruly(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	s.Config.Metrics = filepath.Join(s.State, "lesestein.prom")
	r := newRecord(st, s, "")
	for _, on := range []bool{true, false, true} {
		NewStaff(s, r).Keep(kiosk.Display{Width: 1080, Height: 1920, On: on})
		r.keep()
		want := map[bool]string{true: "\nlesestein_display_on 1\n", false: "\nlesestein_display_on 0\n"}[on]
		if text, err := os.ReadFile(s.Config.Metrics); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("on: %v: %s, %v", on, text, err)
		}
	}
}

// TestADoubtfulClockDoesNotMoveTheDayOfRights: neither one that jumped nor one that
// shows a time before the program was built, also after a restart.
func TestADoubtfulClockDoesNotMoveTheDayOfRights(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	built, sure := day(t, "2026-11-30"), day(t, "2027-03-01")
	r := newRecord(st, s, "")
	for _, c := range []struct{ now, want string }{
		{"1970-01-01", "2026-11-30"}, {"2027-03-01", "2027-03-01"}, {"2020-01-01", "2027-03-01"},
	} {
		if got := r.Day(day(t, c.now), built); got != c.want {
			t.Errorf("on %s it is %s, want %s", c.now, got, c.want)
		}
	}
	NewStaff(s, r).Keep(kiosk.JumpedOff)
	if got := r.Day(day(t, "2099-01-01"), built); got != kiosk.DayOf(sure) {
		t.Errorf("after a jump it is %s", got)
	}
	r.keep()
	again := newRecord(st, s, "")
	if got := again.Day(day(t, "1970-01-01"), built); got != kiosk.DayOf(sure) {
		t.Errorf("after a restart it is %s", got)
	}
	NewStaff(s, again).Keep(kiosk.NoDoubt)
	if got := again.Day(day(t, "2028-01-01"), built); got != "2028-01-01" {
		t.Errorf("a clock that is believed again does not move it: %s", got)
	}
}

func day(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestARefusedVersionIsNoRemarkAnyMoreWhenOneIsTaken: and all other remarks stay.
func TestARefusedVersionIsNoRemarkAnyMoreWhenOneIsTaken(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	r := newRecord(st, s, "")
	r.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = []string{"room.toml:3: x"} })
	r.Refused(call.Sentence("kiosk.error.refused", "reason", "room.toml:3: x"))
	r.Refused(call.Sentence("kiosk.error.no-stick"))
	if n := len(r.Health().Remarks); n != 2 {
		t.Fatalf("%d remarks", n)
	}
	r.Remark(func(h *kiosk.Report) { h.Exhibition = kiosk.Shows{Title: "x"} })
	if left := r.Health().Remarks; len(left) != 1 || left[0].About != "" {
		t.Errorf("%v", left)
	}
}

// TestNothingRemarkedIsLostWhileTheRecordIsKept: the report goes on while the disk is
// asked how full it is.
func TestNothingRemarkedIsLostWhileTheRecordIsKept(t *testing.T) {
	st, s, _ := counting(t.TempDir())
	r := newRecord(st, s, "")
	var all sync.WaitGroup
	const sides, times = 4, 25
	long := make([]byte, 4<<20) // each holds the lock for long, so that there is always one who waits for it
	for range sides {
		all.Go(func() {
			for range times {
				r.Remark(func(h *kiosk.Report) {
					sha256.Sum256(long)
					h.Display.Width++
				})
			}
		})
	}
	for range 10 {
		r.keep()
	}
	all.Wait()
	if got := r.Health().Display.Width; got != sides*times {
		t.Errorf("of %d changes %d are there", sides*times, got)
	}
}
