// Package keepfile writes files whole or not at all: who reads one sees the old
// content or the new, never a part, whenever the power fails.
//
// The content goes into a new file in the same folder, which then takes the place
// of the old one. On Unix, google/renameio does it, with all that file systems need
// to be told; it declines Windows, where a rename that replaces is the best there
// is: it is one step for whoever looks, and the bytes are on the disk before it.
//
// Writing the same file from two goroutines is safe; the last one wins.
package keepfile

import (
	"io"
	"os"
)

// WriteFile puts data into the file. A new one has the permissions perm, less the
// umask; one that was there keeps its own. Windows knows of permissions only whether
// the file may be written to.
func WriteFile(name string, data []byte, perm os.FileMode) error {
	return Write(name, perm, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
