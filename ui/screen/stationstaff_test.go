package screen

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// staffPage composes a page of the staff screen.
func staffPage(t *testing.T, page string, apply func(*Station)) shown {
	t.Helper()
	return composeWith(t, mountings()[1], state.Preferences{Lang: "de"}, "staff ", 0, func(st *Station) {
		st.View.Staff.Page = page
		apply(st)
	})
}

// button is what a button of a screen leads to, by its name.
func button(s shown, name string) (frame.Ref, bool) {
	for _, a := range actingOf(s.Page) {
		if a.Name == name {
			return a.Ref, true
		}
	}
	return frame.Ref{}, false
}

func TestStaffReadFirstWhatIsWrong(t *testing.T) {
	for _, m := range append(mountings(), small()...) {
		s := compose(t, m, 100, "de", "staff ", 0, false)
		var lines []string
		for _, sp := range s.Page.Spots {
			if sp.Role == frame.Text {
				lines = append(lines, sp.Name)
			}
		}
		if len(lines) < 2 || !strings.HasPrefix(lines[1], "Einstellungen: kiosk.toml:7:") {
			t.Errorf("%s: the first leaf reads %q", s.where, lines)
		}
	}
	if s := compose(t, mountings()[1], 100, "de", "staff ", 0, false); !reads(s, "Hinweis: Es ließ sich nichts schreiben. (4-mal, zuletzt Montag, 30. November 2026, 15:12 Uhr)") {
		t.Error("how often a remark came is not said")
	}
}

func TestAScreenOf720LinesShowsStaffSeveralFactsAtOnce(t *testing.T) {
	s := compose(t, mounting{"1280 × 720", kiosk.Place{Mount: kiosk.Wall, Width: 354, Height: 199}, 1280, 720}, 100, "de", "staff ", 0, false)
	n := 0
	for _, sp := range s.Page.Spots {
		if sp.Role == frame.Text {
			n++
		}
	}
	if n < 3 { // the line above, and two at least
		t.Errorf("%d lines", n)
	}
	if _, ok := button(s, "Zurück zur Ausstellung"); !ok {
		t.Error("nothing leads back")
	}
}

func TestTheClockOfTheStaffScreenNamesItsZone(t *testing.T) {
	s := compose(t, mountings()[1], 100, "de", "staff ", 0, false)
	if !reads(s, "Uhr: Montag, 30. November 2026, 15:12 Uhr (Europe/Berlin)") {
		t.Error("the time has no zone")
	}
	if s = staffPage(t, "clock 2026-11-30T14:12:00Z", func(*Station) {}); !reads(s, "Montag, 30. November 2026, 15:12 Uhr (Europe/Berlin)") {
		t.Error("the clock is not set in the house's zone")
	}
}

func TestTheExhibitionIsShownAgainOnlyWhereItIsPaused(t *testing.T) {
	for home, want := range map[kiosk.Phase][]bool{kiosk.Attract: {true, false}, kiosk.Withheld: {false, true}, kiosk.Failed: {false, false}} {
		s := staffPage(t, "actions", func(st *Station) { st.View.Home = home })
		_, pause := button(s, "Ausstellung unterbrechen")
		_, again := button(s, "Ausstellung wieder zeigen")
		if got := []bool{pause, again}; !slices.Equal(got, want) {
			t.Errorf("%s: pause and again %v, want %v", home, got, want)
		}
	}
}

func TestTheAnswerStandsWhereStaffAsked(t *testing.T) {
	why := kiosk.InWords("Es steckt kein Stick.")
	for want, a := range map[string]kiosk.Answer{
		"Einen Augenblick …": {Action: kiosk.Export, Waits: true}, "Es steckt kein Stick.": {Action: kiosk.Export, Why: &why},
		"Die Statistik ist gespeichert. Sie können den USB-Stick abziehen.": {Action: kiosk.Export}, "Die Ausstellung ist neu eingelesen.": {Action: kiosk.Reload},
		"Die Uhr ist gestellt.": {Action: kiosk.SetClock}, "Die Taste ist zugeordnet.": {Action: kiosk.Learn},
		"Der Bildschirm ist gemessen. Alle Größen richten sich danach.": {Action: kiosk.Calibrate},
	} {
		if s := staffPage(t, "actions", func(st *Station) { st.View.Staff.Answer = a }); !reads(s, want) {
			t.Errorf("%q is not said", want)
		}
	}
}

func TestASmallScreenHasTheAnswerOnTheLeafWhereStaffAsked(t *testing.T) {
	for _, m := range small() {
		if s := compose(t, m, 100, "de", "staff answered", 0, false); !reads(s, "Es steckt kein Stick, auf den sich schreiben lässt.") {
			t.Errorf("%s: the answer is not on the first leaf", s.where)
		}
	}
}

func TestStaffOfAFailedStationTryAgainAtOnce(t *testing.T) {
	s := staffPage(t, "actions", func(st *Station) { st.View.Home = kiosk.Failed })
	if ref, ok := button(s, "Noch einmal versuchen"); !ok || ref != deed(kiosk.Act, string(kiosk.Restart)) {
		t.Errorf("%v %v", ref, ok)
	}
	s = staffPage(t, "", func(st *Station) { st.View.Home = kiosk.Failed })
	for _, name := range []string{"Gruppe führen", "Tasten zuordnen", "Bildschirm messen"} {
		if _, ok := button(s, name); ok {
			t.Errorf("%q is offered", name)
		}
	}
}

func TestAQuestionIsLeftByCancelling(t *testing.T) {
	for _, a := range []string{"restart", "exit", "shut-down", "withhold"} {
		if ref, ok := button(staffPage(t, "sure "+a, func(*Station) {}), "Abbrechen"); !ok || ref != deed(kiosk.Visit, staffActions) {
			t.Errorf("%s: %v", a, ref)
		}
	}
}

func TestStaffReadWhichContactsNobodyMadeSureOf(t *testing.T) {
	stale := func(s shown) bool {
		return slices.ContainsFunc(s.Page.Spots, func(sp frame.Spot) bool { return strings.HasPrefix(sp.Name, "Kontakte: ") })
	}
	at := func(year int, doubt kiosk.Sentence) shown {
		return staffPage(t, "", func(st *Station) {
			wall := time.Date(year, 11, 30, 12, 0, 0, 0, time.UTC)
			st.Report = kiosk.Report{Clock: kiosk.Clock{Plausible: doubt.Key == "", Wall: wall, Why: doubt}}
		})
	}
	if !stale(at(2036, kiosk.Sentence{})) {
		t.Error("contacts of ten years ago are not named")
	}
	if stale(at(2036, kiosk.Sentence{Key: "staff.clock-jump"})) {
		t.Error("a clock that is not believed names contacts")
	}
}

func TestAmountsAreReadable(t *testing.T) {
	for n, want := range map[int64]string{0: "0\u00a0MB", 900_000_000: "900\u00a0MB", 4_250_000_000: "4,2\u00a0GB", 71_890_000_000: "71\u00a0GB"} {
		if got := amount(n, ","); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := megabytes(700_000_000); got != "700\u00a0MB" { // as in kiosk.toml
		t.Errorf("the limit is %q", got)
	}
	none := staffPage(t, "", func(st *Station) {
		st.Report = kiosk.Report{Visits: make([]kiosk.DayOfVisits, 56), Display: kiosk.Display{Width: 1080, Height: 1920}}
	})
	for _, want := range []string{"Besuche in den letzten acht Wochen: keine", "Bildschirm: 1080 × 1920 Pixel"} {
		if !reads(none, want) {
			t.Errorf("%q is not said", want)
		}
	}
}
