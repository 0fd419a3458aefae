package station

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/encoding/charmap"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
)

// mostConfig is the most bytes of a kiosk.toml.
const mostConfig = 1 << 20

// errLarge says that a file is none that a person wrote.
var errLarge = fmt.Errorf("more than %d bytes", mostConfig)

// readBounded reads a file that is not too large.
func readBounded(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostConfig+1))
	if err == nil && len(data) > mostConfig {
		err = errLarge
	}
	return data, err
}

// systemWords is why a file cannot be read, in the user's language. What is rare keeps
// the system's words.
func systemWords(say message.Catalogue, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return say.T("kiosk-config.no-file")
	case errors.Is(err, fs.ErrPermission):
		return say.T("kiosk-config.no-permission")
	case errors.Is(err, context.DeadlineExceeded):
		return say.T("kiosk-config.silent")
	case errors.Is(err, syscall.EISDIR):
		return say.T("kiosk-config.folder")
	case errors.Is(err, errLarge):
		return say.T("kiosk-config.large")
	}
	return reasonOf(err)
}

// reasonOf is what the system says, without the name that stands before it.
func reasonOf(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// text is the file as UTF-8. Another encoding is a problem; what it says counts all the
// same: UTF-16 by its first two bytes, and else the one-byte encoding of Windows.
func (r *configReader) text(data []byte) string {
	if text, ok := fromUTF16(data); ok {
		r.problems = append(r.problems, Problem{file: r.file, line: 1, said: kiosk.Sentence{Key: "kiosk-config.utf16"}})
		return text
	}
	good := len(data)
	for rest := data; len(rest) > 0; {
		c, size := utf8.DecodeRune(rest)
		if c == utf8.RuneError && size == 1 {
			good = len(data) - len(rest)
			break
		}
		rest = rest[size:]
	}
	if good == len(data) {
		return string(data)
	}
	line := 1 + bytes.Count(data[:good], []byte("\n"))
	r.problems = append(r.problems, Problem{file: r.file, line: line, said: kiosk.Sentence{Key: "kiosk-config.encoding"}})
	var text strings.Builder
	for _, b := range data {
		text.WriteRune(charmap.Windows1252.DecodeByte(b))
	}
	return text.String()
}

// fromUTF16 reads UTF-16, which begins with a mark of its order of bytes.
func fromUTF16(data []byte) (string, bool) {
	little := bytes.HasPrefix(data, []byte{0xff, 0xfe})
	if !little && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return "", false
	}
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		a, b := data[i], data[i+1]
		if little {
			a, b = b, a
		}
		units = append(units, uint16(a)<<8|uint16(b))
	}
	return string(utf16.Decode(units)), true
}

// mostSlips is how many lines that are no TOML are left out of one file. Where there
// are more it is none that a person can have meant.
const mostSlips = 8

// decode reads the tree of the file. A line that is no TOML is a problem and left out,
// the name of a table with all that stands below it. Where one of the opening hours is
// left out, none of them can be believed.
func (r *configReader) decode(text string) map[string]any {
	lines := strings.Split(text, "\n")
	var slips []slip
	for range mostSlips {
		var tree map[string]any
		data := strings.Join(lines, "\n")
		err := toml.Unmarshal([]byte(data), &tree)
		if err == nil {
			r.lines = content.TOMLLines(data)
			r.note(slips)
			return tree
		}
		s := r.slip(err, lines)
		if n := len(slips); n > 0 && s.line < slips[n-1].line { // this is where it began: the later line was right
			lines, slips = slips[n-1].lines, slips[:n-1]
		}
		slips = append(slips, s)
		if s.line < 1 || s.line > len(lines) || strings.TrimSpace(lines[s.line-1]) == "" {
			break
		}
		lines = without(lines, s.line-1)
	}
	r.note(slips)
	r.hours.broken = true
	return nil
}

// slip is a line that is no TOML.
type slip struct {
	Problem
	lines []string // with it
	hours bool     // it is one of the opening hours
}

// note lists the lines that were left out.
func (r *configReader) note(slips []slip) {
	for _, s := range slips {
		r.problems = append(r.problems, s.Problem)
		r.hours.broken = r.hours.broken || s.hours
	}
}

// slip is what the reader of TOML says of the lines.
func (r *configReader) slip(err error, lines []string) slip {
	line, said := content.TOMLFault(err)
	p := Problem{file: r.file, line: line, said: kiosk.Sentence{Key: "kiosk-config.syntax"}, broken: said}
	if line < 1 || line > len(lines) {
		return slip{p, lines, true}
	}
	if m := unit.FindStringSubmatch(lines[line-1]); m != nil {
		p.said, p.broken = kiosk.Sentence{Key: "kiosk-config.unit", Args: []string{"key", m[1], "number", m[2], "unit", strings.TrimSpace(m[3])}}, doc.Sentence{}
	}
	return slip{p, lines, ofHours(lines, line-1)}
}

// unit is a key whose number has something behind it, as in 30 s.
var unit = regexp.MustCompile(`^\s*([\w.-]+)\s*=\s*([-+]?\d+(?:[.,]\d+)?)\s*([^\s\d#_.,:-][^#]*)`)

// left is the end of what is left out at a line: behind it, and where it is the name of a
// table behind all below it.
func left(lines []string, at int) int {
	end := at + 1
	for isTable(lines[at]) && end < len(lines) && !isTable(lines[end]) {
		end++
	}
	return end
}

// without are the lines with what is left out at one of them empty.
func without(lines []string, at int) []string {
	out := slices.Clone(lines)
	clear(out[at:left(lines, at)])
	return out
}

// times is what days and hours look like.
var times = regexp.MustCompile(`\d\s*-\s*\d`)

// ofHours reports whether what is left out at a line may belong to the opening hours: it
// stands in their table, or looks like them.
func ofHours(lines []string, at int) bool {
	if slices.ContainsFunc(lines[at:left(lines, at)], times.MatchString) {
		return true
	}
	for i := at; i >= 0; i-- {
		if isTable(lines[i]) {
			return strings.Contains(lines[i], "hours")
		}
	}
	return strings.Contains(lines[at], "hours")
}

func isTable(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "[") }
