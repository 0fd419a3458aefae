package main

import (
	"os"
	"syscall"

	"lesestein/ui/kiosk"
)

// free is how many bytes are free on the disk of a folder, and -1 when nobody says.
func free(folder string) int64 {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return -1
	}
	return int64(s.Bavail) * s.Bsize
}

// storageOf is the disk that a folder lies on.
func storageOf(folder string) kiosk.Storage {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return kiosk.Storage{}
	}
	info, err := os.Stat(folder)
	return kiosk.Storage{
		Free: int64(s.Bavail) * s.Bsize, Size: int64(s.Blocks) * s.Bsize,
		Writable: err == nil && info.Mode().Perm()&0o200 != 0,
	}
}
