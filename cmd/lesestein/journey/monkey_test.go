//go:build unix

package journey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
)

// monkeyInputs is how many inputs the monkey makes at a real window: 2,000, or as
// many as LESESTEIN_MONKEY says.
func monkeyInputs() int {
	if n, err := strconv.Atoi(os.Getenv("LESESTEIN_MONKEY")); err == nil {
		return n
	}
	return 2000
}

// monkey plays at a station by a seed.
type monkey struct {
	*hall
	rand   *rand.Rand
	width  int
	height int
	inputs int
	pads   int
	staff  bool
}

// TestAMonkeyAtTheWindowGetsNowhere gives a real station random touches, drags,
// keys, chords and storms: the window is never started anew, so that no heartbeat
// was missed, staff never come in, nobody gets out, and no word of a folded passage
// can be read off the screen.
func TestAMonkeyAtTheWindowGetsNowhere(t *testing.T) {
	secret := foldedEverywhere(t)
	if len(secret) < 50 {
		t.Fatalf("only %d words are in folded passages alone", len(secret))
	}
	b := erect(t, "1080x1920")
	b.pin("730418265907") // nobody here types it
	b.screen()
	b.begin()
	m := &monkey{hall: b, rand: rand.New(rand.NewPCG(15, 9)), width: 1080, height: 1920}
	window, most := b.window(), monkeyInputs()
	shots := 0
	for m.inputs < most && !t.Failed() {
		m.bout()
		if m.inputs*6/most > shots {
			shots++
			m.reads(t, secret, shots)
		}
	}
	b.until("a painted screen", func(o session.Observation) bool { return o.Frame > 1 })
	if why := b.reasons(); len(why) != 1 || b.window() != window {
		t.Errorf("the window was started anew: %v", why)
	}
	if m.staff {
		t.Error("the staff screen was seen without the PIN")
	}
	for file, text := range kept(t, b.kept) {
		for w := range secret {
			if words(text)[w] {
				t.Errorf("%q stands in %s", w, file)
			}
		}
	}
	b.term()
	t.Logf("%d inputs; the pad was open before %d of the bouts; %d screens were read", m.inputs, m.pads, shots)
}

// bout is a script of some inputs, with a pause for people's own pace behind it.
func (m *monkey) bout() {
	o, ok := m.look()
	if !ok {
		return // it is being written
	}
	m.staff = m.staff || o.Phase == kiosk.StaffIn
	if o.Phase == kiosk.PadOpen {
		m.pads++
	}
	var script strings.Builder
	for range 8 {
		m.input(&script, o)
		script.WriteString("sleep 0.09\n")
	}
	m.script(script.String())
}

// input is one input, or a storm of them.
func (m *monkey) input(to *strings.Builder, o session.Observation) {
	m.inputs++
	x, y := m.rand.IntN(m.width), m.rand.IntN(m.height)
	switch n := m.rand.IntN(100); {
	case n < 50 && len(o.Spots) > 0:
		s := o.Spots[m.rand.IntN(len(o.Spots))]
		fmt.Fprintf(to, "mousemove %d %d\nclick 1\n", (s.Rect[0]+s.Rect[2])/2, (s.Rect[1]+s.Rect[3])/2)
	case n < 62:
		fmt.Fprintf(to, "mousemove %d %d\nclick 1\n", x, y)
	case n < 70:
		fmt.Fprintf(to, "mousemove %d %d\nmousedown 1\nmousemove %d %d\nmousemove %d %d\nmouseup 1\n", x, y, (x+m.width/2)/2, y, m.rand.IntN(m.width), m.rand.IntN(m.height))
	case n < 75:
		fmt.Fprintf(to, "click %d\n", []int{2, 3, 4, 5, 6, 7, 8, 9}[m.rand.IntN(8)])
	case n < 93:
		fmt.Fprintf(to, "key %s\n", m.key())
	case n < 95:
		m.inputs += 4
		z := kiosk.Place{}.Sizes(m.width, m.height)
		fmt.Fprintf(to, "mousemove %d %d\nclick --repeat 4 --delay 300 1\nmousedown 1\nsleep 1.1\nmouseup 1\n", m.width-z.Target/2, z.Top+z.Target/2)
	default:
		many := 20 + m.rand.IntN(60)
		m.inputs += many - 1
		if n < 98 {
			fmt.Fprintf(to, "mousemove %d %d\nclick --repeat %d --delay 1 1\n", x, y, many)
		} else {
			fmt.Fprintf(to, "key --repeat %d --delay 1 %s\n", many, m.key())
		}
	}
}

// key is a key or a chord, by its X name.
func (m *monkey) key() string {
	keys := []string{
		"Up", "Down", "Left", "Right", "Return", "space", "Escape", "BackSpace", "Tab", "Prior", "Next", "Home", "End", "Delete", "Insert",
		"F1", "F4", "F5", "F10", "F11", "F12", "Print", "Menu", "Super_L", "KP_Enter", "a", "q", "w", "c", "v", "0", "7", "plus", "minus",
		"XF86PowerOff", "XF86AudioMute", "XF86Sleep", "F13", "F20",
	}
	chord := []string{"", "", "", "ctrl+", "alt+", "shift+", "super+", "ctrl+alt+", "ctrl+shift+"}
	return chord[m.rand.IntN(len(chord))] + keys[m.rand.IntN(len(keys))]
}

// reads reads the screen as a camera would.
func (m *monkey) reads(t *testing.T, secret map[string]bool, n int) {
	t.Helper()
	o, ok := m.look()
	if !ok {
		return
	}
	dir := os.Getenv("LESESTEIN_SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	file := filepath.Join(dir, fmt.Sprintf("monkey-%02d.png", n))
	c := exec.Command("import", "-window", "root", file)
	c.Env = append(os.Environ(), "DISPLAY="+m.display)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("import: %v: %s", err, out)
	}
	out, err := exec.Command("tesseract", file, "-", "-l", "deu", "--psm", "3").Output()
	if err != nil {
		t.Fatalf("tesseract: %v", err)
	}
	for _, choice := range o.Choices {
		if choice == "read" {
			return // what was opened in this visit may be seen
		}
	}
	for w := range words(string(out)) {
		if secret[w] {
			t.Errorf("%q of a folded passage is on screen %d, %s %s", w, n, o.Phase, o.Route)
		}
	}
}

// foldedEverywhere are the long words that occur in folded passages and nowhere
// else in an exhibition.
func foldedEverywhere(t *testing.T) map[string]bool {
	t.Helper()
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	secret, public := map[string]bool{}, map[string]bool{}
	for _, room := range x.Rooms {
		for _, r := range room.Renditions {
			shut := note.Disclose(r.Text, note.Default(), nil)
			for w := range seen(shut) {
				public[w] = true
			}
			for _, it := range shut.Items() {
				if it.Notice == nil {
					continue
				}
				for w := range seen(note.Disclose(r.Text, note.Default(), note.Opened{it.Notice.Passage: note.Read})) {
					secret[w] = true
				}
			}
		}
	}
	for w := range secret {
		for p := range public {
			if strings.HasPrefix(p, w) || strings.HasSuffix(p, w) {
				delete(secret, w)
				break
			}
		}
	}
	return secret
}

// kept are the files of a folder with their bytes.
func kept(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	return files
}
