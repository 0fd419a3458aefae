package supervise

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Where the kernel says what processes and groups of them hold. On other systems
// than Linux nothing is there, and nobody but us has a limit.
const (
	procs  = "/proc"
	groups = "/sys/fs/cgroup"
)

// oomKills is how many processes of our control group the kernel ended because
// the group held too much memory.
func oomKills() int64 { return numberAfter(ofGroup("memory.events"), "oom_kill") }

// Memory is the limit for the window where the control group has one: four fifths
// of it, so that the window is started anew before the kernel ends something.
// Otherwise, and if that is less, it is usual. Both are bytes.
func Memory(usual int64) int64 {
	most, err := strconv.ParseInt(strings.TrimSpace(string(ofGroup("memory.max"))), 10, 64)
	if err != nil || most <= 0 { // "max": none
		return usual
	}
	return min(usual, most/5*4)
}

// ofGroup reads a file of the control group (version 2) that we are in.
func ofGroup(name string) []byte {
	own, err := os.ReadFile(filepath.Join(procs, "self", "cgroup"))
	if err != nil {
		return nil
	}
	path, ok := groupIn(own)
	if !ok {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(groups, path, name))
	if err != nil {
		return nil
	}
	return data
}

// groupIn finds the version 2 group in /proc/self/cgroup.
func groupIn(own []byte) (string, bool) {
	for line := range strings.Lines(string(own)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "0::"); ok {
			return path, true
		}
	}
	return "", false
}

// numberAfter is the number that stands after a name on its line, or 0.
func numberAfter(data []byte, name string) int64 {
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) == 2 && f[0] == name {
			n, err := strconv.ParseInt(f[1], 10, 64)
			if err != nil {
				return 0
			}
			return n
		}
	}
	return 0
}
