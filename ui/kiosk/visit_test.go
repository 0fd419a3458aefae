package kiosk

import (
	"testing"
	"time"
)

func TestTheInvitation(t *testing.T) {
	scripts{
		"a touch leads to the choice of a language":         {two(), []beat{{s, Touch{}, Tongues, ""}}},
		"a key leads to the choice of a language":           {two(), []beat{{s, Key{}, Tongues, ""}}},
		"a language's name begins at once":                  {two(), []beat{{s, Do{Open, "en"}, Visiting, "begin:en visit:en"}}},
		"an unknown language's name is a touch elsewhere":   {two(), []beat{{s, Do{Open, "fr"}, Tongues, ""}}},
		"one language leaves nothing to choose":             {one(), []beat{{s, Touch{}, Visiting, "begin:de visit:de"}}},
		"the choice is given up after 30 s":                 {two(), []beat{{s, Touch{}, Tongues, ""}, {29 * s, Tick{}, Tongues, ""}, {s, Tick{}, Attract, ""}}},
		"a touch beside the languages gives another 30 s":   {two(), []beat{{s, Touch{}, Tongues, ""}, {29 * s, Touch{}, Tongues, ""}, {29 * s, Tick{}, Tongues, ""}}},
		"a chosen language begins":                          {two(), []beat{{s, Touch{}, Tongues, ""}, {s, Do{Open, "de"}, Visiting, "begin:de visit:de"}}},
		"nothing happens in a day without a touch":          {two(), []beat{{24 * time.Hour, Tick{}, Attract, ""}}},
		"what is shown before a visit begins none":          {two(), []beat{{s, Shown{Page: "1"}, Attract, ""}, {s, Shown{Ended: true}, Attract, ""}}},
		"a time before the last one counts as the last one": {two(), []beat{{mins, Touch{}, Tongues, ""}, {-mins, Tick{}, Tongues, ""}, {mins + 29*s, Tick{}, Tongues, ""}, {s, Tick{}, Attract, ""}}},
	}.run(t)
}

func TestTheAllowedTimeFollowsFromThePage(t *testing.T) {
	for fact, c := range map[string]struct {
		times Times
		shown Shown
		want  time.Duration
	}{
		"a short page has 120 s":               {Times{}, Shown{Words: 10}, 120 * s},
		"a page has 1.5 s for each word":       {Times{}, Shown{Words: 200}, 300 * s},
		"a long page has 600 s":                {Times{}, Shown{Words: 5000}, 600 * s},
		"a fold has at least 180 s":            {Times{}, Shown{Words: 10, Care: true}, 180 * s},
		"a long fold has its words' time":      {Times{}, Shown{Words: 200, Care: true}, 300 * s},
		"a count gone wrong is harmless":       {Times{}, Shown{Words: -1 << 62}, 120 * s},
		"another one too":                      {Times{}, Shown{Words: 1 << 62}, 600 * s},
		"a technician may lengthen all":        {Times{Least: 4 * mins, Most: 20 * mins}, Shown{Words: 700}, 1050 * s},
		"the longest is never under the least": {Times{Least: 20 * mins}, Shown{}, 20 * mins},
	} {
		t.Run(fact, func(t *testing.T) {
			config := two()
			config.Times = c.times
			m, now := play(t, New(config), []beat{{s, Do{Open, "de"}, Visiting, "begin:de visit:de"}, {0, c.shown, Visiting, ""}})
			if next, ok := m.Next(now); !ok || next != now+c.want {
				t.Errorf("the prompt comes after %v (%v), want %v", next-now, ok, c.want)
			}
			play(t, m, []beat{{c.want - 1, Tick{}, Visiting, ""}, {1, Tick{}, Asking, ""}})
		})
	}
}

func TestTheTimesStayWithinWCAG(t *testing.T) {
	if got, want := (Times{}).Valid(), (Times{120 * s, 600 * s, 1500 * time.Millisecond, 180 * s, 30 * s, 5 * mins, 20 * s, 20 * s}); got != want {
		t.Errorf("defaults %v, want %v", got, want)
	}
	if got := (Times{Prompt: s}).Valid().Prompt; got != 20*s {
		t.Errorf("a prompt of 1 s becomes %v, want 20 s", got)
	}
	if got := (Times{Prompt: -s, Word: -1}).Valid(); got != (Times{}).Valid() {
		t.Errorf("negative times become %v, want the defaults", got)
	}
	odd := Times{time.Hour, s, mins, s, time.Hour, time.Hour, time.Hour, 1}
	if once := odd.Valid(); once.Valid() != once {
		t.Errorf("%v is not valid after being made so: %v", once, once.Valid())
	}
}

