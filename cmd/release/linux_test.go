package main

import (
	"archive/tar"
	"bytes"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func testJob(t *testing.T) job {
	t.Helper()
	j := job{product: testProduct(t), dist: t.TempDir(), work: t.TempDir()}
	var err error
	if j.root, err = filepath.Abs(root); err != nil {
		t.Fatal(err)
	}
	return j
}

// testProgram says just enough for a package to be made of it.
func testProgram(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "lesestein")
	script := `#!/bin/sh
case $1 in
man) mkdir -p "$2" && for page in lesestein.1 lesestein-kiosk.8; do echo ".TH $page $LANG" >"$2/$page"; done ;;
completion) echo "# for $2" ;;
esac
`
	if err := os.WriteFile(file, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return file
}

func paths(t tree) []string {
	var all []string
	for _, e := range t {
		all = append(all, e.Path)
	}
	return all
}

func TestTheReaderBringsWhatADesktopLooksFor(t *testing.T) {
	r, err := testJob(t).reader(testProgram(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"bin/lesestein",
		"share/applications/de.lesestein.reader.desktop",
		"share/metainfo/de.lesestein.reader.metainfo.xml",
		"share/mime/packages/de.lesestein.reader.xml",
		"share/icons/hicolor/16x16/apps/de.lesestein.reader.png",
		"share/icons/hicolor/512x512/apps/de.lesestein.reader.png",
		"share/icons/hicolor/scalable/apps/de.lesestein.reader.svg",
		"share/man/man1/lesestein.1.gz",
		"share/man/man8/lesestein-kiosk.8.gz",
		"share/man/de/man1/lesestein.1.gz",
		"share/bash-completion/completions/lesestein",
		"share/zsh/site-functions/_lesestein",
		"share/fish/vendor_completions.d/lesestein.fish",
	} {
		if !slices.Contains(paths(r), want) {
			t.Errorf("%s is missing", want)
		}
	}
}

// TestTheStationChangesNothingBeforeItIsOn holds that no file of the package lies
// where the system would act on it: only lesestein-station puts it there.
func TestTheStationChangesNothingBeforeItIsOn(t *testing.T) {
	s, err := testJob(t).station()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range paths(s) {
		for _, acts := range []string{"udev/rules.d", "sysctl.d", "polkit-1", "logind.conf.d", "xorg.conf.d", ".wants/"} {
			if strings.Contains(name, acts) {
				t.Errorf("%s takes effect as soon as it is installed", name)
			}
		}
	}
}

func TestTheSwitchLaysEveryFileOfTheStation(t *testing.T) {
	j := testJob(t)
	s, err := j.station()
	if err != nil {
		t.Fatal(err)
	}
	script, err := j.packaging("linux/lesestein-station")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range paths(s) {
		if base, ok := strings.CutPrefix(name, "usr/share/lesestein/station/"); ok && !strings.Contains(string(script), "$share/"+base+" ") {
			t.Errorf("lesestein-station does not lay %s", base)
		}
	}
	if !slices.ContainsFunc(s, func(e entry) bool { return e.Config && e.Path == "etc/lesestein/kiosk.toml" }) {
		t.Error("kiosk.toml is not kept when it was changed")
	}
}

func TestPackagesNeedTheirOwnVersionOfTheReader(t *testing.T) {
	j := testJob(t)
	for f, want := range map[format]string{deb: "lesestein (= " + j.Version + ")", rpm: "lesestein = " + j.Version} {
		p, err := j.stationPack(f, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(p.Depends, want) {
			t.Errorf("%s: %v lacks %q", f, p.Depends, want)
		}
	}
}

func TestFilesAreNamedAsTheirSystemsNameThem(t *testing.T) {
	for want, p := range map[string]pack{
		"lesestein_1.2.3_amd64.deb":          {Name: "lesestein", Format: deb, Arch: "amd64"},
		"lesestein-1.2.3-1.aarch64.rpm":      {Name: "lesestein", Format: rpm, Arch: "arm64"},
		"lesestein-kiosk-1.2.3-1.noarch.rpm": {Name: "lesestein-kiosk", Format: rpm, Arch: "all"},
		"lesestein-kiosk_1.2.3_all.deb":      {Name: "lesestein-kiosk", Format: deb, Arch: "all"},
	} {
		p.Version = "1.2.3"
		if got := p.fileName(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestPackagesAreTheSameTwice makes all of them in two folders.
func TestPackagesAreTheSameTwice(t *testing.T) {
	program := testProgram(t)
	var sums []string
	for range 2 {
		j := testJob(t)
		j.program = program
		for _, make := range []func(job) error{makeLinux, makeMacOS, makeBOM} {
			if err := make(j); err != nil {
				t.Fatal(err)
			}
		}
		s, err := checksums(j.dist, j.Version)
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, s)
	}
	if sums[0] != sums[1] {
		t.Errorf("one run:\n%sthe other:\n%s", sums[0], sums[1])
	}
	if n := strings.Count(sums[0], "\n"); n != 6 {
		t.Errorf("%d files, want deb, rpm, the same of the station, archive and bill:\n%s", n, sums[0])
	}
}

func TestAnArchiveNamesNobody(t *testing.T) {
	at := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	var b bytes.Buffer
	if err := writeTar(&b, tree{program("a/run", []byte("x"))}, at); err != nil {
		t.Fatal(err)
	}
	h, err := tar.NewReader(&b).Next()
	if err != nil {
		t.Fatal(err)
	}
	if h.Uid != 0 || h.Uname != "root" || !h.ModTime.Equal(at) || h.Mode != 0o755 {
		t.Errorf("%+v", h)
	}
}

func TestATreeRefusesWhatNoPackageMayHold(t *testing.T) {
	for what, bad := range map[string]tree{
		"twice": {plain("a", []byte("1")), plain("a", []byte("2"))},
		"empty": {plain("a", nil)},
	} {
		if bad.check() == nil {
			t.Errorf("%s: no error", what)
		}
	}
}

func TestZippedFilesHoldNeitherNameNorDate(t *testing.T) {
	e, err := zipped("a/page.1", []byte("text"))
	if err != nil {
		t.Fatal(err)
	}
	if path.Ext(e.Path) != ".gz" || e.Data[3] != 0 || !bytes.Equal(e.Data[4:8], make([]byte, 4)) {
		t.Errorf("%s begins with % x", e.Path, e.Data[:10])
	}
}

func TestTheMacLayoutHasItsParts(t *testing.T) {
	j := testJob(t)
	binary := filepath.Join(j.work, "program")
	for head, want := range map[string]bool{"\xca\xfe\xba\xbe": true, "\xcf\xfa\xed\xfe": true, "\x7fELF": false} {
		if err := os.WriteFile(binary, []byte(head), 0o755); err != nil {
			t.Fatal(err)
		}
		j.program = binary
		if err := makeMacOS(j); err != nil {
			t.Fatal(err)
		}
		app := filepath.Join(j.dist, "Lesestein.app/Contents")
		_, err := os.Stat(filepath.Join(app, "MacOS/lesestein"))
		if (err == nil) != want {
			t.Errorf("% x: %v", head, err)
		}
		for _, name := range []string{"Info.plist", "PkgInfo", "Resources/lesestein.icns", "Resources/de.lproj/InfoPlist.strings"} {
			if _, err := os.Stat(filepath.Join(app, name)); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestTheArchiveBeginsWithItsOwnFolder(t *testing.T) {
	var b bytes.Buffer
	if err := writeTar(&b, tree{plain("f", []byte("x"))}.under("lesestein-1"), time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(&b); ; {
		h, err := r.Next()
		if err == io.EOF {
			return
		}
		if err != nil || !strings.HasPrefix(h.Name, "lesestein-1/") {
			t.Fatalf("%v %v", h, err)
		}
	}
}
