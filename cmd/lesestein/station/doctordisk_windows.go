package station

import (
	"os"

	"golang.org/x/sys/windows"

	"lesestein/ui/kiosk"
)

// storageOf is the disk that a folder lies on, and the zero Storage when nobody says.
func storageOf(folder string) kiosk.Storage {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return kiosk.Storage{}
	}
	var free, size uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, &size, nil); err != nil {
		return kiosk.Storage{}
	}
	info, err := os.Stat(folder)
	return kiosk.Storage{
		Free: int64(free), Size: int64(size),
		Writable: err == nil && info.Mode().Perm()&0o200 != 0,
	}
}
