package main

import (
	"crypto/sha1"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// What is made for Windows: a program for 64-bit Intel and AMD, a package for a whole
// machine (windowsmsi.go) and an installer for one user (windowssetup.go). All of it
// is made on Linux, by mingw-w64, go-winres, wixl and makensis.
//
// Whoever has a certificate for signing names its files in the environment, see
// windowssign.go; otherwise nothing is signed and Windows warns whoever installs it.

// makeWindows makes the msi and the setup.exe.
func makeWindows(j job) error {
	w, err := j.windows()
	if err != nil {
		return err
	}
	if err := w.lay(); err != nil {
		return err
	}
	if err := w.msi(); err != nil {
		return fmt.Errorf("msi: %w", err)
	}
	if err := w.setup(); err != nil {
		return fmt.Errorf("setup.exe: %w", err)
	}
	return nil
}

// windows is one run for Windows, and what its templates are filled with.
type windows struct {
	job
	Stage string // folder in which all that is installed lies; windows in the work folder
	Files []windowsFile
	made  string // file of a program that is built already; "": it is built here
	sign  signer
}

// A windowsFile is a file beside the program, in the folder of the installation.
type windowsFile struct {
	Name    string
	Program bool // it is the program itself
	Kiosk   bool // only for a station
}

// windows says what is installed where; nothing is made yet.
func (j job) windows() (windows, error) {
	w := windows{job: j, Stage: filepath.Join(j.work, "windows"), sign: signerFrom(os.Getenv)}
	w.Files = []windowsFile{
		{Name: w.Exe(), Program: true},
		{Name: "LICENSE.txt"},
		{Name: "THIRD-PARTY.txt"},
		{Name: "kiosk.ps1", Kiosk: true},
		{Name: "kiosk.toml", Kiosk: true},
	}
	return w, w.numbered()
}

// numbered is an error if Windows cannot say the version: it has a byte for each of
// the first two numbers.
func (p product) numbered() error {
	for n := range strings.SplitSeq(p.Version[:strings.LastIndexByte(p.Version, '.')], ".") {
		if i, err := strconv.Atoi(n); err != nil || i > 255 {
			return fmt.Errorf("version %s: Windows knows no number above 255 before the last", p.Version)
		}
	}
	return nil
}

// Exe is the program's file.
func (p product) Exe() string { return p.Packages.Binary + ".exe" }

// Quad is the version in four numbers. The last is the build.
func (p product) Quad() string { return p.Version + "." + strconv.Itoa(p.Build) }

// guid is a GUID that the same words always have, and others never: RFC 9562, version
// 5.
func (p product) guid(words ...string) string {
	sum := sha1.Sum([]byte(p.ID + "/" + strings.Join(words, "/")))
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%X-%X-%X-%X-%X", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// lay puts all that is installed into the stage, each file with the date of the
// source.
func (w windows) lay() error {
	if err := os.MkdirAll(w.Stage, 0o755); err != nil {
		return err
	}
	drawn, err := w.icon(w.root)
	if err != nil {
		return err
	}
	ico, err := drawn.ico()
	if err != nil {
		return err
	}
	notices, err := w.notices()
	if err != nil {
		return err
	}
	t := tree{plain("icon.ico", ico), plain("LICENSE.txt", w.licence())}
	for _, n := range notices {
		n.Path += ".txt"
		t = t.with(n)
	}
	script, err := fill(w.root, "windows/kiosk.ps1", w)
	if err != nil {
		return err
	}
	config, err := w.packaging("kiosk.toml")
	if err != nil {
		return err
	}
	if err := t.with(plain("kiosk.ps1", bom(script)), plain("kiosk.toml", config)).write(w.Stage); err != nil {
		return err
	}
	if err := w.build(drawn); err != nil {
		return err
	}
	return w.date()
}

// date gives all files of the stage the date of the source.
func (w windows) date() error {
	names, err := filepath.Glob(filepath.Join(w.Stage, "*"))
	for _, name := range names {
		err = errors.Join(err, os.Chtimes(name, w.Source.Time, w.Source.Time))
	}
	return err
}

// bom marks a text as UTF-8: PowerShell 5 takes it for the machine's code page
// otherwise.
func bom(text []byte) []byte { return append([]byte("\ufeff"), text...) }

// build compiles the program with its resources, as one that opens no console, and
// signs it. The linker's flags name a folder, so that the build's own number, which
// follows from them, is left out. A program that is built already is taken as it is.
func (w windows) build(drawn icon) error {
	exe := filepath.Join(w.Stage, w.Exe())
	if w.made != "" {
		data, err := os.ReadFile(w.made)
		if err != nil {
			return err
		}
		if err := os.WriteFile(exe, data, 0o755); err != nil {
			return err
		}
		return w.sign.sign(w, exe)
	}
	object, err := w.resources(drawn)
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-tags", releaseTags("windows"),
		"-ldflags", w.linkFlags()+" -buildid= -H=windowsgui -extldflags='"+object+"'", "-o", exe, "./cmd/lesestein")
	cmd.Env = append(os.Environ(), "GOFLAGS=", "CGO_ENABLED=1", "GOOS=windows", "GOARCH=amd64",
		"CC=x86_64-w64-mingw32-gcc", "CXX=x86_64-w64-mingw32-g++")
	cmd.Dir = w.root
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go build: %w", err)
	}
	return w.sign.sign(w, exe)
}

// run runs a program in the work folder; its words are shown when it fails. Dates
// are in UTC wherever the machine stands.
func (j job) run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = j.work
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH="+strconv.FormatInt(j.Source.Time.Unix(), 10))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// quoteNSIS makes words ready to stand between double quotes in a script of NSIS.
// Its variables stay.
func quoteNSIS(s string) string {
	return strings.NewReplacer(`"`, `$\"`, "\n", `$\n`).Replace(s)
}

// quotePowerShell makes words ready to stand between single quotes in PowerShell,
// which takes typographic ones for the same.
func quotePowerShell(s string) string {
	return strings.NewReplacer("'", "''", "‘", "‘‘", "’", "’’").Replace(s)
}
