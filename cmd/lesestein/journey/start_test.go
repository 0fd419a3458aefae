//go:build unix

package journey

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lesestein/ui/typeset/measure"
)

// What is measured beside the program: a window of the toolkit with nothing in it.
const empty = "lesestein/cmd/lesestein/testdata/empty"

// stillness is how long a picture must stand to be the settled one.
const stillness = 2 * time.Second

// BenchmarkStart measures, in turn, how long the program and an empty window take
// from the start of the process until the framebuffer is the settled first
// picture. The screen's memory is read directly (Xvfb -fbdir), so that looking
// costs next to nothing, and the screen has no pointer: X draws it into the
// picture some time later, and not always in the same frame. "ratio" is the median of the program's times through the
// median of the empty window's.
//
//	go test -trimpath -run '^$' -bench Start -benchtime 9x ./cmd/lesestein/journey
func BenchmarkStart(b *testing.B) { beginnings(b, whole) }

// BenchmarkStartOfABook measures the same of a start with a novel. What is said below its
// page, which number it has, comes when its pages are counted: the foot of the picture is
// not waited for.
func BenchmarkStartOfABook(b *testing.B) {
	book := filepath.Join(b.TempDir(), "book.txt")
	if err := os.WriteFile(book, []byte(measure.Book()), 0o600); err != nil {
		b.Fatal(err)
	}
	beginnings(b, page, book)
}

// whole and page are how much of a picture is waited for, in hundredths of its height.
const (
	whole = 100
	page  = 88
)

// beginnings measures, in turn, starts of the program with arguments and of an empty window.
func beginnings(b *testing.B, part int, args ...string) {
	ours, blank := programs(b)
	home := b.TempDir()
	args = append([]string{"read", "--full-screen"}, args...)
	firstPicture(b, home, part, ours, args...) // the first time fills caches
	firstPicture(b, home, part, blank)
	var a, z []time.Duration
	for b.Loop() {
		a = append(a, firstPicture(b, home, part, ours, args...))
		z = append(z, firstPicture(b, home, part, blank))
	}
	b.ReportMetric(median(a).Seconds()*1000, "ms/start")
	b.ReportMetric(median(z).Seconds()*1000, "ms/empty")
	b.ReportMetric(float64(median(a))/float64(median(z)), "ratio")
}

// BenchmarkMemory measures the proportional set size (Pss) eight seconds after the
// start at 1920x1080, of the program with a book of a million characters open and
// of an empty window.
func BenchmarkMemory(b *testing.B) {
	ours, blank := programs(b)
	book := filepath.Join(b.TempDir(), "book.txt")
	if err := os.WriteFile(book, []byte(measure.Book()), 0o600); err != nil {
		b.Fatal(err)
	}
	var over float64
	for b.Loop() {
		over = settledPss(b, ours, "read", "--full-screen", book) - settledPss(b, blank)
	}
	b.ReportMetric(over, "MB-over-empty")
}

func programs(b *testing.B) (ours, blank string) {
	b.Helper()
	ours, err := program()
	if err != nil {
		b.Fatal(err)
	}
	blank = filepath.Join(filepath.Dir(ours), "empty")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", blank, empty).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return ours, blank
}

// firstPicture starts a command on a fresh screen and returns the time until the upper
// part of the framebuffer first was what it settled to.
func firstPicture(b *testing.B, home string, part int, file string, args ...string) time.Duration {
	b.Helper()
	dir := b.TempDir()
	display, stop := bareScreen(b, dir)
	defer stop()
	screen := filepath.Join(dir, "Xvfb_screen0")
	shown := memory(b, screen)
	defer syscall.Munmap(shown)
	looked := shown[:len(shown)*part/100]
	before := picture(looked)
	c := exec.Command(file, args...)
	c.Env = append(os.Environ(), "DISPLAY="+display, "FYNE_PLATFORM=x11", "HOME="+home, "XDG_STATE_HOME="+home)
	began := time.Now()
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		c.Process.Signal(syscall.SIGTERM)
		c.Wait()
	}()
	last, changed := before, began
	for {
		now := time.Now()
		if now.Sub(began) > guard {
			b.Fatal("no picture settles")
		}
		if is := picture(looked); is != last {
			last, changed = is, now
		}
		if last != before && now.Sub(changed) > stillness {
			return changed.Sub(began)
		}
		time.Sleep(2 * time.Millisecond) // between two looks; nothing waits for it
	}
}

func picture(shown []byte) uint32 {
	return crc32.Checksum(shown, crc32.MakeTable(crc32.Castagnoli))
}

// memory is a file's contents as they are at each moment.
func memory(b *testing.B, file string) []byte {
	b.Helper()
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	m, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// bareScreen starts an X server whose memory lies in dir.
func bareScreen(b *testing.B, dir string) (display string, stop func()) {
	b.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1920x1080x24", "-fbdir", dir, "-nocursor", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		b.Fatal(err)
	}
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	return ":" + strings.TrimSpace(line), func() {
		x.Process.Signal(syscall.SIGTERM)
		x.Wait()
	}
}

// settledPss is the Pss of a command in MB, eight seconds after its start.
func settledPss(b *testing.B, file string, args ...string) float64 {
	b.Helper()
	dir := b.TempDir()
	display, stop := bareScreen(b, dir)
	defer stop()
	c := exec.Command(file, args...)
	c.Env = append(os.Environ(), "DISPLAY="+display, "FYNE_PLATFORM=x11", "HOME="+dir, "XDG_STATE_HOME="+dir)
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		c.Process.Kill()
		c.Wait()
	}()
	time.Sleep(8 * time.Second) // the moment that the figure is defined for
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", c.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
			kb, err := strconv.Atoi(f[1])
			if err != nil {
				b.Fatal(err)
			}
			return float64(kb) / 1024
		}
	}
	b.Fatal("no Pss")
	return 0
}

func median(d []time.Duration) time.Duration {
	s := slices.Sorted(slices.Values(d))
	return s[len(s)/2]
}
