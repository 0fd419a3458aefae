package station

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
)

const exampleConfig = "../../../assets/packaging/kiosk.toml"

// configured reads a kiosk.toml with these lines.
func configured(t *testing.T, lines ...string) (Config, []Problem) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kiosk.toml")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return readFile(path).config(onTheDay())
}

// onTheDay are surroundings that stay the same.
func onTheDay() surroundings {
	return surroundings{now: time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC), zone: "Europe/Vienna"}
}

// flaws are the sentences in English, without remarks and folder.
func flaws(problems []Problem, remarks bool) []string {
	var out []string
	en := call.Catalogue("en")
	for _, p := range problems {
		if p.remark == remarks {
			p.file = filepath.Base(p.file)
			out = append(out, p.In(en))
		}
	}
	return out
}

func sameConfig(t *testing.T, want, got Config) {
	t.Helper()
	pads := cmp.Comparer(func(a, b kiosk.Keypad) bool {
		x, _ := a.MarshalText()
		y, _ := b.MarshalText()
		return string(x) == string(y)
	})
	zones := cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() })
	if d := cmp.Diff(want, got, pads, zones); d != "" {
		t.Errorf("configuration (-want +got):\n%s", d)
	}
}

func TestTheExampleConfigHoldsTheDefaults(t *testing.T) {
	got, problems := readFile(exampleConfig).config(onTheDay())
	if bad := flaws(problems, false); len(bad) > 0 {
		t.Errorf("problems: %q", bad)
	}
	sameConfig(t, usualConfig(), got)
	none, problems := configFile{}.config(onTheDay())
	if len(problems) > 0 {
		t.Errorf("no file at all has problems: %v", problems)
	}
	sameConfig(t, usualConfig(), none)
}

func TestTheExampleConfigNamesEveryKeyInBothLanguages(t *testing.T) {
	data, err := os.ReadFile(exampleConfig)
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^#([a-z"])`).ReplaceAllString(string(data), "$1")
	got, problems := configured(t, text)
	if bad := flaws(problems, false); len(bad) != 0 {
		t.Errorf("the examples of the example: %q", bad)
	}
	if len(got.Hours.Dates) != 2 || len(got.Hours.Week[time.Thursday]) != 2 || len(got.Keypad.Keys(kiosk.ButtonSpeak)) != 1 {
		t.Errorf("the examples say nothing: %+v", got)
	}
	r := configReader{lines: map[string]int{}}
	section := ""
	for i, line := range strings.Split(text, "\n") {
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
			r.lines[section] = i
		} else if key, _, ok := strings.Cut(line, " ="); ok && !strings.HasPrefix(line, "#") {
			r.lines[section+"."+key] = i
		}
	}
	for key := range settings() {
		if _, ok := r.lines[key]; !ok {
			t.Errorf("%s is not in the example", key)
		}
	}
	for _, b := range kiosk.Buttons() {
		if _, ok := r.lines["keypad."+string(b)]; !ok {
			t.Errorf("the button %s is not in the example", b)
		}
	}
}

func TestAConfigIsRead(t *testing.T) {
	got, problems := configured(t,
		`screen = {mount = "tilt", width_mm = 299, height_mm = 531.0, distance_mm = 500, lowest_mm = 760, depth_mm = 120, reach = [790, 1090]}`,
		"[time]", "prompt = 45", "word = 2.5",
		"[hours]", `zone = "Europe/Berlin"`, `friday = ["10:00-12:30", "22:00-02:00"]`,
		`dates."2026-12-24" = []`,
		"[keypad]", `up = "F13"`, `action = ["scan:36", "Return"]`,
		"[attract]", "fade = false", "slide = 30",
		"[exhibition]", `web = "https://example.org/ausstellung"`,
		"[program]", "memory_mb = 500",
		"[statistics]", "on = false", `textfile = "/var/lib/node_exporter/lesestein.prom"`,
		"[staff]", `pin_file = "secret/pin"`,
	)
	if len(problems) > 0 {
		t.Errorf("problems: %q %q", flaws(problems, false), flaws(problems, true))
	}
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	want := usualConfig()
	want.Place = kiosk.Place{Mount: kiosk.Tilt, Width: 299, Height: 531, Distance: 500, Lowest: 760, Depth: 120, Low: 790, High: 1090}
	want.Times.Prompt, want.Times.Word, want.Times.Slide = 45*time.Second, 2500*time.Millisecond, 30*time.Second
	want.Hours.Zone = berlin
	want.Hours.Week[time.Friday] = []kiosk.Span{{From: 600, To: 750}, {From: 1320, To: 120}}
	want.Hours.Dates = map[kiosk.Date][]kiosk.Span{{Year: 2026, Month: 12, Day: 24}: {}}
	want.Keypad, _ = want.Keypad.With(kiosk.MakeKeypad(map[kiosk.Button][]string{
		kiosk.ButtonUp: {"scan:191"}, kiosk.ButtonAction: {"scan:36", "Return"},
	}))
	want.Fade, want.Web, want.Memory, want.Counted = false, "https://example.org/ausstellung", 500_000_000, false
	want.Metrics = "/var/lib/node_exporter/lesestein.prom"
	want.PINFile = got.PINFile
	sameConfig(t, want, got)
	if !filepath.IsAbs(got.PINFile) || !strings.HasSuffix(got.PINFile, "secret/pin") {
		t.Errorf("the PIN is in %s, not beside the file", got.PINFile)
	}
}

