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
		"what is shown before a visit begins none":          {two(), []beat{{s, Shown{Page: "1"}, Attract, ""}, {s, Do{Deed: End}, Tongues, ""}}},
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
		"the visitor's end goes through it":            {two(), joined(asking, []beat{{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}})},
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
			{s, Do{Deed: Keep}, Visiting, ""}, {s, Do{Deed: End}, Farewell, "reset:de dwell:2-5"}},
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
		"the end goes to a neutral screen": {two(), joined(visiting(10), []beat{
			{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {19 * s, Tick{}, Farewell, ""}, {s, Tick{}, Attract, "reset"}})},
		"a touch on the neutral screen begins anew": {two(), joined(visiting(10), []beat{
			{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Touch{}, Tongues, "reset"}})},
		"with one language it begins at once": {one(), joined(visiting(10), []beat{
			{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Touch{}, Visiting, "begin:de visit:de"}})},
		"an end that is said twice begins anew": {two(), joined(visiting(10), []beat{
			{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Do{Deed: End}, Tongues, "reset"}})},
		"the dwell ends with the last sign of a reader": {two(), joined(visiting(10), []beat{
			{110 * s, Touch{}, Visiting, ""}, {120 * s, Tick{}, Asking, ""}, {30 * s, Tick{}, Attract, "reset dwell:1-2"}})},
	}.run(t)
}

// The visitor's language stays until the goodbye is over: whoever looks for help then
// finds it in this language, and is the same visitor.
func TestTheGoodbyeIsInTheVisitorsLanguage(t *testing.T) {
	english := []beat{{s, Do{Open, "en"}, Visiting, "begin:en visit:en"}, {0, Shown{Page: "1", Lang: "en"}, Visiting, ""}}
	bye := joined(english, []beat{{mins, Do{Deed: End}, Farewell, "reset:en dwell:1-2"}})
	help := joined(bye, []beat{{s, Do{Deed: Help}, Visiting, "begin:en"}, {0, Shown{Page: "contacts", Care: true, Lang: "en"}, Visiting, ""}})
	changed := []beat{{s, Do{Open, "de"}, Visiting, "begin:de visit:de"}, {s, Shown{Page: "1", Lang: "en"}, Visiting, ""}}
	hours, six := closing(t)
	scripts{
		"it is forgotten with it":                    {two(), joined(bye, []beat{{20 * s, Tick{}, Attract, "reset"}, {s, Tick{}, Attract, ""}})},
		"the next begins in another":                 {two(), joined(bye, []beat{{s, Do{Open, "de"}, Visiting, "begin:de visit:de"}})},
		"a touch leads to the choice":                {two(), joined(bye, []beat{{s, Touch{}, Tongues, "reset"}})},
		"one that was chosen on the way counts":      {two(), joined(changed, []beat{{s, Do{Deed: End}, Farewell, "reset:en dwell:0-1"}})},
		"one that is none of the exhibition's not":   {two(), joined(changed, []beat{{s, Shown{Page: "1", Lang: "xx"}, Visiting, ""}, {s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}})},
		"help is in it, and no visit more":           {two(), help},
		"... which ends as one":                      {two(), joined(help, []beat{{s, Do{Deed: End}, Farewell, "reset:en"}, {20 * s, Tick{}, Attract, "reset"}})},
		"... or is forgotten":                        {two(), joined(help, []beat{{180 * s, Tick{}, Asking, ""}, {30 * s, Tick{}, Attract, "reset"}})},
		"help is there after closing time, too":      {hours, joined(english, []beat{{0, Tick{six.Add(-s)}, Visiting, ""}, {10 * s, Do{Deed: End}, Farewell, "reset:en dwell:0-1"}, {s, Do{Deed: Help}, Visiting, "begin:en"}})},
		"it stays behind the pad":                    {two(), joined(bye, gesture(Farewell, ""), []beat{{s, Do{Deed: Leave}, Farewell, ""}, {20 * s, Tick{}, Attract, "reset"}})},
		"staff who come through it end it":           {two(), joined(bye, gesture(Farewell, ""), pin(true, StaffIn, "reset"))},
		"there is no help where nobody said goodbye": {two(), []beat{{s, Do{Deed: Help}, Tongues, ""}}},
	}.run(t)
}

