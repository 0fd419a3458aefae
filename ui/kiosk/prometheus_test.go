package kiosk

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func healthy() Report {
	return Report{
		Exhibition: Shows{Title: "Zögern. „Verschweigen“ \\ \"Versprechen?\"\n", Version: "1.0 (2026-11-22)"},
		Program:    "0.3.0", Up: 90 * time.Second,
		Restarts: []Restarted{{Reason: ByCrash}, {Reason: ByStart}, {Reason: ByCrash}},
		Memory:   Memory{Now: 123 << 20, Limit: 700 << 20},
		Clock:    Clock{Plausible: true}, Display: Display{On: true}, Storage: Storage{Free: 5 << 30, Writable: true},
	}
}

func TestMetricsOfYesterdayAndOfTheState(t *testing.T) {
	day := Tally{}.plus("2026-11-22", Morning, CountVisit, "de", 20).plus("2026-11-22", Evening, CountVisit, "en", 9).
		plus("2026-11-22", Morning, CountRoom, "1945", 11).plus("2026-11-22", Morning, CountRoom, "1917", 2).
		plus("2026-11-21", Morning, CountRoom, "1945", 77).plus(tomorrow, Morning, CountRoom, "1945", 88)
	got := string(Prometheus(healthy(), day, tomorrow))
	for _, want := range []string{
		"# HELP lesestein_uptime_seconds Time since the start of the program.\n# TYPE lesestein_uptime_seconds gauge\nlesestein_uptime_seconds 90\n",
		`lesestein_info{version="0.3.0",exhibition="Zögern. „Verschweigen“ \\ \"Versprechen?\"\n",edition="1.0 (2026-11-22)"} 1` + "\n",
		`lesestein_restarts{reason="crash"} 2` + "\n", `lesestein_restarts{reason="hang"} 0` + "\n",
		"lesestein_memory_bytes 128974848\n", "lesestein_clock_plausible 1\n",
		"lesestein_day_timestamp_seconds 1795305600\n", "lesestein_day_visits 29\n",
		`lesestein_day_visits_by_language{language="en"} 9` + "\n", `lesestein_day_visits_by_part{part="morning"} 20` + "\n",
		`lesestein_day_rooms_opened{room="1945"} 11` + "\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for _, not := range []string{"1917", "77", "88", "<5", "withheld"} {
		if strings.Contains(got, not) {
			t.Errorf("%q is in\n%s", not, got)
		}
	}
}

// TestTheExpositionIsWellFormed holds the text format 0.0.4: HELP and TYPE once
// before the samples of each metric, samples without time stamps and each once.
func TestTheExpositionIsWellFormed(t *testing.T) {
	sample := regexp.MustCompile(`^(lesestein_[a-z_]+)(\{[a-z]+="(?:[^"\\]|\\[\\"n])*"(?:,[a-z]+="(?:[^"\\]|\\[\\"n])*")*\})? -?[0-9.]+$`)
	rapid.Check(t, func(t *rapid.T) {
		r := healthy()
		r.Exhibition.Title = rapid.String().Draw(t, "title")
		text := string(Prometheus(r, tallied(events(t)), tomorrow))
		if !strings.HasSuffix(text, "\n") {
			t.Fatal("the last line does not end")
		}
		seen, metric := map[string]bool{}, ""
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if name, ok := strings.CutPrefix(line, "# HELP "); ok {
				metric, _, _ = strings.Cut(name, " ")
			} else if name, ok := strings.CutPrefix(line, "# TYPE "); ok {
				if name != metric+" gauge" {
					t.Fatalf("TYPE without HELP: %s", line)
				}
			} else if m := sample.FindStringSubmatch(line); m == nil || m[1] != metric {
				t.Fatalf("%q under %s", line, metric)
			}
			if seen[line] {
				t.Fatalf("twice: %s", line)
			}
			seen[line] = true
		}
	})
}

func TestWithoutADayThereAreNoFigures(t *testing.T) {
	day := Tally{}.plus("2026-11-22", Morning, CountVisit, "de", 20)
	if got := string(Prometheus(healthy(), day, "")); strings.Contains(got, "lesestein_day") || !strings.Contains(got, "lesestein_info") {
		t.Errorf("got\n%s", got)
	}
}
