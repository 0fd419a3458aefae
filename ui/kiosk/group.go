package kiosk

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// GroupMinutes are the lengths that staff may choose for a group.
func GroupMinutes() []int { return []int{20, 45, 90} }

// ParseGroup reads the argument of GroupMode: "room preset minutes", and
// optionally a language as a fourth word. It reports false for anything else, and
// for a length that is none of GroupMinutes.
func ParseGroup(arg string) (g Group, lang string, ok bool) {
	words := strings.Fields(arg)
	if len(words) != 3 && len(words) != 4 {
		return Group{}, "", false
	}
	minutes, err := strconv.Atoi(words[2])
	if err != nil || !slices.Contains(GroupMinutes(), minutes) {
		return Group{}, "", false
	}
	if len(words) == 4 {
		lang = words[3]
	}
	return Group{Room: words[0], Preset: words[1], Length: time.Duration(minutes) * time.Minute}, lang, true
}

// groupEnd is when the group that visits has to stop.
func (v visit) groupEnd() time.Duration { return v.begun + v.group.Length }

// gather opens the station for a group, in the language asked for or the first.
func (m Machine) gather(arg string) (Machine, []Effect) {
	g, lang, ok := ParseGroup(arg)
	if !ok {
		return m.to(StaffIn), nil
	}
	if !slices.Contains(m.content.langs, lang) {
		lang = m.content.first()
	}
	return m.leaveStaff(StaffIn).begin(lang, g)
}
