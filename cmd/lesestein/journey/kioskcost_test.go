//go:build unix

package journey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/typeset/frame"
)

// residentMB is a process's resident memory.
func residentMB(tb testing.TB, pid int) float64 {
	tb.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	f := strings.Fields(string(raw))
	if err != nil || len(f) < 2 {
		tb.Fatalf("no memory of %d: %v", pid, err)
	}
	pages, _ := strconv.Atoi(f[1])
	return float64(pages) * float64(os.Getpagesize()) / (1 << 20)
}

// cpu is the processor time that a process has used.
func cpu(tb testing.TB, pid int) time.Duration {
	tb.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, rest, _ := strings.Cut(string(raw), ") ")
	f := strings.Fields(rest)
	if err != nil || len(f) < 13 {
		tb.Fatalf("no times of %d: %v", pid, err)
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond // of USER_HZ
}

// idleTime is how long a station is watched while nobody comes.
const idleTime = time.Minute

// BenchmarkIdle measures what a station costs that invites and that nobody
// touches: the share of a core that window and supervisor take over a minute on
// software graphics, and the window's resident memory over that of an empty window
// of the toolkit, in one run.
//
//	go test -trimpath -run '^$' -bench Idle -benchtime 1x ./cmd/lesestein/journey
func BenchmarkIdle(b *testing.B) {
	_, blank := programs(b)
	for b.Loop() {
		s := erect(b, "1920x1080")
		s.screen()
		s.alone()
		empty := exec.Command(blank)
		empty.Env = append(os.Environ(), "DISPLAY="+xvfb(b, "1920x1080"), "FYNE_PLATFORM=x11", "HOME="+b.TempDir(), "LIBGL_ALWAYS_SOFTWARE=1")
		if err := empty.Start(); err != nil {
			b.Fatal(err)
		}
		time.Sleep(45 * time.Second) // neither the start nor the first fade, which tells whether there are more
		window := s.window()
		pids := []int{window, s.process.Process.Pid, empty.Process.Pid}
		var before [3]time.Duration
		for i, pid := range pids {
			before[i] = cpu(b, pid)
		}
		time.Sleep(idleTime)
		for i, name := range []string{"%core-window", "%core-supervisor", "%core-empty"} {
			b.ReportMetric(100*(cpu(b, pids[i])-before[i]).Seconds()/idleTime.Seconds(), name)
		}
		b.ReportMetric(residentMB(b, window), "MB-window")
		b.ReportMetric(residentMB(b, window)-residentMB(b, empty.Process.Pid), "MB-over-empty")
		empty.Process.Kill()
		empty.Wait()
		s.term()
	}
}

// humanPace is how often a reader acts, ten times as often as in a museum.
const humanPace = 1200 * time.Millisecond

// course is the resident memory of a process over time: what each act left, by
// stretches of five minutes. Between two collections of garbage, and with two, three
// or four pictures held, it goes up and down; whether it grows, the medians say.
type course [][]float64

const stretch = 5 * time.Minute

func (c course) add(after time.Duration, mb float64) course {
	for len(c) <= int(after/stretch) {
		c = append(c, nil)
	}
	c[len(c)-1] = append(c[len(c)-1], mb)
	return c
}

// middle, least and most are of one stretch.
func (c course) middle(i int) float64 { s := slices.Sorted(slices.Values(c[i])); return s[len(s)/2] }
func (c course) least(i int) float64  { return slices.Min(c[i]) }
func (c course) most(i int) float64   { return slices.Max(c[i]) }

// BenchmarkHour reads and plays at a station for an hour (or LESESTEIN_HOUR, as
// "25m"), one act every 1.2 s, visit after visit, and writes down the window's
// resident memory after each. "%growth" is how much higher the highest median of a
// five-minute stretch from the tenth minute on is than that of the first of them;
// "%growth-most" says the same of each stretch's highest value.
//
//	go test -trimpath -run '^$' -bench Hour -benchtime 1x -timeout 2h ./cmd/lesestein/journey
func BenchmarkHour(b *testing.B) {
	length := time.Hour
	if asked, err := time.ParseDuration(os.Getenv("LESESTEIN_HOUR")); err == nil {
		length = asked
	}
	for b.Loop() {
		s := attend(b, "1080x1920")
		r := &regular{hall: s, rand: rand.New(rand.NewPCG(3, 1))}
		window, began := s.window(), time.Now()
		var c course
		for time.Since(began) < length {
			r.act()
			time.Sleep(humanPace) // the pace is what is asked for
			was := len(c)
			if c = c.add(time.Since(began), residentMB(b, window)); was > 0 && len(c) > was {
				fmt.Printf("until minute %d: %.1f MB (%.1f to %.1f), %d visits, %d acts\n",
					was*5, c.middle(was-1), c.least(was-1), c.most(was-1), r.visits, r.acts)
			}
		}
		if why := s.reasons(); len(why) != 1 || s.window() != window {
			b.Errorf("the window was started anew: %v", why)
		}
		s.term()
		c.report(b)
	}
}

// report compares the whole stretches from the tenth minute on.
func (c course) report(b *testing.B) {
	const from = 2
	last := len(c) - 1 // is not whole
	if last <= from+1 {
		return
	}
	middle, most := 0.0, 0.0
	for i := from; i < last; i++ {
		middle, most = max(middle, c.middle(i)), max(most, c.most(i))
	}
	b.ReportMetric(100*(middle/c.middle(from)-1), "%growth")
	b.ReportMetric(100*(most/c.most(from)-1), "%growth-most")
	b.ReportMetric(c.middle(from), "MB-minute-10")
	b.ReportMetric(c.middle(last-1), "MB-end")
}

// regular comes again and again: chooses a language and a room, turns pages, opens
// what is folded, looks at everything, and ends the visit.
type regular struct {
	*hall
	rand         *rand.Rand
	visits, acts int
}

// act does one thing that the screen offers.
func (r *regular) act() {
	r.acts++
	o, ok := r.look()
	if !ok {
		return
	}
	if o.Phase != kiosk.Visiting {
		if o.Phase == kiosk.Tongues || has(o, frame.RefKind(kiosk.Open), "") {
			r.visits++
		}
		r.tap(o, func(session.ObservedSpot) bool { return true })
		return
	}
	switch n := r.rand.IntN(100); {
	case n < 5 && has(o, frame.RefEnd, ""):
		r.tap(o, func(s session.ObservedSpot) bool { return s.Kind == frame.RefEnd })
	case n < 55 && has(o, frame.RefTurn, ""):
		r.tap(o, func(s session.ObservedSpot) bool { return s.Kind == frame.RefTurn })
	default:
		r.tap(o, func(s session.ObservedSpot) bool { return s.Kind != frame.RefEnd && s.Kind != frame.RefPause })
	}
}

// tap touches one of the spots that lead somewhere.
func (r *regular) tap(o session.Observation, of func(session.ObservedSpot) bool) {
	var at []session.ObservedSpot
	for _, s := range o.Spots {
		if s.Kind != "" && of(s) {
			at = append(at, s)
		}
	}
	x, y := o.Window[0]/2, o.Window[1]/2
	if len(at) > 0 {
		s := at[r.rand.IntN(len(at))]
		x, y = (s.Rect[0]+s.Rect[2])/2, (s.Rect[1]+s.Rect[3])/2
	}
	r.xdo("mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}
