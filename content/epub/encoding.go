package epub

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// declared finds the encoding that a text says it is in: in the XML declaration or
// in an HTML meta element.
var declared = regexp.MustCompile(`(?i)(?:encoding|charset)\s*=\s*["']?\s*([a-z0-9_.:-]+)`)

// decoded returns the words of a text in NFC with "\n" at the ends of lines. EPUB
// demands UTF-8 or UTF-16; read is the encoding that it is in if it is in neither:
// the one it declares, or Windows-1252 for what alone cannot be UTF-8.
func decoded(data []byte) (text, read string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFE\xFF")), bytes.HasPrefix(data, []byte("\x00<")):
		text = wide(data, binary.BigEndian)
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("<\x00")):
		text = wide(data, binary.LittleEndian)
	case utf8.Valid(data):
		text = string(data)
	default:
		text, read = narrow(data)
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	if strings.ContainsAny(text, "\r\x00") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD").Replace(text)
	}
	return norm.NFC.String(text), read
}

// wide decodes UTF-16.
func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// narrow decodes a text of one byte a letter. Without a known declaration it is
// UTF-8 with some bytes of Windows-1252 in it.
func narrow(data []byte) (text, read string) {
	if m := declared.FindSubmatch(data[:min(len(data), 1024)]); m != nil {
		if table := charset(string(m[1])); table != nil {
			return letters(data, table, false), table.String()
		}
	}
	return letters(data, charmap.Windows1252, true), charmap.Windows1252.String()
}

// letters decodes bytes by a table; those that are UTF-8 are left as they are if
// mixed is true.
func letters(data []byte, table *charmap.Charmap, mixed bool) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if !mixed || r == utf8.RuneError && size == 1 {
			r, size = table.DecodeByte(data[0]), 1
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String()
}

// charset returns the table of an encoding by the name that IANA gives it.
func charset(name string) *charmap.Charmap {
	switch strings.ToLower(name) {
	case "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii":
		return charmap.Windows1252 // as browsers do: it holds all of ISO 8859-1
	case "iso-8859-2", "latin2":
		return charmap.ISO8859_2
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-9", "windows-1254":
		return charmap.Windows1254
	case "iso-8859-15", "latin-9":
		return charmap.ISO8859_15
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1257":
		return charmap.Windows1257
	case "koi8-r":
		return charmap.KOI8R
	case "koi8-u":
		return charmap.KOI8U
	case "macintosh":
		return charmap.Macintosh
	}
	return nil
}