func TestWhatIsWrongWithAConfigIsSaidWithItsLine(t *testing.T) {
	german, english := call.Catalogue("de"), call.Catalogue("en")
	for _, c := range []struct{ lines, want string }{
		{"[screen]\nwitdh_mm = 3", "kiosk.toml:2: There is no key screen.witdh_mm."},
		{"[sreen]\nmount = 3", "kiosk.toml:1: There is no key sreen."},
		{"mount = \"wall\"", "kiosk.toml:1: There is no key mount."},
		{"time = 3", "kiosk.toml:1: time is a table: [time]"},
		{"keypad = 3", "kiosk.toml:1: keypad is a table: [keypad]"},
		{"hours.dates = 3", "kiosk.toml:1: hours.dates is a table: [hours.dates]"},
		{"\n[screen]\n\nmount = \"floor\"", "kiosk.toml:4: screen.mount takes one of these words in quotation marks: wall, tilt, table"},
		{"[screen]\nwidth_mm = \"299\"", "kiosk.toml:2: screen.width_mm takes a number without quotation marks."},
		{"[screen]\nwidth_mm = nan", "kiosk.toml:2: screen.width_mm takes a number without quotation marks."},
		{"[screen]\nwidth_mm = -1", "kiosk.toml:2: screen.width_mm = -1 is not possible. Possible is 0 to 10000."},
		{"[screen]\nreach = [1100, 800]", "kiosk.toml:2: screen.reach takes two heights above the floor in millimetres, the smaller first, such as [800, 1100]."},
		{"[program]\nmemory_mb = 24", "kiosk.toml:2: program.memory_mb = 24 is not possible. Possible is 400 to 1048576. 0 means no limit."},
		{"[time]\nprompt = 0", "kiosk.toml:2: time.prompt = 0 is not possible. Possible is 0.1 to 86400."},
		{"[time]\nprompt = true", "kiosk.toml:2: time.prompt takes a number without quotation marks."},
		{"[hours]\nzone = \"Berlin\"", "kiosk.toml:2: There is no time zone “Berlin”. A name is, for example, Europe/Berlin. Until then the time zone of the computer applies (Europe/Vienna)."},
		{"[hours]\nzone = 3", "kiosk.toml:2: hours.zone takes words in quotation marks."},
		{"[hours]\nzone = \"UTC\"\nmonday = \"10:00-18:00\"", "kiosk.toml:3: hours.monday takes a list of times, such as [\"10:00-18:00\"], or [] for closed. Until then the station is open all that day."},
		{"[hours]\nzone = \"UTC\"\nmonday = [\"10-18\"]", "kiosk.toml:3: hours.monday: “10-18” is not a time. Write, for example, \"10:00-18:00\". Until then the station is open all that day."},
		{"[hours]\nzone = \"UTC\"\nmonday = []", "kiosk.toml:1: By these times the station would never be open. So it stays on all the time."},
		{"[hours.dates]\n\"24.12.2026\" = []", "kiosk.toml:2: “24.12.2026” is not a date. Write, for example, \"2026-12-24\"."},
		{"[keypad]\nleap = \"Up\"", "kiosk.toml:2: There is no key keypad.leap."},
		{"[keypad]\nup = 191", "kiosk.toml:2: keypad.up takes keys such as \"Up\", \"F13\" or \"scan:191\", one or a list."},
		{"[keypad]\nup = \"scan:191\"\ndown = \"F13\"", "kiosk.toml:2: The key scan:191 stands at down and at up. It stays with down."},
		{"[attract]\nfade = 1", "kiosk.toml:2: attract.fade takes true or false."},
		{"[exhibition]\nweb = \"example.org\"", "kiosk.toml:2: “example.org” is not a web address (https://…, at most 200 characters, without a password)."},
		{"[statistics]\ntextfile = \"/tmp/x.txt\"", "kiosk.toml:2: The name of the file “/tmp/x.txt” has to end in .prom. The collector reads no other files."},
		{"[hours]\nzone = \"UTC\"\nmonday = [\"09:00-11:00\", \"14.00-18.00\"]", "kiosk.toml:3: hours.monday: “14.00-18.00” is not a time. Write, for example, \"10:00-18:00\". Until then the station is open all that day."},
		{"[hours]\nzone = \"UTC\"\nmonday = [\"09:00-11:00\", 18]", "kiosk.toml:3: hours.monday: time number 2 in the list needs quotation marks, such as \"10:00-18:00\". Until then the station is open all that day."},
		{"[keypad]\ndown = \"Runter\"", "kiosk.toml:2: keypad.down: there is no key “Runter”. Names are, for example, Up, Return, Space, F13. Every key also has a scan code, such as scan:191."},
		{"[keypad]\ndown = \"Dwon\"", "kiosk.toml:2: keypad.down: there is no key “Dwon”. Is Down meant?"},
		{"[keypad]\nback = [\"Backspace\", \"Esc\"]", "kiosk.toml:2: keypad.back: there is no key “Esc”. Names are, for example, Up, Return, Space, F13. Every key also has a scan code, such as scan:191."},
		{"[keypad]\nback = \"Escape\"", "kiosk.toml:2: keypad.back: there is no key “Escape”. Names are, for example, Up, Return, Space, F13. Every key also has a scan code, such as scan:191."},
		{"[screen]\nlowest_mm = 5000", "kiosk.toml:2: screen.lowest_mm = 5000 is not possible. Possible is 0 to 2000."},
		{"[time]\nprompt = 30 s", "kiosk.toml:2: prompt takes the number alone, without “s”: prompt = 30"},
		{"[screen]\nwidth_mm = 299mm # breit", "kiosk.toml:2: width_mm takes the number alone, without “mm”: width_mm = 299"},
		{"[staff\n", "kiosk.toml:1: broken TOML: the ] behind the name of a table is missing"},
	} {
		_, problems := configured(t, c.lines)
		if diff := cmp.Diff([]string{c.want}, flaws(problems, false)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.lines, diff)
		}
		for _, p := range problems {
			if de := p.In(german); strings.Contains(de, "kiosk-config.") || de == p.In(english) {
				t.Errorf("in German: %s", de)
			}
		}
	}
}

