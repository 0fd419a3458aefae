package station

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
)

// Facts are what the doctor looks at: read from the machine by observed, or
// written down by a test. What could not be found out is empty.
type facts struct {
	screen  screenFacts
	touch   []string // names of what can be touched
	folder  folderFacts
	pin     pinFacts
	config  []Problem
	place   kiosk.Place // of the screen, with what was measured there
	clock   clockFacts
	manager managerFacts
	shows   Examined
	kept    keptFacts
}

// screenFacts are the display's: two variables, and what two tools say.
type screenFacts struct {
	own                        bool // the system has its own desktop, with nothing to ask
	display, wayland, platform string
	asked                      bool   // xdpyinfo is installed
	info                       string // what it says; empty: no answer
	set                        string // what xset q says
	render                     bool   // the kernel has a graphics card to render with
}

// folderFacts are the state folder's.
type folderFacts struct {
	name     string
	writable bool
	disk     kiosk.Storage // the zero Storage: unknown
}

// pinFacts are those of the PIN of staff.
type pinFacts struct {
	guard  guard
	err    error // it cannot be read
	common bool  // it is one of those that everybody tries first
}

// clockFacts are what the machine holds the time for.
type clockFacts struct {
	now   time.Time // in the zone of the house
	built time.Time // of the program; zero: unknown
}

// managerFacts are the service manager's: whether there is one, and what it says
// about our unit in lines of NAME=VALUE. On Windows it is Shell Launcher, which says
// the commands that it starts, and a service of ours that runs or not.
type managerFacts struct {
	own  bool // Windows
	runs bool
	unit string
}

// keptFacts say whether the exhibition is one that a station keeps a good copy of.
type keptFacts struct {
	embedded bool // the program has it: nothing is copied
	bounds   lastgood.Bounds
	err      error // it is over them, or away
}

// Examined is what came of reading the exhibition.
type Examined struct {
	Name     string
	Err      error
	Problems int
	Due      []string // what has run out, as sentences: rights of pictures, contacts not looked after
}

// A mark is how much a finding matters.
type mark string

const (
	fine    mark = "doctor.fine"
	remark  mark = "doctor.remark"
	missing mark = "doctor.missing" // without it no station runs
)

// A finding is one sentence about the machine.
type finding struct {
	mark mark
	said kiosk.Sentence
}

func find(m mark, key string, args ...string) finding {
	return finding{m, kiosk.Sentence{Key: key, Args: args}}
}

// Doctor looks at the machine and says what it finds. The program was built at a time,
// and somebody read the exhibition. It returns call.ErrSaid if something is missing.
func Doctor(st call.Streams, s Setup, built time.Time, x Examined) error {
	return doctor(st, observed(s, built, x))
}

// doctor says what it finds in the facts.
func doctor(st call.Streams, f facts) error {
	width := 0
	for _, m := range []mark{fine, remark, missing} {
		width = max(width, utf8.RuneCountInString(st.Say.T(string(m))))
	}
	lacks := 0
	for _, x := range diagnose(st, f) {
		if x.mark == missing {
			lacks++
		}
		word := st.Say.T(string(x.mark))
		pad := strings.Repeat(" ", width-utf8.RuneCountInString(word)+2)
		fmt.Fprintf(st.Out, "%s%s%s\n", word, pad, st.Say.T(x.said.Key, x.said.Args...))
	}
	if lacks > 0 {
		fmt.Fprintln(st.Err, st.Say.N("doctor.lacks", lacks))
		return call.ErrSaid
	}
	fmt.Fprintln(st.Out, st.Say.T("doctor.ready"))
	return nil
}

