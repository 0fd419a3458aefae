package content

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
)

// exhibitionFile is what makes a folder an exhibition.
const exhibitionFile = "exhibition.toml"

// Opened is what a source holds. It was read once, so that what is shown is what was
// checked. Close it when nobody reads its files any more.
type Opened struct {
	Exhibition exhibit.Exhibition
	Files      fs.FS         // what it was read from, for its pictures and recordings
	Problems   []doc.Problem // by file and line; a book's lie at its name, or at "name/part"
	Book       bool          // it is one text in a file, made an exhibition with that text alone
	io.Closer
}

// Fault is why a source cannot be opened.
type Fault uint8

// The faults.
const (
	Missing    Fault = iota // there is nothing with its name
	NoContent               // it is neither a folder nor a file: a pipe, a device
	Unreadable              // the folder does not open, or no room in it can be read
	NoText                  // the file does not open, or no word in it can be read
)

// OpenError says why a source cannot be opened.
type OpenError struct {
	Source string
	Fault  Fault
	Kind   Kind
	Reason doc.Problem // the first, if it is Unreadable or there is NoText; perhaps without a place
}

// Error says in English what cannot be opened, and why.
func (e *OpenError) Error() string {
	switch e.Fault {
	case Missing:
		return e.Source + ": the file or folder is missing"
	case NoContent:
		return e.Source + ": it is neither a file nor a folder"
	}
	return e.Source + ": it cannot be read: " + e.Reason.String()
}

// Why is one word for what is the matter: "missing", "device", a Kind, or "other".
func (e *OpenError) Why() string {
	switch {
	case e.Fault == Missing:
		return "missing"
	case e.Fault == NoContent:
		return "device"
	case e.Kind != Unknown:
		return string(e.Kind)
	}
	return "other"
}

// Open opens what a source names: "" is the embedded exhibition, a folder or its
// exhibition.toml an exhibition, and a file is a book: an EPUB, Markdown or plain text.
// What can be read of a flawed one is returned, with its Problems. If that is nothing
// at all, there are only Problems, and an *OpenError.
func Open(source string) (Opened, error) {
	if source == "" {
		return OpenFS(Embedded())
	}
	if filepath.Base(source) == exhibitionFile { // what a desktop hands over
		source = filepath.Dir(source)
	}
	info, err := os.Stat(source)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Opened{}, &OpenError{Source: source, Fault: Missing}
	case err != nil:
		return refused(source, Unreadable, err)
	case info.Mode().IsRegular():
		return openBook(source)
	case !info.IsDir():
		return Opened{}, &OpenError{Source: source, Fault: NoContent}
	}
	root, err := os.OpenRoot(source)
	if err != nil {
		return refused(source, Unreadable, err)
	}
	o, err := OpenFS(root.FS())
	var flaw *OpenError
	if errors.As(err, &flaw) {
		flaw.Source = source
		if _, err := fs.Stat(root.FS(), exhibitionFile); errors.Is(err, fs.ErrNotExist) {
			flaw.Kind = Folder
		}
		root.Close() // nothing was written: a failure has no consequence
		return o, flaw
	}
	o.Closer = root
	return o, nil
}

// OpenFS opens the exhibition in files, wherever they lie: nothing is read but them,
// and there is nothing to close. Its *OpenError names no Source.
func OpenFS(files fs.FS) (Opened, error) {
	x, problems := Load(files)
	if len(x.Rooms) == 0 && len(problems) > 0 {
		return Opened{Problems: problems}, &OpenError{Fault: Unreadable, Reason: problems[0]}
	}
	return Opened{Exhibition: x, Files: files, Problems: problems, Closer: io.NopCloser(nil)}, nil
}

// refused is the end of opening a source that the system does not give.
func refused(source string, f Fault, err error) (Opened, error) {
	p := doc.Problem{Sentence: reason(err)}
	kind := Unknown
	if errors.Is(err, fs.ErrPermission) {
		kind = Denied
	}
	return Opened{Problems: []doc.Problem{p}, Book: f == NoText}, &OpenError{Source: source, Fault: f, Kind: kind, Reason: p}
}

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
