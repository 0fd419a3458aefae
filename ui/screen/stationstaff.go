package screen

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// The pages of the staff screen; what follows the name after a blank is what was
// set on it so far.
const (
	staffActions   = "actions"
	staffGroup     = "group"     // room, preset
	staffCalibrate = "calibrate" // tenths of a millimetre
	staffKeys      = "keys"      // a button that waits for its key
	staffClock     = "clock"     // RFC 3339
	staffSure      = "sure"      // the action that is asked for once more
)

// pad is the digits between the corner and the staff screen. What was typed is
// dots; its only way out is its own word.
func (c *composer) pad() {
	x, w := c.readColumn()
	v := c.Station.View.Pad
	ps := c.headline(x, w, c.title(), c.Words.T("staff.pin"))
	said := ""
	switch {
	case c.Station.Demo:
		said = c.Words.T("staff.no-pin")
	case v.Wait > 0:
		said = c.Words.N("staff.wait", int((v.Wait+time.Second-1)/time.Second))
	case v.Checking:
		said = c.Words.T("staff.checking")
	case v.Wrong:
		said = c.Words.T("staff.wrong-pin")
	}
	ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.prose(), said))...)
	ps = append(ps, spaced(c.size.em, []piece{c.dots(x, v.Entered)})...)
	rows := c.padRows(v, false)
	if _, ok := c.askable(ps, rows); !ok {
		rows = c.padRows(v, true)
	}
	if _, ok := c.askable(ps, rows); !ok { // the sentence gives way before a digit does
		ps = append(c.text(x, w, c.plain(), said), c.dots(x, v.Entered))
	}
	c.asked(ps, rows)
}

// dots are as many as digits were typed.
func (c *composer) dots(x frame.Unit, n int) piece {
	p := piece{}
	p.Height = c.size.em
	side := whole(c.size.em * 6 / 10)
	for i := range min(max(0, n), 12) {
		at := x + frame.Unit(i)*side*17/10
		p.Shapes = append(p.Shapes, frame.Shape{Role: frame.Ink, Radius: side / 2, Rect: frame.Rect{
			MinX: whole(at), MinY: whole(c.size.em / 5), MaxX: whole(at) + side, MaxY: whole(c.size.em/5) + side}})
	}
	return p
}

// padRows are the digits as on a telephone, or in two long rows where the screen is
// low. While nothing is taken only the way out stands there.
func (c *composer) padRows(v kiosk.PadView, low bool) [][]choice {
	digit := func(d string) choice { return choice{text: d, ref: deed(kiosk.Digit, d)} }
	back := choice{text: c.Words.T("menu.back"), ref: deed(kiosk.Leave, "")}
	if v.Wait > 0 || v.Checking {
		return [][]choice{{back}}
	}
	erase := choice{text: c.Words.T("staff.erase"), ref: deed(kiosk.Delete, "")}
	enter := choice{text: c.Words.T("staff.enter"), ref: deed(kiosk.Enter, ""), filled: true}
	var digits []choice
	for d := 1; d <= 9; d++ {
		digits = append(digits, digit(strconv.Itoa(d)))
	}
	if low {
		digits = append(digits, digit("0"))
		return [][]choice{digits[:5], digits[5:], {back, erase, enter}}
	}
	return [][]choice{digits[:3], digits[3:6], digits[6:], {erase, digit("0"), enter}, {back}}
}

// staff is the staff screen.
func (c *composer) staff() {
	name, arg, _ := strings.Cut(c.Station.View.Staff.Page, " ")
	x, w := c.readColumn()
	b := banded{kind: frame.RefLeaf, leaf: c.State.View.Leaf.At, keep: c.back(deed(kiosk.Visit, ""))}
	title := c.Words.T("staff.title")
	switch name {
	case staffActions:
		title, b.rows = c.Words.T("staff.actions"), c.staffActions()
	case staffGroup:
		title, b.rows = c.Words.T("staff.group"), c.staffGroup(arg)
		b.above = c.text(x, w, c.prose(), c.Words.T("staff.group-line"))
	case staffCalibrate:
		title = c.Words.T("staff.calibrate")
		b.above, b.rows = c.calibrate(x, w, arg)
	case staffKeys:
		if arg == "" {
			arg = string(c.Station.View.Staff.Learns)
		}
		title, b.rows = c.Words.T("staff.keys"), c.staffKeys(arg)
		b.above = c.text(x, w, c.prose(), c.Words.T(pick(arg == "", "staff.keys-line", "staff.keys-press"), "key", c.keyName(arg)))
	case staffClock:
		title = c.Words.T("staff.clock")
		b.above, b.rows = c.setClock(x, w, arg)
	case staffSure:
		title = c.Words.T("staff.sure-" + sure(arg))
		b.still = true
		b.rows = [][]choice{{c.act(c.Words.T("staff."+sure(arg)), kiosk.Action(sure(arg)), "")}}
		b.keep = [][]choice{{{text: c.Words.T("staff.cancel"), ref: deed(kiosk.Visit, staffActions)}}}
	default:
		if c.size.width > c.size.height { // a low screen has long lines rather than many leaves
			x, w = c.plan.x, c.plan.width
		}
		c.aboveAt(x, w, title, "")
		b.above, b.keep, b.lined = c.report(x, w), c.staffPages(), true
		c.out.Leaves = c.banded(b)
		return
	}
	rest := append(c.answer(x, w), spaced(c.size.em*2/3, b.above)...)
	b.above = append(c.headline(x, w, c.title(), title), spaced(c.size.em/2, rest)...)
	if _, ok := c.oneLeaf(b, c.choiceRows(append(b.rows[:len(b.rows):len(b.rows)], b.keep...))); !ok { // the answer stands before the headline
		c.aboveAt(x, w, title, "")
		b.above, b.lined = rest, true
	}
	c.out.Leaves = c.banded(b)
}

