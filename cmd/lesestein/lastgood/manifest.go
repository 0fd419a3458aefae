package lastgood

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A manifest is what a version consists of.
type manifest struct {
	source string // as the station was told it
	print  string // of the source when it was copied
	files  []sealed
}

// sealed is a file as it was copied.
type sealed struct {
	path string
	size int64
	sum  [sha256.Size]byte
}

// The first line of a manifest, and what its other lines begin with. Names are quoted
// as Go quotes them: a name may have a line break in it.
const (
	manifestHead = "lesestein last good version 1"
	sourceWord   = "source "
	printWord    = "print "
	endWord      = "sum "
)

// errManifest says that a manifest is not as it was written.
var errManifest = errors.New("its list is damaged")

// encode is the manifest as a file: one line a file, closed by the sum of all lines.
func (m manifest) encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n%s%s\n%s%s\n", manifestHead, sourceWord, strconv.Quote(m.source), printWord, m.print)
	for _, f := range m.files {
		fmt.Fprintf(&b, "%x %d %s\n", f.sum, f.size, strconv.Quote(f.path))
	}
	fmt.Fprintf(&b, "%s%x\n", endWord, sha256.Sum256(b.Bytes()))
	return b.Bytes()
}

// decode reads what encode wrote, and nothing else.
func decode(data []byte) (manifest, error) {
	at := bytes.LastIndex(data, []byte("\n"+endWord)) + 1
	body, end := data[:at], data[at:]
	if string(end) != fmt.Sprintf("%s%x\n", endWord, sha256.Sum256(body)) {
		return manifest{}, errManifest
	}
	lines := strings.Split(strings.TrimSuffix(string(body), "\n"), "\n")
	if len(lines) < 3 || lines[0] != manifestHead {
		return manifest{}, errManifest
	}
	source, err := strconv.Unquote(strings.TrimPrefix(lines[1], sourceWord))
	if err != nil {
		return manifest{}, errManifest
	}
	m := manifest{source: source, print: strings.TrimPrefix(lines[2], printWord)}
	for _, line := range lines[3:] {
		f, err := unseal(line)
		if err != nil {
			return manifest{}, errManifest
		}
		m.files = append(m.files, f)
	}
	if !bytes.Equal(m.encode(), data) {
		return manifest{}, errManifest
	}
	return m, nil
}

// unseal reads the line of a file.
func unseal(line string) (f sealed, err error) {
	part := strings.SplitN(line, " ", 3)
	if len(part) != 3 {
		return f, errManifest
	}
	if n, err := hex.Decode(f.sum[:], []byte(part[0])); err != nil || n != len(f.sum) || len(part[0]) != 2*len(f.sum) {
		return f, errManifest
	}
	if f.size, err = strconv.ParseInt(part[1], 10, 64); err != nil {
		return f, err
	}
	f.path, err = strconv.Unquote(part[2])
	return f, err
}

// paths are the names of all files, sorted.
func (m manifest) paths() []string {
	var all []string
	for _, f := range m.files {
		all = append(all, f.path)
	}
	slices.Sort(all)
	return all
}
