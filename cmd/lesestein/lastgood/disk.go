package lastgood

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lesestein/ui/keepfile"
)

// A Disk is the folder in which a Store keeps versions, and all that a Store asks of
// it. Names are below the folder, with slashes, as in io/fs.
type Disk interface {
	fs.FS
	// Mkdir makes a folder, and is content with one that is there.
	Mkdir(name string) error
	// Write makes a new file; its bytes are on the disk when it returns nil.
	Write(name string, content io.Reader) error
	// Sync brings the names in a folder onto the disk.
	Sync(folder string) error
	Rename(from, to string) error
	// Remove removes a file, or a folder with all that is in it, if it is there.
	Remove(name string) error
}

// Folder is a Disk in a folder of the system's, which Mkdir(".") makes. Only its owner
// may read what is in it. It holds nothing open.
func Folder(name string) Disk { return folder{os.DirFS(name), name} }

type folder struct {
	fs.FS
	name string
}

func (f folder) at(name string) string { return filepath.Join(f.name, filepath.FromSlash(name)) }

func (f folder) Mkdir(name string) error { return os.MkdirAll(f.at(name), 0o700) }

func (f folder) Write(name string, content io.Reader) error {
	file, err := os.OpenFile(f.at(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

func (f folder) Sync(name string) error { return keepfile.SyncFolder(f.at(name)) }

func (f folder) Rename(from, to string) error { return os.Rename(f.at(from), f.at(to)) }

func (f folder) Remove(name string) error { return os.RemoveAll(f.at(name)) }