// TestASlipCostsNothingButItsKey holds that a station whose configuration has a
// slip starts with all that could be read.
func TestASlipCostsNothingButItsKey(t *testing.T) {
	got, problems := configured(t, "[screen]", `mount = "floor"`, "width_mm = 299", "[time]", "prompt = 40")
	if len(flaws(problems, false)) != 1 || got.Place.Width != 299 || got.Place.Mount != kiosk.Wall || got.Times.Prompt != 40*time.Second {
		t.Errorf("%q; %+v", flaws(problems, false), got)
	}
}

func TestTimesAreBroughtToTheBoundAndThatIsSaid(t *testing.T) {
	got, problems := configured(t, "[time]", "prompt = 5", "page_least = 700", "page_most = 600", "care = 1")
	if got.Times != got.Times.Valid() || got.Times.Prompt != 20*time.Second || got.Times.Most != 700*time.Second {
		t.Errorf("the times are %+v", got.Times)
	}
	said := strings.Join(flaws(problems, true), "\n")
	for _, want := range []string{
		"kiosk.toml:2: time.prompt = 5 s is not possible at an accessible station (WCAG 2.2, 2.2.1). 20 s apply.",
		"kiosk.toml:4: time.page_most = 600 s is less than time.page_least. 700 s apply.",
		"kiosk.toml:5: time.care = 1 s is not possible at an accessible station (WCAG 2.2, 2.2.1). 700 s apply.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\nbut: %s", want, said)
		}
	}
}

