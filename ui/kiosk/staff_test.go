package kiosk

import (
	"slices"
	"testing"
	"time"
)

const ms = time.Millisecond

// entered are the beats to the staff screen from where nobody is.
func entered() []beat {
	return joined(gesture(Attract, ""), pin(true, StaffIn, ""))
}

// grouped are the beats to a group of 20 minutes.
func grouped() []beat {
	return joined(entered(), []beat{{s, act("group 1945 adults 20"), Visiting, "begin:de:1945 visit:de"}})
}

func taps(n int, gap time.Duration) []beat {
	var beats []beat
	for range n {
		beats = append(beats, beat{gap - 20*ms, Corner{Down: true}, Attract, ""}, beat{20 * ms, Corner{}, Attract, ""})
	}
	return beats
}

func TestTheStaffGesture(t *testing.T) {
	held := func(d time.Duration, p Phase) []beat {
		return []beat{{300 * ms, Corner{Down: true}, Attract, ""}, {d, Corner{}, p, ""}}
	}
	scripts{
		"five taps, the last held for a second, open the pad": {two(), gesture(Attract, "")},
		"it opens while the finger is still down": {two(), joined(taps(4, 300*ms), []beat{
			{300 * ms, Corner{Down: true}, Attract, ""}, {s - 1, Tick{}, Attract, ""}, {1, Tick{}, PadOpen, ""}})},
		"four taps do not":                         {two(), joined(taps(3, 300*ms), held(2*s, Attract))},
		"held for less than a second it is none":   {two(), joined(taps(4, 300*ms), held(s-1, Attract))},
		"a sixth tap that is held makes up for it": {two(), joined(taps(5, 300*ms), held(s, PadOpen))},
		"in more than three seconds it is none":    {two(), joined(taps(4, 900*ms), held(2*s, Attract))},
		"repeats under 250 ms count once":          {two(), joined(taps(8, 120*ms), held(2*s, Attract))},
		"a last tap that bounces is held all the same": {two(), joined(taps(4, 300*ms), []beat{
			{300 * ms, Corner{Down: true}, Attract, ""}, {50 * ms, Corner{}, Attract, ""},
			{50 * ms, Corner{Down: true}, Attract, ""}, {s, Tick{}, PadOpen, ""}})},
		"a lifting that is not reported locks nobody out": {two(), joined([]beat{{s, Corner{Down: true}, Attract, ""}, {5 * s, Tick{}, Attract, ""}}, gesture(Attract, ""))},
		"a finger that lies in the corner is one tap":     {two(), joined(repeatedDown(20), held(2*s, Attract))},
		"in a visit the page is covered and comes back with its whole time": {two(), joined(visiting(10), []beat{{100 * s, Tick{}, Visiting, ""}},
			gesture(Visiting, ""), []beat{{s, Do{Deed: Leave}, Visiting, ""}, {120*s - 1, Tick{}, Visiting, ""}, {1, Tick{}, Asking, ""}})},
		"at the prompt": {two(), joined(visiting(10), []beat{{120 * s, Tick{}, Asking, ""}}, gesture(Asking, ""),
			[]beat{{20 * s, Tick{}, Asking, ""}, {30*s - 1, Tick{}, Asking, ""}, {1, Tick{}, Attract, "reset dwell:0-1"}})},
		"in a pause": {two(), joined(visiting(10), []beat{{s, Do{Deed: Rest}, Resting, ""}}, gesture(Resting, ""),
			[]beat{{s, Do{Deed: Leave}, Resting, ""}, {5*mins - 1, Tick{}, Resting, ""}})},
		"at the choice of a language": {two(), joined([]beat{{s, Touch{}, Tongues, ""}}, gesture(Tongues, ""),
			[]beat{{s, Do{Deed: Leave}, Tongues, ""}})},
		"on the neutral screen": {two(), joined(visiting(10), []beat{{s, Do{Deed: End}, Farewell, "reset:de dwell:0-1"}},
			gesture(Farewell, ""), []beat{{s, Do{Deed: Leave}, Farewell, ""}})},
		"while the exhibition is paused": {Config{Langs: []string{"de"}, Withheld: true}, gesture(Withheld, "")},
		"on the pad it is nothing":       {two(), joined(gesture(Attract, ""), []beat{{s, Corner{Down: true}, PadOpen, ""}, {s, Corner{}, PadOpen, ""}})},
	}.run(t)
}