func TestThePrompt(t *testing.T) {
	asking := joined(visiting(10), []beat{{120 * s, Tick{}, Asking, ""}})
	scripts{
		"without an answer it forgets after 30 s": {two(), joined(asking, []beat{
			{30*s - 1, Tick{}, Asking, ""}, {1, Tick{}, Attract, "reset dwell:0-1"}})},
		"its button keeps the visit":     {two(), joined(asking, []beat{{29 * s, Do{Deed: Keep}, Visiting, ""}})},
		"the action key keeps the visit": {two(), joined(asking, []beat{{29 * s, Key{Action: true}, Visiting, ""}})},
		"a touch elsewhere starts its time anew": {two(), joined(asking, []beat{
			{29 * s, Touch{}, Asking, ""}, {29 * s, Tick{}, Asking, ""}, {s, Tick{}, Attract, "reset dwell:0-1"}})},
		"any other key starts its time anew": {two(), joined(asking, []beat{
			{29 * s, Key{}, Asking, ""}, {29 * s, Tick{}, Asking, ""}})},
		"touches elsewhere keep it open without limit": {two(), joined(asking, repeated100(beat{29 * s, Touch{}, Asking, ""}))},
		"another deed does not keep the visit":         {two(), joined(asking, []beat{{s, Do{Deed: Resume}, Asking, ""}})},
		"start again forgets at once":                  {two(), joined(asking, []beat{{s, Do{Deed: Again}, Attract, "reset dwell:0-1"}})},
		"the visitor's end goes through it":            {two(), joined(asking, []beat{{s, Shown{Ended: true}, Farewell, "reset dwell:0-1"}})},
		"a page shown behind it answers nothing": {two(), joined(asking, []beat{
			{s, Shown{Page: "2"}, Asking, ""}, {29 * s, Tick{}, Attract, "reset dwell:2-5"}})},
		"after an answer the page's time doubles": {two(), joined(asking, []beat{
			{s, Do{Deed: Keep}, Visiting, ""}, {240*s - 1, Tick{}, Visiting, ""}, {1, Tick{}, Asking, ""},
			{s, Do{Deed: Keep}, Visiting, ""}, {480*s - 1, Tick{}, Visiting, ""}, {1, Tick{}, Asking, ""}})},
		"only that page's time doubles": {two(), joined(asking, []beat{
			{s, Do{Deed: Keep}, Visiting, ""}, {s, Shown{Page: "2"}, Visiting, ""}, {120 * s, Tick{}, Asking, ""}})},
		"back on that page its time is still doubled": {two(), joined(asking, []beat{
			{s, Do{Deed: Keep}, Visiting, ""}, {s, Shown{Page: "2"}, Visiting, ""}, {s, Shown{Page: "1"}, Visiting, ""},
			{240*s - 1, Tick{}, Visiting, ""}, {1, Tick{}, Asking, ""}})},
		"the next visitor's page is not doubled": {two(), joined(asking, []beat{
			{s, Do{Deed: Keep}, Visiting, ""}, {s, Shown{Ended: true}, Farewell, "reset dwell:2-5"}},
			visiting(10), []beat{{120 * s, Tick{}, Asking, ""}})},
		"a prompt that comes late stays its whole time": {two(), joined(visiting(10), []beat{
			{time.Hour, Tick{}, Asking, ""}, {30*s - 1, Tick{}, Asking, ""}})},
	}.run(t)
}

func TestTheVisitMayBeKeptWithoutLimit(t *testing.T) {
	m, _ := play(t, New(two()), visiting(10))
	for i := range 100 {
		m, _ = m.Step(Tick{}, m.now+24*31*time.Hour)
		if m.phase != Asking {
			t.Fatalf("no prompt after answer %d", i)
		}
		if m, _ = m.Step(Do{Deed: Keep}, m.now+s); m.phase != Visiting {
			t.Fatalf("answer %d does not keep the visit", i)
		}
	}
}

func repeated100(b beat) []beat {
	beats := make([]beat, 100)
	for i := range beats {
		beats[i] = b
	}
	return beats
}

