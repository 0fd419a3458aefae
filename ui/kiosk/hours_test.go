package kiosk

import (
	"testing"
	"time"
	_ "time/tzdata" // the machine that tests need not have zones

	"pgregory.net/rapid"
)

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// hm is a time of day in minutes.
func hm(hour, minute int) int { return hour*60 + minute }

// museum is open from 10 to 18, Thursdays to 20, not on Mondays; at Christmas not
// at all; on 8 May until 1 at night.
func museum(t testing.TB) Hours {
	day := []Span{{hm(10, 0), hm(18, 0)}}
	return Hours{
		Zone: berlin(t),
		Week: [7][]Span{day, nil, day, day, {{hm(10, 0), hm(20, 0)}}, day, day},
		Dates: map[Date][]Span{
			{2026, time.December, 24}: {{hm(10, 0), hm(14, 0)}},
			{2026, time.December, 25}: nil,
			{2027, time.May, 8}:       {{hm(10, 0), hm(1, 0)}},
		},
	}
}

func TestTheOpeningHours(t *testing.T) {
	zone := berlin(t)
	night := func(from, to int) Hours {
		var h Hours
		h.Zone = zone
		h.Week[time.Saturday] = []Span{{from, to}}
		return h
	}
	whole := Hours{Zone: zone}
	for i := range whole.Week {
		whole.Week[i] = []Span{{0, 1440}}
	}
	parted := night(hm(9, 0), hm(12, 0))
	parted.Week[time.Saturday] = append(parted.Week[time.Saturday], Span{hm(12, 0), hm(15, 0)}, Span{hm(16, 0), hm(17, 0)})
	wrong := night(-5, hm(12, 0))
	const form = "2006-01-02 15:04 MST"
	for fact, c := range map[string]struct {
		hours  Hours
		at     string
		open   bool
		change string // "": not known
	}{
		"an ordinary day":                                 {museum(t), "2026-11-24 12:00 CET", true, "2026-11-24 18:00 CET"},
		"the minute of opening is open":                   {museum(t), "2026-11-24 10:00 CET", true, "2026-11-24 18:00 CET"},
		"the minute of closing is closed":                 {museum(t), "2026-11-24 18:00 CET", false, "2026-11-25 10:00 CET"},
		"over the closed Monday":                          {museum(t), "2026-11-22 19:00 CET", false, "2026-11-24 10:00 CET"},
		"Thursday is longer":                              {museum(t), "2026-11-26 19:00 CET", true, "2026-11-26 20:00 CET"},
		"a date is stronger than its weekday":             {museum(t), "2026-12-24 15:00 CET", false, "2026-12-26 10:00 CET"},
		"a date that is closed":                           {museum(t), "2026-12-25 12:00 CET", false, "2026-12-26 10:00 CET"},
		"over midnight it is still open":                  {museum(t), "2027-05-09 00:30 CEST", true, "2027-05-09 01:00 CEST"},
		"without hours always":                            {Hours{}, "2026-11-24 03:00 CET", true, ""},
		"all days whole never close":                      {whole, "2026-11-24 03:00 CET", true, ""},
		"spans that touch are one":                        {parted, "2026-11-28 10:00 CET", true, "2026-11-28 15:00 CET"},
		"spans apart are two":                             {parted, "2026-11-28 15:30 CET", false, "2026-11-28 16:00 CET"},
		"a day with a span that cannot be is open":        {wrong, "2026-11-28 10:00 CET", true, "2026-11-29 00:00 CET"},
		"a night's span belongs to the day before":        {night(hm(20, 0), hm(4, 0)), "2026-11-29 03:00 CET", true, "2026-11-29 04:00 CET"},
		"... and not to the day itself":                   {night(hm(20, 0), hm(4, 0)), "2026-11-28 03:00 CET", false, "2026-11-28 20:00 CET"},
		"the night that loses an hour":                    {night(hm(20, 0), hm(4, 0)), "2026-03-28 23:00 CET", true, "2026-03-29 04:00 CEST"},
		"the night that gains an hour":                    {night(hm(20, 0), hm(4, 0)), "2026-10-24 23:00 CEST", true, "2026-10-25 04:00 CET"},
		"closing in the hour that is left out":            {night(hm(20, 0), hm(2, 30)), "2026-03-28 23:00 CET", true, "2026-03-29 03:00 CEST"},
		"closing in the hour that comes twice is late":    {night(hm(20, 0), hm(2, 30)), "2026-10-25 02:45 CEST", true, "2026-10-25 02:30 CET"},
		"the day after the change opens by the new clock": {museum(t), "2026-03-29 01:00 CET", false, "2026-03-29 10:00 CEST"},
	} {
		t.Run(fact, func(t *testing.T) {
			at, err := time.ParseInLocation(form, c.at, zone)
			if err != nil {
				t.Fatal(err)
			}
			open, change := c.hours.At(at.UTC())
			got := ""
			if !change.IsZero() {
				got = change.In(zone).Format(form)
			}
			if open != c.open || got != c.change {
				t.Errorf("at %v: open %v until %q, want %v until %q", at, open, got, c.open, c.change)
			}
		})
	}
}

