//go:build packages

package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWindowsPackagesDifferOnlyInTheirSummaryBeforeItIsSettled makes the same msi
// twice, as wixl does it. It gives each a code of chance, by which Windows tells
// packages apart, and the time of the day, twice: created, last saved. All else must be
// the same; and settle must take away these differences, too.
func TestWindowsPackagesDifferOnlyInTheirSummaryBeforeItIsSettled(t *testing.T) {
	a, b := madeTwice(t)
	one, err := summaryOf(a)
	if err != nil {
		t.Fatal(err)
	}
	two, err := summaryOf(b)
	if err != nil {
		t.Fatal(err)
	}
	if one.code != two.code || len(a) != len(b) {
		t.Fatalf("%+v, %+v; %d and %d bytes", one, two, len(a), len(b))
	}
	expected := map[int]string{}
	for i := range codeLength {
		expected[one.code+i] = "code"
	}
	for _, at := range one.times {
		for i := range 8 {
			expected[at+i] = "time"
		}
	}
	count := map[string]int{}
	for i := range a {
		if a[i] != b[i] {
			count[expected[i]]++
		}
	}
	if count[""] > 0 || count["code"] == 0 {
		t.Errorf("bytes that differ: %v", count)
	}
	t.Logf("bytes that differ before: %v", count)
}

func TestWindowsPackagesAreTheSameOnceSettled(t *testing.T) {
	var all [2]string
	var w windows
	for i := range all {
		w = stagedWindows(t)
		if err := w.msi(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(w.dist, "lesestein-"+w.Version+"-x64.msi"))
		if err != nil {
			t.Fatal(err)
		}
		all[i] = string(data)
	}
	if all[0] != all[1] {
		t.Error("two runs in two folders differ")
	}
	s, err := summaryOf([]byte(all[0]))
	if err != nil {
		t.Fatal(err)
	}
	made := binary.LittleEndian.Uint64([]byte(all[0])[s.times[0]:])
	if got := time.Unix(int64(made/1e7)-11644473600, 0); !got.Equal(w.Source.Time) {
		t.Errorf("made %v, want the source's time %v", got, w.Source.Time)
	}
}

// madeTwice is what wixl makes, twice from the same stage.
func madeTwice(t *testing.T) (a, b []byte) {
	t.Helper()
	w := stagedWindows(t)
	source, err := w.wxs()
	if err != nil {
		t.Fatal(err)
	}
	var all [2][]byte
	for i := range all {
		file := filepath.Join(w.dist, "raw.msi")
		if err := w.job.run("wixl", "-a", "x64", "-o", file, source); err != nil {
			t.Fatal(err)
		}
		if all[i], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	return all[0], all[1]
}

// stagedWindows has a stage with a stand-in for the program.
func stagedWindows(t *testing.T) windows {
	t.Helper()
	w := testWindows(t)
	w.Stage = filepath.Join(w.work, "windows")
	var all tree
	for _, name := range []string{"lesestein.exe", "icon.ico", "LICENSE.txt", "THIRD-PARTY.txt", "kiosk.ps1", "kiosk.toml"} {
		all = all.with(plain(name, []byte("stands in for "+name)))
	}
	if err := all.write(w.Stage); err != nil {
		t.Fatal(err)
	}
	if err := w.date(); err != nil {
		t.Fatal(err)
	}
	return w
}
