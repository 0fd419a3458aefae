package station

import (
	"fmt"
	"strings"
	"time"
)

// fewDigits is the length under which a PIN can be tried through in an idle afternoon
// or two, the waiting between tries included.
const fewDigits = 6

// weakness is why a PIN is easy to guess, as a key of words; "" is none. What people
// choose most, and who guesses tries first: one digit or one group again and again, a
// row of digits, a year or a date (Bonneau, Preibusch and Anderson 2012).
func weakness(digits string) string {
	switch {
	case repeats(digits):
		return "kiosk.pin-weak-repeats"
	case inRow(digits):
		return "kiosk.pin-weak-row"
	case isDate(digits):
		return "kiosk.pin-weak-date"
	case len(digits) < fewDigits:
		return "kiosk.pin-weak-short"
	}
	return ""
}

// repeats reports whether a group of digits, at most half of all, makes up all of them.
func repeats(digits string) bool {
	for n := 1; n <= len(digits)/2; n++ {
		if strings.HasPrefix(strings.Repeat(digits[:n], len(digits)/n+1), digits) {
			return true
		}
	}
	return false
}

// inRow reports whether digits go up or down by the same step, 0 behind 9 or before 1,
// or down or up a column of the pad.
func inRow(digits string) bool {
	step := func(i int) int { return (int(digits[i+1]) - int(digits[i]) + 10) % 10 }
	for i := 1; i+1 < len(digits); i++ {
		if step(i) != step(0) {
			return digits == "2580" || digits == "0852"
		}
	}
	return true
}

// isDate reports whether digits are a year of the last two centuries or this one, or a
// day written without its points, in any order that is usual.
func isDate(digits string) bool {
	if len(digits) == 4 && (digits[:2] == "18" || digits[:2] == "19" || digits[:2] == "20") {
		return true
	}
	for _, form := range []string{"0201", "0102", "020106", "010206", "02012006", "20060102", "01022006"} {
		if _, err := time.Parse(form, digits); err == nil && len(form) == len(digits) {
			return true
		}
	}
	return false
}

// commonest are the PINs that a guesser tries first.
func commonest() []string {
	all := []string{"1234", "4321", "2580", "1212", "12345", "123456", "654321", "123123", "000000", "111111"}
	for d := range 10 {
		all = append(all, strings.Repeat(fmt.Sprint(d), leastDigits))
	}
	return all
}

// guessable reports whether the PIN is one of the commonest. It takes about a second.
func (p PIN) guessable() bool {
	for _, digits := range commonest() {
		if p.verify(digits) {
			return true
		}
	}
	return false
}
