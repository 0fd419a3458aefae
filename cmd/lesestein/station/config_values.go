package station

import (
	"maps"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"lesestein/ui/kiosk"
)

// A setting takes the value of one key.
type setting func(r *configReader, key string, value any)

// settings are the keys of kiosk.toml, by their paths. Tables whose keys are free,
// such as hours.dates, are one setting.
func settings() map[string]setting {
	return map[string]setting{
		"screen.mount":       among(func(c *Config, v string) { c.Place.Mount = kiosk.Mount(v) }, string(kiosk.Wall), string(kiosk.Tilt), string(kiosk.Table)),
		"screen.width_mm":    number(0, 10_000, func(c *Config, v float64) { c.Place.Width = v }),
		"screen.height_mm":   number(0, 10_000, func(c *Config, v float64) { c.Place.Height = v }),
		"screen.distance_mm": number(0, 10_000, func(c *Config, v float64) { c.Place.Distance = v }),
		"screen.lowest_mm":   number(0, mostLowest, func(c *Config, v float64) { c.Place.Lowest = v }),
		"screen.depth_mm":    number(0, 10_000, func(c *Config, v float64) { c.Place.Depth = v }),
		"screen.reach":       reach,

		"time.page_least": seconds(func(t *kiosk.Times) *time.Duration { return &t.Least }),
		"time.page_most":  seconds(func(t *kiosk.Times) *time.Duration { return &t.Most }),
		"time.word":       seconds(func(t *kiosk.Times) *time.Duration { return &t.Word }),
		"time.care":       seconds(func(t *kiosk.Times) *time.Duration { return &t.Care }),
		"time.prompt":     seconds(func(t *kiosk.Times) *time.Duration { return &t.Prompt }),
		"time.pause":      seconds(func(t *kiosk.Times) *time.Duration { return &t.Rest }),
		"time.farewell":   seconds(func(t *kiosk.Times) *time.Duration { return &t.Bye }),

		"hours.zone":      zone,
		"hours.monday":    weekday(time.Monday),
		"hours.tuesday":   weekday(time.Tuesday),
		"hours.wednesday": weekday(time.Wednesday),
		"hours.thursday":  weekday(time.Thursday),
		"hours.friday":    weekday(time.Friday),
		"hours.saturday":  weekday(time.Saturday),
		"hours.sunday":    weekday(time.Sunday),
		"hours.dates":     dates,

		"keypad": keypad,

		"attract.slide": seconds(func(t *kiosk.Times) *time.Duration { return &t.Slide }),
		"attract.fade":  truth(func(c *Config, v bool) { c.Fade = v }),

		"exhibition.web": web,

		"program.memory_mb": memory,

		"statistics.on":       truth(func(c *Config, v bool) { c.Counted = v }),
		"statistics.textfile": textfile,

		"staff.pin_file": pinFile,
	}
}

// mostLowest is the height above the floor, in millimetres, above which nobody who
// stands or sits before a screen reaches its lowest row.
const mostLowest = 2000

// number takes a number from least to most.
func number(least, most float64, put func(*Config, float64)) setting {
	return func(r *configReader, key string, value any) {
		v, ok := numeric(value)
		switch {
		case !ok:
			r.say(key, "kiosk-config.kind-number", "key", key)
		case v < least || v > most:
			r.say(key, "kiosk-config.bounds", "key", key, "value", figure(v), "least", figure(least), "most", figure(most))
		default:
			put(&r.config, v)
		}
	}
}

// numeric is a TOML value as a number; infinities and no-numbers are none.
func numeric(value any) (float64, bool) {
	switch v := value.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	return 0, false
}

func figure(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// seconds takes a length of time. Its bounds are those of kiosk.Times.Valid, and
// finish tells when one was touched.
func seconds(of func(*kiosk.Times) *time.Duration) setting {
	return func(r *configReader, key string, value any) {
		v, ok := numeric(value)
		switch {
		case !ok:
			r.say(key, "kiosk-config.kind-number", "key", key)
		case v <= 0 || v > 24*60*60:
			r.say(key, "kiosk-config.bounds", "key", key, "value", figure(v), "least", "0.1", "most", figure(24*60*60))
		default:
			*of(&r.config.Times) = time.Duration(v * float64(time.Second))
			r.times = append(r.times, timed{key, of})
		}
	}
}

// timed is a length of time that the file sets.
type timed struct {
	key string
	of  func(*kiosk.Times) *time.Duration
}

// truth takes true or false.
func truth(put func(*Config, bool)) setting {
	return func(r *configReader, key string, value any) {
		v, ok := value.(bool)
		if !ok {
			r.say(key, "kiosk-config.kind-truth", "key", key)
			return
		}
		put(&r.config, v)
	}
}

// among takes one of a few words.
func among(put func(*Config, string), words ...string) setting {
	return func(r *configReader, key string, value any) {
		v, ok := value.(string)
		if !ok || !slices.Contains(words, v) {
			r.say(key, "kiosk-config.among", "key", key, "words", strings.Join(words, ", "))
			return
		}
		put(&r.config, v)
	}
}

// words takes words, which may be empty.
func (r *configReader) words(key string, value any) (string, bool) {
	v, ok := value.(string)
	if !ok {
		r.say(key, "kiosk-config.kind-words", "key", key)
	}
	return v, ok
}

// reach takes [800, 1100].
func reach(r *configReader, key string, value any) {
	list, _ := value.([]any)
	if len(list) == 2 {
		low, ok1 := numeric(list[0])
		high, ok2 := numeric(list[1])
		if ok1 && ok2 && low > 0 && low < high && high <= 3000 {
			r.config.Place.Low, r.config.Place.High = low, high
			return
		}
	}
	r.say(key, "kiosk-config.reach", "key", key)
}

// mostWeb is the longest address that a code that is read by telephone still
// holds beside the citation.
const mostWeb = 200

// web takes an address of the web, or nothing.
func web(r *configReader, key string, value any) {
	v, ok := r.words(key, value)
	if !ok || v == "" {
		return
	}
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || len(v) > mostWeb {
		r.say(key, "kiosk-config.web", "value", v, "most", strconv.Itoa(mostWeb))
		return
	}
	r.config.Web = v
}

// The bounds of program.memory_mb. In a screen of 4K the window holds some 300 MB
// from its start, with software graphics: a lesser limit would end each new one.
const (
	megabyte    = 1_000_000
	leastMemory = 400
	mostMemory  = 1 << 20
)

// memory takes a limit in megabytes, or 0 for none.
func memory(r *configReader, key string, value any) {
	if v, ok := numeric(value); ok && v != 0 && (v < leastMemory || v > mostMemory) {
		r.say(key, "kiosk-config.memory", "value", figure(v), "least", figure(leastMemory), "most", figure(mostMemory))
		return
	}
	number(0, mostMemory, func(c *Config, v float64) { c.Memory = int64(v) * megabyte })(r, key, value)
}

// textfile takes the path that the collector reads; it wants the ending .prom.
func textfile(r *configReader, key string, value any) {
	v, ok := r.words(key, value)
	if ok && v != "" && !strings.HasSuffix(v, ".prom") {
		r.say(key, "kiosk-config.textfile", "value", v)
		return
	}
	r.config.Metrics = r.beside(v)
}

func pinFile(r *configReader, key string, value any) {
	if v, ok := r.words(key, value); ok {
		r.config.PINFile = r.beside(v)
	}
}

func sortedKeys(tree map[string]any) []string { return slices.Sorted(maps.Keys(tree)) }