func TestThreeTimesEscEndsAVisit(t *testing.T) {
	esc := func(after time.Duration, p Phase, effects string) beat {
		return beat{after, Key{Escape: true}, p, effects}
	}
	twice := joined(visiting(10), []beat{esc(s, Visiting, ""), esc(700*ms, Visiting, "")})
	scripts{
		"within a second and a half":   {two(), joined(twice, []beat{esc(700*ms, Farewell, "reset:de dwell:0-1")})},
		"not in a longer time":         {two(), joined(twice, []beat{esc(900*ms, Visiting, ""), esc(700*ms, Visiting, ""), esc(700*ms, Farewell, "reset:de dwell:0-1")})},
		"not where nobody visits":      {two(), []beat{esc(s, Tongues, ""), esc(s/2, Tongues, ""), esc(s/2, Tongues, "")}},
		"not of the visit before":      {two(), joined(twice, []beat{{0, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {0, Do{Open, "de"}, Visiting, "begin:de visit:de"}, esc(s/2, Visiting, "")})},
		"of a group it begins it anew": {two(), joined(grouped(), []beat{esc(s, Visiting, ""), esc(s/2, Visiting, ""), esc(s/2, Visiting, "reset begin:de:1945")})},
	}.run(t)
}

// Every kind of counter has a producer: it is counted in a day at a station, from
// what happens there.
func TestEveryCounterIsCountedInADay(t *testing.T) {
	config := two()
	config.Started = ByCrash
	fold := func(id, what, effects string) beat { return beat{0, Folded{id, what}, Visiting, effects} }
	early := Tick{time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)}
	config.Built = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	day := joined([]beat{{0, early, Attract, "early restart:crash"}, {0, Tick{}, Attract, ""}}, visiting(10), []beat{
		{0, Shown{Page: "rooms"}, Visiting, ""},
		{s, Shown{Page: "a", Room: "1945"}, Visiting, "room:1945"}, {s, Shown{Page: "b", Room: "1945"}, Visiting, ""},
		{s, Shown{Page: "rooms"}, Visiting, ""}, {s, Shown{Page: "a", Room: "1945"}, Visiting, ""},
		{s, Shown{Page: "c", Room: "1990"}, Visiting, "room:1990"},
		fold("p1", FoldShown, "fold:shown"), fold("p1", FoldShown, ""), fold("p2", FoldShown, "fold:shown"), fold("p1", FoldRead, "fold:read"),
		fold("p1", FoldSummarised, "fold:summarised"), fold("p2", FoldSkipped, "fold:skipped"), fold("p2", "other", ""),
		{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {0, Shown{Page: "x", Room: "1917"}, Farewell, ""}, {0, Folded{"p9", FoldRead}, Farewell, ""},
		{20 * s, Tick{}, Attract, "reset"},
	}, gesture(Attract, ""), pin(false, PadOpen, "tries:1 pad-refused"))
	m, now, counted := New(config), time.Duration(0), map[string]bool{}
	play(t, m, day)
	for _, b := range day {
		now += b.after
		var effects []Effect
		m, effects = m.Step(b.event, now)
		for _, e := range effects {
			if c, ok := e.(Count); ok {
				counted[c.What.What] = true
			}
		}
	}
	for _, what := range []string{CountVisit, CountRoom, CountFold, CountDwell, CountRestart, CountPadRefused} {
		if !counted[what] {
			t.Errorf("%s is never counted", what)
		}
	}
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
		"the visitor's end goes through": {two(), joined(resting, []beat{{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}})},
	}.run(t)
}

func TestTheContentThatIsOffered(t *testing.T) {
	scripts{
		"is taken at once where nobody is":              {two(), []beat{{s, Offered{}, Attract, "take"}, {s, Tick{}, Attract, ""}}},
		"is taken while staff look on":                  {two(), joined(entered(), []beat{{s, act("reload"), StaffIn, "perform:reload"}, {s, Offered{}, StaffIn, "take"}})},
		"is taken on the notice of a pause":             {Config{Withheld: true}, []beat{{s, Offered{}, Withheld, "take"}}},
		"is taken with the reset for staff":             {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}}, gesture(Visiting, ""), pin(true, StaffIn, "reset dwell:0-1 take"))},
		"is taken after the goodbye":                    {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}, {s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {20 * s, Tick{}, Attract, "take reset"}})},
		"is taken where the next visit follows at once": {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}, {s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Do{Open, "en"}, Visiting, "take begin:en visit:en"}})},
		"waits while a language is chosen": {two(), []beat{{s, Touch{}, Tongues, ""}, {s, Offered{}, Tongues, ""},
			{30 * s, Tick{}, Attract, "take"}}},
		"waits for the end of the visit that begins": {two(), []beat{{s, Touch{}, Tongues, ""}, {s, Offered{}, Tongues, ""},
			{s, Do{Open, "de"}, Visiting, "begin:de visit:de"}, {s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Touch{}, Tongues, "take reset"}}},
		"twice is taken once":              {two(), joined(visiting(1), []beat{{s, Offered{}, Visiting, ""}, {s, Offered{}, Visiting, ""}, {s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {20 * s, Tick{}, Attract, "take reset"}})},
		"brings its own languages":         {two(), []beat{{s, Offered{Langs: []string{"fr"}}, Attract, "take"}, {s, Touch{}, Visiting, "begin:fr visit:fr"}}},
		"brings them after the visit only": {one(), joined(visiting(1), []beat{{s, Offered{Langs: []string{"de", "en"}}, Visiting, ""}, {s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}, {s, Touch{}, Tongues, "take reset"}})},
		"does not touch a group that ends and begins anew": {two(), joined(grouped(), []beat{
			{s, Offered{}, Visiting, ""}, {s, Do{Deed: End}, Visiting, "reset begin:de:1945"}, {20 * mins, Tick{}, Attract, "reset take"}})},
	}.run(t)
}
