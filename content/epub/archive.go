package epub

import (
	"archive/zip"
	"errors"
	"image"
	"io"
	"io/fs"
	"path"
	"strings"

	"lesestein/content/doc"
)

// What is read of an archive at most.
const (
	maxDirectory = 8 << 20  // bytes of the list of entries
	maxEntries   = 20_000   // in that list
	maxEntry     = 32 << 20 // bytes of one text
	maxText      = 64 << 20 // bytes of all texts: some thirty long novels
)

// archive is a zip file, of which no more is read than is allowed.
type archive struct {
	zip   *zip.Reader
	files map[string]*zip.File   // by path, and by path in small letters
	total int64                  // bytes of all texts read so far
	sizes map[string]image.Point // of pictures, as far as they were asked for
}

// metered fails when more is read than left allows.
type metered struct {
	from io.ReaderAt
	left int64
	off  bool // it no longer counts
}

func (m *metered) ReadAt(p []byte, off int64) (int, error) {
	if !m.off {
		if m.left -= int64(len(p)); m.left < 0 {
			return 0, tooManyEntries()
		}
	}
	return m.from.ReadAt(p, off)
}

func tooManyEntries() doc.Sentence {
	return doc.Say("the archive lists more than %d files", maxEntries)
}

// newArchive reads the list of entries.
func newArchive(file io.ReaderAt, size int64) (*archive, error) {
	m := &metered{from: file, left: maxDirectory}
	z, err := zip.NewReader(m, size)
	var said doc.Sentence
	switch {
	case errors.As(err, &said):
		return nil, said
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, doc.Say("it is no EPUB: the file is no zip archive, or it is broken or cut off")
	case len(z.File) > maxEntries:
		return nil, tooManyEntries()
	}
	m.off = true
	a := &archive{zip: z, files: map[string]*zip.File{}, sizes: map[string]image.Point{}}
	for _, f := range z.File {
		name := path.Clean(strings.ReplaceAll(f.Name, `\`, "/"))
		if !fs.ValidPath(name) || strings.HasSuffix(f.Name, "/") {
			continue
		}
		for _, key := range []string{name, folded(name)} {
			if _, ok := a.files[key]; !ok {
				a.files[key] = f
			}
		}
	}
	return a, nil
}

// folded is the path under which an entry is found whose name was written with
// other capitals. No path begins with "/".
func folded(name string) string { return "/" + strings.ToLower(name) }

// find returns the path of the entry that a name means.
func (a *archive) find(name string) (string, bool) {
	if _, ok := a.files[name]; ok {
		return name, true
	}
	if f, ok := a.files[folded(name)]; ok {
		return path.Clean(strings.ReplaceAll(f.Name, `\`, "/")), true
	}
	return name, false
}

// read returns the bytes of a text.
func (a *archive) read(name string) ([]byte, error) {
	found, ok := a.find(name)
	if !ok {
		return nil, doc.Say("the file is missing")
	}
	f := a.files[found]
	if f.Flags&1 != 0 { // APPNOTE.TXT 4.4.4: encrypted
		return nil, doc.Say("it is locked with a password")
	}
	r, err := f.Open()
	if err != nil {
		return nil, unreadable()
	}
	defer r.Close()
	limit := min(maxEntry, maxText-a.total)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	a.total += int64(len(data))
	switch {
	case int64(len(data)) > maxEntry:
		return nil, doc.Say("it is too large; at most %d MB are read", maxEntry>>20)
	case a.total > maxText:
		return nil, doc.Say("the book's texts are larger than %d MB together; this one is not shown", maxText>>20)
	case err != nil && len(data) == 0:
		return nil, unreadable()
	}
	return data, nil // what stands before a fault is read
}

func unreadable() doc.Sentence { return doc.Say("its part of the archive is broken") }
