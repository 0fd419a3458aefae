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
	text, _ := value.(string)
	key, ok := kiosk.ParseKey(text)
	if !ok {
		r.say(at, "kiosk-config.keys", "key", at)
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
	r.remark("keypad", said)
	r.remark("screen", r.config.Place.Problems(0, 0))
	switch h := r.config.Hours; {
	case h.Zone == nil && !h.Always():
		r.say("hours", "kiosk-config.no-zone")
	case r.weekdays && h.Always():
		r.say("hours", "kiosk-config.never-open")
	}
}

// remark lists sentences about a table.
func (r *configReader) remark(key string, said []kiosk.Sentence) {
	for _, s := range said {
		r.problems = append(r.problems, Problem{file: r.file, line: r.line(key), remark: true, said: s})
	}
}

// boundTimes brings the times within the bounds that WCAG 2.2, 2.2.1 sets, and
// says which were brought there.
func (r *configReader) boundTimes() {
	valid := r.config.Times.Valid()
	for _, t := range r.times {
		was, is := *t.of(&r.config.Times), *t.of(&valid)
		if was == is {
			continue
		}
		r.problems = append(r.problems, Problem{
			file: r.file, line: r.line(t.key), remark: true,
			said: kiosk.Sentence{Key: "kiosk-config.time-bound", Args: []string{
				"key", t.key, "value", inSeconds(was), "bound", inSeconds(is),
			}},
		})
	}
	r.config.Times = valid
}

func inSeconds(d time.Duration) string { return figure(d.Seconds()) }
