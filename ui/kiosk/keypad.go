package kiosk

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Button is what a key of the keypad means.
type Button string

// The buttons of a tactile keypad. The last five are reserved for speech.
const (
	ButtonUp     Button = "up"
	ButtonDown   Button = "down"
	ButtonLeft   Button = "left"
	ButtonRight  Button = "right"
	ButtonAction Button = "action"
	ButtonHelp   Button = "help"
	ButtonBack   Button = "back"

	ButtonSpeak   Button = "speak"
	ButtonStop    Button = "stop"
	ButtonRepeat  Button = "repeat"
	ButtonLouder  Button = "louder"
	ButtonQuieter Button = "quieter"
)

// Buttons returns all buttons, in the order in which they are learnt.
func Buttons() []Button {
	return append(needed(), ButtonSpeak, ButtonStop, ButtonRepeat, ButtonLouder, ButtonQuieter)
}

// needed are the buttons without which a keypad cannot do everything; back is the
// seventh of six keys.
func needed() []Button {
	return []Button{ButtonUp, ButtonDown, ButtonLeft, ButtonRight, ButtonAction, ButtonHelp, ButtonBack}
}

// Keypad says which key means which button. A key is known by its name ("Up",
// "Return", the toolkit's) or by the keyboard's own number for it, its scan code,
// written "scan:191": keys F13 to F24, which keypads send, have no name. A Keypad
// is immutable; the zero Keypad knows no key.
type Keypad struct {
	keys map[string]Button
}

// UsualKeypad is the keys of a keyboard: arrows; Return, Enter and Space; F1;
// BackSpace. A single Escape does nothing at a station.
func UsualKeypad() Keypad {
	return Keypad{map[string]Button{
		"Up": ButtonUp, "Down": ButtonDown, "Left": ButtonLeft, "Right": ButtonRight,
		"Return": ButtonAction, "KP_Enter": ButtonAction, "Space": ButtonAction,
		"F1": ButtonHelp, "BackSpace": ButtonBack,
	}}
}

// MakeKeypad is the keypad with these keys, as ParseKey writes them, of each
// button.
func MakeKeypad(keys map[Button][]string) Keypad {
	k := Keypad{map[string]Button{}}
	for _, b := range Buttons() {
		for _, key := range keys[b] {
			k.keys[key] = b
		}
	}
	return k
}

const scanPrefix = "scan:"

// Scan codes, as X11 and Windows number the keys.
const (
	mostScan = 65535
	x11F13   = 191 // F13 to F24 follow each other on X11, which the kiosk runs on
)

// ParseKey brings what a person writes for a key into the form that a Keypad
// holds: a name, in whatever case, "scan:" and a number, or F13 to F24, which stand for
// their scan codes on X11. What names no key is none.
func ParseKey(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if digits, ok := strings.CutPrefix(text, scanPrefix); ok {
		n, err := strconv.Atoi(strings.TrimSpace(digits))
		return scanKey(n), err == nil && n > 0 && n <= mostScan
	}
	if digits, ok := strings.CutPrefix(text, "F"); ok {
		if n, err := strconv.Atoi(digits); err == nil && n >= 13 && n <= 24 {
			return scanKey(x11F13 + n - 13), true
		}
	}
	for _, name := range keyNames() {
		if strings.EqualFold(text, name) {
			return toolkitName(name), true
		}
	}
	return text, false
}

// keyNames are the names by which a keyboard's keys are known, as the toolkit writes
// them and as they stand on the keys. Escape is none: three presses of it end a visit.
func keyNames() []string {
	names := strings.Fields(`Up Down Left Right Return Enter KP_Enter Space Tab BackSpace Insert Delete Home End
		PageUp PageDown Prior Next Menu PrintScreen CapsLock
		LeftShift RightShift LeftControl RightControl LeftAlt RightAlt LeftSuper RightSuper
		F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 0 1 2 3 4 5 6 7 8 9 ' , - . / \ [ ] ; = * +`)
	names = append(names, "`")
	for c := 'A'; c <= 'Z'; c++ {
		names = append(names, string(c))
	}
	return names
}

// toolkitName is the toolkit's name of a key that has another one on it.
func toolkitName(name string) string {
	switch name {
	case "Enter":
		return "KP_Enter"
	case "PageUp":
		return "Prior"
	case "PageDown":
		return "Next"
	}
	return name
}

// NearestKey is the name of a key that may have been meant by one that is none, and
// empty where nothing is near: one letter differs, or two of a long name.
func NearestKey(text string) string {
	best, found := 3, ""
	for _, name := range append(keyNames(), "F13", "F14", "F15", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24") {
		if d := distance(strings.ToLower(text), strings.ToLower(name)); d < best && 4*d <= len(name)+1 {
			best, found = d, name
		}
	}
	return found
}

