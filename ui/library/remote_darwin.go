package library

import "golang.org/x/sys/unix"

// remote reports whether a folder, or what there is of the way to it, lies on another
// machine.
func remote(folder string) bool {
	var fs unix.Statfs_t
	return unix.Statfs(nearest(folder), &fs) == nil && fs.Flags&unix.MNT_LOCAL == 0
}
