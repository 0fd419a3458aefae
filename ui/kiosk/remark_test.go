package kiosk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTheNewestRemarksStay(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	var r Report
	for i := range mostRemarks + 1 {
		r = r.Remarked("", InWords(fmt.Sprint(i)), at).Bounded()
	}
	if n := len(r.Remarks); n != mostRemarks || r.Remarks[0].Args[1] != "1" || r.Remarks[n-1].Args[1] != fmt.Sprint(mostRemarks) {
		t.Errorf("%d remarks, from %v to %v", n, r.Remarks[0].Args, r.Remarks[n-1].Args)
	}
	read := Report{Remarks: append([]Remark{{Sentence: InWords("oldest")}}, r.Remarks...)}.Bounded() // from a file
	if len(read.Remarks) != mostRemarks || read.Remarks[0].Args[1] != "1" {
		t.Errorf("%d of a file, the first %v", len(read.Remarks), read.Remarks[0].Args)
	}
}

func TestARemarkThatComesAgainIsCountedAndTheNewest(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	full, other := InWords("disk full"), InWords("no stick")
	var r Report
	for i := range 50 {
		r = r.Remarked("disk", full, at.Add(time.Duration(i)*time.Minute))
	}
	r = r.Remarked("stick", other, at)
	before := r
	r = r.Remarked("disk", full, at.Add(time.Hour))
	if len(r.Remarks) != 2 || r.Remarks[1].N != 51 || !r.Remarks[1].Last.Equal(at.Add(time.Hour)) || r.Remarks[1].Key != full.Key {
		t.Errorf("%+v", r.Remarks)
	}
	if before.Remarks[0].N != 50 {
		t.Error("remarking changed what it was called on")
	}
	if r = r.Resolved("disk"); len(r.Remarks) != 1 || r.Remarks[0].About != "stick" {
		t.Errorf("after the disk has room: %+v", r.Remarks)
	}
}

func TestARemarkAges(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	r := Report{}.Remarked("", InWords("old"), at).Remarked("", InWords("new"), at.Add(time.Hour))
	r.Remarks = append(r.Remarks, Remark{Sentence: InWords("of a file without a time")})
	r = r.Aged(at.Add(remarkTime + time.Minute))
	if len(r.Remarks) != 2 || r.Remarks[0].Args[1] != "new" || r.Remarks[1].Last.IsZero() {
		t.Errorf("%+v", r.Remarks)
	}
	if r = r.Aged(at.Add(-time.Hour)); len(r.Remarks) != 2 {
		t.Error("a clock that was put back costs remarks")
	}
}

func TestTheWordsOfAReportAreCut(t *testing.T) {
	long := Sentence{Key: strings.Repeat("k", 9000), Args: slices.Repeat([]string{strings.Repeat("ä", 9000)}, 90)}
	r := Report{Start: []Sentence{long}, Settings: []Sentence{long}, Clock: Clock{Why: long},
		Remarks: []Remark{{Sentence: long, About: strings.Repeat("a", 9000)}}}
	for name, r := range map[string]Report{"of a file": r.Bounded(), "of a remark": Report{}.Remarked("", long, time.Time{})} {
		data, err := json.Marshal(r)
		if err != nil || len(data) > 5*mostArgs*mostWords {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	if long.Args[0] != strings.Repeat("ä", 9000) {
		t.Error("cutting changed what it was called on")
	}
}

// A report of an older version has remarks that are sentences alone.
func TestTheRemarksOfAnOlderReportAreRead(t *testing.T) {
	var r Report
	if err := json.Unmarshal([]byte(`{"remarks":[{"Key":"staff.remark","Args":["what","x"]}]}`), &r); err != nil || r.Remarks[0].Key != "staff.remark" || r.Remarks[0].Args[1] != "x" {
		t.Errorf("%+v, %v", r.Remarks, err)
	}
}

func TestWhatIsWrongStandsFirst(t *testing.T) {
	r := Report{Start: []Sentence{say("start")}, Settings: []Sentence{say("line 3"), say("line 9")}, Clock: Clock{Why: say("clock")},
		Storage: Storage{Size: 1}}
	r.Exhibition.Refused = []string{"room.toml:3"}
	r = r.Remarked("", say("older"), time.Time{}).Remarked("", say("newer"), time.Time{})
	var got []string
	for _, f := range r.Wrong() {
		got = append(got, string(f.Concern)+" "+f.Key)
	}
	want := []string{"start start", "settings line 3", "settings line 9", "content staff.remark", "clock clock", "storage staff.disk-locked", "remark newer", "remark older"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if sound := healthy().Wrong(); len(sound) > 0 {
		t.Errorf("of a station in order: %+v", sound)
	}
}

func TestTheClockIsTheHouses(t *testing.T) {
	at := time.Date(2026, 11, 30, 15, 12, 0, 0, time.UTC)
	for fact, c := range map[string]struct {
		hours Hours
		at    time.Time
		doubt Doubt
		want  string
	}{
		"in its zone, by name":        {Hours{Zone: berlin(t)}, at, NoDoubt, "16:12 Europe/Berlin true "},
		"without one the computer's":  {Hours{}, at.In(berlin(t)), NoDoubt, "16:12 CET true "},
		"... which may be called so":  {Hours{}, at, NoDoubt, "15:12 UTC true "},
		"with why it is not believed": {Hours{Zone: berlin(t)}, at, JumpedOff, "16:12 Europe/Berlin false staff.clock-jump"},
	} {
		got := c.hours.Clock(c.at, c.doubt)
		if said := fmt.Sprint(got.Wall.Format("15:04 "), got.Zone, " ", got.Plausible, " ", got.Why.Key); said != c.want {
			t.Errorf("%s: %q, want %q", fact, said, c.want)
		}
	}
}
