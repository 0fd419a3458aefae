package station

import (
	"strconv"
	"strings"
	"time"

	"lesestein/ui/kiosk"
)

// zone takes the name of a time zone, such as Europe/Berlin, or nothing; "Local"
// would be another one on each machine.
func zone(r *configReader, key string, value any) {
	v, ok := r.text(key, value)
	if !ok || v == "" {
		return
	}
	place, err := time.LoadLocation(v)
	if err != nil || v == "Local" {
		r.say(key, "kiosk-config.zone", "value", v)
		return
	}
	r.config.Hours.Zone = place
}

// weekday takes the spans of a day of the week.
func weekday(day time.Weekday) setting {
	return func(r *configReader, key string, value any) {
		if spans, ok := r.spans(key, value); ok {
			r.config.Hours.Week[day] = spans
			r.weekdays = true
		}
	}
}

// dates takes the table of the dates that are different.
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
			continue
		}
		spans, ok := r.spans(at, table[name])
		if !ok {
			continue
		}
		if r.config.Hours.Dates == nil {
			r.config.Hours.Dates = map[kiosk.Date][]kiosk.Span{}
		}
		r.config.Hours.Dates[kiosk.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}] = spans
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
	var out []kiosk.Span
	for _, v := range list {
		text, _ := v.(string)
		s, ok := span(text)
		if !ok {
			r.say(key, "kiosk-config.spans", "key", key)
			return nil, false
		}
		out = append(out, s)
	}
	return out, true
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