func TestOpeningInTheHourThatComesTwiceIsEarly(t *testing.T) {
	h := Hours{Zone: berlin(t)}
	h.Week[time.Sunday] = []Span{{hm(2, 30), hm(9, 0)}}
	_, change := h.At(time.Date(2026, 10, 24, 22, 0, 0, 0, time.UTC))
	if want := time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC); !change.Equal(want) {
		t.Errorf("opens %v, want %v: 2:30 before the clocks go back", change.UTC(), want)
	}
}

func TestHoursWithoutAZoneAreThoseOfTheComputersOwn(t *testing.T) {
	var h Hours
	h.Week[time.Tuesday] = []Span{{hm(10, 0), hm(18, 0)}}
	for at, want := range map[time.Time]bool{
		time.Date(2026, 11, 24, 17, 30, 0, 0, berlin(t)): true,
		time.Date(2026, 11, 24, 18, 30, 0, 0, berlin(t)): false,
		time.Date(2026, 11, 24, 17, 30, 0, 0, time.UTC):  true,
	} {
		if open, _ := h.At(at); open != want {
			t.Errorf("at %v open: %v", at, open)
		}
	}
}

// Whatever stands in the hours, a station is not dark for ever.
func TestASlipInTheHoursLeavesTheStationOpen(t *testing.T) {
	zone := berlin(t)
	christmas, now := Date{2026, time.December, 24}, time.Date(2026, 11, 24, 12, 0, 0, 0, zone)
	shut := [7][]Span{{}, {}, {}, {}, {}, {}, {}}
	const form = "2006-01-02 15:04"
	for fact, c := range map[string]struct {
		hours  Hours
		open   bool
		change string
	}{
		"with exceptions alone the other days are open": {Hours{Zone: zone, Dates: map[Date][]Span{christmas: {}}}, true, ""},
		"... up to the exception":                       {Hours{Zone: zone, Dates: map[Date][]Span{{2026, time.November, 25}: {}}}, true, "2026-11-25 00:00"},
		"... in the past as well":                       {Hours{Zone: zone, Dates: map[Date][]Span{{2025, time.May, 8}: nil}}, true, ""},
		"on the exception it is closed":                 {Hours{Zone: zone, Dates: map[Date][]Span{{2026, time.November, 24}: {}}}, false, "2026-11-25 00:00"},
		"a weekday that cannot be is open":              {Hours{Zone: zone, Week: [7][]Span{time.Tuesday: {{hm(10, 0), 1441}}}}, true, "2026-11-25 00:00"},
		"a date that cannot be is open":                 {Hours{Zone: zone, Week: [7][]Span{time.Friday: {{600, 700}}}, Dates: map[Date][]Span{{2026, time.November, 24}: {{-1, 0}}}}, true, "2026-11-25 00:00"},
		"a house that never opens is open":              {Hours{Zone: zone, Week: shut}, true, ""},
		"a house that never opens again is open":        {Hours{Zone: zone, Week: shut, Dates: map[Date][]Span{{2026, time.May, 8}: {{600, 700}}}}, true, ""},
		"... and does not close on its last day":        {Hours{Zone: zone, Week: shut, Dates: map[Date][]Span{{2026, time.November, 24}: {{600, 800}}}}, true, ""},
		"a house of a day in two years is closed":       {Hours{Zone: zone, Week: shut, Dates: map[Date][]Span{{2028, time.December, 24}: {{600, 700}}, {2029, time.May, 8}: {{600, 700}}}}, false, "2028-12-24 10:00"},
		"a house of days to come is closed until then":  {Hours{Zone: zone, Week: shut, Dates: map[Date][]Span{christmas: {{600, 700}}}}, false, "2026-12-24 10:00"},
		"one weekday closes those that are not set":     {Hours{Zone: zone, Week: [7][]Span{time.Friday: {{600, 700}}}}, false, "2026-11-27 10:00"},
	} {
		t.Run(fact, func(t *testing.T) {
			open, change := c.hours.At(now)
			got := ""
			if !change.IsZero() {
				got = change.Format(form)
			}
			if open != c.open || got != c.change {
				t.Errorf("open %v until %q, want %v until %q", open, got, c.open, c.change)
			}
		})
	}
}

