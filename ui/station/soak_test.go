package station

import (
	"context"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// soakVisits is how many visits a simulated day has: 3, or as many as LESESTEIN_SOAK
// says. A museum's station has a hundred and more.
func soakVisits() int {
	if n, err := strconv.Atoi(os.Getenv("LESESTEIN_SOAK")); err == nil {
		return n
	}
	return 3
}

// soakDays is how long the station stands. On the first of them there are visits
// enough to fill the caches of words and letters.
const (
	soakDays    = 30
	firstVisits = 40
)

// day is what a station holds at the end of a day, with nobody there.
type day struct {
	goroutines int
	heap       uint64 // bytes, after the garbage collector
}

// TestAMonthOfVisitsLeavesNothingBehind lets 30 days of visits pass through machine,
// state, worker and typesetter on a clock of its own: goroutines, heap and caches are
// on the last days what they were from the second on, within two per cent.
func TestAMonthOfVisitsLeavesNothingBehind(t *testing.T) {
	config := kiosk.Config{Hours: kiosk.Hours{Week: week(kiosk.Span{From: 8 * 60, To: 6 * 60})}}
	s := &soak{house: newHouse(t, 1080, 1920, config), rand: rand.New(rand.NewPCG(30, 1))}
	s.warm()
	var days []day
	for n := range soakDays {
		s.wait(time.Duration(n)*24*time.Hour + 5*time.Minute - s.at) // five past eight
		visits := soakVisits()
		if n == 0 {
			visits = max(visits, firstVisits)
		}
		for range visits {
			s.visit()
		}
		s.wait(time.Duration(n)*24*time.Hour + 23*time.Hour - s.at) // an hour before
		s.phase(kiosk.Dark)
		s.counted, s.tried = nil, nil
		days = append(days, s.weigh())
	}
	first, last := days[1], days[soakDays-1]
	t.Logf("%d visits, %d acts; heap on day 1, 2, 10, 30: %d, %d, %d, %d kB; goroutines %d, %d",
		s.visits, s.acts, days[0].heap>>10, first.heap>>10, days[9].heap>>10, last.heap>>10,
		first.goroutines, last.goroutines)
	if last.goroutines > first.goroutines {
		t.Errorf("%d goroutines, on day 2 there were %d", last.goroutines, first.goroutines)
	}
	if last.heap > first.heap+first.heap/50 {
		t.Errorf("the heap holds %d kB, on day 2 it was %d", last.heap>>10, first.heap>>10)
	}
}

// soak is a month at a station.
type soak struct {
	*house
	rand         *rand.Rand
	visits, acts int
}

// warm sets every text once in every face, with all its words: a month of visitors
// would come to them too, and fill the bounded caches little by little.
func (s *soak) warm() {
	st := s.state()
	st.View.Route = state.Reader
	st.Policy, _ = note.Preset("adults")
	for r := range renditions(s.of) {
		st.Reading.Text, st.Prefs.Lang = r.Text, r.Lang
		for _, family := range []string{"", state.Sans, state.LowVision} {
			for _, letter := range []int{0, 60} {
				st.Prefs.Family, st.Prefs.Spacing.Letter = family, letter
				if b := s.of.Prepare(st); b == nil || b.Set.Paginate(context.Background()) != nil {
					s.tb.Fatalf("%v is not set", r)
				}
			}
		}
	}
}

// weigh says what is held now.
func (s *soak) weigh() day {
	s.count() // which tidies up
	runtime.GC()
	runtime.GC() // what the first one finalised
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return day{goroutines: runtime.NumGoroutine(), heap: m.HeapAlloc}
}

// visit is a visitor: a language, a room, pages, folds, everything else at random,
// and an end, by the word or by walking away.
func (s *soak) visit() {
	s.visits++
	for range 3 {
		if s.told.view.Phase == kiosk.Visiting {
			break
		}
		s.touch(s.rand.IntN(1080), s.rand.IntN(1920))
		s.settle()
		s.wait(time.Second)
		s.try(frame.RefKind(kiosk.Open), "")
	}
	s.phase(kiosk.Visiting)
	for range 10 + s.rand.IntN(40) {
		s.acts++
		s.act()
		s.wait(time.Duration(2+s.rand.IntN(10)) * time.Second)
		if s.told.view.Phase != kiosk.Visiting {
			break
		}
	}
	if s.rand.IntN(2) == 0 {
		s.do(frame.Ref{Kind: frame.RefEnd})
		s.settle()
	}
	for s.told.view.Phase != kiosk.Attract {
		s.wait(time.Second)
	}
}

// act touches something that can be acted on, or turns; now and then the pages are
// counted, as they are beside a reader.
func (s *soak) act() {
	var at []int
	for i, spot := range s.spots() {
		if spot.Acts() && spot.Ref.Kind != frame.RefEnd && spot.Ref.Kind != frame.RefPause {
			at = append(at, i)
		}
	}
	if len(at) == 0 || s.rand.IntN(3) == 0 {
		s.Input(input.Swipe{DX: -300})
	} else {
		r := s.spots()[at[s.rand.IntN(len(at))]].Rect
		s.touch(((r.MinX + r.MaxX) / 2).Floor(), ((r.MinY + r.MaxY) / 2).Floor())
	}
	s.settle()
	if s.rand.IntN(20) == 0 {
		s.count()
	}
}
