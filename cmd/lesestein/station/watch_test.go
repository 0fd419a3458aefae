package station

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
)

// watched is a watch over a folder, and what came of it.
type watched struct {
	watch
	said     []string
	restarts int
	stranger string // who is signed in beside the station
}

// watchOver is a service that begins with the machine.
func watchOver(t *testing.T, folder string) *watched {
	t.Helper()
	w := &watched{}
	began := time.Duration(0)
	w.watch = watch{
		folder: folder, say: call.Catalogue("en"),
		tell:    func(_ bool, text string) { w.said = append(w.said, text) },
		staff:   func(station string) bool { return w.stranger != "" && w.stranger != station },
		up:      func() time.Duration { began += 10 * time.Second; return began },
		restart: func() error { w.restarts++; return nil },
		vigil:   supervise.Vigil{Pace: supervise.Watchful()},
	}
	w.begin()
	return w
}

func (w *watched) run(d time.Duration) {
	for range int(d / w.vigil.Look) {
		w.look()
	}
}

// put writes a file of the state folder.
func put(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestASilentStationIsRestartedAndItIsRemembered(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, onFile, "S-1-5-21-7\r\n")
	w := watchOver(t, folder)
	w.run(9 * time.Minute)
	if w.restarts != 0 {
		t.Fatal("restarted too soon")
	}
	w.run(2 * time.Minute)
	if w.restarts != 1 {
		t.Fatalf("%d restarts: %q", w.restarts, w.said)
	}
	// The machine was started anew, three times: the fourth time it stays.
	for n := 2; n <= 4; n++ {
		w = watchOver(t, folder)
		w.run(70 * time.Minute)
		if w.restarts != min(1, 4-n) {
			t.Errorf("start %d: %d restarts: %q", n, w.restarts, w.said)
		}
	}
}

func TestTheAgesOfRestartsAreKept(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, restartsFile, `{"since":[3600]}`)
	w := watchOver(t, folder)
	w.run(22 * time.Hour)
	data, err := os.ReadFile(filepath.Join(folder, restartsFile))
	if err != nil || !strings.Contains(string(data), "82") { // 23 h are 82,800 s
		t.Errorf("%s, %v", data, err)
	}
	w.run(2 * time.Hour)
	data, err = os.ReadFile(filepath.Join(folder, restartsFile))
	if err != nil || !strings.Contains(string(data), `"since": []`) {
		t.Errorf("%s, %v", data, err)
	}
}

func TestNothingHappensWithoutTheMarkOrWhileStaffAreThere(t *testing.T) {
	for name, prepare := range map[string]func(*watched){
		"no mark":         func(w *watched) { _ = os.Remove(filepath.Join(w.folder, onFile)) },
		"staff left":      func(w *watched) { put(t, w.folder, beatFile, "left 2027-03-01T09:00:00Z 60\n") },
		"staff are there": func(w *watched) { w.stranger = "S-1-5-21-8" },
		"a mark as a folder": func(w *watched) {
			_ = os.Remove(filepath.Join(w.folder, onFile))
			_ = os.Mkdir(filepath.Join(w.folder, onFile), 0o700)
		},
	} {
		folder := t.TempDir()
		put(t, folder, onFile, "S-1-5-21-7")
		w := watchOver(t, folder)
		w.run(time.Minute)
		prepare(w)
		w.run(24 * time.Hour)
		if w.restarts != 0 {
			t.Errorf("%s: %d restarts", name, w.restarts)
		}
	}
}

func TestTheStationItselfIsNoStaff(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, onFile, "\ufeffS-1-5-21-7\r\n")
	w := watchOver(t, folder)
	w.stranger = "S-1-5-21-7"
	w.run(11 * time.Minute)
	if w.restarts != 1 {
		t.Errorf("%d restarts", w.restarts)
	}
}

func TestAnUnreadableFileOfRestartsIsKeptAsideAndCountsAsFull(t *testing.T) {
	for _, broken := range []string{"{broken", `{"since":[-1]}`, ""} {
		folder := t.TempDir()
		put(t, folder, onFile, "")
		put(t, folder, restartsFile, broken)
		w := watchOver(t, folder)
		w.run(23 * time.Hour)
		if w.restarts != 0 {
			t.Errorf("%q: %d restarts", broken, w.restarts)
		}
		if aside, err := os.ReadFile(filepath.Join(folder, restartsFile+".broken-1")); err != nil || string(aside) != broken {
			t.Errorf("%q, %v", aside, err)
		}
		if !slices.ContainsFunc(w.said, func(s string) bool { return strings.Contains(s, restartsFile) }) {
			t.Errorf("%q", w.said)
		}
	}
}

func TestARestartThatCannotBeWrittenDownIsNone(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, onFile, "")
	w := watchOver(t, folder)
	// A link to itself in the file's place, which nobody reads or writes.
	if err := os.Symlink(restartsFile, filepath.Join(folder, restartsFile)); err != nil {
		t.Fatal(err)
	}
	w.run(2 * time.Hour)
	if w.restarts != 0 || !slices.ContainsFunc(w.said, func(s string) bool { return strings.HasPrefix(s, "The computer was not restarted") }) {
		t.Errorf("%d restarts: %q", w.restarts, w.said)
	}
}

func TestAWatchSaysWhenTheStationBeatsAgain(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, onFile, "")
	w := watchOver(t, folder)
	w.run(11 * time.Minute)
	put(t, folder, beatFile, "ready 2027-03-01T09:00:00Z 700\n")
	w.look()
	if last := w.said[len(w.said)-1]; last != call.Catalogue("en").T("watch.woke") {
		t.Errorf("%q", w.said)
	}
}

// TestKioskScriptInstallsTheServiceThatIsThere compares kiosk.ps1 with the names here.
func TestKioskScriptInstallsTheServiceThatIsThere(t *testing.T) {
	data, err := os.ReadFile("../../../assets/packaging/windows/kiosk.ps1")
	if err != nil {
		t.Fatal(err)
	}
	script := string(data)
	for _, words := range []string{
		"$service = '" + watchService + "'", `" kiosk watch --state "`,
		"'" + onFile + "'", "'" + beatFile + "'", "'" + restartsFile + "'",
	} {
		if !strings.Contains(script, words) {
			t.Errorf("kiosk.ps1 has no %s", words)
		}
	}
}

func TestARehearsalWritesLines(t *testing.T) {
	file := filepath.Join(t.TempDir(), "log")
	if err := errors.Join(appendLine(file, "one"), appendLine(file, "two")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if lines := strings.Split(string(data), "\n"); err != nil || len(lines) != 3 || !strings.HasSuffix(lines[0], " one") {
		t.Errorf("%q, %v", data, err)
	}
	if err := appendLine(filepath.Join(file, "none"), "x"); err == nil {
		t.Error("a line below a file")
	}
}