func TestTheStationWakesForAFingerHeldInTheCorner(t *testing.T) {
	beats := gesture(Attract, "")
	m, now := play(t, New(one()), beats[:len(beats)-1])
	if next, ok := m.Next(now); !ok || next != now+s {
		t.Errorf("it wakes after %v (%v), want 1 s", next-now, ok)
	}
}

func repeatedDown(n int) []beat {
	var beats []beat
	for range n {
		beats = append(beats, beat{300 * ms, Corner{Down: true}, Attract, ""})
	}
	return append(beats, beat{0, Corner{}, Attract, ""})
}

func TestThePad(t *testing.T) {
	pad := gesture(Attract, "")
	scripts{
		"20 s without input close it":             {two(), joined(pad, []beat{{20*s - 1, Tick{}, PadOpen, ""}, {1, Tick{}, Attract, ""}})},
		"a digit gives another 20 s":              {two(), joined(pad, []beat{{19 * s, Do{Digit, "1"}, PadOpen, ""}, {19 * s, Tick{}, PadOpen, ""}})},
		"its own word leaves it":                  {two(), joined(pad, []beat{{s, Do{Deed: Leave}, Attract, ""}})},
		"no touch, key or other deed leaves it":   {two(), joined(pad, padAttempts())},
		"the right PIN lets staff in":             {two(), joined(pad, pin(true, StaffIn, ""))},
		"a PIN is not asked twice at once":        {two(), joined(pad, pin(false, PadOpen, "tries:1 pad-refused")[:3], []beat{{0, Do{Digit, "1"}, PadOpen, ""}, {0, Do{Deed: Enter}, PadOpen, ""}})},
		"nor from a pad that was opened anew":     {two(), joined(pad, pin(false, PadOpen, "tries:1 pad-refused")[:3], []beat{{0, Do{Deed: Leave}, Attract, ""}}, pad, []beat{{0, Do{Digit, "1"}, PadOpen, ""}, {0, Do{Deed: Enter}, PadOpen, ""}})},
		"no digits are no PIN":                    {two(), joined(pad, []beat{{0, Do{Deed: Enter}, PadOpen, ""}})},
		"an answer that nobody asked for is none": {two(), joined(pad, []beat{{0, Verified{true}, PadOpen, ""}, {0, Do{Deed: Leave}, Attract, ""}, {0, Verified{true}, Attract, ""}})},
		"a deleted digit is not sent":             {two(), joined(pad, []beat{{0, Do{Digit, "1"}, PadOpen, ""}, {0, Do{Deed: Delete}, PadOpen, ""}, {0, Do{Deed: Delete}, PadOpen, ""}, {0, Do{Digit, "7"}, PadOpen, ""}, {0, Do{Deed: Enter}, PadOpen, "verify:7"}})},
		"what is no digit is not sent":            {two(), joined(pad, []beat{{0, Do{Digit, "x"}, PadOpen, ""}, {0, Do{Digit, "12"}, PadOpen, ""}, {0, Do{Digit, ""}, PadOpen, ""}, {0, Do{Deed: Enter}, PadOpen, ""}})},
		"the thirteenth digit is not heard":       {two(), joined(pad, manyDigits(20), []beat{{0, Do{Deed: Enter}, PadOpen, "verify:111111111111"}})},
		"digits do not outlive it":                {two(), joined(pad, []beat{{0, Do{Digit, "1"}, PadOpen, ""}, {0, Do{Deed: Leave}, Attract, ""}}, pad, []beat{{0, Do{Deed: Enter}, PadOpen, ""}})},
		"a right answer after its end opens none": {two(), joined(pad, pin(true, StaffIn, "")[:3], []beat{{0, Do{Deed: Leave}, Attract, ""}}, pad, []beat{{0, Verified{true}, PadOpen, ""}})},
		"a wrong answer after its end counts":     {two(), joined(pad, pin(true, StaffIn, "")[:3], []beat{{0, Do{Deed: Leave}, Attract, ""}, {0, Verified{false}, Attract, "tries:1 pad-refused"}})},
		"staff end the visit they came through":   {two(), joined(visiting(10), gesture(Visiting, ""), pin(true, StaffIn, "reset dwell:0-1"))},
	}.run(t)
}