// diagnose judges the facts, in the order in which a technician would look.
func diagnose(st call.Streams, f facts) []finding {
	all := f.screen.judge()
	all = append(all, judgePlace(f.screen, f.place)...)
	all = append(all, judgeTouch(f.touch), f.folder.judge())
	if d := f.folder.disk; d.Size > 0 && d.Free < leastFree {
		all = append(all, find(remark, "doctor.full", "folder", f.folder.name, "free", strconv.FormatInt(d.Free>>20, 10)))
	}
	all = append(all, f.pin.judge())
	all = append(all, judgeConfig(st, f.config)...)
	all = append(all, f.clock.judge()...)
	all = append(all, f.manager.judge())
	if f.manager.own {
		all = append(all, f.manager.judgeService())
	}
	all = append(all, f.shows.judge(st))
	for _, line := range f.shows.Due {
		all = append(all, find(remark, "doctor.due", "line", line))
	}
	return append(all, f.kept.judge(st)...)
}

// leastFree is how much of the disk a station should have for its statistics.
const leastFree = 64 << 20

func (s screenFacts) judge() []finding {
	switch {
	case s.own:
		return nil
	case s.display == "" && s.wayland != "":
		return []finding{find(missing, "doctor.wayland")}
	case s.display == "":
		return []finding{find(missing, "doctor.no-display")}
	case s.asked && s.info == "":
		return []finding{find(missing, "doctor.no-answer", "display", s.display)}
	}
	var all []finding
	if s.asked {
		all = append(all, find(fine, "doctor.display", "display", s.display, "server", after(s.info, "vendor string:")), s.graphics())
	} else {
		all = append(all, find(remark, "doctor.tool", "tool", "xdpyinfo", "package", "x11-utils"))
	}
	if s.platform != "" && s.platform != "x11" {
		all = append(all, find(remark, "doctor.platform", "value", s.platform))
	}
	return append(all, s.blanking())
}

// graphics judges OpenGL: the server must speak GLX, or no window opens.
func (s screenFacts) graphics() finding {
	has := func(extension string) bool {
		return slices.ContainsFunc(strings.Split(s.info, "\n"), func(l string) bool { return strings.TrimSpace(l) == extension })
	}
	switch {
	case !has("GLX"):
		return find(missing, "doctor.no-gl")
	case !s.render:
		return find(remark, "doctor.gl-software")
	}
	return find(fine, "doctor.gl")
}

// blanking judges whether the screen would go dark by itself.
func (s screenFacts) blanking() finding {
	switch {
	case s.set == "":
		return find(remark, "doctor.tool", "tool", "xset", "package", "x11-xserver-utils")
	case after(s.set, "timeout:") != "0" || strings.Contains(s.set, "DPMS is Enabled"):
		return find(remark, "doctor.blanks", "command", "xset s off -dpms")
	}
	return find(fine, "doctor.no-blanking")
}

// after is what stands behind a name: the rest of its line up to two spaces.
func after(text, name string) string {
	for line := range strings.Lines(text) {
		if _, rest, ok := strings.Cut(line, name); ok {
			rest, _, _ = strings.Cut(strings.TrimSpace(rest), "  ")
			return rest
		}
	}
	return ""
}

// size is how many pixels the display has, as xdpyinfo says; 0: not known.
func (s screenFacts) size() (width, height int) {
	if _, err := fmt.Sscanf(after(s.info, "dimensions:"), "%dx%d", &width, &height); err != nil {
		return 0, 0
	}
	return width, height
}

// judgePlace says what only the pixels of the display tell: that the screen has no room
// for what its place asks for, or that its size cannot be right.
func judgePlace(s screenFacts, p kiosk.Place) []finding {
	width, height := s.size()
	if width == 0 {
		return nil
	}
	var all []finding
	if screen.TooSmall(width, height, p.Sizes(width, height)) {
		all = append(all, find(remark, "doctor.too-small", "width", strconv.Itoa(width), "height", strconv.Itoa(height)))
	}
	known := p.Problems(0, 0) // they are named with their lines
	for _, said := range p.Problems(width, height) {
		if !slices.ContainsFunc(known, func(k kiosk.Sentence) bool { return k.Key == said.Key }) {
			all = append(all, find(remark, said.Key, said.Args...))
		}
	}
	return all
}

