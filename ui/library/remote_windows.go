package library

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// remote reports whether a folder, or what there is of the way to it, lies on another
// machine: a drive that is connected, or a share by its name.
func remote(folder string) bool {
	volume, err := windows.UTF16PtrFromString(filepath.VolumeName(nearest(folder)) + `\`)
	return err == nil && windows.GetDriveType(volume) == windows.DRIVE_REMOTE
}
