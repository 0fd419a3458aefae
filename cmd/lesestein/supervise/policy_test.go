package supervise

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"lesestein/ui/kiosk"
)

// lived is the end of a window that had run for a while.
func lived(h How, d time.Duration) Exit { return Exit{How: h, Ready: true, Ran: d} }

func TestOneEndIsFollowedByOneDeed(t *testing.T) {
	for name, c := range map[string]struct {
		end  Exit
		want Verdict
	}{
		"staff leave":              {Exit{Code: 10, Ready: true}, Verdict{Do: Leave, Code: 10}},
		"staff restart":            {Exit{Code: 11, Ready: true}, Verdict{Do: Again, Reason: kiosk.ByStaff}},
		"staff shut down":          {Exit{Code: 12, Ready: true}, Verdict{Do: PowerOff, Code: 12}},
		"staff leave the notice":   {Exit{Code: 10, Notice: true}, Verdict{Do: Leave, Code: 10}},
		"a panic":                  {Exit{Code: 2, Ready: true}, Verdict{Do: Again, After: time.Second, Reason: kiosk.ByCrash}},
		"a window that was closed": {Exit{Code: 0, Ready: true}, Verdict{Do: Again, After: time.Second, Reason: kiosk.ByCrash}},
		"a signal":                 {lived(Killed, time.Hour), Verdict{Do: Again, After: time.Second, Reason: kiosk.ByKill}},
		"a hang":                   {lived(Hung, time.Hour), Verdict{Do: Again, After: time.Second, Reason: kiosk.ByHang}},
		"too much memory":          {lived(Heavy, time.Hour), Verdict{Do: Again, After: time.Second, Reason: kiosk.ByMemory}},
		"an exhibition unreadable": {Exit{Code: 1}, Verdict{Do: Again, After: time.Second, Reason: kiosk.ByCrash}},
		"a panic before a page":    {Exit{Code: 2}, Verdict{Do: Again, After: time.Second, Reason: kiosk.ByCrash}},
		"no display yet":           {Exit{Code: 3}, Verdict{Do: Again, After: time.Second}},
		"it cannot begin":          {Exit{Code: 4}, Verdict{Do: Notice, Until: time.Hour + Window, Waits: true}},
		"the cause is gone":        {Exit{Code: 5, Notice: true, Ready: true}, Verdict{Do: Again}},
		"staff try again":          {Exit{Code: 11, Notice: true, Ready: true}, Verdict{Do: Again, Reason: kiosk.ByStaff}},
		"no display for a notice":  {Exit{Code: 3, Notice: true}, Verdict{Do: Again, After: time.Second}},
		"the display is lost":      {Exit{Code: 3, Ready: true}, Verdict{Do: Again, After: time.Second, Reason: kiosk.ByCrash}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, got := (Policy{}).Next(c.end, time.Hour); got != c.want {
				t.Error(cmp.Diff(c.want, got))
			}
		})
	}
}

// ends plays ends one after the other, each as soon as its verdict allows, and
// returns the verdicts.
func ends(p Policy, now *time.Duration, all ...Exit) (Policy, []Verdict) {
	var out []Verdict
	for _, e := range all {
		var v Verdict
		*now += e.Ran
		p, v = p.Next(e, *now)
		*now += v.After
		out = append(out, v)
	}
	return p, out
}

func TestWaitsGrowAndTheFifthFailureBringsTheNotice(t *testing.T) {
	now := time.Duration(0)
	short := lived(Killed, 10*time.Second)
	_, got := ends(Policy{}, &now, short, short, short, short, short)
	want := []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 0}
	for i, v := range got {
		if v.After != want[i] {
			t.Errorf("failure %d: %v, want %v", i+1, v.After, want[i])
		}
		if v.After > 10*time.Second {
			t.Errorf("failure %d: the station is dark for more than 10 s", i+1)
		}
		if notice := v.Do == Notice; notice != (i == 4) {
			t.Errorf("failure %d: notice %v", i+1, notice)
		}
	}
	if last := got[4]; last.Until != now+Window {
		t.Errorf("the window is tried again at %v, want %v", last.Until, now+Window)
	}
}

