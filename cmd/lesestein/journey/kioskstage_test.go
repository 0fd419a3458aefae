//go:build unix

package journey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// A hall is a stage with a station on it: the supervisor and its window.
type hall struct {
	*stage
	place   kiosk.Place
	kept    string    // the state folder
	config  string    // kiosk.toml
	folder  string    // the exhibition; empty: the embedded one
	said    string    // file of the error stream
	touched time.Time // by the last finger
}

// A format is a screen as a museum has it, with what kiosk.toml says of it.
type format struct {
	size  string
	place kiosk.Place
	lines []string
}

// formats are an upright screen and one that lies across, both at a wall and without
// a word about them, and a table of 43 inches.
func formats() []format {
	return []format{
		{size: "1080x1920"},
		{size: "1920x1080"},
		{
			size: "3840x2160", place: kiosk.Place{Mount: kiosk.Table, Width: 941, Height: 529},
			lines: []string{"[screen]", `mount = "table"`, "width_mm = 941", "height_mm = 529"},
		},
	}
}

// attend opens a station on a screen of its own, with these lines in its kiosk.toml.
func attend(t testing.TB, size string, lines ...string) *hall {
	t.Helper()
	b := erect(t, size, lines...)
	b.screen()
	b.begin()
	return b
}

// erect makes the folders of a station without starting anything.
func erect(t testing.TB, size string, lines ...string) *hall {
	t.Helper()
	home := t.TempDir()
	b := &hall{stage: &stage{t: t, size: size, home: home}}
	b.observe = filepath.Join(home, "observe.json")
	b.kept, b.config, b.said = filepath.Join(home, "kept"), filepath.Join(home, "kiosk.toml"), filepath.Join(home, "said.txt")
	if err := os.WriteFile(b.config, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return b
}

// begin starts the station and waits until it invites.
func (b *hall) begin() {
	b.t.Helper()
	b.run(b.command())
	b.phase(kiosk.Attract)
}

// alone starts the station as it stands in a museum, with nobody who observes it.
func (b *hall) alone() {
	b.t.Helper()
	b.pin("730418265907")
	file, err := program()
	if err != nil {
		b.t.Fatal(err)
	}
	b.process = exec.Command(file, "kiosk", "--state", b.kept, "--config", b.config)
	b.process.Env, b.process.Stderr = b.env(), os.Stderr
	if err := b.process.Start(); err != nil {
		b.t.Fatal(err)
	}
	b.ended = make(chan error, 1)
	go func() { b.ended <- b.process.Wait() }()
	b.t.Cleanup(func() { b.process.Process.Signal(syscall.SIGTERM) })
}

// command is the station's, as a technician calls it.
func (b *hall) command(args ...string) *exec.Cmd {
	b.t.Helper()
	file, err := program()
	if err != nil {
		b.t.Fatal(err)
	}
	said, err := os.OpenFile(b.said, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { said.Close() })
	b.stderr = said
	args = append([]string{"kiosk", "--demo", "--observe", b.observe, "--state", b.kept, "--config", b.config}, args...)
	if b.folder != "" {
		args = append(args, b.folder)
	}
	return exec.Command(file, args...)
}

// phase waits until the station is in a phase.
func (b *hall) phase(p kiosk.Phase) session.Observation {
	b.t.Helper()
	return b.until("the phase "+string(p), func(o session.Observation) bool { return o.Phase == p })
}

// handPace is how many seconds a hand rests after what it did has been seen; a
// station takes what comes faster at one place for the trembling of one finger, and
// counts from when it comes to it, which a busy machine may do late.
const handPace = "0.3"

// touch puts a finger on the glass at the pace of a hand.
func (b *hall) touch(x, y int) {
	b.t.Helper()
	b.xdo("mousemove", strconv.Itoa(x), strconv.Itoa(y), "sleep", handPace)
	b.touched = time.Now()
	b.xdo("click", "1")
}

// press touches the middle of a spot.
func (b *hall) press(kind frame.RefKind, id string) {
	b.t.Helper()
	r := b.spot(kind, id).Rect
	b.touch((r[0]+r[2])/2, (r[1]+r[3])/2)
}

// do presses a spot and waits for what follows.
func (b *hall) do(kind frame.RefKind, id, what string, ok func(session.Observation) bool) session.Observation {
	b.t.Helper()
	b.press(kind, id)
	return b.until(what, ok)
}

// open begins a visit in a language, from the invitation.
func (b *hall) open(lang string) {
	b.t.Helper()
	b.do(frame.RefKind(kiosk.Open), lang, "the rooms", func(o session.Observation) bool {
		return o.Phase == kiosk.Visiting && o.Route == state.Shelf && o.Lang == lang
	})
}

// room opens a room from the rooms.
func (b *hall) room(id string) {
	b.t.Helper()
	for range 5 { // on a small screen the rooms have leaves, and an earlier one may be meant
		if !has(b.last, frame.RefLeaf, state.Previous) {
			break
		}
		b.leaf(state.Previous)
	}
	for range 5 {
		if has(b.last, frame.RefRoom, id) || !has(b.last, frame.RefLeaf, state.Next) {
			break
		}
		b.leaf(state.Next)
	}
	b.do(frame.RefRoom, id, "the room "+id, func(o session.Observation) bool { return o.Text.Room == id && o.Settled && o.Count > 0 })
}

// leaf leafs a long screen on or back.
func (b *hall) leaf(way string) {
	b.t.Helper()
	was := b.last.Frame
	b.do(frame.RefLeaf, way, "another leaf", func(o session.Observation) bool { return o.Frame > was })
}

// turn presses the button that turns to the next page.
func (b *hall) turn() {
	b.t.Helper()
	n := b.last.Number
	b.do(frame.RefTurn, state.Next, "the next page", func(o session.Observation) bool { return o.Settled && o.Number > n })
}

// turnTo turns pages by the button until a spot of a kind is shown.
func (b *hall) turnTo(kind frame.RefKind) string {
	b.t.Helper()
	for range 60 {
		if has(b.last, kind, "") {
			return b.spot(kind, "").ID
		}
		b.turn()
	}
	b.t.Fatalf("no %s in 60 pages", kind)
	return ""
}

// toOffer turns to the first fold and to where its buttons stand.
func (b *hall) toOffer() string {
	b.t.Helper()
	for range 60 {
		if has(b.last, frame.RefOpen, "") || has(b.last, frame.RefLeaf, state.Next) {
			break
		}
		b.turn()
	}
	b.offers(frame.RefOpen, "")
	return b.spot(frame.RefOpen, "").ID
}

// offers goes to where a passage's button stands: on the page, on a screen of its
// own for which the page has a word, or some pages on, behind an opened passage.
func (b *hall) offers(kind frame.RefKind, id string) {
	b.t.Helper()
	for range 20 {
		if has(b.last, kind, id) {
			return
		}
		if has(b.last, frame.RefLeaf, state.Next) {
			was := b.last.Frame
			b.do(frame.RefLeaf, state.Next, "the buttons' own screen", func(o session.Observation) bool {
				return o.Frame > was && has(o, frame.RefLeaf, state.Previous)
			})
			continue
		}
		b.turn()
	}
	b.t.Fatalf("nothing offers %s %q", kind, id)
}

// hold presses keys of a keypad by their scan codes, at the pace of a hand.
func (b *hall) hold(codes ...int) {
	b.t.Helper()
	for _, code := range codes {
		b.xdo("sleep", handPace, "key", strconv.Itoa(code))
	}
}

// end presses the word that ends a visit and measures until the screen that says
// so is drawn.
func (b *hall) end() time.Duration {
	b.t.Helper()
	b.press(frame.RefEnd, "")
	b.until("the end", func(o session.Observation) bool { return o.Phase == kiosk.Farewell })
	info, err := os.Stat(b.observe)
	if err != nil {
		b.t.Fatal(err)
	}
	if b.last.Text != (state.Text{}) || len(b.last.Choices) > 0 || b.last.Size != 100 {
		b.t.Errorf("the end leaves %+v", b.last)
	}
	return info.ModTime().Sub(b.touched)
}

// staffGesture taps the staff corner five times and holds the last touch.
func (b *hall) staffGesture() {
	b.t.Helper()
	z := b.place.Sizes(b.last.Window[0], b.last.Window[1])
	args := []string{"mousemove", strconv.Itoa(b.last.Window[0] - z.Target/2), strconv.Itoa(z.Top + z.Target/2)}
	for range 4 {
		args = append(args, "sleep", "0.32", "mousedown", "1", "sleep", "0.05", "mouseup", "1")
	}
	b.xdo(append(args, "sleep", "0.32", "mousedown", "1", "sleep", "1.1", "mouseup", "1")...)
	b.touched = time.Now()
	b.phase(kiosk.PadOpen)
}

// digits types on the pad.
func (b *hall) digits(pin string) {
	b.t.Helper()
	for i, d := range pin {
		b.do(frame.RefKind(kiosk.Digit), string(d), "a digit", func(o session.Observation) bool { return o.Station.Digits == i+1 })
	}
}

// window is the process that shows the station; 0 while there is none.
func (b *hall) window() int {
	out, _ := exec.Command("pgrep", "-P", strconv.Itoa(b.process.Process.Pid)).Output() // none: it ends with 1
	pid, _ := strconv.Atoi(strings.TrimSpace(string(out)))
	return pid
}

// hit sends a signal to the window.
func (b *hall) hit(sig syscall.Signal) int {
	b.t.Helper()
	pid := b.window()
	if pid == 0 {
		b.t.Fatal("there is no window")
	}
	if err := syscall.Kill(pid, sig); err != nil {
		b.t.Fatal(err)
	}
	return pid
}

// again waits until another process than the one before shows a picture, and
// returns how long that took.
func (b *hall) again(before int) time.Duration {
	b.t.Helper()
	began := time.Now()
	os.Remove(b.observe)
	b.until("the window again", func(o session.Observation) bool { is := b.window(); return o.Frame > 0 && is != 0 && is != before })
	return time.Since(began)
}

// health is the report that the station keeps.
func (b *hall) health() kiosk.Report {
	b.t.Helper()
	var r kiosk.Report
	raw, err := os.ReadFile(filepath.Join(b.kept, "health.json"))
	if err == nil {
		err = json.Unmarshal(raw, &r)
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

// reasons are why the window was started, the oldest first.
func (b *hall) reasons() []kiosk.Reason {
	b.t.Helper()
	var all []kiosk.Reason
	for _, r := range b.health().Restarts {
		all = append(all, r.Reason)
	}
	return all
}

// term asks the station to end, as the system does, and holds that nothing of it
// is left after two seconds.
func (b *hall) term() {
	b.t.Helper()
	window, began := b.window(), time.Now()
	if err := b.process.Process.Signal(syscall.SIGTERM); err != nil {
		b.t.Fatal(err)
	}
	if err := b.quit(); err != nil {
		b.t.Errorf("TERM ends it with %v", err)
	}
	if took := time.Since(began); took > 2*time.Second {
		b.t.Errorf("TERM took %v", took)
	}
	if err := syscall.Kill(window, 0); window != 0 && err == nil {
		b.t.Error("the window outlives its supervisor")
	}
}

// errors are the words of the error stream so far.
func (b *hall) errors() string {
	b.t.Helper()
	raw, err := os.ReadFile(b.said)
	if err != nil {
		b.t.Fatal(err)
	}
	return string(raw)
}

// pin sets the PIN of staff as a technician does.
func (b *hall) pin(digits string) {
	b.t.Helper()
	file, err := program()
	if err != nil {
		b.t.Fatal(err)
	}
	c := exec.Command(file, "kiosk", "pin", "--state", b.kept)
	c.Env, c.Stdin = b.env(), strings.NewReader(digits+"\n")
	if out, err := c.CombinedOutput(); err != nil {
		b.t.Fatalf("kiosk pin: %v: %s", err, out)
	}
}

// files are the contents of all files under the home, by their names, but the
// observations and what the graphics keep for themselves.
func (b *hall) files() map[string][]byte {
	b.t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(b.home, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(b.home, path)
		if name == "observe.json" || name == "said.txt" || strings.HasPrefix(name, filepath.Join("cache", "mesa_shader_cache")) ||
			strings.HasSuffix(name, ".png") {
			return nil
		}
		all[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return all
}

// changed are the names of the files that differ, are new, or are gone.
func changed(before, after map[string][]byte) []string {
	var names []string
	for name, was := range before {
		if is, ok := after[name]; !ok || !bytes.Equal(was, is) {
			names = append(names, name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// middleOf is the median of times.
func middleOf(d []time.Duration) time.Duration {
	s := slices.Sorted(slices.Values(d))
	return s[len(s)/2].Round(time.Millisecond)
}

// dimensions are those of a screen as words.
func dimensions(o session.Observation) string { return fmt.Sprintf("%dx%d", o.Window[0], o.Window[1]) }
