package station

import (
	"bytes"
	"strconv"
	"strings"
)

// What the kernel's list of input devices says of one that is touched directly: a
// property, and an axis of many contacts or, of old panels, a key.
const (
	propDirect = 1    // INPUT_PROP_DIRECT
	absContact = 0x35 // ABS_MT_POSITION_X
	keyTouch   = 0x14a
)

// touchDevices are the names of what can be touched in /proc/bus/input/devices.
func touchDevices(list []byte) []string {
	var names []string
	for _, device := range bytes.Split(list, []byte("\n\n")) {
		name, bits := "", map[string]string{}
		for line := range strings.Lines(string(device)) {
			kind, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
			key, value, _ := strings.Cut(rest, "=")
			switch kind {
			case "N":
				name = strings.Trim(value, `"`)
			case "B":
				bits[key] = value
			}
		}
		if bit(bits["PROP"], propDirect) && (bit(bits["ABS"], absContact) || bit(bits["KEY"], keyTouch)) {
			names = append(names, name)
		}
	}
	return names
}

// bit reports whether a bit is set in the kernel's way to write many: words of 64
// in hexadecimal, the last holding the lowest.
func bit(words string, n int) bool {
	w := strings.Fields(words)
	i := len(w) - 1 - n/64
	if i < 0 {
		return false
	}
	v, err := strconv.ParseUint(w[i], 16, 64)
	return err == nil && v>>(n%64)&1 == 1
}