// padAttempts is everything else that a stranger could try.
func padAttempts() []beat {
	var beats []beat
	for _, e := range []Event{Touch{}, Key{}, Key{Action: true}, Shown{Page: "2"}, Offered{}, Corner{Down: true}, Corner{}, Tick{}} {
		if _, offered := e.(Offered); !offered {
			beats = append(beats, beat{s, e, PadOpen, ""})
		}
	}
	for _, d := range []Deed{Open, End, Help, Keep, Again, Rest, Resume, Visit, Act, "?"} {
		beats = append(beats, beat{s, Do{d, "exit"}, PadOpen, ""})
	}
	return beats
}

func manyDigits(n int) []beat {
	beats := make([]beat, n)
	for i := range beats {
		beats[i] = beat{0, Do{Digit, "1"}, PadOpen, ""}
	}
	return beats
}

func TestTheWaitAfterWrongTries(t *testing.T) {
	pad := gesture(Attract, "")
	wrong := func(tries string) []beat { return pin(false, PadOpen, "tries:"+tries+" pad-refused") }
	wait := func(d time.Duration) []beat {
		beats := []beat{{0, Do{Digit, "1"}, PadOpen, ""}, {0, Do{Deed: Enter}, PadOpen, ""}}
		for ; d > 10*s; d -= 10 * s {
			beats = append(beats, beat{10 * s, Do{Digit, "1"}, PadOpen, ""})
		}
		return append(beats, beat{d - 1, Do{Digit, "1"}, PadOpen, ""}, beat{0, Do{Deed: Enter}, PadOpen, ""}, beat{1, Tick{}, PadOpen, ""})
	}
	three := joined(pad, wrong("1"), wrong("2"), wrong("3"))
	restarted := func(tries int) Config { return Config{Langs: []string{"de"}, Tries: tries} }
	scripts{
		"three tries are free, then 5 s, 30 s and 5 min for each": {two(), joined(three, wait(5*s), wrong("4"), wait(30*s),
			wrong("5"), wait(5*mins), wrong("6"), wait(5*mins), wrong("7"))},
		"a right PIN clears them": {two(), joined(three, wait(5*s), pin(true, StaffIn, "tries:0"),
			[]beat{{s, Do{Deed: Leave}, Attract, ""}}, three)},
		"to close the pad and open it again does not shorten it": {two(), joined(pad, wrong("1"), wrong("2"), wrong("3"), wait(5*s), wrong("4"),
			[]beat{{0, Do{Deed: Leave}, Attract, ""}}, pad, []beat{{0, Do{Digit, "1"}, PadOpen, ""}, {0, Do{Deed: Enter}, PadOpen, ""}})},
		"a restart begins it anew, whole":               {restarted(3), joined(gesture(Attract, ""), wait(5*s-gestureTime), wrong("4"))},
		"a restart begins a long one anew, whole":       {restarted(9), joined(gesture(Attract, ""), wait(5*mins-gestureTime), wrong("10"))},
		"a restart after fewer tries waits for none":    {restarted(2), joined(gesture(Attract, ""), wrong("3"))},
		"a file with nonsense in it is no tries":        {restarted(-5), joined(gesture(Attract, ""), wrong("1"))},
		"a digit during it does not count for the next": {two(), joined(three, []beat{{s, Do{Digit, "9"}, PadOpen, ""}, {4 * s, Tick{}, PadOpen, ""}}, wrong("4"))},
	}.run(t)
}

// gestureTime is how long the staff gesture of the tests takes.
const gestureTime = 4*350*ms + 300*ms + s

