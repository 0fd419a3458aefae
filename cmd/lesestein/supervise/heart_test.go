package supervise

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// heard is a Heart, its clock, and what it wrote.
type heard struct {
	Heart
	up    time.Duration
	lines []string
	fails error
	told  int
	rests int // after three, writing works again
}

func listen() *heard {
	h := &heard{}
	h.Heart = Heart{
		Write:  func(line string) error { h.lines = append(h.lines, line); return h.fails },
		Now:    func() time.Time { return time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC) },
		Up:     func() time.Duration { return h.up },
		Failed: func(error) { h.told++ },
		Rest: func() {
			if h.rests++; h.rests == 3 {
				h.fails = nil
			}
		},
	}
	return h
}

// phases are the first words of what was written.
func (h *heard) phases() []string {
	var all []string
	for _, l := range h.lines {
		all = append(all, strings.Fields(l)[0])
	}
	return all
}

func TestTheBeatTellsThePhaseAndHowLongTheMachineRuns(t *testing.T) {
	h := listen()
	h.up = 90 * time.Second
	m := h.Manager()
	m.Beat()
	m.Ready(false)
	m.Beat()
	m.Ready(true)
	m.Status("in good spirits")
	m.Stopping()
	h.End(CodeLeave)
	if want := []string{"starting", "ready", "notice", "left"}; !slices.Equal(h.phases(), want) {
		t.Errorf("%v, want %v", h.phases(), want)
	}
	if h.lines[0] != "starting 2027-03-01T09:00:00Z 90\n" {
		t.Errorf("%q", h.lines[0])
	}
}

func TestTheBeatIsWrittenEveryTenSeconds(t *testing.T) {
	h := listen()
	m := h.Manager()
	for range 3600 {
		h.up += time.Second
		m.Beat()
	}
	if n := len(h.lines); n != 360 {
		t.Errorf("%d beats in an hour", n)
	}
	h.up = 0 // where a machine's running time begins anew
	if m.Beat(); len(h.lines) != 361 {
		t.Error("no beat")
	}
}

func TestTheLastBeatSaysWhetherTheEndIsMeant(t *testing.T) {
	for status, want := range map[int]string{CodeLeave: "left", CodePowerOff: "off", 0: "off", codeSightless: "ready", 1: "ready"} {
		h := listen()
		h.Manager().Ready(false)
		h.Manager().Stopping()
		h.End(status)
		if got := h.phases(); got[len(got)-1] != want {
			t.Errorf("status %d: %v", status, got)
		}
		if last := h.lines[len(h.lines)-1]; meant(last, time.Hour) != (want != "ready") {
			t.Errorf("status %d: %q is meant: %v", status, last, meant(last, time.Hour))
		}
	}
}

func TestABeatThatIsNotWrittenIsTriedAgainAndNamedOnce(t *testing.T) {
	h := listen()
	h.fails = errors.New("full")
	m := h.Manager()
	m.Beat()
	m.Beat()
	if len(h.lines) != 2 || h.told != 1 {
		t.Errorf("%d tries, named %d times", len(h.lines), h.told)
	}
	h.fails = nil
	m.Beat()
	m.Beat()
	if len(h.lines) != 3 {
		t.Errorf("%d tries", len(h.lines))
	}
}

func TestTheLastBeatIsWrittenHoweverOftenItTakes(t *testing.T) {
	h := listen()
	h.fails = errors.New("held by another")
	h.End(CodeLeave)
	if len(h.lines) != 4 || h.told != 1 || h.mute {
		t.Errorf("%d tries, named %d times", len(h.lines), h.told)
	}
	h = listen()
	h.fails, h.rests = errors.New("full"), 3
	if h.End(CodeLeave); len(h.lines) != lastTries {
		t.Errorf("%d tries", len(h.lines))
	}
}

func TestTheNoticeIsToldToTheManager(t *testing.T) {
	var said []string
	m := Manager{func(s string) { said = append(said, s) }}
	m.Ready(false)
	m.Ready(true)
	if !slices.Equal(said, []string{"READY=1", "READY=1\nX_NOTICE=1"}) {
		t.Errorf("%q", said)
	}
}
