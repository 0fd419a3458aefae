package station

import (
	"bytes"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
)

func TestWeakPINsAreKnown(t *testing.T) {
	for want, list := range map[string][]string{
		"kiosk.pin-weak-repeats": {"0000", "1111", "111111111111", "1212", "123123", "12121", "471471"},
		"kiosk.pin-weak-row":     {"1234", "12345678", "9876", "7890", "3210", "2468", "1357", "2580", "0852", "890123"},
		"kiosk.pin-weak-date":    {"1945", "2026", "1989", "1848", "2412", "0815", "240584", "24121961", "19611224", "12241961"},
		"kiosk.pin-weak-short":   {"4711", "8390", "50817"},
		"":                       {"471108", "839051", "990340", "999990", "340117932"},
	} {
		for _, digits := range list {
			if got := weakness(digits); got != want {
				t.Errorf("%s: %q, want %q", digits, got, want)
			}
		}
	}
}

func TestAWeakPINIsTakenWithARemark(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		for digits, weak := range map[string]bool{"1234": true, "1945": true, "471108": false} {
			var out, errs bytes.Buffer
			st := call.Streams{Out: &out, Err: &errs, Say: call.Catalogue(lang)}
			p := newPIN(t)
			if err := SetPIN(st, p, func(string) (string, error) { return digits, nil }); err != nil || !p.verify(digits) {
				t.Errorf("%s: %v", digits, err)
			}
			if said := errs.String(); (said != "") != weak || strings.Contains(said, digits) || strings.Contains(said, "kiosk.") {
				t.Errorf("%s: %q", digits, said)
			}
			if p.guessable() != (digits == "1234") {
				t.Errorf("%s: is or is not among the commonest", digits)
			}
		}
	}
}
