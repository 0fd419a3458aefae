package content

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"os"
)

//go:embed rooms
var rooms embed.FS

// Embedded returns the exhibition that the program carries.
func Embedded() fs.FS {
	sub, err := fs.Sub(rooms, "rooms")
	if err != nil { // the name is a constant: it is valid
		return rooms
	}
	return sub
}

// OpenDir opens an exhibition's folder. Nothing leads out of it: a symbolic link
// to somewhere else is an error when it is read. Close the Closer when the files
// are no longer read.
func OpenDir(path string) (fs.FS, io.Closer, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open exhibition: %w", err)
	}
	return root.FS(), root, nil
}
