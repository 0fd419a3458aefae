//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/typeset/frame"
)

// TestAVersionOnceRefusedIsNotShownAfterAnEnd: a version with errors, in which a passage
// is under no note any more, comes while the station runs; then the window is killed,
// then all of it is started anew, then the folder is gone. Each time the station shows
// the last good version, with its fold.
func TestAVersionOnceRefusedIsNotShownAfterAnEnd(t *testing.T) {
	t.Parallel() // nearly all of it is waiting
	b := erect(t, "1280x800", "[time]", "farewell = 5")
	b.folder = filepath.Join(b.home, "exhibition")
	exhibitionAt(t, b.folder, usualTitle)
	b.screen()
	b.begin()
	said := len(b.errors())
	exhibitionAt(t, b.folder, "Fassung mit Fehlern")
	text := filepath.Join(b.folder, "1945", "text.de.md")
	overwrite(t, text, unnoted(t, text))
	b.until("the refusal", func(session.Observation) bool { return strings.Contains(b.errors()[said:], "1945") })

	folded := func(when string) {
		t.Helper()
		b.phase(kiosk.Attract)
		b.open("de")
		if name := b.spot(frame.RefRoom, "1945").Name; !strings.Contains(name, usualTitle) {
			t.Errorf("%s the room is called %q", when, name)
		}
		b.room("1945")
		b.toOffer()
		b.end()
		b.phase(kiosk.Attract)
	}
	folded("while it runs")
	b.again(b.hit(syscall.SIGKILL))
	folded("after the window was killed")
	b.term()
	b.begin()
	folded("after a new start")
	b.term()
	if err := os.RemoveAll(b.folder); err != nil {
		t.Fatal(err)
	}
	b.begin()
	folded("without the folder")
	b.term()
}

// unnoted is a text whose notes are none any more.
func unnoted(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.SplitSeq(string(raw), "\n") {
		if !strings.HasPrefix(line, ":::") && !strings.HasPrefix(line, "line:") && !strings.HasPrefix(line, "summary:") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// TestAFolderThatIsAwayBringsTheNotice, in which staff see why and may try again; when
// the folder comes the exhibition begins.
func TestAFolderThatIsAwayBringsTheNotice(t *testing.T) {
	t.Parallel() // nearly all of it is waiting
	b := erect(t, "1280x800")
	b.folder = filepath.Join(b.home, "exhibition")
	b.pin("4711")
	b.screen()
	b.run(b.command())
	b.until("the notice", func(o session.Observation) bool { return o.Station.Failed && len(o.Spots) > 0 })
	b.shot("notice")
	b.staffGesture()
	b.digits("4711")
	b.do(frame.RefKind(kiosk.Enter), "", "the staff screen", func(o session.Observation) bool { return o.Phase == kiosk.StaffIn })
	b.shot("staff")
	if !slices.ContainsFunc(b.last.Spots, func(s session.ObservedSpot) bool { return strings.Contains(s.Name, b.folder) }) {
		t.Errorf("staff do not see what is missing: %+v", b.last.Spots)
	}
	b.do(frame.RefKind(kiosk.Visit), "actions", "the actions", func(o session.Observation) bool { return o.Station.Staff == "actions" })
	b.shot("actions")
	os.Remove(b.observe)
	b.press(frame.RefKind(kiosk.Act), "restart")
	b.until("the notice again", func(o session.Observation) bool { return o.Station.Failed && len(o.Spots) > 0 })
	exhibitionAt(t, b.folder, usualTitle)
	b.phase(kiosk.Attract)
	b.open("de")
	b.term()
	if said := b.errors(); !strings.Contains(said, b.folder) {
		t.Errorf("the error stream says %q", said)
	}
}

// TestADamagedPINKeepsStaffOutAndNobodyElse.
func TestADamagedPINKeepsStaffOutAndNobodyElse(t *testing.T) {
	t.Parallel()
	b := erect(t, "1280x800")
	b.pin("4711")
	file := filepath.Join(b.kept, "pin")
	if err := os.Truncate(file, 49); err != nil {
		t.Fatal(err)
	}
	b.screen()
	b.begin()
	b.open("de")
	b.end()
	b.phase(kiosk.Attract)
	b.staffGesture()
	b.digits("4711")
	b.do(frame.RefKind(kiosk.Enter), "", "the refusal", func(o session.Observation) bool { return o.Station.Wrong })
	b.term()
	if said := b.errors(); !strings.Contains(said, file) {
		t.Errorf("the error stream says %q", said)
	}
}
