package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ProductCode is the GUID of this version for machines, as Windows Installer knows
// it: an upgrade is another product with the same UpgradeCode.
func (p product) ProductCode() string { return p.guid("msi", "amd64", p.Version) }

// UpgradeCode is the GUID that all versions have.
func (p product) UpgradeCode() string { return p.guid("msi", "amd64") }

// An msiFile is a windowsFile as a component of the package.
type msiFile struct {
	windowsFile
	ID, GUID string // of the component
}

// An msiPackage fills lesestein.wxs.
type msiPackage struct {
	windows
	Files    []msiFile
	Registry []registryValue
}

// msiPackage is what lesestein.wxs is filled with.
func (w windows) msiPackage() msiPackage {
	m := msiPackage{windows: w, Registry: w.registry("[INSTALLDIR]", w.Languages()[0].Types)}
	for _, f := range w.Files {
		m.Files = append(m.Files, msiFile{f, identifier(f.Name), w.guid("msi", "component", f.Name)})
	}
	return m
}

// wxs writes the source of the package and returns its file.
func (w windows) wxs() (string, error) {
	source, err := fill(w.root, "windows/lesestein.wxs", w.msiPackage())
	if err != nil {
		return "", err
	}
	file := filepath.Join(w.work, "lesestein.wxs")
	return file, os.WriteFile(file, source, 0o644)
}

// msi makes the package for a whole machine.
func (w windows) msi() error {
	out := filepath.Join(w.dist, fmt.Sprintf("%s-%s-x64.msi", w.Packages.Binary, w.Version))
	source, err := w.wxs()
	if err != nil {
		return err
	}
	if err := w.job.run("wixl", "-a", "x64", "-o", out, source); err != nil {
		return err
	}
	if err := w.job.run("msibuild", out, "-q", w.fileVersion()); err != nil {
		return err
	}
	if err := w.settle(out); err != nil {
		return err
	}
	return w.sign.sign(w, out)
}

// fileVersion is a query that tells the package which version the program in it has.
// wixl does not say; Windows would take the one that is installed for the newer one
// then, and an upgrade would leave no program at all.
func (w windows) fileVersion() string {
	var all []string
	for _, l := range w.Languages() {
		all = append(all, strconv.Itoa(l.LCID))
	}
	return fmt.Sprintf("UPDATE `File` SET `Version`='%s', `Language`='%s' WHERE `File`='file.%s'",
		w.Quad(), strings.Join(all, ","), identifier(w.Exe()))
}

// identifier is a name in the letters that an MSI allows for one.
func identifier(name string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.') {
			return r
		}
		return '_'
	}, name)
}

// settle makes a package the same wherever and whenever it was made: wixl gives it a
// code of chance and the time of the day, and knows no SOURCE_DATE_EPOCH. The code
// follows from the content then, as it must: Windows takes packages with the same
// code for the same.
func (w windows) settle(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	s, err := summaryOf(data)
	if err != nil {
		return err
	}
	for _, at := range s.times {
		binary.LittleEndian.PutUint64(data[at:], filetime(w.Source.Time))
	}
	copy(data[s.code:], "{00000000-0000-0000-0000-000000000000}")
	copy(data[s.code:], "{"+w.guid("msi", "package", string(data))+"}")
	return os.WriteFile(file, data, 0o644)
}

// filetime is a time as Windows counts: in 100 nanoseconds since 1601.
func filetime(t time.Time) uint64 {
	const from1601 = 11644473600 // seconds to 1970
	return uint64(t.Unix()+from1601) * 1e7
}

// An msiSummary says where, in the bytes of a package, its summary information has
// what differs from one making to the next.
type msiSummary struct {
	code  int   // of the package: a GUID in braces
	times []int // made, last saved
}

// The property set of the summary information: [MS-OLEPS] 2.2, and PID_… of the
// Windows Installer.
var summaryFormat = []byte{0xe0, 0x85, 0x9f, 0xf2, 0xf9, 0x4f, 0x68, 0x10, 0xab, 0x91, 0x08, 0x00, 0x2b, 0x27, 0xb3, 0xd9}

const (
	propCode    = 9
	propMade    = 12
	propSaved   = 13
	kindText    = 30
	kindTime    = 64
	codeLength  = len("{00000000-0000-0000-0000-000000000000}")
	headerBytes = 28 // before the format
)

var errSummary = errors.New("the summary information is not where it should be")

// summaryOf finds the summary information. Its stream is small and written in one
// piece, so that no sectors need to be followed.
func summaryOf(data []byte) (msiSummary, error) {
	var s msiSummary
	at := bytes.Index(data, summaryFormat)
	if at < headerBytes || bytes.Count(data, summaryFormat) != 1 {
		return s, errSummary
	}
	word := func(i int) int {
		if i < 0 || i+4 > len(data) {
			return -1
		}
		return int(binary.LittleEndian.Uint32(data[i:]))
	}
	section := at - headerBytes + word(at+len(summaryFormat))
	for n := range word(section + 4) {
		row := section + 8 + 8*n
		value := section + word(row+4)
		switch id, kind := word(row), word(value); {
		case id == propCode && kind == kindText && word(value+4) > codeLength:
			s.code = value + 8
		case (id == propMade || id == propSaved) && kind == kindTime:
			s.times = append(s.times, value+4)
		}
	}
	if s.code == 0 || len(s.times) != 2 || s.code+codeLength > len(data) || data[s.code] != '{' {
		return s, errSummary
	}
	return s, nil
}
