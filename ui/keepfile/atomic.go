package keepfile

import (
	"io"
	"os"
)

// WriteFile puts data into the file. A new one has the permissions perm, less the
// umask; one that was there keeps its own. Windows knows of permissions only whether
// the file may be written to, and there perm holds for one that was there, too.
func WriteFile(name string, data []byte, perm os.FileMode) error {
	return Write(name, perm, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