// open reports whether a station is open at a time of a week of which the Monday is
// 30 November 2026.
func open(c Config, day time.Weekday, hour int) bool {
	h := c.Hours
	at := time.Date(2026, 11, 29+int(day), hour, 0, 0, 0, h.Zone)
	if day == time.Sunday {
		at = at.AddDate(0, 0, 7)
	}
	is, _ := h.At(at)
	return is
}

func TestASlipInTheOpeningHoursOpens(t *testing.T) {
	for fact, c := range map[string]struct {
		lines        string
		open, closed []time.Weekday // at three in the morning
		slips        int
	}{
		"nothing is said":              {"", []time.Weekday{1, 2, 0}, nil, 0},
		"only an exception":            {"[hours.dates]\n\"2026-12-24\" = []", []time.Weekday{0, 1, 2, 3, 4, 5, 6}, nil, 0},
		"an exception for today":       {"[hours.dates]\n\"2026-12-01\" = []", []time.Weekday{1, 3}, []time.Weekday{2}, 0},
		"one weekday":                  {"[hours]\nmonday = [\"10:00-18:00\"]", nil, []time.Weekday{1, 2}, 0},
		"a slip in one of two":         {"[hours]\nmonday = [\"10.00-18.00\"]\ntuesday = [\"10:00-18:00\"]", []time.Weekday{1}, []time.Weekday{2, 3}, 1},
		"a slip in the second time":    {"[hours]\nmonday = [\"10:00-12:00\", \"24:00-25:00\"]\ntuesday = []", []time.Weekday{1}, []time.Weekday{2}, 1},
		"a slip in the only one":       {"[hours]\nmonday = \"10-18\"", []time.Weekday{1, 2, 0}, nil, 1},
		"a slip in a weekday's name":   {"[hours]\nmonady = [\"10:00-18:00\"]\ntuesday = [\"10:00-18:00\"]", []time.Weekday{1, 3}, []time.Weekday{2}, 1},
		"a slip in a date":             {"[hours]\nmonday = []\ntuesday = []\nwednesday = []\nfriday = [\"10:00-12:00\"]\n[hours.dates]\n\"2026-12-01\" = [\"ab 10\"]", []time.Weekday{2}, []time.Weekday{1, 3}, 1},
		"hours that are no table":      {"hours = \"10:00-18:00\"", []time.Weekday{1}, nil, 1},
		"a line that is no TOML":       {"[hours]\nmonday = [\"10:00-18:00\"\ntuesday = [\"10:00-18:00\"]", []time.Weekday{1, 2, 3}, nil, 1},
		"a comma is missing":           {"[hours]\nmonday = [\n\"10:00-12:00\"\n\"14:00-18:00\"\n]", []time.Weekday{1, 2}, nil, 1},
		"the table's name is no TOML":  {"[hours\nmonday = [\"10:00-18:00\"]", []time.Weekday{1, 2}, nil, 1},
		"the dates' name is no TOML":   {"[hours]\nmonday = [\"10:00-18:00\"]\n[hours.dates\n\"2026-12-24\" = []", []time.Weekday{1, 2}, nil, 1},
		"a slip elsewhere":             {"[time]\nprompt = 30 s\n[hours]\nmonday = [\"10:00-18:00\"]", nil, []time.Weekday{1, 2}, 1},
		"never open":                   {"[hours]\nmonday = []", []time.Weekday{1, 2}, nil, 1},
		"never open but for no date":   {"[hours]\nmonday = []\n[hours.dates]\n\"2026-12-24\" = []", []time.Weekday{1, 2}, nil, 1},
		"a zone that is none":          {"[hours]\nzone = \"Europe/Berln\"\nmonday = [\"10:00-18:00\"]", nil, []time.Weekday{1, 2}, 1},
		"a zone that is a number":      {"[hours]\nzone = 1\nmonday = [\"10:00-18:00\"]", nil, []time.Weekday{1, 2}, 1},
		"a zone that is not said":      {"[hours]\nmonday = [\"10:00-18:00\"]", nil, []time.Weekday{1, 2}, 0},
		"the whole file is in Latin-1": {"# \xd6ffnungszeiten\n[hours]\nmonday = [\"10:00-18:00\"]", nil, []time.Weekday{1, 2}, 1},
	} {
		t.Run(fact, func(t *testing.T) {
			got, problems := configured(t, c.lines)
			for _, day := range c.open {
				if !open(got, day, 3) {
					t.Errorf("closed on %v", day)
				}
			}
			for _, day := range c.closed {
				if open(got, day, 3) {
					t.Errorf("open on %v", day)
				}
			}
			if bad := flaws(problems, false); len(bad) != c.slips {
				t.Errorf("said: %q", bad)
			}
		})
	}
}

