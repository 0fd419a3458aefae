package kiosk

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Prometheus writes the station's state and the figures of yesterday in the text
// format that node_exporter's textfile collector takes (Prometheus text exposition
// format 0.0.4, without time stamps, which the collector refuses). The file is to
// be replaced in one step.
//
// Figures are of the day that is over and nothing else: whoever collects a number
// that grows during the day learns from its growth when somebody came. A number
// that an export hides is absent.
func Prometheus(r Report, t Tally, today string) []byte {
	var b exposition
	b.state(r)
	b.yesterday(t, today)
	return []byte(b.String())
}

// exposition is the text as it grows.
type exposition struct{ strings.Builder }

// gauge begins a metric.
func (b *exposition) gauge(name, help string) {
	fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
}

// sample writes a value; labels are names and values in turn.
func (b *exposition) sample(name string, value float64, labels ...string) {
	b.WriteString(name)
	for i := 0; i+1 < len(labels); i += 2 {
		b.WriteString(map[bool]string{true: "{", false: ","}[i == 0])
		b.WriteString(labels[i] + `="` + labelEscapes().Replace(labels[i+1]) + `"`)
	}
	if len(labels) > 1 {
		b.WriteByte('}')
	}
	b.WriteString(" " + strconv.FormatFloat(value, 'f', -1, 64) + "\n")
}

// labelEscapes writes a value of a label as the format asks.
func labelEscapes() *strings.Replacer {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
}

// one is a metric with one sample.
func (b *exposition) one(name, help string, value float64) {
	b.gauge(name, help)
	b.sample(name, value)
}

func (b *exposition) state(r Report) {
	b.gauge("lesestein_info", "The program and the exhibition that it shows; always 1.")
	b.sample("lesestein_info", 1, "version", r.Program, "exhibition", r.Exhibition.Title, "edition", r.Exhibition.Version)
	b.one("lesestein_uptime_seconds", "Time since the start of the program.", r.Up.Seconds())
	b.gauge("lesestein_restarts", "Starts of the program by reason, of the last 20.")
	for _, why := range Reasons() {
		n := 0
		for _, s := range r.Restarts {
			if s.Reason == why {
				n++
			}
		}
		b.sample("lesestein_restarts", float64(n), "reason", string(why))
	}
	b.one("lesestein_memory_bytes", "Resident memory of the window.", float64(r.Memory.Now))
	b.one("lesestein_memory_limit_bytes", "Memory at which the window is started anew; 0 is no limit.", float64(r.Memory.Limit))
	b.one("lesestein_clock_plausible", "Whether the wall clock can be believed.", truth(r.Clock.Plausible))
	b.one("lesestein_display_on", "Whether there is a display that is on.", truth(r.Display.On))
	b.one("lesestein_storage_free_bytes", "Free on the disk of the state folder.", float64(r.Storage.Free))
	b.one("lesestein_storage_writable", "Whether the state folder can be written to.", truth(r.Storage.Writable))
	b.one("lesestein_content_refused", "Reasons why newer content was not taken.", float64(len(r.Exhibition.Refused)))
	b.one("lesestein_remarks", "Remarks on the staff screen.", float64(len(r.Remarks)))
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// yesterday writes the figures of the day before a day.
func (b *exposition) yesterday(t Tally, today string) {
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return
	}
	day := now.AddDate(0, 0, -1)
	b.one("lesestein_day_timestamp_seconds", "The day of the figures: its beginning in UTC.", float64(day.Unix()))
	figures := t.Export(today)
	for _, m := range metrics() {
		begun := false
		for _, f := range figures {
			if f.Day != DayOf(day) || f.Counter != m.counter || f.Hidden != "" {
				continue
			}
			if !begun {
				b.gauge(m.name, m.help+" Numbers under 5, and those that would tell one, are absent.")
				begun = true
			}
			if m.label == "" {
				b.sample(m.name, float64(f.N))
			} else {
				b.sample(m.name, float64(f.N), m.label, f.Of)
			}
		}
	}
}

// metric is how the figures of a counter are called.
type metric struct{ counter, name, label, help string }

func metrics() []metric {
	return []metric{
		{CountVisit, "lesestein_day_visits", "", "Visits of the day."},
		{byLanguage, "lesestein_day_visits_by_language", "language", "Visits by the language they began in."},
		{byPart, "lesestein_day_visits_by_part", "part", "Visits by part of the day."},
		{CountDwell, "lesestein_day_visits_by_dwell", "minutes", "Visits by their length."},
		{CountRoom, "lesestein_day_rooms_opened", "room", "Rooms opened."},
		{CountFold, "lesestein_day_folds_shown", "", "Folded passages shown."},
		{answers, "lesestein_day_fold_answers", "answer", "Folded passages by what was chosen."},
		{CountPadRefused, "lesestein_day_pad_refused", "", "Wrong PINs."},
	}
}