func judgeTouch(names []string) finding {
	if len(names) == 0 {
		return find(remark, "doctor.no-touch")
	}
	return find(fine, "doctor.touch", "devices", strings.Join(names, ", "))
}

func (f folderFacts) judge() finding {
	if !f.writable {
		return find(missing, "doctor.unwritable", "folder", f.name)
	}
	return find(fine, "doctor.folder", "folder", f.name)
}

func (p pinFacts) judge() finding {
	switch {
	case p.err != nil:
		return find(missing, "doctor.pin-broken", "reason", p.err.Error())
	case p.guard == unguarded:
		return find(missing, "doctor.no-pin")
	case p.guard == locked:
		return find(missing, "doctor.pin-locked")
	case p.common:
		return find(remark, "doctor.pin-common")
	}
	return find(fine, "doctor.pin")
}

func judgeConfig(st call.Streams, problems []Problem) []finding {
	if len(problems) == 0 {
		return []finding{find(fine, "doctor.config")}
	}
	var all []finding
	for _, p := range problems {
		m := missing
		if p.remark {
			m = remark
		}
		all = append(all, find(m, "doctor.config-line", "line", p.In(st.Say)))
	}
	return all
}

// judge looks at the clock: opening hours and statistics need one.
func (c clockFacts) judge() []finding {
	zone, _ := c.now.Zone()
	at := c.now.Format("2006-01-02 15:04 ") + zone
	if name := c.now.Location().String(); name != "Local" && name != zone {
		at += " (" + name + ")"
	}
	if c.now.Before(c.built) {
		return []finding{find(remark, "doctor.clock-behind", "now", at)}
	}
	all := []finding{find(fine, "doctor.clock", "now", at)}
	if zone == "UTC" {
		all = append(all, find(remark, "doctor.zone"))
	}
	return all
}

func (m managerFacts) judge() finding {
	value := func(name string) string {
		for line := range strings.Lines(m.unit) {
			if v, ok := strings.CutPrefix(strings.TrimSpace(line), name+"="); ok {
				return v
			}
		}
		return ""
	}
	switch {
	case m.own && strings.Contains(strings.ToLower(m.unit), "lesestein"):
		return find(fine, "doctor.shell")
	case m.own:
		return find(remark, "doctor.no-shell")
	case !m.runs:
		return find(remark, "doctor.no-manager")
	case value("LoadState") != "loaded":
		return find(remark, "doctor.no-unit")
	case value("UnitFileState") != "enabled":
		return find(remark, "doctor.unit-disabled", "command", "systemctl enable lesestein")
	case value("WatchdogUSec") == "" || value("WatchdogUSec") == "0" || value("WatchdogUSec") == "infinity":
		return find(remark, "doctor.no-watchdog")
	}
	return find(fine, "doctor.watchdog", "time", value("WatchdogUSec"))
}

// judgeService judges the service that restarts a silent machine.
func (m managerFacts) judgeService() finding {
	if !m.runs {
		return find(remark, "doctor.no-heartbeat", "service", watchService)
	}
	return find(fine, "doctor.heartbeat", "service", watchService)
}

func (k keptFacts) judge(st call.Streams) []finding {
	switch {
	case k.embedded:
		return nil
	case k.err != nil:
		return []finding{find(missing, "doctor.not-kept", "reason", call.Explain(st.Say, k.err))}
	}
	return []finding{find(fine, "doctor.kept", "files", strconv.Itoa(k.bounds.Files),
		"bytes", strconv.FormatInt(k.bounds.Bytes>>20, 10), "file", strconv.FormatInt(k.bounds.File>>20, 10))}
}

func (x Examined) judge(st call.Streams) finding {
	switch {
	case x.Err != nil:
		return find(missing, "doctor.no-exhibition", "reason", call.Explain(st.Say, x.Err))
	case x.Problems > 0:
		return find(missing, "doctor.flawed", "n", strconv.Itoa(x.Problems), "name", x.Name)
	}
	return find(fine, "doctor.exhibition", "name", x.Name)
}
