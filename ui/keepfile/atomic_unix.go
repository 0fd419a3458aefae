//go:build !windows

package keepfile

import (
	"io"
	"os"

	"github.com/google/renameio/v2"
)

// Write puts into the file what content writes. When content fails, its error is
// returned and the file stays as it was. Permissions are as for WriteFile.
func Write(name string, perm os.FileMode, content func(io.Writer) error) error {
	f, err := renameio.NewPendingFile(name, renameio.WithPermissions(perm), renameio.WithExistingPermissions())
	if err != nil {
		return err
	}
	defer f.Cleanup() // does nothing once the file was renamed
	if err := content(f); err != nil {
		return err
	}
	return f.CloseAtomicallyReplace()
}
