package platform

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// percent is how much garbage there may be now.
func percent() uint64 {
	s := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

func TestTheHeadStartEndsWithTheFirstPicture(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	end := HeadStart(true)
	if p := percent(); p < 1000 {
		t.Errorf("the start has %d %%", p)
	}
	end()
	if p := percent(); p != stationGarbage {
		t.Errorf("afterwards there are %d %%", p)
	}
}

func TestTheHeadStartEndsWithTheFirstCollection(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	HeadStart(false)
	guard := time.After(time.Minute)
	for percent() != readerGarbage {
		runtime.GC() // what follows on it runs on another goroutine
		select {
		case <-guard:
			t.Fatalf("after collections there are %d %%", percent())
		default:
		}
	}
}