// What At names as the next change is one, and between there is none.
func TestHoursChangeWhenTheySayTheyDo(t *testing.T) {
	zones := []*time.Location{berlin(t), time.UTC}
	for _, name := range []string{"America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"} {
		if z, err := time.LoadLocation(name); err == nil {
			zones = append(zones, z)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		h := Hours{Zone: rapid.SampledFrom(zones).Draw(t, "zone")}
		minute := rapid.IntRange(-1, 1441)
		for i := range h.Week {
			if rapid.IntRange(0, 3).Draw(t, "said") == 0 {
				h.Week[i] = []Span{}
			}
			for range rapid.IntRange(0, 2).Draw(t, "spans") {
				h.Week[i] = append(h.Week[i], Span{minute.Draw(t, "from"), minute.Draw(t, "to")})
			}
		}
		at := time.Unix(rapid.Int64Range(1_700_000_000, 1_900_000_000).Draw(t, "at"), 0)
		for range rapid.IntRange(0, 2).Draw(t, "dates") {
			y, mo, d := at.AddDate(0, 0, rapid.SampledFrom([]int{-2, -1, 0, 1, 2, 3, 420}).Draw(t, "day")).Date()
			if h.Dates == nil {
				h.Dates = map[Date][]Span{}
			}
			h.Dates[Date{y, mo, d}] = []Span{{minute.Draw(t, "from"), minute.Draw(t, "to")}}
		}
		open, change := h.At(at)
		if change.IsZero() {
			if !open {
				t.Fatalf("at %v it is closed for ever", at)
			}
			return
		}
		if !change.After(at) {
			t.Fatalf("at %v the next change is %v", at, change)
		}
		if now, _ := h.At(change); now == open {
			t.Fatalf("at %v nothing changes", change)
		}
		part := time.Duration(rapid.Int64Range(0, int64(change.Sub(at))-1).Draw(t, "between"))
		if now, then := h.At(at.Add(part)); now != open || !then.Equal(change) {
			t.Fatalf("between %v and %v, at %v: %v until %v", at, change, at.Add(part), now, then)
		}
	})
}

// closing is a station whose house closes at 18 o'clock, and the time then.
func closing(t testing.TB) (Config, time.Time) {
	return Config{Langs: []string{"de", "en"}, Hours: museum(t), Built: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)},
		time.Date(2026, 11, 24, 18, 0, 0, 0, berlin(t))
}

