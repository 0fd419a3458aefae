package keepfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

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
		return errors.Join(err, removed(f.Name()))
	}
	return nil
}

// removed takes away a file that nobody wants.
func removed(name string) error {
	if err := os.Remove(name); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
