package supervise

import (
	"strconv"
	"strings"
	"time"
)

// A Phase is what a station's beat says of it, in one word.
type Phase string

// The phases.
const (
	Starting Phase = "starting" // no page has been painted yet
	Showing  Phase = "ready"
	Noticed  Phase = "notice" // the notice stands in the window's place
	Left     Phase = "left"   // staff left
	Off      Phase = "off"    // the machine is being shut down, or somebody asked the station to end
)

// beatEvery is how long a beat holds: the disk is not worn with more.
const beatEvery = 10 * time.Second

// Heart writes the beat of a station where no service manager listens: one line with
// the phase, the date and how many seconds the machine had run. It writes every 10 s
// and when the phase changes, as long as the keeper vouches for the station.
//
// A Heart is used by one goroutine.
type Heart struct {
	Write  func(line string) error
	Now    func() time.Time
	Up     func() time.Duration // how long the machine runs
	Failed func(error)          // told once in a row that the beat cannot be written
	Rest   func()               // a moment, in which another may let go of the file

	phase, written Phase
	at             time.Duration // of the last beat, on Up
	mute           bool          // the last beat was not written
}

// Manager is what a Keeper is to be told to speak to.
func (h *Heart) Manager() Manager { return Manager{h.hear} }

// hear takes a message in the form of sd_notify(3).
func (h *Heart) hear(state string) {
	switch {
	case state == stopping:
		return // End says why
	case state == readyNotice:
		h.phase = Noticed
	case state == readyWindow:
		h.phase = Showing
	case state != alive:
		return
	case h.phase == "":
		h.phase = Starting
	}
	if up := h.Up(); h.phase != h.written || up >= h.at+beatEvery || up < h.at {
		h.beat(up)
	}
}

// lastTries are for the last beat, which nobody writes later: without it the silence of
// a station that staff left would be taken for a fault.
const lastTries = 20

// End says with which status the keeper ended. What staff and signals ended is meant;
// any other end leaves the last beat as it is.
func (h *Heart) End(status int) {
	switch status {
	case CodeLeave:
		h.phase = Left
	case CodePowerOff, 0:
		h.phase = Off
	default:
		return
	}
	for n := range lastTries {
		if n > 0 {
			h.Rest()
		}
		if h.beat(h.Up()); !h.mute {
			return
		}
	}
}

func (h *Heart) beat(up time.Duration) {
	line := string(h.phase) + " " + h.Now().Format(time.RFC3339Nano) + " " + strconv.FormatInt(int64(up/time.Second), 10) + "\n"
	err := h.Write(line)
	if err == nil {
		h.written, h.at = h.phase, up
	} else if !h.mute {
		h.Failed(err)
	}
	h.mute = err != nil
}

// meant reports whether a beat says that the silence after it is meant, and was
// written since the machine was started: seconds are compared, so that no clock has a
// part in it. A beat of an earlier run of the machine, when that was longer than this
// one is yet, means nothing any more.
func meant(line string, up time.Duration) bool {
	words := strings.Fields(line)
	if len(words) != 3 || Phase(words[0]) != Left && Phase(words[0]) != Off {
		return false
	}
	seconds, err := strconv.ParseInt(words[2], 10, 64)
	return err != nil || seconds <= int64(up/time.Second)
}