func TestWhatMayNotBeMeantIsRemarkedOnAtItsLine(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"[hours]\nmonday = [\"10:00-10:00\"]", "kiosk.toml:2: hours.monday: “10:00-10:00” is all 24 hours. If that is meant, write \"00:00-24:00\"."},
		{"[hours]\nmonday = [\"18:00-10:00\"]", "kiosk.toml:2: hours.monday: “18:00-10:00” ends only on the following day. Perhaps the times are the wrong way round."},
		{"[hours]\nmonday = [\"14:00-18:00\", \"10:00-15:00\"]", "kiosk.toml:2: hours.monday: 10:00-15:00 and 14:00-18:00 overlap."},
		{"[hours]\nmonday = [\"22:00-02:00\", \"23:00-24:00\"]", "kiosk.toml:2: hours.monday: 22:00-02:00 and 23:00-24:00 overlap."},
		{"[hours.dates]\n\n\"2026-11-29\" = []", "kiosk.toml:3: 2026-11-29 is over. This line no longer has any effect."},
		{"[hours]\nmonday = [\"10:00-18:00\"]", "kiosk.toml:1: The opening hours have no time zone (zone). The time zone of the computer applies (Europe/Vienna)."},
		{"[hours]\n\n[hours.dates]\n\"2026-12-24\" = []", "kiosk.toml:3: Only single dates are named. On all others the station is open all the time."},
		{"[screen]\n\nlowest_mm = 1500", "kiosk.toml:3: The lower edge of the picture is 1500 mm high. That is above the reach band, which ends at 1100 mm."},
		{"[screen]\n\n\ndistance_mm = 20\ndepth_mm = 900", "kiosk.toml:4: A distance of the eyes of 20 mm is unlikely. People who touch the screen stand 250 to 1500 mm away."},
		{"[screen]\n\n\ndistance_mm = 20\ndepth_mm = 900", "kiosk.toml:5: Nobody in a wheelchair can reach across 900 mm. At most 635 mm are possible (EN 301 549)."},
		{"[screen]\nreach = [100, 1100]", "kiosk.toml:2: The reach band from 100 to 1100 mm is larger than EN 301 549 allows (380 to 1220 mm)."},
		{"[keypad]\n\nhelp = \"Up\"", "kiosk.toml:3: The key Up was up and is now help."},
	} {
		_, problems := configured(t, c.lines)
		if said := nbsp(flaws(problems, true)); !slices.Contains(said, c.want) {
			t.Errorf("%q: not said: %s\nbut: %q", c.lines, c.want, said)
		}
		if bad := flaws(problems, false); len(bad) > 0 {
			t.Errorf("%q: %q", c.lines, bad)
		}
	}
	for _, fine := range []string{
		"[hours]\nzone = \"UTC\"\nmonday = [\"22:00-02:00\"]", "[hours]\nzone = \"UTC\"\nmonday = [\"00:00-24:00\"]",
		"[hours]\nzone = \"UTC\"\nmonday = [\"10:00-12:00\", \"12:00-14:00\"]\n[hours.dates]\n\"2026-11-30\" = []",
	} {
		_, problems := configured(t, fine)
		if said := strings.Join(flaws(problems, true), "\n"); strings.Contains(said, "hours") || strings.Contains(said, "over;") {
			t.Errorf("%q: %s", fine, said)
		}
	}
}