func TestThePadShowsHowLongToWait(t *testing.T) {
	pad := gesture(Attract, "")
	m, now := play(t, New(Config{Langs: []string{"de"}, Tries: 3}), pad)
	want := PadView{Wait: 3 * s}
	if got := m.View(now).Pad; got != want {
		t.Errorf("%v after the start: %+v, want %+v", now, got, want)
	}
	if next, _ := m.Next(now); next != 3*s {
		t.Errorf("it changes at %v, want 3 s: each whole second", next)
	}
	if got := m.View(5 * s).Pad; got != (PadView{}) {
		t.Errorf("after the wait: %+v", got)
	}
}

func TestTheStaffScreen(t *testing.T) {
	in := entered()
	scripts{
		"120 s without input leave it": {two(), joined(in, []beat{{120*s - 1, Tick{}, StaffIn, ""}, {1, Tick{}, Attract, ""}})},
		"input gives another 120 s":    {two(), joined(in, []beat{{119 * s, Touch{}, StaffIn, ""}, {119 * s, Key{}, StaffIn, ""}, {119 * s, Do{Visit, "plots"}, StaffIn, ""}, {119 * s, Tick{}, StaffIn, ""}})},
		"its word leaves it":           {two(), joined(in, []beat{{s, Do{Deed: Leave}, Attract, ""}})},
		"an action is asked for with its argument": {two(), joined(in, []beat{{s, act("calibrate 98.5"), StaffIn, "perform:calibrate:98.5"},
			{s, act("learn action"), StaffIn, ""}, {s, act("reload"), StaffIn, "perform:reload"}, {s, act("export"), StaffIn, "perform:export"},
			{s, act("exit"), StaffIn, "perform:exit"}, {s, act("restart"), StaffIn, "perform:restart"}, {s, act("shut-down"), StaffIn, "perform:shut-down"}})},
		"an unknown action is none": {two(), joined(in, []beat{{s, act("format"), StaffIn, ""}, {s, act(""), StaffIn, ""}})},
		"the exhibition is paused until staff return it": {two(), joined(in, []beat{{s, act("withhold"), Withheld, "perform:withhold"}, {time.Hour, Touch{}, Withheld, ""}, {s, Key{Action: true}, Withheld, ""}},
			gesture(Withheld, ""), []beat{{20 * s, Tick{}, Withheld, ""}}, gesture(Withheld, ""), pin(true, StaffIn, ""), []beat{{120 * s, Tick{}, Withheld, ""}},
			gesture(Withheld, ""), pin(true, StaffIn, ""), []beat{{s, act("return"), Attract, "perform:return"}})},
		"it stays paused over a restart":            {Config{Langs: []string{"de"}, Withheld: true}, []beat{{s, Touch{}, Withheld, ""}, {time.Hour, Tick{}, Withheld, ""}}},
		"no action is to be had without the screen": {two(), []beat{{s, act("exit"), Tongues, ""}, {s, act("group 1945 adults 20"), Tongues, ""}}},
	}.run(t)
}

