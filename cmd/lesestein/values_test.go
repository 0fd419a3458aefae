package main

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
)

func TestSizeIsWidthTimesHeight(t *testing.T) {
	for v, want := range map[string]size{
		"1920x1080": {1920, 1080}, "160x160": {160, 160},
		"": {}, "1920": {}, "x1080": {}, "1920x": {}, "0x0": {}, "159x400": {}, "20000x400": {}, "1920x1080x3": {}, "axb": {},
	} {
		var s size
		if err := s.Set(v); (err == nil) != (want != size{}) || s != want {
			t.Errorf("size %q is %v (%v), want %v", v, s, err, want)
		}
	}
}

func TestPagesAreAStretchFromOne(t *testing.T) {
	for v, want := range map[string]stretch{
		"3": {3, 3}, "1-6": {1, 6}, "4-": {4, math.MaxInt}, "2-2": {2, 2},
		"": {}, "0": {}, "-3": {}, "6-1": {}, "a": {}, "1-b": {}, "1-2-3": {},
	} {
		var s stretch
		if err := s.Set(v); (err == nil) != (want != stretch{}) || s != want {
			t.Errorf("pages %q are %v (%v), want %v", v, s, err, want)
		}
		if want != (stretch{}) && s.String() != v && v != "2-2" {
			t.Errorf("pages %q are written %q", v, s.String())
		}
	}
}

func TestAStretchTouchesTheSpreadThatHoldsOneOfItsPages(t *testing.T) {
	s := stretch{2, 5}
	for _, c := range []struct {
		first, last int
		want        bool
	}{{1, 1, false}, {1, 2, true}, {3, 4, true}, {5, 6, true}, {6, 7, false}} {
		if got := s.touches(c.first, c.last); got != c.want {
			t.Errorf("pages 2-5 touch %d-%d: %t", c.first, c.last, got)
		}
	}
	if !(stretch{}).touches(7, 8) {
		t.Error("the zero stretch leaves pages out")
	}
}

func TestTheExhibitionSpeaksItsFirstLanguageUnlessTheUserSpeaksAnother(t *testing.T) {
	x, err := open("")
	if err != nil {
		t.Fatal(err)
	}
	for speaks, want := range map[string]string{"": "de", "de": "de", "en": "en", "fr": "de"} {
		if got := x.language("", speaks); got != want {
			t.Errorf("for %q: %s, want %s", speaks, got, want)
		}
	}
}

// TestEverySentenceHasWords holds that no key of the command line is without
// words in one of the languages, and that both have the same keys.
func TestEverySentenceHasWords(t *testing.T) {
	de, en := call.Catalogue("de"), call.Catalogue("en")
	for _, k := range de.Keys() {
		if !en.Has(k) {
			t.Errorf("%s has no words in English", k)
		}
	}
	for _, k := range en.Keys() {
		if !de.Has(k) {
			t.Errorf("%s has no words in German", k)
		}
	}
	for _, key := range keysIn(t, ".", "call", "station") {
		if !en.Has(key) && !en.Has(key+".other") {
			t.Errorf("%q is said and has no words", key)
		}
	}
}

// keysIn are the keys of words that the sources in folders name.
func keysIn(t *testing.T, folders ...string) []string {
	t.Helper()
	var files []string
	for _, folder := range folders {
		found, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	key := regexp.MustCompile(`"((?:command|error|proof|check|kiosk|kiosk-config|doctor|watch)\.[a-z.-]+)"`)
	var keys []string
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range key.FindAllSubmatch(text, -1) {
			if k := string(m[1]); k != "kiosk.toml" { // a file
				keys = append(keys, k)
			}
		}
	}
	if len(keys) < 20 {
		t.Fatalf("only %d keys found", len(keys))
	}
	return keys
}
