package station

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
	"lesestein/ui/kiosk"
)

// prepared are the facts of a machine that lacks nothing.
func prepared() facts {
	berlin := time.FixedZone("Europe/Berlin", 3600)
	return facts{
		screen: screenFacts{
			display: ":0", asked: true, render: true,
			info: "name of display:    :0\nvendor string:    The X.Org Foundation\n  dimensions:    1080x1920 pixels (299x531 millimeters)\nnumber of extensions:    2\n    GLX\n    RANDR\n",
			set:  "Screen Saver:\n  prefer blanking:  no    allow exposures:  no\n  timeout:  0    cycle:  600\nDPMS (Energy Star):\n  DPMS is Disabled\n",
		},
		touch:   []string{"ILITEK Multi-Touch"},
		folder:  folderFacts{name: "/var/lib/lesestein", writable: true, disk: kiosk.Storage{Free: 1 << 30, Size: 1 << 33}},
		place:   kiosk.Place{Mount: kiosk.Wall, Width: 299, Height: 531, Distance: 700, Lowest: 720},
		pin:     pinFacts{guard: guarded},
		clock:   clockFacts{now: time.Date(2027, 3, 1, 9, 0, 0, 0, berlin), built: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)},
		manager: managerFacts{runs: true, unit: "LoadState=loaded\nUnitFileState=enabled\nWatchdogUSec=40s\n"},
		shows:   Examined{Name: "Zögern"},
		kept:    keptFacts{bounds: lastgood.Usual()},
	}
}

func TestAPreparedMachineLacksNothing(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		var out, errs bytes.Buffer
		st := call.Streams{Out: &out, Err: &errs, Say: call.Catalogue(lang), Speaks: lang}
		if err := doctor(st, prepared()); err != nil {
			t.Errorf("%s: %v\n%s", lang, err, out.String())
		}
		for _, m := range []mark{remark, missing} {
			if strings.Contains(out.String(), st.Say.T(string(m))+" ") {
				t.Errorf("%s: %s", lang, out.String())
			}
		}
		if errs.Len() > 0 || strings.Contains(out.String(), "{") || strings.Contains(out.String(), "doctor.") {
			t.Errorf("%s: %s%s", lang, errs.String(), out.String())
		}
	}
}

func TestTheDoctorFindsWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*facts)
		want   string
		mark   mark
	}{
		"only Wayland":      {func(f *facts) { f.screen = screenFacts{wayland: "wayland-0"} }, "doctor.wayland", missing},
		"no display":        {func(f *facts) { f.screen = screenFacts{} }, "doctor.no-display", missing},
		"a dead server":     {func(f *facts) { f.screen.info = "" }, "doctor.no-answer", missing},
		"no tool to ask":    {func(f *facts) { f.screen.asked = false }, "doctor.tool", remark},
		"no GLX":            {func(f *facts) { f.screen.info = "vendor string:    Foo\n" }, "doctor.no-gl", missing},
		"software graphics": {func(f *facts) { f.screen.render = false }, "doctor.gl-software", remark},
		"another platform":  {func(f *facts) { f.screen.platform = "wayland" }, "doctor.platform", remark},
		"a screen saver":    {func(f *facts) { f.screen.set = "  timeout:  600    cycle:  600\n" }, "doctor.blanks", remark},
		"power saving":      {func(f *facts) { f.screen.set = "  timeout:  0    cycle:  0\n  DPMS is Enabled\n" }, "doctor.blanks", remark},
		"a display that is too small": {func(f *facts) {
			f.screen.info = strings.Replace(f.screen.info, "1080x1920", "800x480", 1)
			f.place = kiosk.Place{Mount: kiosk.Wall}
		}, "doctor.too-small", remark},
		"width and height are exchanged": {func(f *facts) {
			f.screen.info = strings.Replace(f.screen.info, "1080x1920", "1920x1080", 1)
		}, "kiosk-config.place-skew", remark},
		"what has run out":           {func(f *facts) { f.shows.Due = []string{"room.toml:3: x"} }, "doctor.due", remark},
		"no touch":                   {func(f *facts) { f.touch = nil }, "doctor.no-touch", remark},
		"a read-only folder":         {func(f *facts) { f.folder.writable = false }, "doctor.unwritable", missing},
		"a full disk":                {func(f *facts) { f.folder.disk.Free = 1 << 20 }, "doctor.full", remark},
		"too much to keep":           {func(f *facts) { f.kept.err = lastgood.ErrChanging }, "doctor.not-kept", missing},
		"no PIN":                     {func(f *facts) { f.pin.guard = unguarded }, "doctor.no-pin", missing},
		"a PIN that was lost":        {func(f *facts) { f.pin.guard = locked }, "doctor.pin-locked", missing},
		"a broken PIN":               {func(f *facts) { f.pin.err = errPHC }, "doctor.pin-broken", missing},
		"a PIN that everybody tries": {func(f *facts) { f.pin.common = true }, "doctor.pin-common", remark},
		"a bad setting": {func(f *facts) {
			f.config = []Problem{{file: "kiosk.toml", line: 3, said: kiosk.Sentence{Key: "kiosk-config.unknown", Args: []string{"key", "x"}}}}
		}, "doctor.config-line", missing},
		"a setting brought within bounds": {func(f *facts) {
			f.config = []Problem{{file: "kiosk.toml", line: 3, remark: true, said: kiosk.Sentence{Key: "kiosk-config.unknown", Args: []string{"key", "x"}}}}
		}, "doctor.config-line", remark},
		"a clock of the past": {func(f *facts) { f.clock.now = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC) }, "doctor.clock-behind", remark},
		"no time zone":        {func(f *facts) { f.clock.now = f.clock.now.UTC() }, "doctor.zone", remark},
		"no systemd":          {func(f *facts) { f.manager = managerFacts{} }, "doctor.no-manager", remark},
		"no unit":             {func(f *facts) { f.manager.unit = "LoadState=not-found\n" }, "doctor.no-unit", remark},
		"a unit by hand": {func(f *facts) {
			f.manager.unit = "LoadState=loaded\nUnitFileState=disabled\nWatchdogUSec=40s\n"
		}, "doctor.unit-disabled", remark},
		"no watchdog": {func(f *facts) {
			f.manager.unit = "LoadState=loaded\nUnitFileState=enabled\nWatchdogUSec=0\n"
		}, "doctor.no-watchdog", remark},
		"no Shell Launcher": {func(f *facts) { f.manager = managerFacts{own: true, runs: true} }, "doctor.no-shell", remark},
		"no heartbeat service": {func(f *facts) {
			f.manager = managerFacts{own: true, unit: `"C:\Program Files\Lesestein\lesestein.exe" kiosk`}
		}, "doctor.no-heartbeat", remark},
		"no exhibition": {func(f *facts) { f.shows.Err = errors.New("nothing") }, "doctor.no-exhibition", missing},
		"a broken one":  {func(f *facts) { f.shows.Problems = 2 }, "doctor.flawed", missing},
	} {
		t.Run(name, func(t *testing.T) {
			f := prepared()
			c.change(&f)
			var out, errs bytes.Buffer
			st := call.Streams{Out: &out, Err: &errs, Say: call.Catalogue("en")}
			found := diagnose(st, f)
			if !slices.ContainsFunc(found, func(x finding) bool { return x.mark == c.mark && x.said.Key == c.want }) {
				t.Errorf("%v", found)
			}
			err := doctor(st, f)
			if bad := errors.Is(err, call.ErrSaid); bad != (c.mark == missing) {
				t.Errorf("ends with %v:\n%s", err, out.String())
			}
			if !st.Say.Has(c.want) || !call.Catalogue("de").Has(c.want) {
				t.Errorf("no words for %s", c.want)
			}
		})
	}
}

func TestTouchDevicesAreFoundInTheKernelsList(t *testing.T) {
	const list = `I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
B: PROP=0
B: EV=3
B: KEY=10000000000000 0

I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
B: PROP=2
B: EV=b
B: KEY=400 0 0 0 0 0
B: ABS=260800000000003

I: Bus=0003 Vendor=046d Product=c52b Version=0111
N: Name="A touchpad"
B: PROP=5
B: KEY=e520 10000 0 0 0 0
B: ABS=660800011000003

`
	if got := touchDevices([]byte(list)); !slices.Equal(got, []string{"ILITEK ILITEK-TP"}) {
		t.Errorf("%v", got)
	}
	for _, broken := range []string{"", "\n\n\n", "B: PROP=zz\nN: Name=x", "B: ABS"} {
		if got := touchDevices([]byte(broken)); len(got) != 0 {
			t.Errorf("%q: %v", broken, got)
		}
	}
}

func TestTheDoctorsClockIsTheHouses(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	c := clockFacts{now: time.Date(2026, 11, 30, 16, 12, 0, 0, berlin)}
	if found := c.judge(); len(found) != 1 || found[0].said.Args[1] != "2026-11-30 16:12 CET (Europe/Berlin)" {
		t.Errorf("%v", found)
	}
}