// A key is learnt for the button that staff chose, once, while the page on which they
// chose it is shown: a visitor's key never is.
func TestTeachingAKey(t *testing.T) {
	learns := joined(entered(), []beat{{s, Do{Visit, "keys"}, StaffIn, ""}, {s, act("learn action"), StaffIn, ""}})
	key := func(p Phase) beat { return beat{s, Key{Scan: 116}, p, ""} }
	taught := beat{s, Key{Scan: 116}, StaffIn, "teach:action=116"}
	scripts{
		"the next key is learnt":              {two(), joined(learns, []beat{taught})},
		"one is":                              {two(), joined(learns, []beat{taught, key(StaffIn)})},
		"one without a number is waited over": {two(), joined(learns, []beat{{s, Key{}, StaffIn, ""}, taught})},
		"an Esc is no button's":               {two(), joined(learns, []beat{{s, Key{Escape: true, Scan: 9}, StaffIn, ""}, taught})},
		"a touch beside it ends nothing":      {two(), joined(learns, []beat{{s, Touch{}, StaffIn, ""}, taught})},
		"a second button takes the place":     {two(), joined(learns, []beat{{s, act("learn up"), StaffIn, ""}, {s, Key{Scan: 7}, StaffIn, "teach:up=7"}, key(StaffIn)})},
		"what is no button ends it":           {two(), joined(learns, []beat{{s, act("learn door"), StaffIn, ""}, key(StaffIn)})},
		"another action ends it":              {two(), joined(learns, []beat{{s, act("export"), StaffIn, "perform:export"}, key(StaffIn)})},
		"another page ends it":                {two(), joined(learns, []beat{{s, Do{Visit, "clock"}, StaffIn, ""}, key(StaffIn)})},
		"the same page anew ends it":          {two(), joined(learns, []beat{{s, Do{Visit, "keys"}, StaffIn, ""}, key(StaffIn)})},
		"staff who leave end it":              {two(), joined(learns, []beat{{s, Do{Deed: Leave}, Attract, ""}, key(Tongues)})},
		"staff who walk away end it":          {two(), joined(learns, []beat{{120 * s, Tick{}, Attract, ""}, key(Tongues)})},
		"... and a key late at their end too": {two(), joined(learns, []beat{{120 * s, Key{Scan: 116}, Tongues, ""}})},
		"a pause of the exhibition ends it":   {two(), joined(learns, []beat{{s, act("withhold"), Withheld, "perform:withhold"}, key(Withheld)})},
		"a group ends it":                     {two(), joined(learns, []beat{{s, act("group 1945 adults 20"), Visiting, "begin:de:1945 visit:de"}, key(Visiting)})},
		"staff who come again begin anew": {two(), joined(learns, []beat{{120 * s, Tick{}, Attract, ""}}, gesture(Attract, ""), pin(true, StaffIn, ""),
			[]beat{key(StaffIn)})},
	}.run(t)
}