// answer is what became of what staff asked for on this page.
func (c *composer) answer(x, w frame.Unit) []piece {
	a := c.Station.View.Staff.Answer
	said := ""
	switch {
	case a.Action == "":
	case a.Waits:
		said = c.Words.T("staff.working")
	case a.Why != nil:
		said = c.Words.T(a.Why.Key, a.Why.Args...)
	default:
		said = c.Words.T("staff.done-" + string(a.Action))
	}
	return c.text(x, w, c.strong(), said)
}

// sure keeps to the actions that are asked for once more.
func sure(arg string) string {
	if slices.Contains([]string{string(kiosk.Exit), string(kiosk.Restart), string(kiosk.ShutDown), string(kiosk.Withhold)}, arg) {
		return arg
	}
	return string(kiosk.Restart)
}

func (c *composer) act(text string, a kiosk.Action, arg string) choice {
	return choice{text: text, ref: deed(kiosk.Act, strings.TrimSpace(string(a)+" "+arg))}
}

// staffPages lead to what staff can do now, and back to the exhibition.
func (c *composer) staffPages() [][]choice {
	var rows [][]choice
	for _, p := range []struct {
		page  string
		needs kiosk.Action
	}{
		{staffActions, kiosk.Restart}, {staffGroup, kiosk.GroupMode}, {staffCalibrate, kiosk.Calibrate}, {staffKeys, kiosk.Learn}, {staffClock, kiosk.SetClock},
	} {
		if c.Station.View.Allows(p.needs) {
			rows = append(rows, []choice{{text: c.Words.T("staff." + p.page), ref: deed(kiosk.Visit, p.page)}})
		}
	}
	leave := choice{text: c.Words.T("staff.leave"), ref: deed(kiosk.Leave, "")}
	if c.Station.View.Home == kiosk.Failed {
		leave.text = c.Words.T("menu.back")
	}
	return append(sideBySide(rows, c.perRow(2, 3)), []choice{leave})
}

// staffActions are what can be done now. What ends the program or what it shows is
// asked for once more.
func (c *composer) staffActions() [][]choice {
	var rows [][]choice
	for _, a := range []kiosk.Action{kiosk.Reload, kiosk.Export, kiosk.Withhold, kiosk.Return, kiosk.Restart, kiosk.Exit, kiosk.ShutDown} {
		if !c.Station.View.Allows(a) {
			continue
		}
		ch := c.act(c.Words.T("staff."+string(a)), a, "")
		switch {
		case a == kiosk.Restart && c.Station.View.Home == kiosk.Failed: // there is nothing to lose
			ch.text = c.Words.T("staff.retry")
		case sure(string(a)) == string(a):
			ch.ref = deed(kiosk.Visit, staffSure+" "+string(a))
		}
		rows = append(rows, []choice{ch})
	}
	return sideBySide(rows, 2)
}

// staffGroup asks for the room, then for the policy of folds, then for how long.
func (c *composer) staffGroup(arg string) [][]choice {
	words := strings.Fields(arg)
	var rows [][]choice
	switch len(words) {
	case 0:
		for _, r := range c.Exhibition.Rooms {
			rows = append(rows, []choice{{text: c.marked(r), ref: deed(kiosk.Visit, staffGroup+" "+r.ID)}})
		}
	case 1:
		for _, p := range c.presetsOf("age-14", "default", "adults") {
			rows = append(rows, []choice{{text: p.words, ref: deed(kiosk.Visit, staffGroup+" "+words[0]+" "+p.name)}})
		}
	default:
		for _, n := range kiosk.GroupMinutes() {
			rows = append(rows, []choice{c.act(c.Words.N("read.minute", n), kiosk.GroupMode, words[0]+" "+words[1]+" "+strconv.Itoa(n))})
		}
	}
	return rows
}

