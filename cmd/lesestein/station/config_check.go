package station

import (
	"slices"
	"time"

	"lesestein/ui/kiosk"
)

// keypad takes the keys of each button: one as words, several as a list. A button
// that is named has these keys and no others.
func keypad(r *configReader, key string, value any) {
	table, ok := value.(map[string]any)
	if !ok {
		r.say(key, "kiosk-config.kind-table", "key", key)
		return
	}
	for _, name := range sortedKeys(table) {
		at := key + "." + name
		if !slices.Contains(kiosk.Buttons(), kiosk.Button(name)) {
			r.say(at, "kiosk-config.unknown", "key", at)
			continue
		}
		list, isList := table[name].([]any)
		if !isList {
			list = []any{table[name]}
		}
		for _, v := range list {
			r.key(at, kiosk.Button(name), v)
		}
	}
}

// key takes one key of a button; a key that has a button already is a conflict.
func (r *configReader) key(at string, b kiosk.Button, value any) {
	text, isText := value.(string)
	key, ok := kiosk.ParseKey(text)
	if !ok {
		switch near := kiosk.NearestKey(text); {
		case !isText:
			r.say(at, "kiosk-config.keys", "key", at)
		case near != "":
			r.say(at, "kiosk-config.key-near", "key", at, "value", text, "near", near)
		default:
			r.say(at, "kiosk-config.key-none", "key", at, "value", text)
		}
		return
	}
	for _, other := range kiosk.Buttons() {
		if other != b && slices.Contains(r.keys[other], key) {
			r.say(at, "kiosk-config.key-twice", "key", text, "one", string(other), "other", string(b))
			return
		}
	}
	if r.keys == nil {
		r.keys = map[kiosk.Button][]string{}
	}
	r.keys[b] = append(r.keys[b], key)
}

// finish looks at what several keys say together.
func (r *configReader) finish() {
	r.boundTimes()
	pad, said := r.config.Keypad.With(kiosk.MakeKeypad(r.keys))
	r.config.Keypad = pad
	for _, s := range said {
		r.remark(aboutKeypad(s), s.Key, s.Args...)
	}
	for _, s := range r.config.Place.Problems(0, 0) {
		r.remark(aboutPlace(s), s.Key, s.Args...)
	}
	r.finishHours()
}

// aboutKeypad is the key of [keypad] that a sentence is about: of the button that took
// a key, or that has none any more.
func aboutKeypad(s kiosk.Sentence) string {
	for i := 0; i+1 < len(s.Args); i += 2 {
		if s.Args[i] == "to" || s.Args[i] == "button" {
			return "keypad." + s.Args[i+1]
		}
	}
	return "keypad"
}

// aboutPlace is the key of [screen] that a sentence is about.
func aboutPlace(s kiosk.Sentence) string {
	switch s.Key {
	case "kiosk-config.place-size", "kiosk-config.place-narrow":
		return "screen.width_mm"
	case "kiosk-config.place-distance", "kiosk-config.place-no-distance":
		return "screen.distance_mm"
	case "kiosk-config.place-lowest", "kiosk-config.place-no-lowest", "kiosk-config.place-band-outside":
		return "screen.lowest_mm"
	case "kiosk-config.place-depth", "kiosk-config.place-reach-deep":
		return "screen.depth_mm"
	case "kiosk-config.place-reach", "kiosk-config.place-reach-order":
		return "screen.reach"
	}
	return "screen"
}

// remark lists a sentence about a key: its value holds, perhaps within its bounds.
func (r *configReader) remark(key, words string, args ...string) {
	r.say(key, words, args...)
	r.problems[len(r.problems)-1].remark = true
}

// boundTimes brings the times within the bounds that WCAG 2.2, 2.2.1 sets, and
// says which were brought there.
func (r *configReader) boundTimes() {
	valid := r.config.Times.Valid()
	for _, t := range r.times {
		was, is := *t.of(&r.config.Times), *t.of(&valid)
		switch {
		case was == is:
		case is == valid.Least && was == alone(t, was):
			r.remark(t.key, "kiosk-config.time-least", "key", t.key, "value", inSeconds(was), "least", inSeconds(is))
		default:
			r.remark(t.key, "kiosk-config.time-bound", "key", t.key, "value", inSeconds(was), "bound", inSeconds(is))
		}
	}
	r.config.Times = valid
}

// alone is what would hold of a time if it stood alone: it is within its own bounds
// where this is the same, and only another one is in its way.
func alone(t timed, was time.Duration) time.Duration {
	times := kiosk.Times{Least: 1}
	*t.of(&times) = was
	times = times.Valid()
	return *t.of(&times)
}

func inSeconds(d time.Duration) string { return figure(d.Seconds()) }
