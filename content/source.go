package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"syscall"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
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
				p.add(name, i+1, "not valid UTF-8; what cannot be read is shown as U+FFFD")
			}
		}
		data = bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	if !norm.NFC.IsNormal(data) {
		for i, line := range bytes.Split(data, []byte("\n")) {
			if !norm.NFC.IsNormal(line) {
				p.add(name, i+1, "letters and their accents are apart (not in Unicode normal form C); save the file again in a text editor")
			}
		}
		data = norm.NFC.Bytes(data)
	}
	return data, true
}

// readRegular reads a file of at most limit bytes. A pipe or device is not
// opened: that could wait for ever.
func readRegular(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, doc.Say("it is not a file")
	}
	if info.Size() > limit {
		return nil, doc.Say("it has %d MB, and at most %d MB are read", info.Size()>>20, limit>>20)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, doc.Say("it is too large; at most %d MB are read", limit>>20)
	}
	return data, err
}

// reason says in a sentence why a file cannot be read.
func reason(err error) doc.Sentence {
	var (
		path *fs.PathError
		said doc.Sentence
	)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return doc.Say("the file is missing")
	case errors.Is(err, fs.ErrPermission):
		return doc.Say("the file may not be read")
	case errors.Is(err, syscall.ELOOP):
		return doc.Say("a link leads in a circle")
	case errors.Is(err, syscall.EIO):
		return doc.Say("the disk reports an error")
	case errors.As(err, &said):
		return said
	case errors.As(err, &path):
		if path.Err.Error() == "path escapes from parent" {
			return doc.Say("a link leads out of the exhibition's folder")
		}
		return doc.Say("cannot be read: %s", path.Err)
	}
	return doc.Say("cannot be read: %s", err)
}