// Bar is the length in pixels of the bar that staff measure to calibrate a station.
func Bar(s state.State) int { return max(minWidth, s.Window.Width) * 6 / 10 }

// calibrate shows a bar and asks how long it is.
func (c *composer) calibrate(x, w frame.Unit, arg string) ([]piece, [][]choice) {
	bar := frame.Px(Bar(c.State))
	tenths, err := strconv.Atoi(arg)
	if err != nil {
		d := c.Station.Report.Display
		tenths = int(10 * float64(bar.Round()) / max(0.5, d.Place.PerMillimetre(d.Width, d.Height)))
	}
	tenths = max(10, min(tenths, 99_999))
	mm := strconv.Itoa(tenths/10) + c.Words.T("staff.decimal") + strconv.Itoa(tenths%10)
	ps := c.text(x, w, c.prose(), c.Words.T("staff.calibrate-line", "length", mm))
	p := piece{}
	p.Height, p.gap = c.size.em*2, c.size.em
	left := whole((c.size.width - bar) / 2)
	p.Shapes = []frame.Shape{{Role: frame.Ink, Rect: frame.Rect{MinX: left, MaxX: left + bar, MinY: whole(c.size.em / 2), MaxY: whole(c.size.em)}}}
	step := func(by int) choice {
		return choice{text: signed(by, c.Words.T("staff.decimal")), ref: deed(kiosk.Visit, staffCalibrate+" "+strconv.Itoa(tenths+by))}
	}
	return append(ps, p), [][]choice{
		{step(-100), step(-10), step(-1)}, {step(100), step(10), step(1)},
		{c.act(c.Words.T("staff.take"), kiosk.Calibrate, strconv.Itoa(tenths/10)+"."+strconv.Itoa(tenths%10))},
	}
}

// signed is a number of tenths with its sign, "+0,1".
func signed(tenths int, point string) string {
	sign := "+"
	if tenths < 0 {
		sign, tenths = "−", -tenths
	}
	if tenths%10 == 0 {
		return sign + strconv.Itoa(tenths/10)
	}
	return sign + strconv.Itoa(tenths/10) + point + strconv.Itoa(tenths%10)
}

// staffKeys are the buttons of a keypad; the chosen one waits for its key.
func (c *composer) staffKeys(waits string) [][]choice {
	var rows [][]choice
	for _, b := range kiosk.Buttons() {
		if !c.Words.Has("staff.key-" + string(b)) {
			continue
		}
		rows = append(rows, []choice{{text: c.keyName(string(b)), selected: string(b) == waits, ref: deed(kiosk.Act, string(kiosk.Learn)+" "+string(b))}})
	}
	return sideBySide(rows, 3)
}

func (c *composer) keyName(b string) string {
	if b == "" {
		return ""
	}
	return c.Words.T("staff.key-" + b)
}

// setClock moves a time until it is right.
func (c *composer) setClock(x, w frame.Unit, arg string) ([]piece, [][]choice) {
	wall := c.Station.Report.Clock.Wall
	at, err := time.Parse(time.RFC3339, arg)
	if err != nil {
		at = wall
	}
	at = at.In(wall.Location()) // an offset alone does not know when the clocks change
	ps := c.text(x, w, c.of(frame.SerifLight, 1750).led(1200), c.clock(at))
	move := func(key string, to time.Time) choice {
		return choice{text: c.Words.T("staff." + key), ref: deed(kiosk.Visit, staffClock+" "+to.Format(time.RFC3339))}
	}
	return ps, [][]choice{
		{move("day-back", at.AddDate(0, 0, -1)), move("hour-back", at.Add(-time.Hour)), move("minute-back", at.Add(-time.Minute))},
		{move("day-on", at.AddDate(0, 0, 1)), move("hour-on", at.Add(time.Hour)), move("minute-on", at.Add(time.Minute))},
		{c.act(c.Words.T("staff.take"), kiosk.SetClock, at.Format(time.RFC3339))},
	}
}

// moment is a date and a time of day in the house's zone.
func (c *composer) moment(at time.Time) string {
	if at.IsZero() {
		return "–"
	}
	at = at.In(c.Station.Report.Clock.Wall.Location())
	return c.Words.T("staff.moment", "date", c.Words.Day(at), "time", c.Words.Time(at))
}

// clock is a moment with the zone's name.
func (c *composer) clock(at time.Time) string {
	zone := c.Station.Report.Clock.Zone
	if zone == "" || at.IsZero() {
		return c.moment(at)
	}
	return c.Words.T("staff.moment-zone", "moment", c.moment(at), "zone", zone)
}
