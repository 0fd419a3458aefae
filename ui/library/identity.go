package library

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ID is what a work is known by. The zero ID is that of no work: nothing is kept of it
// but settings.
type ID [sha256.Size]byte

func (id ID) String() string { return hex.EncodeToString(id[:]) }

// exhibitionFile is what makes a folder an exhibition; a desktop may hand it over in the
// folder's place.
const exhibitionFile = "exhibition.toml"

// whole is how large a file in a folder may be to be read whole, in bytes. Of a larger
// one, a film or a recording, the size and the first and the last of its bytes count: an
// exhibition with hours of film must not be read through before its first page.
const whole = 16 << 20

// Identify is what the work is known by that a source names: a file by its bytes, a
// folder by the names and bytes of its files. "" is the exhibition that the program
// carries, which stays one work however its words are corrected. It reads all that it
// looks at; every goroutine may call it.
func Identify(source string) (ID, error) {
	if source == "" {
		return sha256.Sum256([]byte("the embedded exhibition")), nil
	}
	if filepath.Base(source) == exhibitionFile {
		source = filepath.Dir(source)
	}
	info, err := os.Stat(source)
	if err != nil {
		return ID{}, err
	}
	switch {
	case info.IsDir():
		return folder(source)
	case info.Mode().IsRegular():
		f, err := os.Open(source)
		if err != nil {
			return ID{}, err
		}
		defer f.Close()
		return sum(f)
	}
	return ID{}, fmt.Errorf("%s: %w", source, errNoFile)
}

// sum is the SHA-256 of what is read.
func sum(r io.Reader) (id ID, err error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return ID{}, err
	}
	h.Sum(id[:0])
	return id, nil
}

// folder is the SHA-256 of a list of the files in a folder, a line each: the path from
// the folder, with slashes and quoted, its size and its sum. Links, which may lead out
// of it, count by where they say they lead. What systems and programs leave in folders
// does not count.
func folder(top string) (ID, error) {
	root, err := os.OpenRoot(top)
	if err != nil {
		return ID{}, err
	}
	defer root.Close()
	var lines []string
	err = fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != "." && left(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			to, err := root.Readlink(path)
			lines = append(lines, fmt.Sprintf("%q -> %q\n", path, to))
			return err
		case !d.Type().IsRegular():
			return nil
		}
		line, err := listed(root, path)
		lines = append(lines, line)
		return err
	})
	if err != nil {
		return ID{}, err
	}
	slices.Sort(lines)
	return sum(strings.NewReader("folder\n" + strings.Join(lines, "")))
}

// left reports whether a name is that of what systems and programs leave in folders.
func left(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// listed is the line of one file in a folder.
func listed(root *os.Root, path string) (string, error) {
	f, err := root.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	var r io.Reader = f
	if info.Size() > whole {
		r = io.MultiReader(io.NewSectionReader(f, 0, whole/2), io.NewSectionReader(f, info.Size()-whole/2, whole/2))
	}
	id, err := sum(r)
	return fmt.Sprintf("%q %d %v\n", path, info.Size(), id), err
}
