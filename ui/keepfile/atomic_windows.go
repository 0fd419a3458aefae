package keepfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// SyncFolder does nothing on Windows: there a folder cannot be synced, and the file
// system's journal keeps names in their order.
func SyncFolder(string) error { return nil }

// Write puts into the file what content writes. When content fails, its error is
// returned and the file stays as it was. Permissions are as for WriteFile.
func Write(name string, perm os.FileMode, content func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	err = errors.Join(content(f), f.Sync(), f.Chmod(perm))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name) // MoveFileEx, which replaces
	}
	if err != nil {
		if gone := os.Remove(f.Name()); !errors.Is(gone, os.ErrNotExist) {
			err = errors.Join(err, gone)
		}
		return err
	}
	return nil
}