func TestReading(t *testing.T) {
	scripts{
		"a touch starts the page's time anew": {two(), joined(visiting(10), []beat{
			{119 * s, Touch{}, Visiting, ""}, {119 * s, Tick{}, Visiting, ""}, {s, Tick{}, Asking, ""}})},
		"a key starts the page's time anew": {two(), joined(visiting(10), []beat{
			{119 * s, Key{}, Visiting, ""}, {119 * s, Tick{}, Visiting, ""}})},
		"a new page starts its own time": {two(), joined(visiting(10), []beat{
			{119 * s, Shown{Page: "2", Words: 200}, Visiting, ""}, {299 * s, Tick{}, Visiting, ""}, {s, Tick{}, Asking, ""}})},
		"the same page shown again is no sign of a reader": {two(), joined(visiting(10), []beat{
			{119 * s, Shown{Page: "1", Words: 10}, Visiting, ""}, {s, Tick{}, Asking, ""}})},
		"nobody is asked while a passage is read aloud": {two(), joined(visiting(10), []beat{
			{s, Shown{Page: "1", Words: 10, Speaking: true}, Visiting, ""}, {time.Hour, Tick{}, Visiting, ""},
			{0, Shown{Page: "1", Words: 10}, Visiting, ""}, {119 * s, Tick{}, Visiting, ""}, {s, Tick{}, Asking, ""}})},
		"the end goes to a neutral screen": {two(), joined(visiting(10), []beat{
			{s, Shown{Ended: true}, Farewell, "reset dwell:0-1"}, {19 * s, Tick{}, Farewell, ""}, {s, Tick{}, Attract, ""}})},
		"a touch on the neutral screen begins anew": {two(), joined(visiting(10), []beat{
			{s, Shown{Ended: true}, Farewell, "reset dwell:0-1"}, {s, Touch{}, Tongues, ""}})},
		"with one language it begins at once": {one(), joined(visiting(10), []beat{
			{s, Shown{Ended: true}, Farewell, "reset dwell:0-1"}, {s, Touch{}, Visiting, "begin:de visit:de"}})},
		"an end that is said twice is one end": {two(), joined(visiting(10), []beat{
			{s, Shown{Ended: true}, Farewell, "reset dwell:0-1"}, {s, Shown{Ended: true}, Farewell, ""}})},
		"the dwell ends with the last sign of a reader": {two(), joined(visiting(10), []beat{
			{110 * s, Touch{}, Visiting, ""}, {120 * s, Tick{}, Asking, ""}, {30 * s, Tick{}, Attract, "reset dwell:1-2"}})},
	}.run(t)
}

func TestThePause(t *testing.T) {
	resting := joined(visiting(10), []beat{{s, Do{Deed: Rest}, Resting, ""}})
	scripts{
		"it keeps the place for five minutes": {two(), joined(resting, []beat{
			{5*mins - 1, Tick{}, Resting, ""}, {1, Tick{}, Attract, "reset dwell:0-1"}})},
		"a touch on it changes nothing": {two(), joined(resting, []beat{
			{4 * mins, Touch{}, Resting, ""}, {mins, Tick{}, Attract, "reset dwell:0-1"}})},
		"it returns to the page with its whole time": {two(), joined(resting, []beat{
			{4 * mins, Do{Deed: Resume}, Visiting, ""}, {120*s - 1, Tick{}, Visiting, ""}, {1, Tick{}, Asking, ""}})},
		"the action key returns":         {two(), joined(resting, []beat{{s, Key{Action: true}, Visiting, ""}})},
		"start again forgets at once":    {two(), joined(resting, []beat{{s, Do{Deed: Again}, Attract, "reset dwell:0-1"}})},
		"the visitor's end goes through": {two(), joined(resting, []beat{{s, Shown{Ended: true}, Farewell, "reset dwell:0-1"}})},
	}.run(t)
}

func TestTheContentThatIsOffered(t *testing.T) {
	scripts{
		"is taken at once where nobody is":      {two(), []beat{{s, Offered{}, Attract, "take"}, {s, Tick{}, Attract, ""}}},
		"is taken while staff look on":          {two(), joined(entered(), []beat{{s, act("reload"), StaffIn, "perform:reload"}, {s, Offered{}, StaffIn, "take"}})},
		"is taken on the notice of a pause":     {Config{Withheld: true}, []beat{{s, Offered{}, Withheld, "take"}}},
		"is taken with the reset for staff":     {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}}, gesture(Visiting, ""), pin(true, StaffIn, "reset dwell:0-1 take"))},
		"is taken with the reset after a visit": {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}, {s, Shown{Ended: true}, Farewell, "reset dwell:0-1 take"}})},
		"waits while a language is chosen": {two(), []beat{{s, Touch{}, Tongues, ""}, {s, Offered{}, Tongues, ""},
			{30 * s, Tick{}, Attract, "take"}}},
		"waits for the end of the visit that begins": {two(), []beat{{s, Touch{}, Tongues, ""}, {s, Offered{}, Tongues, ""},
			{s, Do{Open, "de"}, Visiting, "begin:de visit:de"}, {s, Shown{Ended: true}, Farewell, "reset dwell:0-1 take"}}},
		"twice is taken once":              {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}, {s, Offered{}, Visiting, ""}, {s, Shown{Ended: true}, Farewell, "reset dwell:0-1 take"}})},
		"brings its own languages":         {two(), []beat{{s, Offered{Langs: []string{"fr"}}, Attract, "take"}, {s, Touch{}, Visiting, "begin:fr visit:fr"}}},
		"brings them after the visit only": {one(), joined(visiting(1), []beat{{s, Offered{Langs: []string{"de", "en"}}, Visiting, ""}, {s, Shown{Ended: true}, Farewell, "reset dwell:0-1 take"}, {s, Touch{}, Tongues, ""}})},
		"does not touch a group that ends and begins anew": {two(), joined(grouped(), []beat{
			{s, Offered{}, Visiting, ""}, {s, Shown{Ended: true}, Visiting, "reset begin:de:1945"}, {20 * mins, Tick{}, Attract, "reset take"}})},
	}.run(t)
}
