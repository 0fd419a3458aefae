package keepfile

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A File is where one value is kept, as a JSON object with its version as the first
// key. Files of a time before they had versions are of version 0. It is used by one
// goroutine at a time.
type File struct {
	Name    string // absolute; Save makes its folder when needed
	Version int    // of the form that this program writes, at least 1

	seen [sha256.Size]byte // of the bytes that were read or written last
}

// mostBytes is the most that a kept file holds. What is larger is none of ours: a
// program must not fill its memory with it.
const mostBytes = 64 << 20

// BrokenError says that a file was none that this program understands and where it was
// put, so that nothing in it is lost.
type BrokenError struct {
	File, Aside string
	Newer       bool // a later version of the program wrote it
	Cause       error
}

func (e *BrokenError) Error() string {
	return fmt.Sprintf("%s: %v; kept aside as %s", e.File, e.Cause, e.Aside)
}

func (e *BrokenError) Unwrap() error { return e.Cause }

// WithheldError says that a file is there and cannot be read or put aside. It stays as
// it is, and nothing is written over it.
type WithheldError struct {
	File  string
	Newer bool // a later version of the program wrote it, which is to find it again
	Cause error
}

func (e *WithheldError) Error() string { return fmt.Sprintf("%s: %v", e.File, e.Cause) }

func (e *WithheldError) Unwrap() error { return e.Cause }

// Load returns the value that a file holds and the version that it was written in. A
// file that is not there is no error: the zero value comes, of version 0. So does the
// zero value with a *BrokenError, when the file was put aside, and with a
// *WithheldError, when it could not be read.
func Load[T any](f *File) (value T, version int, err error) {
	data, err := f.read()
	if err != nil || data == nil {
		return value, 0, err
	}
	version, err = f.versionOf(data)
	if err == nil {
		err = json.Unmarshal(data, &value)
	}
	if err != nil {
		var none T
		return none, 0, f.aside(err)
	}
	f.seen = sha256.Sum256(data)
	return value, version, nil
}

// Save keeps a value, which marshals as a JSON object without a key "version". What
// lies there and is not what was loaded or saved last is put aside first: then the
// error is a *BrokenError, and the value is kept all the same. With any other error it
// is not.
func Save[T any](f *File, value T) error {
	data, err := f.encode(value)
	if err != nil {
		return err
	}
	broken := f.clear()
	if broken != nil && !errors.As(broken, new(*BrokenError)) {
		return broken
	}
	if err := os.MkdirAll(filepath.Dir(f.Name), 0o700); err != nil {
		return err
	}
	if err := WriteFile(f.Name, data, 0o600); err != nil {
		return err
	}
	f.seen = sha256.Sum256(data)
	return broken
}

// clear makes room: it puts aside what was not read, and does nothing where there is
// nothing else than what was.
func (f *File) clear() error {
	data, err := f.read()
	if err != nil || data == nil || sha256.Sum256(data) == f.seen {
		return err
	}
	if _, err := f.versionOf(data); err != nil {
		return f.aside(err)
	}
	return f.aside(errUnread)
}

// errUnread is why a file is put aside that somebody else wrote meanwhile, or that could
// not be read before.
var errUnread = errors.New("not what was read")

// read returns the bytes of the file, and nil when there is none. What is no file, such
// as a folder, is put aside; a pipe would keep us waiting for ever.
func (f *File) read() ([]byte, error) {
	info, err := os.Stat(f.Name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, f.aside(errNoFile)
	}
	var file *os.File
	if err == nil {
		file, err = os.Open(f.Name)
	}
	if err != nil {
		_, there := os.Lstat(f.Name) // a link that leads nowhere is there
		if errors.Is(err, fs.ErrNotExist) && errors.Is(there, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, &WithheldError{File: f.Name, Cause: err}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
	if err != nil {
		return nil, &WithheldError{File: f.Name, Cause: err}
	}
	return data, nil
}

// errNoFile is why a folder, a pipe or a device is put aside.
var errNoFile = errors.New("no file")

// versionOf is the version that the bytes of a file were written in; an error says why
// they are not ours.
func (f *File) versionOf(data []byte) (int, error) {
	if len(data) > mostBytes {
		return 0, fmt.Errorf("more than %d bytes", mostBytes)
	}
	var head struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return 0, err
	}
	if head.Version > f.Version {
		return 0, newer(head.Version)
	}
	return head.Version, nil
}

// newer is the version of a file that a later version of the program wrote.
type newer int

func (n newer) Error() string {
	return fmt.Sprintf("made by a later version of the program (%d)", int(n))
}

// aside moves the file to the first free name beside it, and says so with a
// *BrokenError.
func (f *File) aside(cause error) error { return PutAside(f.Name, cause) }

// PutAside moves a file that somebody cannot make sense of to the first free name
// beside it, and says so with a *BrokenError. Parts are the endings of names of files
// that belong to it, such as "-wal"; they go with it, and before it, so that a file
// that is made in its place finds none of them. With a *WithheldError nothing was put
// aside, or some of the parts alone.
func PutAside(name string, cause error, parts ...string) error {
	parts = append(parts, "")
	to := free(name, parts)
	for _, part := range parts {
		err := os.Rename(name+part, to+part)
		if err != nil && !(part != "" && errors.Is(err, fs.ErrNotExist)) {
			return &WithheldError{File: name, Cause: errors.Join(cause, err)}
		}
	}
	return &BrokenError{File: name, Aside: to, Newer: errors.As(cause, new(newer)), Cause: cause}
}

// free is the first name beside a file under which neither a file nor a part of one was
// put aside.
func free(name string, parts []string) string {
	for n := 1; ; n++ {
		to, taken := fmt.Sprintf("%s.broken-%d", name, n), false
		for _, part := range parts {
			_, err := os.Lstat(to + part)
			taken = taken || err == nil
		}
		if !taken {
			return to
		}
	}
}

// encode is a value as the bytes of its file: indented, for a technician.
func (f *File) encode(value any) ([]byte, error) {
	object, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	rest, ok := bytes.CutPrefix(object, []byte("{"))
	if !ok {
		return nil, fmt.Errorf("%s: %T is no JSON object", f.Name, value)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `{"version":%d`, f.Version)
	if !bytes.Equal(rest, []byte("}")) {
		out.WriteByte(',')
	}
	out.Write(rest)
	var nice bytes.Buffer
	if err := json.Indent(&nice, out.Bytes(), "", "\t"); err != nil {
		return nil, err
	}
	nice.WriteByte('\n')
	return nice.Bytes(), nil
}
