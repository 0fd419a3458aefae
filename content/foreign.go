package content

import (
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says of a source that cannot be opened what it is, where that helps who has it.
type Kind string

// The kinds. What the first bytes of a file say is not known of every file.
const (
	Unknown Kind = ""
	PDF     Kind = "pdf"
	Picture Kind = "picture"
	Sound   Kind = "sound" // or a film
	Office  Kind = "office"
	Kindle  Kind = "kindle"
	Program Kind = "program"
	Locked  Kind = "locked" // by DRM, or by a password
	Folder  Kind = "folder" // without an exhibition
	Empty   Kind = "empty"
	EPUB    Kind = "epub" // a broken one
	Denied  Kind = "denied"
)

// signature is how the files of a kind begin: with some bytes at an offset.
type signature struct {
	kind  Kind
	at    int
	bytes string
}

// signatures are those of files that hold no text for us, by their formats'
// specifications.
func signatures() []signature {
	return []signature{
		{PDF, 0, "%PDF-"},
		{Picture, 0, "\x89PNG\r\n"}, {Picture, 0, "\xFF\xD8\xFF"}, {Picture, 0, "GIF87a"}, {Picture, 0, "GIF89a"},
		{Picture, 0, "II*\x00"}, {Picture, 0, "MM\x00*"}, {Picture, 8, "WEBPVP8"}, {Picture, 4, "ftypheic"}, {Picture, 4, "ftypavif"},
		{Sound, 0, "ID3\x02"}, {Sound, 0, "ID3\x03"}, {Sound, 0, "ID3\x04"}, {Sound, 0, "OggS\x00"}, {Sound, 0, "fLaC\x00"},
		{Sound, 8, "WAVEfmt "}, {Sound, 4, "ftyp"}, {Sound, 0, "\x1A\x45\xDF\xA3"},
		{Office, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}, {Office, 0, "{\\rtf1"},
		{Kindle, 60, "BOOKMOBI"}, {Kindle, 60, "TEXtREAd"},
		{Program, 0, "\x7FELF"}, {Program, 0, "MZ\x90\x00"}, {Program, 0, "\xCF\xFA\xED\xFE"},
		{EPUB, 0, "Rar!\x1A\x07"}, {EPUB, 0, "7z\xBC\xAF\x27\x1C"}, {EPUB, 0, "\x1F\x8B\x08"},
	}
}

// foreign is the kind of a file that is no text, by how it begins. A text may begin with
// the same letters: it has no byte that no text has. The parts of an office document lie
// in a zip archive and begin with what they are.
func foreign(begin []byte) Kind {
	words := utf8.Valid(begin) && !bytes.ContainsFunc(begin, func(r rune) bool { return r < ' ' && !unicode.IsSpace(r) })
	for _, s := range signatures() {
		if len(begin) >= s.at && bytes.HasPrefix(begin[s.at:], []byte(s.bytes)) && !(words && strings.Trim(s.bytes, letters) == "") {
			return s.kind
		}
	}
	if bytes.HasPrefix(begin, []byte("PK\x03\x04")) {
		for _, part := range []string{"[Content_Types].xml", "mimetypeapplication/vnd.oasis.opendocument"} {
			if bytes.HasPrefix(begin[min(30, len(begin)):], []byte(part)) {
				return Office
			}
		}
	}
	return Unknown
}

// letters are what a word begins with that is no format's.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 "

// start is how a file begins; what cannot be read is said by whoever reads it all.
func start(f io.ReaderAt) []byte {
	begin := make([]byte, 128)
	n, _ := f.ReadAt(begin, 0)
	return begin[:n]
}
