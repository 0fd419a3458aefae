//go:build unix

package journey

import (
	"bufio"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lesestein/ui/session"
)

// rightWithin is the guard for how long a station's window may stand wrongly: ten
// times the second that it may. What is measured holds the looks at it too.
const rightWithin = 10 * time.Second

// outputs is the configuration of an X server without hardware, whose outputs can
// be switched like real ones.
const outputs = `
Section "ServerFlags"
  Option "DontVTSwitch" "true"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 4096 2304
    Modes "1920x1080" "1280x1024"
  EndSubSection
EndSection
`

// TestThePostureIsRestored after modes change, displays go and come, and windows
// of others open on top: the window covers the primary output, is on top, and has
// the focus, within a second (rightWithin).
func TestThePostureIsRestored(t *testing.T) {
	b := erect(t, "1920x1080")
	b.outputs()
	b.begin()
	full, second := image.Rect(0, 0, 1920, 1080), image.Rect(1920, 0, 3840, 1080)
	b.stands("the beginning", full)
	for _, c := range []struct {
		what string
		args string
		want image.Rectangle
	}{
		{"another mode", "--output DUMMY0 --mode 1280x1024", image.Rect(0, 0, 1280, 1024)},
		{"the mode before", "--output DUMMY0 --mode 1920x1080", full},
		{"a second output", "--output DUMMY1 --mode 1920x1080 --right-of DUMMY0", full},
		{"the second output is the primary one", "--output DUMMY1 --primary", second},
		{"the second output goes", "--output DUMMY1 --off", full},
		{"the second output comes", "--output DUMMY1 --mode 1920x1080 --right-of DUMMY0", second},
		{"the first output goes", "--output DUMMY0 --off", full},
		{"the first output is all there is", "--output DUMMY1 --off --output DUMMY0 --primary --mode 1920x1080", full},
	} {
		b.xrandr(strings.Fields(c.args)...)
		b.stands(c.what, c.want)
	}
	b.xrandr("--output", "DUMMY0", "--off")
	b.xrandr("--output", "DUMMY0", "--mode", "1920x1080")
	b.stands("a display off and on", full)
	b.besides("800x600+200+200")
	b.stands("a window on top", full)
	b.besides("1900x1000+10+10", "-xrm", "*overrideRedirect: true")
	b.stands("one that no window manager could keep off", full)
	b.open("de")
	b.term()
}

// outputs starts an X server with outputs.
func (b *hall) outputs() {
	b.t.Helper()
	config := filepath.Join(b.home, "xorg.conf")
	overwrite(b.t, config, outputs)
	r, w, err := os.Pipe()
	if err != nil {
		b.t.Fatal(err)
	}
	x := exec.Command("Xorg", "-displayfd", "3", "-noreset", "-nolisten", "tcp", "-config", config, "-logfile", filepath.Join(b.home, "xorg.log"))
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		b.t.Fatalf("no Xorg: %v", err)
	}
	b.t.Cleanup(func() {
		x.Process.Signal(syscall.SIGTERM)
		x.Wait()
	})
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(b.home, "xorg.log"))
		b.t.Fatalf("Xorg names no display: %v\n%s", err, log)
	}
	b.display = ":" + strings.TrimSpace(line)
	b.xrandr("--addmode", "DUMMY1", "1920x1080")
}

// asked is what a program of X says of the screen; nothing while what it is asked
// for comes and goes.
func (b *hall) asked(name string, args ...string) string {
	c := exec.Command(name, args...)
	c.Env = b.env()
	out, _ := c.Output() // whoever asks asks again
	return string(out)
}

// xrandr changes outputs, and asks for them: the driver without hardware says what
// is connected only when it is asked.
func (b *hall) xrandr(args ...string) {
	b.t.Helper()
	c := exec.Command("xrandr", args...)
	c.Env = b.env()
	if out, err := c.CombinedOutput(); err != nil {
		b.t.Fatalf("xrandr %v: %v: %s", args, err, out)
	}
	b.asked("xrandr", "--query")
}