// distance is how many letters have to be put in, left out, changed or exchanged with
// their neighbour to make one word of another (optimal string alignment, Damerau 1964).
// Words too long for a key are far from all.
func distance(a, b string) int {
	if len(a) > 24 {
		return len(a)
	}
	var before, last, row []int
	for i := range len(a) + 1 {
		before, last, row = last, row, make([]int, len(b)+1)
		for j := range row {
			if i == 0 || j == 0 {
				row[j] = i + j
				continue
			}
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j-1]+cost, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}

func scanKey(code int) string { return scanPrefix + strconv.Itoa(code) }

// Button is what a pressed key means: its scan code goes before its name. A scan
// code of 0 is not known.
func (k Keypad) Button(name string, scan int) (Button, bool) {
	if b, ok := k.keys[scanKey(scan)]; ok && scan > 0 {
		return b, true
	}
	b, ok := k.keys[name]
	return b, ok
}

// Keys are the keys that mean a button, sorted.
func (k Keypad) Keys(b Button) []string {
	var keys []string
	for key, of := range k.keys {
		if of == b {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// With returns the keypad in which each button that over knows keys for has
// exactly these, and the sentences about what that takes away.
func (k Keypad) With(over Keypad) (Keypad, []Sentence) {
	next := Keypad{map[string]Button{}}
	for key, b := range k.keys {
		if len(over.Keys(b)) == 0 {
			next.keys[key] = b
		}
	}
	var said []Sentence
	for _, key := range slices.Sorted(maps.Keys(over.keys)) {
		b := over.keys[key]
		if was, ok := next.keys[key]; ok && was != b {
			said = append(said, say("kiosk-config.key-moved", "key", key, "from", string(was), "to", string(b)))
		}
		next.keys[key] = b
	}
	return next, append(said, k.lost(next)...)
}

// Also returns the keypad in which each key that more knows means what it means
// there; all others mean what they did.
func (k Keypad) Also(more Keypad) Keypad {
	next := Keypad{map[string]Button{}}
	maps.Copy(next.keys, k.keys)
	maps.Copy(next.keys, more.keys)
	return next
}

// Learn returns the keypad in which the key with a scan code means b, besides the
// keys that b has, and the sentences about what the key meant before. A scan code
// that is none changes nothing and says so.
func (k Keypad) Learn(b Button, scan int) (Keypad, []Sentence) {
	if scan <= 0 || scan > mostScan || !slices.Contains(Buttons(), b) {
		return k, []Sentence{say("kiosk-config.key-unknown", "key", scanKey(scan))}
	}
	next := Keypad{maps.Clone(k.keys)}
	if next.keys == nil {
		next.keys = map[string]Button{}
	}
	var said []Sentence
	if was, ok := k.keys[scanKey(scan)]; ok && was != b {
		said = append(said, say("kiosk-config.key-moved", "key", scanKey(scan), "from", string(was), "to", string(b)))
	}
	next.keys[scanKey(scan)] = b
	return next, append(said, k.lost(next)...)
}

// Missing are the buttons that no key means, of those that everything needs.
func (k Keypad) Missing() []Button {
	return slices.DeleteFunc(needed(), func(b Button) bool { return len(k.Keys(b)) > 0 })
}

// lost says which buttons had a key and have none in next.
func (k Keypad) lost(next Keypad) []Sentence {
	var said []Sentence
	for _, b := range next.Missing() {
		if len(k.Keys(b)) > 0 {
			said = append(said, say("kiosk-config.button-without-key", "button", string(b)))
		}
	}
	return said
}

// mostText is the most bytes of a keypad's text form that are read.
const mostText = 1 << 14

// MarshalText writes one line a key, sorted: the button, a space, the key.
func (k Keypad) MarshalText() ([]byte, error) {
	var lines []string
	for key, b := range k.keys {
		lines = append(lines, string(b)+" "+key+"\n")
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "")), nil
}

// UnmarshalText reads what MarshalText wrote. A line that is none is an error, and
// the keypad stays as it was.
func (k *Keypad) UnmarshalText(text []byte) error {
	if len(text) > mostText {
		return fmt.Errorf("keypad: more than %d bytes", mostText)
	}
	keys := map[string]Button{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		b, word, _ := strings.Cut(line, " ")
		key, ok := ParseKey(word)
		if !ok || !slices.Contains(Buttons(), Button(b)) {
			return fmt.Errorf("keypad: %q is no button and key", line)
		}
		keys[key] = Button(b)
	}
	k.keys = keys
	return nil
}
