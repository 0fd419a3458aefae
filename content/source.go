package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxFile is the largest content file that is read, in bytes: a text of some
// 2,500 printed pages. What is larger is no text of an exhibition.
const maxFile = 4 << 20

// read returns the bytes of a content file, valid UTF-8 in NFC. What is wrong is
// said and, where that loses nothing, put right. False: there is nothing to read.
func (p *problems) read(fsys fs.FS, name string) ([]byte, bool) {
	data, err := readRegular(fsys, name, maxFile)
	if err != nil {
		p.add(name, 0, "%s", reason(err))
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) {
		for i, line := range bytes.Split(data, []byte("\n")) {
			if !utf8.Valid(line) {
				p.add(name, i+1, "not valid UTF-8; what cannot be read is shown as \uFFFD")
			}
		}
		data = bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	if !norm.NFC.IsNormal(data) {
		for i, line := range bytes.Split(data, []byte("\n")) {
			if !norm.NFC.IsNormal(line) {
				p.add(name, i+1, "not in Unicode normal form C: letters and accents are apart")
			}
		}
		data = norm.NFC.Bytes(data)
	}
	return data, true
}

var (
	errNotRegular = errors.New("not a file")
	errTooLarge   = errors.New("too large")
)

// readRegular reads a file of at most limit bytes. A pipe or device is not
// opened: that could wait for ever.
func readRegular(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("%w: %d MB, and at most %d MB are read", errTooLarge, info.Size()>>20, limit>>20)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: at most %d MB are read", errTooLarge, limit>>20)
	}
	return data, err
}

// reason says in a sentence why a file cannot be read.
func reason(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "the file is missing"
	case errors.Is(err, fs.ErrPermission):
		return "the file may not be read"
	case errors.As(err, &path):
		if path.Err.Error() == "path escapes from parent" {
			return "a link leads out of the exhibition's folder"
		}
		return "cannot be read: " + path.Err.Error()
	}
	return "cannot be read: " + err.Error()
}