func TestClosingTime(t *testing.T) {
	c, six := closing(t)
	at := func(d time.Duration) Tick { return Tick{six.Add(d)} }
	dark := []beat{{0, at(-s), Attract, ""}, {s, Tick{six}, Dark, "lights:false"}}
	scripts{
		"the invitation goes dark":                     {c, dark},
		"it does so between two ticks of the wall too": {c, []beat{{0, at(-mins), Attract, ""}, {mins, Touch{}, Closed, ""}}},
		"a station that starts at night is dark":       {c, []beat{{0, at(time.Hour), Dark, "lights:false"}}},
		"before the first tick it is open":             {c, []beat{{time.Hour, Touch{}, Tongues, ""}}},
		"a visit goes on": {c, joined(visiting(10), []beat{{0, at(-s), Visiting, ""}, {30 * s, at(29 * s), Visiting, ""}, {90 * s, at(119 * s), Asking, ""},
			{s, Do{Deed: Keep}, Visiting, ""}, {s, Do{Deed: Rest}, Resting, ""}, {5*mins - 1, Tick{six.Add(7*mins + s)}, Resting, ""}, {1, at(7*mins + s), Dark, "reset dwell:2-5 lights:false"}})},
		"the goodbye stays its time": {c, joined(visiting(10), []beat{{0, at(-s), Visiting, ""}, {10 * s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"},
			{19 * s, at(28 * s), Farewell, ""}, {s, at(29 * s), Dark, "reset lights:false"}})},
		"nobody begins in the goodbye":                {c, joined(visiting(10), []beat{{0, at(-s), Visiting, ""}, {10 * s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Touch{}, Closed, "reset"}})},
		"the choice of a language goes dark":          {c, []beat{{0, at(-s), Attract, ""}, {0, Touch{}, Tongues, ""}, {s, Tick{six}, Dark, "lights:false"}}},
		"a touch in the dark shows a notice for 20 s": {c, joined(dark, []beat{{mins, Touch{}, Closed, "lights:true"}, {20*s - 1, Tick{six.Add(80 * s)}, Closed, ""}, {1, at(80 * s), Dark, "lights:false"}})},
		"a key too":                                      {c, joined(dark, []beat{{mins, Key{}, Closed, "lights:true"}})},
		"another touch keeps the notice":                 {c, joined(dark, []beat{{mins, Touch{}, Closed, "lights:true"}, {19 * s, Touch{}, Closed, ""}, {19 * s, at(98 * s), Closed, ""}})},
		"no visit begins at night":                       {c, joined(dark, []beat{{mins, Do{Open, "de"}, Closed, "lights:true"}, {s, Do{Open, "de"}, Closed, ""}})},
		"in the morning it invites":                      {c, joined(dark, []beat{{16*time.Hour - s, at(16*time.Hour - s), Dark, ""}, {s, at(16 * time.Hour), Attract, "lights:true"}})},
		"the notice ends with the night":                 {c, joined(dark, []beat{{16*time.Hour - s, Touch{}, Closed, "lights:true"}, {s, at(16 * time.Hour), Attract, ""}})},
		"new content is taken at night":                  {c, joined(dark, []beat{{s, Offered{}, Dark, "take"}})},
		"staff get in at night, and leave into the dark": {c, joined(dark, []beat{{s, Touch{}, Closed, "lights:true"}}, gesture(Closed, ""), pin(true, StaffIn, ""), []beat{{s, Do{Deed: Leave}, Dark, "lights:false"}})},
		"the pad over the dark is lit":                   {c, joined(dark, gesture(Dark, "lights:true"), []beat{{20 * s, Tick{six.Add(25 * s)}, Dark, "lights:false"}})},
		"staff may open for a group":                     {c, joined(dark, []beat{{s, Touch{}, Closed, "lights:true"}}, gesture(Closed, ""), pin(true, StaffIn, ""), []beat{{s, act("group 1945 adults 20"), Visiting, "begin:de:1945 visit:de"}, {20 * mins, at(21 * mins), Dark, "reset lights:false"}})},
		"a paused exhibition is dark at night too":       {c, joined(entered(), []beat{{0, act("withhold"), Withheld, "perform:withhold"}, {s, at(time.Hour), Dark, "lights:false"}, {15 * time.Hour, at(16 * time.Hour), Withheld, "lights:true"}})},
	}.run(t)
}

func TestTheQuietLineAppearsAQuarterOfAnHourBefore(t *testing.T) {
	c, six := closing(t)
	m, _ := New(c).Step(Tick{six.Add(-time.Hour)}, s)
	if next := 45*mins + s; m.View(next-1).Closing || !m.View(next).Closing {
		t.Errorf("a quarter to six: %v, then %v", m.View(next-1).Closing, m.View(next).Closing)
	}
	m, _ = m.Step(Do{Open, "de"}, 44*mins)
	m, _ = m.Step(Shown{Page: "1", Words: 300}, 44*mins)
	if next, ok := m.Next(44 * mins); !ok || next != 45*mins+s {
		t.Errorf("a visit wakes at %v (%v) for it, want %v", next, ok, 45*mins+s)
	}
	if m.View(time.Hour + 2*s).Closing {
		t.Error("it stays after closing")
	}
}

func TestTheNoticeNamesTheNextOpening(t *testing.T) {
	c, six := closing(t)
	m, _ := New(c).Step(Tick{six}, s)
	m, _ = m.Step(Touch{}, 2*s)
	if got, want := m.View(2*s).Opens, time.Date(2026, 11, 25, 10, 0, 0, 0, berlin(t)); !got.Equal(want) {
		t.Errorf("opens %v, want %v", got, want)
	}
}

func TestTheClock(t *testing.T) {
	c, six := closing(t)
	early := Tick{time.Date(1970, 1, 1, 3, 0, 0, 0, time.UTC)}
	at := func(d time.Duration) Tick { return Tick{six.Add(d)} }
	for fact, script := range map[string]struct {
		beats []beat
		doubt Doubt
	}{
		"before the program was built: open":        {[]beat{{0, early, Attract, "early"}}, TooEarly},
		"an early clock that is set right counts":   {[]beat{{0, early, Attract, "early"}, {mins, at(time.Hour), Dark, "believed lights:false"}}, NoDoubt},
		"a jump back: open":                         {[]beat{{0, at(time.Hour), Dark, "lights:false"}, {mins, at(0), Attract, "jumped lights:true"}}, JumpedOff},
		"a jump too far ahead: open":                {[]beat{{0, at(mins), Dark, "lights:false"}, {mins, at(400 * 24 * time.Hour), Attract, "jumped lights:true"}}, JumpedOff},
		"for ten minutes it stays in doubt":         {[]beat{{0, at(-mins), Attract, ""}, {mins, at(-time.Hour), Attract, "jumped"}, {10*mins - 1, at(-50*mins - 1), Attract, ""}}, JumpedOff},
		"... and is believed then":                  {[]beat{{0, at(-mins), Attract, ""}, {mins, at(-time.Hour), Attract, "jumped"}, {5 * mins, at(-55 * mins), Attract, ""}, {5 * mins, at(-50 * mins), Attract, "believed"}}, NoDoubt},
		"... and its hours count":                   {[]beat{{0, at(2 * time.Hour), Dark, "lights:false"}, {mins, at(mins), Attract, "jumped lights:true"}, {9 * mins, at(10 * mins), Attract, ""}, {mins, at(11 * mins), Dark, "believed lights:false"}}, NoDoubt},
		"one that jumps again begins anew":          {[]beat{{0, at(-mins), Attract, ""}, {mins, at(-time.Hour), Attract, "jumped"}, {9 * mins, at(-3 * time.Hour), Attract, ""}, {9 * mins, at(-3*time.Hour + 9*mins), Attract, ""}}, JumpedOff},
		"a clock that comes back is believed":       {[]beat{{0, at(-mins), Attract, ""}, {mins, at(-time.Hour), Attract, "jumped"}, {mins, at(mins), Dark, "believed lights:false"}}, NoDoubt},
		"a machine that slept is believed":          {[]beat{{0, at(-mins), Attract, ""}, {s, at(8 * time.Hour), Dark, "lights:false"}}, NoDoubt},
		"... over a long weekend":                   {[]beat{{0, at(time.Hour), Dark, "lights:false"}, {s, at(89 * time.Hour), Attract, "lights:true"}}, NoDoubt},
		"a boot in the past that the network set":   {[]beat{{0, at(-10 * 24 * time.Hour), Dark, "lights:false"}, {mins, at(-time.Hour), Attract, "lights:true"}}, NoDoubt},
		"a boot ahead that the network set":         {[]beat{{0, at(time.Hour), Dark, "lights:false"}, {mins, at(-time.Hour), Attract, "jumped lights:true"}, {10 * mins, at(-50 * mins), Attract, "believed"}}, NoDoubt},
		"a clock that is put right a little counts": {[]beat{{0, at(-mins), Attract, ""}, {mins, at(4 * mins), Dark, "lights:false"}}, NoDoubt},
		"a clock that staff set is believed": {joined([]beat{{0, at(-3 * time.Hour), Attract, ""}}, entered(), []beat{{0, act("clock 2026-11-24T19:00:00+01:00"), StaffIn, "perform:clock:2026-11-24T19:00:00+01:00"},
			{s, at(-3*time.Hour + 10*s), StaffIn, ""}, {s, at(time.Hour), StaffIn, ""}, {s, Do{Deed: Leave}, Dark, "lights:false"}}), NoDoubt},
		"... also one that was doubted": {joined([]beat{{0, early, Attract, "early"}}, entered(), []beat{{0, act("clock x"), StaffIn, "perform:clock:x believed"}}), NoDoubt},
		"hours later it is doubted again": {joined([]beat{{0, at(-3 * time.Hour), Attract, ""}}, entered(), []beat{{0, act("clock x"), StaffIn, "perform:clock:x"},
			{s, at(-3*time.Hour + 10*s), StaffIn, ""}, {3 * mins, at(-5 * time.Hour), Attract, "jumped"}}), JumpedOff},
	} {
		t.Run(fact, func(t *testing.T) {
			m, now := play(t, New(c), script.beats)
			if got := m.View(now).Clock; got != script.doubt {
				t.Errorf("doubt %q, want %q", got, script.doubt)
			}
		})
	}
}

// time.Now carries a monotonic reading; two such times differ by it, and no jump of
// the wall would ever show.
func TestTheMonotonicReadingOfATickIsDropped(t *testing.T) {
	m, _ := New(one()).Step(Tick{time.Now()}, 0)
	if m.clock.last.wall != m.clock.last.wall.Round(0) {
		t.Errorf("%v is kept", m.clock.last.wall)
	}
}
