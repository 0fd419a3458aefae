package library

import (
	"slices"

	"golang.org/x/sys/unix"
)

// remote reports whether a folder, or what there is of the way to it, lies on another
// machine, or on a file system of which that cannot be told (FUSE).
func remote(folder string) bool {
	var fs unix.Statfs_t
	return unix.Statfs(nearest(folder), &fs) == nil && shared(uint32(fs.Type))
}

// shared reports whether a file system with this number is one of networks, or of which
// that cannot be told. The numbers are those of statfs(2) and of linux/magic.h.
func shared(number uint32) bool {
	return slices.Contains([]uint32{
		0x6969,     // NFS
		0x517b,     // SMB
		0xff534d42, // CIFS
		0xfe534d42, // SMB2
		0x65735546, // FUSE: sshfs and many more
		0x01021997, // 9P
		0x5346414f, // AFS
		0x6b414653, // kAFS
		0x73757245, // Coda
		0x564c,     // NCP
		0x00c36400, // Ceph
		0x0bd00bd0, // Lustre
		0x01161970, // GFS2
		0x7461636f, // OCFS2
		0x786f4256, // a folder of VirtualBox's host
		0xbacbacbc, // a folder of VMware's host
	}, number)
}