func TestAFileInAnotherEncodingIsReadAndSaid(t *testing.T) {
	const text = "# \u00d6ffnungszeiten\n[time]\nprompt = 45\n"
	utf16 := []byte{0xff, 0xfe}
	for _, c := range text {
		utf16 = append(utf16, byte(c), byte(c>>8))
	}
	for name, c := range map[string]struct{ data, want string }{
		"Latin-1":      {"# x\n# \xd6ffnungszeiten\n[time]\nprompt = 45\n", "kiosk.toml:2: From here on the file is not saved as UTF-8. It was read as Windows-1252 (Latin-1). Please save it as UTF-8."},
		"UTF-16":       {string(utf16), "kiosk.toml:1: The file is saved as UTF-16. It was read all the same. Please save it as UTF-8."},
		"with a mark":  {"\ufeff" + text, ""},
		"with returns": {strings.ReplaceAll(text, "\n", "\r\n"), ""},
	} {
		got, problems := parseConfig("kiosk.toml", []byte(c.data), onTheDay())
		if got.Times.Prompt != 45*time.Second {
			t.Errorf("%s: the prompt takes %v", name, got.Times.Prompt)
		}
		if said := strings.Join(flaws(problems, false), "\n"); said != c.want {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// TestASlipInALineCostsThatLine: what is no TOML is left out, and all the rest holds.
func TestASlipInALineCostsThatLine(t *testing.T) {
	got, problems := configured(t, "[screen]", "width_mm = 299", "height_mm 531", "[time", "prompt = 40", "[attract]", "fade = false")
	if got.Place.Width != 299 || got.Place.Height != 0 || got.Fade || got.Times.Prompt != 30*time.Second {
		t.Errorf("%+v", got)
	}
	if bad := flaws(problems, false); len(bad) != 2 || !strings.HasPrefix(bad[0], "kiosk.toml:3: ") || !strings.HasPrefix(bad[1], "kiosk.toml:4: ") {
		t.Errorf("%q", bad)
	}
}

func TestRemarksOnAPlaceStandAtItsKeys(t *testing.T) {
	_, problems := configured(t, "", "[screen]", "width_mm = 299", "height_mm = 531", "distance_mm = 700", "lowest_mm = 1300")
	want := []string{"kiosk.toml:6: The reach band from 800 to 1100 mm is not on the screen. The screen goes from 1300 to 1831 mm."}
	if diff := cmp.Diff(want, nbsp(flaws(problems, true))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// nbsp takes the spaces that do not break for others.
func nbsp(list []string) []string {
	for i, s := range list {
		list[i] = strings.ReplaceAll(s, "\u00A0", " ")
	}
	return list
}

func TestAFileThatIsNoneIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(string) error
		en, de  string
	}{
		"missing":   {func(string) error { return nil }, "the file does not exist", "die Datei gibt es nicht"},
		"a folder":  {func(p string) error { return os.Mkdir(p, 0o700) }, "it is a folder, not a file", "das ist ein Ordner und keine Datei"},
		"too large": {func(p string) error { return os.WriteFile(p, make([]byte, mostConfig+1), 0o600) }, "the file is larger than 1\u00a0MiB", "die Datei ist größer als 1\u00a0MiB"},
	} {
		path := filepath.Join(t.TempDir(), "kiosk.toml")
		if err := c.prepare(path); err != nil {
			t.Fatal(err)
		}
		got, problems := readFile(path).config(onTheDay())
		if len(problems) != 1 || problems[0].remark || !strings.HasSuffix(problems[0].In(call.Catalogue("en")), "cannot be read: "+c.en) ||
			!strings.HasSuffix(problems[0].In(call.Catalogue("de")), "lässt sich nicht lesen: "+c.de) {
			t.Errorf("%s: %v", name, flaws(problems, false))
		}
		sameConfig(t, usualConfig(), got)
	}
}

// strange are keys, values and lines of all kinds, right ones and wrong ones.
func strange() (keys, values []string) {
	keys = append(sortedSettings(), "hours", "screen", "keypad.up", "keypad.up.x", "hours.dates.2026-12-24", "hours.monady", "x", "time.prompt.y")
	values = []string{"0", "-1", "1e300", "nan", "-inf", "3", "30 s", "true", `""`, `"wall"`, `"Local"`, "[]", "[[]]", `["10:00-18:00"]`, `["24:00-25:00"]`, `["10:00-18:00"`,
		"{}", "{a = 1}", "2026-12-24", "[800, 1100]", "[1, \"a\"]", `"scan:9"`, `"https://a:b@c"`, "", "\"", "\xff"}
	return keys, values
}

// TestNoFileIsTooStrange holds that a file of any keys and values is read without a
// panic, that each of its problems has words, that its times are within bounds, and
// that there is a time at which it is open.
func TestNoFileIsTooStrange(t *testing.T) {
	en := call.Catalogue("en")
	keys, values := strange()
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "lines") {
			text.WriteString(rapid.SampledFrom(keys).Draw(t, "key") + " = " + rapid.SampledFrom(values).Draw(t, "value") + "\n")
		}
		wellRead(t, en, text.String())
	})
}

