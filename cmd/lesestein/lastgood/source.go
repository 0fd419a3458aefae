package lastgood

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Open opens a source by its name: a folder, which nothing leads out of, or one file.
// Close the Closer when it was taken: the source can then be replaced.
func Open(name string) (fs.FS, io.Closer, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return nil, nil, err
		}
		return root.FS(), root, nil
	}
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, nil, err
	}
	return single{root.FS(), filepath.Base(name)}, root, nil
}

// single is a folder with one file: what else lies there is nobody's business.
type single struct {
	fs.FS
	name string
}

func (s single) Open(name string) (fs.File, error) {
	if name != "." && name != s.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return s.FS.Open(name)
}

func (s single) ReadDir(name string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(s.FS, s.name)
	if err != nil || name != "." {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}
