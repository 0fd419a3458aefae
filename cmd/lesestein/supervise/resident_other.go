//go:build !windows

package supervise

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
)

// Resident is how many bytes of memory a process holds, and 0 when nobody says.
func Resident(pid int) int64 {
	data, err := os.ReadFile(filepath.Join(procs, strconv.Itoa(pid), "statm"))
	if err != nil {
		return 0
	}
	return residentIn(data, os.Getpagesize())
}

// residentIn reads the second number of statm: resident pages.
func residentIn(statm []byte, page int) int64 {
	f := bytes.Fields(statm)
	if len(f) < 2 {
		return 0
	}
	n, err := strconv.ParseInt(string(f[1]), 10, 64)
	if err != nil {
		return 0
	}
	return n * int64(page)
}
