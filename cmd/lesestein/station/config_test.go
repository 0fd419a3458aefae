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
)

const exampleConfig = "../../../assets/packaging/kiosk.toml"

// configured reads a kiosk.toml with these lines.
func configured(t *testing.T, lines ...string) (Config, []Problem) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kiosk.toml")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return readConfig(path)
}

// flaws are the sentences in English, without remarks and folder.
func flaws(problems []Problem, remarks bool) []string {
	var out []string
	for _, p := range problems {
		if p.remark == remarks {
			p.file = filepath.Base(p.file)
			out = append(out, p.In(call.Catalogue("en")))
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
	got, problems := readConfig(exampleConfig)
	if bad := flaws(problems, false); len(bad) > 0 {
		t.Errorf("problems: %q", bad)
	}
	sameConfig(t, usualConfig(), got)
	none, problems := readConfig("")
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
	if bad := flaws(problems, false); len(bad) != 1 || !strings.Contains(bad[0], "no time zone") {
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
	want.Hours.Dates = map[kiosk.Date][]kiosk.Span{{Year: 2026, Month: 12, Day: 24}: nil}
	want.Keypad, _ = want.Keypad.With(kiosk.MakeKeypad(map[kiosk.Button][]string{
		kiosk.ButtonUp: {"scan:191"}, kiosk.ButtonAction: {"scan:36", "Return"},
	}))
	want.Fade, want.Web, want.Memory, want.Counted = false, "https://example.org/ausstellung", 500<<20, false
	want.Metrics = "/var/lib/node_exporter/lesestein.prom"
	want.PINFile = got.PINFile
	sameConfig(t, want, got)
	if !filepath.IsAbs(got.PINFile) || !strings.HasSuffix(got.PINFile, "secret/pin") {
		t.Errorf("the PIN is in %s, not beside the file", got.PINFile)
	}
}

func TestWhatIsWrongWithAConfigIsSaidWithItsLine(t *testing.T) {
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
		{"[screen]\nwidth_mm = -1", "kiosk.toml:2: screen.width_mm = -1 is outside 0 to 10000."},
		{"[screen]\nreach = [1100, 800]", "kiosk.toml:2: screen.reach takes two heights above the floor in millimetres, the lesser first, such as [800, 1100]."},
		{"[program]\nmemory_mb = 24", "kiosk.toml:2: program.memory_mb = 24 is outside 400 to 1048576; 0 is no limit."},
		{"[time]\nprompt = 0", "kiosk.toml:2: time.prompt = 0 is outside 0.1 to 86400."},
		{"[time]\nprompt = true", "kiosk.toml:2: time.prompt takes a number without quotation marks."},
		{"[hours]\nzone = \"Berlin\"", "kiosk.toml:2: There is no time zone “Berlin”; a name is for instance Europe/Berlin."},
		{"[hours]\nzone = 3", "kiosk.toml:2: hours.zone takes words in quotation marks."},
		{"[hours]\nzone = \"UTC\"\nmonday = \"10:00-18:00\"", "kiosk.toml:3: hours.monday takes a list of times, such as [\"10:00-18:00\"], or [] for closed."},
		{"[hours]\nzone = \"UTC\"\nmonday = [\"10-18\"]", "kiosk.toml:3: hours.monday takes a list of times, such as [\"10:00-18:00\"], or [] for closed."},
		{"[hours]\nzone = \"UTC\"\nmonday = []", "kiosk.toml:1: By these opening hours it is never open; so the station stays on all the time."},
		{"[hours]\nmonday = [\"10:00-18:00\"]", "kiosk.toml:1: The opening hours have no time zone (zone); UTC holds."},
		{"[hours.dates]\n\"24.12.2026\" = []", "kiosk.toml:2: “24.12.2026” is no date; write \"2026-12-24\""},
		{"[keypad]\nleap = \"Up\"", "kiosk.toml:2: There is no key keypad.leap."},
		{"[keypad]\nup = 191", "kiosk.toml:2: keypad.up takes keys such as \"Up\", \"F13\" or \"scan:191\", one or a list."},
		{"[keypad]\nup = \"scan:191\"\ndown = \"F13\"", "kiosk.toml:2: The key scan:191 stands at down and at up; it stays with down."},
		{"[attract]\nfade = 1", "kiosk.toml:2: attract.fade takes true or false."},
		{"[exhibition]\nweb = \"example.org\"", "kiosk.toml:2: “example.org” is no address on the web (https://…, at most 200 characters, without a password)."},
		{"[statistics]\ntextfile = \"/tmp/x.txt\"", "kiosk.toml:2: The file “/tmp/x.txt” has to end in .prom; the collector reads no others."},
		{"[staff\n", "kiosk.toml:1: broken TOML: the ] behind the name of a table is missing"},
	} {
		_, problems := configured(t, c.lines)
		if diff := cmp.Diff([]string{c.want}, flaws(problems, false)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.lines, diff)
		}
		for _, p := range problems {
			if de := p.In(call.Catalogue("de")); strings.Contains(de, "kiosk-config.") || de == p.In(call.Catalogue("en")) {
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
	got, problems := configured(t, "[time]", "prompt = 5", "page_least = 700", "page_most = 600")
	if got.Times != got.Times.Valid() || got.Times.Prompt != 20*time.Second || got.Times.Most != 700*time.Second {
		t.Errorf("the times are %+v", got.Times)
	}
	said := strings.Join(flaws(problems, true), "\n")
	for _, want := range []string{
		"kiosk.toml:2: time.prompt = 5 s is outside the bounds that an accessible station needs (WCAG 2.2, 2.2.1); 20 s hold.",
		"kiosk.toml:4: time.page_most = 600 s is outside",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\nbut: %s", want, said)
		}
	}
}

func TestRemarksOnAPlaceStandAtTheScreen(t *testing.T) {
	_, problems := configured(t, "", "[screen]", "width_mm = 299", "height_mm = 531", "distance_mm = 700", "lowest_mm = 1300")
	want := []string{"kiosk.toml:2: The reach band from 800 to 1100 mm is not on the screen, which goes from 1300 to 1831 mm."}
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
	for name, prepare := range map[string]func(string) error{
		"missing":   func(string) error { return nil },
		"a folder":  func(p string) error { return os.Mkdir(p, 0o700) },
		"too large": func(p string) error { return os.WriteFile(p, make([]byte, mostConfig+1), 0o600) },
	} {
		path := filepath.Join(t.TempDir(), "kiosk.toml")
		if err := prepare(path); err != nil {
			t.Fatal(err)
		}
		got, problems := readConfig(path)
		if len(problems) != 1 || problems[0].remark || !strings.Contains(problems[0].In(call.Catalogue("en")), "cannot be read") {
			t.Errorf("%s: %v", name, problems)
		}
		sameConfig(t, usualConfig(), got)
	}
}

// TestNoFileIsTooStrange holds that a file of any keys and values is read without a
// panic, that each of its problems has words, and that its times are within bounds.
func TestNoFileIsTooStrange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kiosk.toml")
	keys := append(sortedSettings(), "hours", "screen", "keypad.up", "keypad.up.x", "hours.dates.2026-12-24", "x", "time.prompt.y")
	values := []string{"0", "-1", "1e300", "nan", "-inf", "3", "true", `""`, `"wall"`, `"Local"`, "[]", "[[]]", `["10:00-18:00"]`, `["24:00-25:00"]`,
		"{}", "{a = 1}", "2026-12-24", "[800, 1100]", "[1, \"a\"]", `"scan:9"`, `"https://a:b@c"`}
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "lines") {
			text.WriteString(rapid.SampledFrom(keys).Draw(t, "key") + " = " + rapid.SampledFrom(values).Draw(t, "value") + "\n")
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		got, problems := readConfig(path)
		if got.Times != got.Times.Valid() {
			t.Fatalf("times %+v", got.Times)
		}
		for _, p := range problems {
			if words := p.In(call.Catalogue("de")); strings.Contains(words, "kiosk-config.") || strings.ContainsAny(words, "{") && !strings.Contains(text.String(), "{") {
				t.Fatalf("%s\n%s", words, text.String())
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