// What became of an action stands on the page on which it was asked, until that is
// left.
func TestTheAnswerToAnAction(t *testing.T) {
	why := &Sentence{Key: "kiosk.error.no-stick"}
	asked := joined(entered(), []beat{{s, Do{Visit, "actions"}, StaffIn, ""}, {s, act("export"), StaffIn, "perform:export"}})
	page := func(a Answer) StaffView { return StaffView{Page: "actions", Answer: a} }
	answer := func(a Action, why *Sentence, p Phase) beat { return beat{s, Performed{a, why}, p, ""} }
	for fact, c := range map[string]struct {
		beats []beat
		want  StaffView
	}{
		"waits":                    {asked, page(Answer{Action: Export, Waits: true})},
		"says that it was done":    {joined(asked, []beat{answer(Export, nil, StaffIn)}), page(Answer{Action: Export})},
		"says why it was not":      {joined(asked, []beat{answer(Export, why, StaffIn)}), page(Answer{Action: Export, Why: why})},
		"stays on the page":        {joined(asked, []beat{answer(Export, why, StaffIn), {100 * s, Touch{}, StaffIn, ""}}), page(Answer{Action: Export, Why: why})},
		"can be read":              {joined(asked, []beat{{100 * s, Performed{Export, why}, StaffIn, ""}, {119 * s, Tick{}, StaffIn, ""}}), page(Answer{Action: Export, Why: why})},
		"leaves with it":           {joined(asked, []beat{answer(Export, why, StaffIn), {s, Do{Visit, ""}, StaffIn, ""}}), StaffView{}},
		"to another is none":       {joined(asked, []beat{answer(Reload, why, StaffIn)}), page(Answer{Action: Export, Waits: true})},
		"that nobody awaits":       {joined(entered(), []beat{answer(Export, why, StaffIn)}), StaffView{}},
		"that comes twice":         {joined(asked, []beat{answer(Export, nil, StaffIn), answer(Export, why, StaffIn)}), page(Answer{Action: Export})},
		"after staff have left":    {joined(asked, []beat{{s, Do{Deed: Leave}, Attract, ""}, answer(Export, why, Attract)}), StaffView{}},
		"that others do not see":   {joined(asked, []beat{{s, Do{Deed: Leave}, Attract, ""}}, gesture(Attract, ""), pin(true, StaffIn, ""), []beat{answer(Export, why, StaffIn)}), StaffView{}},
		"gives way to the next":    {joined(asked, []beat{answer(Export, why, StaffIn), {s, act("reload"), StaffIn, "perform:reload"}}), page(Answer{Action: Reload, Waits: true})},
		"to teaching comes too":    {joined(entered(), []beat{{s, act("learn up"), StaffIn, ""}, {s, Key{Scan: 7}, StaffIn, "teach:up=7"}, answer(Learn, nil, StaffIn)}), StaffView{Answer: Answer{Action: Learn}}},
		"to setting the clock too": {joined(entered(), []beat{{s, act("clock x"), StaffIn, "perform:clock:x"}, answer(SetClock, why, StaffIn)}), StaffView{Answer: Answer{Action: SetClock, Why: why}}},
	} {
		t.Run(fact, func(t *testing.T) {
			m, now := play(t, New(two()), c.beats)
			if got := m.View(now).Staff; got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// What the staff screen offers is what the machine takes.
func TestTheStaffScreenHasWhatMakesSense(t *testing.T) {
	all := []Action{Reload, Calibrate, Learn, SetClock, GroupMode, Withhold, Return, Export, Exit, Restart, ShutDown}
	for home, c := range map[Phase]struct {
		config Config
		not    []Action
	}{
		Attract:  {two(), []Action{Return}},
		Withheld: {Config{Langs: []string{"de"}, Withheld: true}, []Action{Withhold}},
		Failed:   {Config{Failed: true, Withheld: true}, []Action{Reload, Calibrate, Learn, GroupMode, Withhold, Return}},
	} {
		for _, a := range append(all, "format") {
			m, now := play(t, New(c.config), joined(gesture(home, ""), pin(true, StaffIn, "")))
			want := a != "format" && !slices.Contains(c.not, a)
			if got := m.View(now).Allows(a); got != want {
				t.Errorf("%s: allows %s: %v", home, a, got)
			}
			arg := map[Action]string{Learn: " up", GroupMode: " 1945 adults 20"}[a]
			next, effects := m.Step(act(string(a)+arg), now)
			if did := len(effects) > 0 || next.staff != m.staff; did != want {
				t.Errorf("%s: %s does %s", home, a, named(effects))
			}
		}
	}
}

// In the place of an exhibition that cannot be shown stands a notice, day and night;
// the way to the staff is open.
func TestTheNoticeInThePlaceOfTheExhibition(t *testing.T) {
	c, six := closing(t)
	c.Failed = true
	c.Built = time.Time{} // a Tick without a wall is believed
	in := joined(gesture(Failed, ""), pin(true, StaffIn, ""))
	scripts{
		"a touch and a key change nothing": {c, []beat{{s, Touch{}, Failed, ""}, {s, Key{Action: true}, Failed, ""}, {s, Do{Open, "de"}, Failed, ""}, {s, Do{Deed: Help}, Failed, ""}}},
		"it is never dark":                 {c, []beat{{s, Tick{six.Add(time.Hour)}, Failed, ""}, {mins, Touch{}, Failed, ""}}},
		"the pad opens over it":            {c, joined(gesture(Failed, ""), []beat{{20 * s, Tick{}, Failed, ""}})},
		"a wrong PIN counts":               {c, joined(gesture(Failed, ""), pin(false, PadOpen, "tries:1 pad-refused"))},
		"staff get in and leave":           {c, joined(in, []beat{{s, Do{Deed: Leave}, Failed, ""}})},
		"staff who walk away leave":        {c, joined(in, []beat{{120 * s, Tick{}, Failed, ""}})},
		"they try again":                   {c, joined(in, []beat{{s, act("restart"), StaffIn, "perform:restart"}})},
		"they end it":                      {c, joined(in, []beat{{s, act("exit"), StaffIn, "perform:exit"}, {s, act("shut-down"), StaffIn, "perform:shut-down"}, {s, act("export"), StaffIn, "perform:export"}})},
	}.run(t)
}

func TestAProcessThatDoesNotAnswerKeepsNobodyOut(t *testing.T) {
	asked := joined(gesture(Attract, ""), pin(true, StaffIn, "")[:3], []beat{{20 * s, Tick{}, Attract, ""}})
	scripts{
		"after a minute it counts as a wrong try": {two(), joined(asked, []beat{{40*s - 1, Tick{}, Attract, ""}, {1, Tick{}, Attract, "tries:1 pad-refused"}},
			gesture(Attract, ""), pin(true, StaffIn, "tries:0"))},
		"an answer after that is none": {two(), joined(asked, []beat{{40 * s, Tick{}, Attract, "tries:1 pad-refused"}, {0, Verified{false}, Attract, ""}})},
	}.run(t)
	m, now := play(t, New(one()), asked)
	if next, ok := m.Next(now); !ok || next > now+40*s {
		t.Errorf("it wakes after %v (%v)", next-now, ok)
	}
}

func TestTheViewNamesTheStaffPage(t *testing.T) {
	m, now := play(t, New(two()), joined(entered(), []beat{{s, Do{Visit, "clock"}, StaffIn, ""}}))
	if got := m.View(now).Staff.Page; got != "clock" {
		t.Errorf("page %q", got)
	}
}

func TestAGroup(t *testing.T) {
	in := entered()
	long := func(arg string, d time.Duration) []beat {
		return joined(in, []beat{{s, act("group 1945 adults " + arg), Visiting, "begin:de:1945 visit:de"},
			{d - 1, Tick{}, Visiting, ""}, {1, Tick{}, Attract, "reset"}})
	}
	scripts{
		"is never asked, and ends after 20 minutes": {two(), long("20", 20*mins)},
		"... or 45": {two(), long("45", 45*mins)},
		"... or 90": {two(), long("90", 90*mins)},
		"of another length is none": {two(), joined(in, []beat{{s, act("group 1945 adults 600"), StaffIn, ""}, {s, act("group 1945 adults -20"), StaffIn, ""},
			{s, act("group 1945"), StaffIn, ""}, {s, act("group 1945 adults x"), StaffIn, ""}, {s, act("group a b 20 de x"), StaffIn, ""}})},
		"may begin in another language":        {two(), joined(in, []beat{{s, act("group 1945 adults 20 en"), Visiting, "begin:en:1945 visit:en"}})},
		"in no unknown one":                    {two(), joined(in, []beat{{s, act("group 1945 adults 20 fr"), Visiting, "begin:de:1945 visit:de"}})},
		"begins its room anew when one ends":   {two(), joined(grouped(), []beat{{5 * mins, Do{Deed: End}, Visiting, "reset begin:de:1945"}, {15*mins - 1, Tick{}, Visiting, ""}, {1, Tick{}, Attract, "reset"}})},
		"pauses until its end":                 {two(), joined(grouped(), []beat{{5 * mins, Do{Deed: Rest}, Resting, ""}, {15*mins - 1, Tick{}, Resting, ""}, {1, Tick{}, Attract, "reset"}})},
		"starts its room again from the pause": {two(), joined(grouped(), []beat{{5 * mins, Do{Deed: Rest}, Resting, ""}, {s, Do{Deed: Again}, Visiting, "reset begin:de:1945"}})},
		"is ended by staff":                    {two(), joined(grouped(), gesture(Visiting, ""), pin(true, StaffIn, "reset"), []beat{{s, Do{Deed: Leave}, Attract, ""}})},
		"goes on when the pad is left":         {two(), joined(grouped(), gesture(Visiting, ""), []beat{{s, Do{Deed: Leave}, Visiting, ""}, {18 * mins, Tick{}, Visiting, ""}})},
	}.run(t)
}

func TestTheViewTellsTheGroup(t *testing.T) {
	m, now := play(t, New(two()), grouped())
	if got, want := m.View(now).Group, (Group{"1945", "adults", 20 * mins}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