// wellRead holds what is true of every kiosk.toml.
func wellRead(t interface{ Fatalf(string, ...any) }, say message.Catalogue, text string) {
	got, problems := parseConfig("kiosk.toml", []byte(text), onTheDay())
	if got.Times != got.Times.Valid() {
		t.Fatalf("times %+v\n%s", got.Times, text)
	}
	slip := false
	for _, p := range problems {
		if !say.Has(p.said.Key) {
			t.Fatalf("no words for %s\n%s", p.said.Key, text)
		}
		if words := p.In(say); words == "" || p.line < 0 || p.line > 1+strings.Count(text, "\n") {
			t.Fatalf("line %d: %q\n%s", p.line, words, text)
		}
		slip = slip || !p.remark
	}
	is, change := got.Hours.At(onTheDay().now)
	if !is && change.IsZero() && slip {
		t.Fatalf("closed for good\n%s", text)
	}
}

// FuzzConfig holds the same of any bytes, which are mostly a file of today with lines
// changed.
func FuzzConfig(f *testing.F) {
	example, err := os.ReadFile(exampleConfig)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(example)
	keys, values := strange()
	for i, key := range keys {
		f.Add([]byte(key + " = " + values[i%len(values)]))
	}
	f.Add([]byte("[hours]\nzone = \"Europe/Berlin\"\nmonday = [\"10:00-18:00\", \"22:00-02:00\"]\n[hours.dates]\n\"2026-12-24\" = []\n"))
	en := call.Catalogue("en")
	f.Fuzz(func(t *testing.T, data []byte) { wellRead(t, en, string(data)) })
}

// TestASlipNeverClosesAStation takes a file that is right, breaks one place of it, and
// holds that the station is open whenever it was before.
func TestASlipNeverClosesAStation(t *testing.T) {
	const right = "[time]\nprompt = 45\n[hours]\nzone = \"Europe/Berlin\"\nmonday = [\"10:00-18:00\"]\ntuesday = [\n  \"10:00-12:00\",\n  \"14:00-20:00\",\n]\n" +
		"friday = [\"00:00-24:00\"]\n[hours.dates]\n\"2026-12-02\" = [\"12:00-13:00\"]\n\"2026-12-06\" = []\n[attract]\nslide = 30\n"
	was, problems := parseConfig("kiosk.toml", []byte(right), onTheDay())
	if bad := flaws(problems, false); len(bad) > 0 {
		t.Fatal(bad)
	}
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(right)-1).Draw(t, "at")
		broken := right[:at] + rapid.SampledFrom([]string{"", "x", ".", "\"", "[", "]", "\n", "=", ",", "#", "\xff", "\x00", "'", "25", "{"}).Draw(t, "slip") +
			right[at+rapid.IntRange(0, 1).Draw(t, "less"):]
		got, problems := parseConfig("kiosk.toml", []byte(broken), onTheDay())
		if !slices.ContainsFunc(problems, func(p Problem) bool { return !p.remark }) {
			return // another file that is right
		}
		begin := time.Date(2026, 11, 30, 0, 30, 0, 0, was.Hours.Zone)
		for hour := range 7 * 24 {
			moment := begin.Add(time.Duration(hour) * time.Hour)
			open, _ := was.Hours.At(moment)
			if still, _ := got.Hours.At(moment); open && !still && got.Hours.Zone.String() == was.Hours.Zone.String() {
				t.Fatalf("closed at %v by a slip:\n%s\n%q", moment, broken, flaws(problems, false))
			}
		}
	})
}

func sortedSettings() []string {
	var keys []string
	for key := range settings() {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
