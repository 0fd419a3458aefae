package screen

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"lesestein/content/exhibit"
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// wrong is what needs somebody, worst first.
func (c *composer) wrong(x, w frame.Unit) []piece {
	t := c.Words.T
	var ps []piece
	line := func(concern, value string) {
		label := t("staff.wrong-" + concern)
		ps = append(ps, spaced(c.size.em/4, c.spoken(x, w, c.plain(), frame.Text, label+": "+value,
			c.span(label+"\u00a0 ", c.strong()), c.span(value, c.plain())))...)
	}
	for _, f := range c.Station.Report.Wrong() {
		said := t(f.Key, f.Args...)
		if f.N > 1 {
			said += " (" + c.Words.N("staff.often", f.N, "moment", c.moment(f.Last)) + ")"
		}
		line(string(f.Concern), said)
	}
	var never []string
	for _, k := range c.unsure() {
		if !k.Sure.Checked() {
			never = append(never, c.say(k.Name))
			continue
		}
		line("contacts", t("staff.stale", "name", c.say(k.Name), "date", c.Words.Date(k.Sure.On)))
	}
	if len(never) > 0 {
		line("contacts", t("staff.unchecked", "list", strings.Join(never, c.Words.T("notes.separator"))))
	}
	return ps
}

// unsure are the contacts that nobody made sure of, or not for long; none while it
// is not known which day it is.
func (c *composer) unsure() []exhibit.Contact {
	clock := c.Station.Report.Clock
	if !clock.Plausible || clock.Why.Key != "" || clock.Wall.IsZero() {
		return nil
	}
	return exhibit.Unsure(c.Exhibition.Contacts, clock.Wall.Format(time.DateOnly))
}

// report is how the station is, for staff: first what is wrong, then the rest in
// words, and as small plots where a course says more than a number.
func (c *composer) report(x, w frame.Unit) []piece {
	r, t := c.Station.Report, c.Words.T
	ps := c.wrong(x, w)
	line := func(key, value string) {
		if value != "" {
			label := t("staff." + key)
			ps = append(ps, spaced(c.size.em/4, c.spoken(x, w, c.plain(), frame.Text, label+": "+value,
				c.span(label+"\u00a0 ", c.soft()), c.span(value, c.plain())))...)
		}
	}
	if !r.Clock.Wall.IsZero() {
		line("wall", c.clock(r.Clock.Wall))
	}
	line("exhibition", sentences(r.Exhibition.Title, r.Exhibition.Version))
	line("program", c.Station.Name)
	if r.Up > 0 {
		line("uptime", c.lasting(r.Up))
	}
	for i := len(r.Restarts) - 1; i >= max(0, len(r.Restarts)-3); i-- {
		s := r.Restarts[i]
		line("restart-at", c.moment(s.At)+": "+t("station.reason-"+string(s.Reason)))
	}
	if d := r.Display; d.Width > 0 { // its name may not be known
		line("display", strings.TrimSpace(t("staff.display-size", "name", d.Name, "width", strconv.Itoa(d.Width), "height", strconv.Itoa(d.Height))))
	}
	if r.Storage.Size > 0 && r.Storage.Writable {
		line("storage", t("staff.storage-free", "free", amount(r.Storage.Free, t("staff.decimal"))))
	}
	ps = append(ps, c.memory(x, w, r.Memory)...)
	return append(ps, c.visits(x, w, r.Visits)...)
}

// lasting is a length of time in days, hours or minutes, the largest that fits.
func (c *composer) lasting(d time.Duration) string {
	switch {
	case d >= 24*time.Hour:
		return c.Words.N("staff.days", int(d/(24*time.Hour)))
	case d >= time.Hour:
		return c.Words.N("staff.hours", int(d/time.Hour))
	}
	return c.Words.N("staff.minutes", max(1, int(d/time.Minute)))
}

// megabytes is a number of bytes in millions, the unit of program.memory_mb in
// kiosk.toml.
func megabytes(n int64) string { return strconv.FormatInt((n+500_000)/1_000_000, 10) + "\u00a0MB" }