// besides opens a window of another program at a place and waits until it is shown.
func (b *hall) besides(place string, args ...string) {
	b.t.Helper()
	c := exec.Command("xmessage", append(args, "-geometry", place, "over the station")...)
	c.Env = b.env()
	if err := c.Start(); err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	b.until("a window at "+place, func(session.Observation) bool {
		for _, l := range strings.Split(b.asked("xwininfo", "-root", "-children"), "\n") {
			if strings.Contains(l, place) {
				return strings.Contains(b.asked("xwininfo", "-id", strings.Fields(l)[0]), "IsViewable")
			}
		}
		return false
	})
}

// stands waits until the window covers a part of the screen, on top and with the
// focus, and holds that this did not take long.
func (b *hall) stands(what string, want image.Rectangle) {
	b.t.Helper()
	began := time.Now()
	var wrong string
	b.until(what, func(o session.Observation) bool {
		wrong = b.awry(want)
		if wrong == "" && o.Window == [2]int{want.Dx(), want.Dy()} {
			wrong = b.bare(want) // it stands right before it is painted anew
			return wrong == "" || time.Since(began) > guard/2
		}
		return time.Since(began) > guard/2
	})
	took := time.Since(began)
	if wrong != "" {
		b.shot("awry")
		b.t.Fatalf("after %s: %s", what, wrong)
	}
	if took > rightWithin {
		b.t.Errorf("after %s the window stood wrongly for %v", what, took)
	}
	b.t.Logf("%s: right after %v", what, took.Round(10*time.Millisecond))
}

// awry says what is wrong with the window, or nothing.
func (b *hall) awry(want image.Rectangle) string {
	b.t.Helper()
	ours := strings.TrimSpace(strings.Split(b.asked("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(b.window())), "\n")[0])
	var r [4]int
	for _, l := range strings.Split(b.asked("xdotool", "getwindowgeometry", "--shell", ours), "\n") {
		for i, name := range []string{"X", "Y", "WIDTH", "HEIGHT"} {
			if v, ok := strings.CutPrefix(l, name+"="); ok {
				r[i], _ = strconv.Atoi(v)
			}
		}
	}
	if is := image.Rect(r[0], r[1], r[0]+r[2], r[1]+r[3]); is != want {
		return fmt.Sprintf("it covers %v, not %v", is, want)
	}
	if focus := strings.TrimSpace(b.asked("xdotool", "getwindowfocus")); ours == "" || focus != ours {
		return fmt.Sprintf("the focus is at %q, not at %q", focus, ours)
	}
	id, _ := strconv.Atoi(ours)
	for _, l := range strings.Split(b.asked("xwininfo", "-root", "-children"), "\n") {
		if l = strings.TrimSpace(l); strings.HasPrefix(l, "0x") { // the uppermost
			if !strings.HasPrefix(l, fmt.Sprintf("%#x ", id)) {
				return "on top is " + l
			}
			break
		}
	}
	return ""
}

// bare says where something else shows than the station's paper, as the server's
// own black, at the corners and the middle of the edges; or nothing.
func (b *hall) bare(r image.Rectangle) string {
	b.t.Helper()
	f, err := os.Open(b.shot("posture"))
	if err != nil {
		b.t.Fatal(err)
	}
	defer f.Close()
	im, err := png.Decode(f)
	if err != nil {
		b.t.Fatal(err)
	}
	paper := im.At(r.Min.X+2, r.Min.Y+2)
	if red, green, blue, _ := paper.RGBA(); red == 0 && green == 0 && blue == 0 {
		return "nothing covers the server's own black"
	}
	for _, at := range []image.Point{
		{r.Max.X - 3, r.Min.Y + 2}, {r.Min.X + 2, r.Max.Y - 3}, {r.Min.X + 2, (r.Min.Y + r.Max.Y) / 2}, {r.Max.X - 3, (r.Min.Y + r.Max.Y) / 2},
	} {
		if c := im.At(at.X, at.Y); c != paper {
			return fmt.Sprintf("%v shows %v, and another corner %v", at, c, paper)
		}
	}
	return ""
}