func TestFailuresFarApartNeverBringTheNotice(t *testing.T) {
	p, now := Policy{}, time.Duration(0)
	for range 100 {
		var got []Verdict
		p, got = ends(p, &now, lived(Hung, 3*time.Minute))
		if got[0].Do != Again || got[0].After > 8*time.Second {
			t.Fatalf("after %v: %+v", now, got[0])
		}
	}
	if len(p.failures) > Patience {
		t.Errorf("%d failures are remembered", len(p.failures))
	}
}

func TestAfterTheNoticeTheWindowIsTriedOnceEachTime(t *testing.T) {
	now := time.Duration(0)
	short := lived(Killed, time.Second)
	p, _ := ends(Policy{}, &now, short, short, short, short, short)
	due := Exit{How: Due, Notice: true, Ran: Window}
	p, got := ends(p, &now, due, short)
	if got[0] != (Verdict{Do: Again}) || got[1].Do != Notice {
		t.Fatalf("%+v", got)
	}
	_, got = ends(p, &now, due, lived(Killed, Window))
	if got[1].Do != Again {
		t.Errorf("a window that ran for %v is trusted again: %+v", Window, got[1])
	}
}

func TestANoticeThatEndsIsShownAgainMoreSlowly(t *testing.T) {
	now := time.Duration(0)
	short := lived(Killed, time.Second)
	p, _ := ends(Policy{}, &now, short, short, short, short, short)
	until := now + Window
	before := time.Duration(0)
	for {
		var v Verdict
		p, v = p.Next(Exit{How: Killed, Notice: true}, now)
		now += v.After
		if v.Do == Again {
			break
		}
		if v.After < before || v.After > time.Minute || v.Until != until || v.Reason != "" {
			t.Fatalf("%+v", v)
		}
		before = v.After
	}
	if now != until {
		t.Errorf("the window is tried at %v, want %v", now, until)
	}
	if before != time.Minute {
		t.Errorf("the waits grew to %v, want a minute", before)
	}
}

func TestStaffSettleTheFailuresBefore(t *testing.T) {
	now := time.Duration(0)
	short := lived(Killed, time.Second)
	_, got := ends(Policy{}, &now, short, short, short, short, Exit{Code: 11, Ready: true}, short)
	if got[5].Do != Again || got[5].After != time.Second {
		t.Errorf("%+v", got[5])
	}
}

func TestNoOrderOfEndsRestartsWhatStaffEnded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, now := Policy{}, time.Duration(0)
		for range rapid.IntRange(1, 60).Draw(t, "ends") {
			e := Exit{
				How:    How(rapid.IntRange(0, int(Due)).Draw(t, "how")),
				Code:   rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 10, 11, 12, 137}).Draw(t, "code"),
				Notice: rapid.Bool().Draw(t, "notice"),
				Ready:  rapid.Bool().Draw(t, "ready"),
				Ran:    time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(t, "ran")),
			}
			now += e.Ran
			var v Verdict
			p, v = p.Next(e, now)
			staff := e.How == Exited && (e.Code == CodeLeave || e.Code == CodePowerOff)
			if staff && (v.Do == Again || v.Do == Notice) || v.After < 0 || v.After > time.Minute {
				t.Fatalf("%+v: %+v", e, v)
			}
			now += v.After
		}
	})
}

// TestADisplayThatIsAwayIsWaitedFor: nobody could see a notice, and whoever
// switches the display on again is not kept waiting.
func TestADisplayThatIsAwayIsWaitedFor(t *testing.T) {
	now := time.Duration(0)
	lost, away := lived(Exited, time.Hour), Exit{Code: 3, Ran: time.Second}
	all := []Exit{lost}
	for range 200 {
		all = append(all, away)
	}
	p, got := ends(Policy{}, &now, all...)
	for i, v := range got[1:] {
		if v.Do != Again || v.After > 8*time.Second || v.Reason != "" {
			t.Fatalf("try %d without a display: %+v", i+1, v)
		}
	}
	if last := got[len(got)-1]; last.After != 8*time.Second {
		t.Errorf("after a long time it looks every %v", last.After)
	}
	if _, v := p.Next(lived(Killed, time.Hour), now+time.Hour); v.Do != Again || v.After != time.Second {
		t.Errorf("a failure long after the display is back: %+v", v)
	}
}