// amount is a number of bytes on a disk in the unit that leaves it readable; disks
// are sold by powers of ten.
func amount(n int64, point string) string {
	const mega, giga = 1_000_000, 1_000_000_000
	switch {
	case n < giga:
		return strconv.FormatInt(n/mega, 10) + "\u00a0MB"
	case n < 10*giga:
		return strconv.FormatInt(n/giga, 10) + point + strconv.FormatInt(n%giga/(giga/10), 10) + "\u00a0GB"
	}
	return strconv.FormatInt(n/giga, 10) + "\u00a0GB"
}

// memory is what the program holds, and how that went.
func (c *composer) memory(x, w frame.Unit, m kiosk.Memory) []piece {
	if m.Now <= 0 {
		return nil
	}
	said := c.Words.T("staff.memory") + ": " + megabytes(m.Now)
	if m.Limit > 0 {
		said = c.Words.T("staff.memory-of", "now", megabytes(m.Now), "limit", megabytes(m.Limit))
	}
	ps := joined(spaced(c.size.em/2, c.text(x, w, c.plain(), said)))
	var bars []bar
	for _, p := range m.Course.Points {
		bars = append(bars, bar{p.Least, p.Most})
	}
	return append(ps, c.plot(x, w, bars, megabytes)...)
}

// visits are the visits of the last weeks, day by day.
func (c *composer) visits(x, w frame.Unit, days []kiosk.DayOfVisits) []piece {
	if len(days) == 0 {
		return nil
	}
	sum := 0
	var bars []bar
	for _, d := range days {
		n := int64(d.N)
		if d.Few { // 1 to 4, which nobody is told more exactly
			n = 2
		}
		sum += int(n)
		bars = append(bars, bar{0, n})
	}
	said := c.Words.N("staff.visits", sum)
	if sum == 0 {
		said = c.Words.T("staff.no-visits")
	}
	ps := joined(spaced(c.size.em/2, c.text(x, w, c.plain(), said)))
	return append(ps, c.plot(x, w, bars, func(n int64) string { return strconv.FormatInt(n, 10) })...)
}

// bar is what one place of a plot reaches from and to.
type bar struct{ from, to int64 }

// plot draws bars side by side over a hairline, the newest at the right, with the
// highest value beside it. It begins at 0.
func (c *composer) plot(x, width frame.Unit, bars []bar, say func(int64) string) []piece {
	var most int64
	for _, b := range bars {
		most = max(most, b.to)
	}
	if len(bars) < 2 || most <= 0 {
		return nil
	}
	st := c.least()
	label := say(most)
	lw := c.wide(label, st)
	p := piece{part: nil}
	p.Height, p.gap = whole(c.size.em*5/2), c.size.em/4
	free := width - lw - c.size.em
	pitch := max(frame.Pixel, frame.Px((free / frame.Unit(len(bars))).Floor()))
	bars = slices.Clone(bars[max(0, len(bars)-int(free/pitch)):])
	for i, b := range bars {
		top := p.Height - frame.Unit(int64(p.Height)*max(0, b.to)/most)
		foot := p.Height - frame.Unit(int64(p.Height)*max(0, b.from)/most)
		r := frame.Rect{MinX: x + frame.Unit(i)*pitch, MinY: whole(top), MaxX: x + frame.Unit(i+1)*pitch - min(pitch/4, frame.Px(2)), MaxY: whole(max(foot, top+frame.Px(2)))}
		r.MaxY = min(r.MaxY, p.Height)
		if b.to > 0 && !r.Empty() {
			p.Shapes = append(p.Shapes, frame.Shape{Role: frame.Accent, Rect: r})
		}
	}
	end := x + frame.Unit(len(bars))*pitch
	p.Shapes = append(p.Shapes, frame.Shape{Role: frame.Soft, Rect: frame.Rect{MinX: x, MinY: p.Height - c.size.hair, MaxX: end, MaxY: p.Height}})
	for _, l := range c.lines(lw+frame.Px(2), How{}, c.span(label, st)) {
		p.Lines = append(p.Lines, l.Moved(end+c.size.em/2, whole(st.size)))
	}
	return []piece{p}
}
