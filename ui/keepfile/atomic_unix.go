//go:build !windows

package keepfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2"
)

// Write puts into the file what content writes. When content fails, its error is
// returned and the file stays as it was. Permissions are as for WriteFile.
func Write(name string, perm os.FileMode, content func(io.Writer) error) error {
	f, err := renameio.NewPendingFile(name,
		renameio.WithTempDir(filepath.Dir(name)), renameio.WithPermissions(perm), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer f.Cleanup() // does nothing once the file was renamed
	if err := content(f); err != nil {
		return err
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(name))
}

// SyncFolder brings the names in a folder to the disk. A file system that cannot do so
// for a folder, as some of networks and sticks, has done what it can.
func SyncFolder(folder string) error {
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}
