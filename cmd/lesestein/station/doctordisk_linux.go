package station

import (
	"os"
	"syscall"

	"lesestein/ui/kiosk"
)

// storageOf is the disk that a folder lies on, and the zero Storage when nobody says.
func storageOf(folder string) kiosk.Storage {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return kiosk.Storage{}
	}
	info, err := os.Stat(folder)
	return kiosk.Storage{
		Free: int64(s.Bavail) * int64(s.Bsize), Size: int64(s.Blocks) * int64(s.Bsize),
		Writable: err == nil && info.Mode().Perm()&0o200 != 0,
	}
}
