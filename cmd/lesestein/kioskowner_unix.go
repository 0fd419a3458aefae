//go:build unix

package main

import (
	"os"
	"syscall"
)

// giveTo makes a file the folder's owner's, when root wrote it: the station runs
// as somebody else.
func giveTo(file, folder string) error {
	info, err := os.Stat(folder)
	if err != nil || os.Geteuid() != 0 {
		return err
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	return os.Chown(file, int(owner.Uid), int(owner.Gid))
}