// TestTheFirstDisplayIsWaitedForAShortWhile: a server may come up beside the station;
// then whoever called hears that there is none.
func TestTheFirstDisplayIsWaitedForAShortWhile(t *testing.T) {
	now, none := time.Duration(0), Exit{Code: 3}
	_, got := ends(Policy{}, &now, none, none, none, none, none)
	if last := got[len(got)-1]; last != (Verdict{Do: Leave, Code: 3}) || now != 15*time.Second {
		t.Errorf("after %v: %+v", now, got)
	}
	now = 0
	_, got = ends(Policy{}, &now, none, Exit{Code: 4}, Exit{Code: 3, Notice: true}, none, none, none)
	if last := got[len(got)-1]; last != (Verdict{Do: Leave, Code: 3}) {
		t.Errorf("a station that cannot begin: %+v", got)
	}
}

// TestAStationThatCannotBeginIsNeverDarkForLong plays hours of a station whose causes
// come and go: between two pages, the window's or the notice's, lie seconds; the window
// is tried at once when the notice says that the cause is gone, but not for ever at
// that pace when nothing comes of it; and no failure is counted.
func TestAStationThatCannotBeginIsNeverDarkForLong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, now, tries := Policy{seen: true}, time.Duration(0), 0
		var v Verdict
		for now < 2*time.Hour {
			e := Exit{Code: CodeUnready, Ran: time.Second}
			if v.Do == Notice {
				e = Exit{Code: CodeCleared, Notice: true, Ready: true, Ran: 3 * time.Second}
				if rapid.Bool().Draw(t, "stays") {
					e = Exit{How: Due, Notice: true, Ready: true, Ran: max(0, v.Until-now)}
				}
			} else {
				tries++
			}
			now += e.Ran
			p, v = p.Next(e, now)
			if v.After > 10*time.Second || v.Reason != "" || v.Do == Leave {
				t.Fatalf("%+v: %+v", e, v)
			}
			now += v.After
		}
		if len(p.failures) > 0 || tries > 2*60*60/4 {
			t.Fatalf("%d failures, %d tries", len(p.failures), tries)
		}
	})
}

func TestANoticeIsBelievedAgainAfterAPageOfTheWindow(t *testing.T) {
	now := time.Duration(0)
	unready, cleared := Exit{Code: CodeUnready}, Exit{Code: CodeCleared, Notice: true, Ready: true}
	p, got := ends(Policy{}, &now, unready, cleared, unready, cleared, unready, cleared, unready, cleared)
	if last := got[len(got)-1]; last.Do != Notice || !last.Waits || last.Until <= now {
		t.Errorf("the fourth time: %+v", last)
	}
	_, got = ends(p, &now, lived(Killed, time.Hour), unready, cleared)
	if last := got[len(got)-1]; last != (Verdict{Do: Again}) {
		t.Errorf("after an hour of the exhibition: %+v", last)
	}
}

// TestANoticeThatClearsAgainAndAgainDoesNotPutOffTheWindow: it ends each second, before
// the time at which it would be the window's turn if nothing ended.
func TestANoticeThatClearsAgainAndAgainDoesNotPutOffTheWindow(t *testing.T) {
	p, v := Policy{}.Next(Exit{Code: CodeUnready}, 0)
	now, since := time.Duration(0), time.Duration(0)
	for n := range 200 {
		e := Exit{Code: CodeUnready}
		if v.Do == Notice {
			e = Exit{Code: CodeCleared, Notice: true, Ready: true}
		}
		now += time.Second
		p, v = p.Next(e, now)
		now += v.After
		if v.Do == Again {
			since = now
		}
		if now-since > maxWait+2*time.Second {
			t.Fatalf("after %d ends the window has not been tried for %v", n+1, now-since)
		}
	}
}
