package kiosk

import (
	"testing"
	"time"
)

func TestThreePressesOfEscWithinASecondAndAHalfCount(t *testing.T) {
	for fact, c := range map[string]struct {
		at   []time.Duration
		want []bool
	}{
		"three within":               {[]time.Duration{0, 700, 1500}, []bool{false, false, true}},
		"the first of four too long": {[]time.Duration{0, 700, 1501, 2000}, []bool{false, false, false, true}},
		"a fourth begins anew":       {[]time.Duration{0, 1, 2, 3, 4, 5}, []bool{false, false, true, false, false, true}},
		"times that run back":        {[]time.Duration{1000, 900, 800, 850, 900}, []bool{false, false, false, false, true}},
	} {
		t.Run(fact, func(t *testing.T) {
			var e Escapes
			for i, at := range c.at {
				var ends bool
				if e, ends = e.Press(at * ms); ends != c.want[i] {
					t.Errorf("press %d ends: %v", i, ends)
				}
			}
		})
	}
}
