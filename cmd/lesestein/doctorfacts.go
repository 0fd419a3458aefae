package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// toolWait is how long another program may take to answer the doctor.
const toolWait = 5 * time.Second

// observed reads the facts from the machine.
func observed(st station, o kioskOptions) facts {
	o.state = stateFolder(o.state)
	_, problems := o.settings()
	f := facts{
		screen:  observeScreen(os.Getenv),
		config:  problems,
		folder:  folderFacts{name: o.state, writable: writable(o.state), disk: storageOf(o.state)},
		clock:   clockFacts{now: time.Now(), built: built()},
		manager: managerFacts{runs: exists("/run/systemd/system")},
	}
	f.guard, f.guarded = o.pin().state()
	if data, err := os.ReadFile("/proc/bus/input/devices"); err == nil {
		f.touch = touchDevices(data)
	}
	if f.manager.runs {
		f.manager.unit = tool("systemctl", "show", "lesestein.service", "--property=LoadState,UnitFileState,WatchdogUSec")
	}
	x, err := open(o.exhibition)
	f.shows = exhibitionFacts{err: err, problems: len(x.problems)}
	if err == nil {
		x.Close()
		f.shows.name, _ = x.Title.In(x.language("", st.speaks))
	}
	return f
}

func observeScreen(env func(string) string) screenFacts {
	s := screenFacts{display: env("DISPLAY"), wayland: env("WAYLAND_DISPLAY"), platform: env("FYNE_PLATFORM")}
	if s.display == "" {
		return s
	}
	_, err := exec.LookPath("xdpyinfo")
	s.asked = err == nil
	if s.asked {
		s.info = tool("xdpyinfo")
	}
	s.set = tool("xset", "q")
	cards, err := filepath.Glob("/dev/dri/renderD*")
	s.render = err == nil && len(cards) > 0
	return s
}

// tool is what a program prints, and empty when it fails or is not there.
func tool(name string, args ...string) string {
	ctx, cancel := context.WithTimeout(context.Background(), toolWait)
	defer cancel()
	out, err := exec.CommandContext(ctx, name, args...).Output()
	if err != nil {
		return ""
	}
	return string(out)
}

// built is when the source of the program was committed, as the build says.
func built() time.Time {
	t, err := time.Parse(time.RFC3339, provenance()["vcs.time"])
	if err != nil {
		return time.Time{}
	}
	return t
}

// writable reports whether a folder can be made and written to.
func writable(folder string) bool {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return false
	}
	f, err := os.CreateTemp(folder, ".doctor")
	if err != nil {
		return false
	}
	_, werr := f.WriteString("x")
	cerr := f.Close()
	return os.Remove(f.Name()) == nil && werr == nil && cerr == nil
}

// What the kernel's list of input devices says of one that is touched directly: a
// property, and an axis of many contacts or, of old panels, a key.
const (
	propDirect = 1    // INPUT_PROP_DIRECT
	absContact = 0x35 // ABS_MT_POSITION_X
	keyTouch   = 0x14a
)

// touchDevices are the names of what can be touched in /proc/bus/input/devices.
func touchDevices(list []byte) []string {
	var names []string
	for _, device := range bytes.Split(list, []byte("\n\n")) {
		name, bits := "", map[string]string{}
		for line := range strings.Lines(string(device)) {
			kind, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
			key, value, _ := strings.Cut(rest, "=")
			switch kind {
			case "N":
				name = strings.Trim(value, `"`)
			case "B":
				bits[key] = value
			}
		}
		if bit(bits["PROP"], propDirect) && (bit(bits["ABS"], absContact) || bit(bits["KEY"], keyTouch)) {
			names = append(names, name)
		}
	}
	return names
}

// bit reports whether a bit is set in the kernel's way to write many: words of 64
// in hexadecimal, the last holding the lowest.
func bit(words string, n int) bool {
	w := strings.Fields(words)
	i := len(w) - 1 - n/64
	if i < 0 {
		return false
	}
	v, err := strconv.ParseUint(w[i], 16, 64)
	return err == nil && v>>(n%64)&1 == 1
}
