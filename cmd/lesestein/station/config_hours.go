package station

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"lesestein/ui/kiosk"
)

// hoursRead is what was read of the opening hours besides their values.
type hoursRead struct {
	said     [7]bool // a weekday stands there and can be believed
	doubtful bool    // [hours] has a key that nobody knows: a weekday may be meant by it
	broken   bool    // a line of them is no TOML, or nobody knows for which day it is
	misnamed bool    // the zone is none
}

// wholeDay is how a day is open about which there is doubt.
func wholeDay() []kiosk.Span { return []kiosk.Span{{From: 0, To: 24 * 60}} }

// zone takes the name of a time zone, such as Europe/Berlin, or nothing; "Local"
// would be another one on each machine.
func zone(r *configReader, key string, value any) {
	v, ok := r.words(key, value)
	if !ok || v == "" {
		r.hours.misnamed = !ok
		return
	}
	place, err := time.LoadLocation(v)
	if err != nil || v == "Local" {
		r.say(key, "kiosk-config.zone", "value", v, "own", r.env.zone)
		r.hours.misnamed = true
		return
	}
	r.config.Hours.Zone = place
}

// weekday takes the spans of a day of the week. A slip opens it for the whole day.
func weekday(day time.Weekday) setting {
	return func(r *configReader, key string, value any) {
		spans, ok := r.spans(key, value)
		r.config.Hours.Week[day], r.hours.said[day] = spans, ok
		if !ok {
			r.config.Hours.Week[day] = wholeDay()
		}
	}
}

// dates takes the table of the dates that are different. A slip opens the date for the
// whole day.
func dates(r *configReader, key string, value any) {
	table, ok := value.(map[string]any)
	if !ok {
		r.say(key, "kiosk-config.kind-table", "key", key)
		return
	}
	for _, name := range sortedKeys(table) {
		at := key + "." + name
		day, err := time.Parse(time.DateOnly, name)
		if err != nil {
			r.say(at, "kiosk-config.date", "value", name)
			if list, ok := table[name].([]any); !ok || len(list) > 0 { // a day that is open, and nobody knows which
				r.hours.broken = true
			}
			continue
		}
		spans, ok := r.spans(at, table[name])
		if !ok {
			spans = wholeDay()
		}
		if r.config.Hours.Dates == nil {
			r.config.Hours.Dates = map[kiosk.Date][]kiosk.Span{}
		}
		r.config.Hours.Dates[kiosk.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}] = spans
		if name < r.env.now.Format(time.DateOnly) {
			r.remark(at, "kiosk-config.past", "date", name)
		}
	}
}

// spans takes a list such as ["10:00-18:00"]; an empty one is a day that is
// closed.
func (r *configReader) spans(key string, value any) ([]kiosk.Span, bool) {
	list, ok := value.([]any)
	if !ok {
		r.say(key, "kiosk-config.spans", "key", key)
		return nil, false
	}
	out := []kiosk.Span{} // a day that is said, if only to be closed
	for i, v := range list {
		text, isText := v.(string)
		s, ok := span(text)
		switch {
		case !isText:
			r.say(key, "kiosk-config.span-words", "key", key, "n", strconv.Itoa(i+1))
			return nil, false
		case !ok:
			r.say(key, "kiosk-config.span", "key", key, "value", text)
			return nil, false
		}
		r.odd(key, text, s)
		out = append(out, s)
	}
	r.overlap(key, out)
	return out, true
}

// latestEnd is the minute of the following day until which a house that is open at
// night may be meant; after it the two times may be exchanged.
const latestEnd = 6 * 60

// holdsHours reports whether a value that stands where nobody looks for it is one of
// opening hours.
func holdsHours(value any) bool {
	switch v := value.(type) {
	case string:
		_, ok := span(v)
		return ok
	case []any:
		return slices.ContainsFunc(v, holdsHours)
	case map[string]any:
		return slices.ContainsFunc(sortedKeys(v), func(name string) bool { return holdsHours(v[name]) })
	}
	return false
}

// odd remarks on a span that may not say what is meant.
func (r *configReader) odd(key, text string, s kiosk.Span) {
	switch {
	case s.From == s.To:
		r.remark(key, "kiosk-config.span-day", "key", key, "value", text)
	case s.To < s.From && s.To > latestEnd:
		r.remark(key, "kiosk-config.span-night", "key", key, "value", text)
	}
}

// overlap remarks on spans of a day of which one begins before another has ended.
func (r *configReader) overlap(key string, spans []kiosk.Span) {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b kiosk.Span) int { return cmp.Compare(a.From, b.From) })
	for i, s := range sorted[:max(0, len(sorted)-1)] {
		next := sorted[i+1]
		if s.To <= s.From || next.From < s.To {
			r.remark(key, "kiosk-config.span-overlap", "key", key, "one", written(s), "other", written(next))
		}
	}
}

// written is a span as it is written.
func written(s kiosk.Span) string { return clock(s.From) + "-" + clock(s.To) }

func clock(minute int) string {
	two := func(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }
	return two(minute/60) + ":" + two(minute%60)
}

// span reads 10:00-18:00; 24:00 is an end, and an end before its beginning lies on
// the next day.
func span(text string) (kiosk.Span, bool) {
	a, b, ok := strings.Cut(text, "-")
	from, ok1 := minute(strings.TrimSpace(a))
	to, ok2 := minute(strings.TrimSpace(b))
	return kiosk.Span{From: from, To: to}, ok && ok1 && ok2 && from < 24*60
}

// minute reads 09:30 as the minute of the day.
func minute(text string) (int, bool) {
	h, m, ok := strings.Cut(text, ":")
	hour, err1 := strconv.ParseUint(h, 10, 8)
	past, err2 := strconv.ParseUint(m, 10, 8)
	if !ok || err1 != nil || err2 != nil || len(h) > 2 || len(m) != 2 || past > 59 || hour > 24 || hour == 24 && past > 0 {
		return 0, false
	}
	return int(hour*60 + past), true
}

// finishHours looks at the opening hours as a whole. A weekday that nobody names is
// closed where another one is named, and only there: dates alone are exceptions from a
// house that is open.
func (r *configReader) finishHours() {
	h := &r.config.Hours
	if r.hours.broken {
		*h = kiosk.Hours{Zone: h.Zone}
		return
	}
	named := slices.Contains(r.hours.said[:], true)
	if h.Always() && !named {
		return
	}
	before := *h
	for day, said := range r.hours.said {
		if !said && (!named || r.hours.doubtful) {
			h.Week[day] = wholeDay()
		}
	}
	if !opens(*h) {
		r.say("hours", "kiosk-config.never-open")
		*h = kiosk.Hours{Zone: h.Zone}
		return
	}
	if weekly := slices.ContainsFunc(before.Week[:], func(day []kiosk.Span) bool { return day != nil }); !weekly {
		r.remark("hours.dates", "kiosk-config.only-dates")
	}
	if h.Zone == time.Local && !r.hours.misnamed {
		r.remark("hours", "kiosk-config.no-zone", "own", r.env.zone)
	}
}

// opens reports whether there is any time at which a house is open.
func opens(h kiosk.Hours) bool {
	for _, spans := range h.Week {
		if len(spans) > 0 {
			return true
		}
	}
	for _, spans := range h.Dates {
		if len(spans) > 0 {
			return true
		}
	}
	return false
}
