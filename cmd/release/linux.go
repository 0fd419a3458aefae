package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// makeLinux makes the packages for Linux: the reader and the station, each as deb
// and rpm, and the reader as an archive that needs neither.
func makeLinux(j job) error {
	program, err := j.compile()
	if err != nil {
		return err
	}
	reader, err := j.reader(program)
	if err != nil {
		return err
	}
	notices, err := j.notices()
	if err != nil {
		return err
	}
	station, err := j.station()
	if err != nil {
		return err
	}
	for _, format := range []format{deb, rpm} {
		one, err := j.readerPack(format, reader, notices)
		if err != nil {
			return err
		}
		other, err := j.stationPack(format, station)
		if err != nil {
			return err
		}
		for _, p := range []pack{one, other} {
			if err := j.pack(p); err != nil {
				return fmt.Errorf("%s.%s: %w", p.Name, format, err)
			}
		}
	}
	return j.archive(reader, notices)
}

// reader is what belongs below /usr, or below the folder that a user chose.
func (j job) reader(file string) (tree, error) {
	binary, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	t := tree{program("bin/"+j.Packages.Binary, binary)}
	for name, source := range map[string]string{
		"share/applications/" + j.ID + ".desktop":  "linux/lesestein.desktop",
		"share/metainfo/" + j.ID + ".metainfo.xml": "linux/metainfo.xml",
		"share/mime/packages/" + j.ID + ".xml":     "linux/mime.xml",
	} {
		data, err := fill(j.root, source, j.product)
		if err != nil {
			return nil, err
		}
		t = t.with(plain(name, data))
	}
	icons, err := j.icons()
	if err != nil {
		return nil, err
	}
	t = t.with(icons...)
	pages, err := j.pages(file)
	if err != nil {
		return nil, err
	}
	t = t.with(pages...)
	for shell, name := range map[string]string{
		"bash": "share/bash-completion/completions/" + j.Packages.Binary,
		"zsh":  "share/zsh/site-functions/_" + j.Packages.Binary,
		"fish": "share/fish/vendor_completions.d/" + j.Packages.Binary + ".fish",
	} {
		data, err := ask(file, "C.UTF-8", "completion", shell)
		if err != nil {
			return nil, err
		}
		t = t.with(plain(name, data))
	}
	return t, t.check()
}

func (j job) icons() (tree, error) {
	svg, err := j.icon(j.root)
	if err != nil {
		return nil, err
	}
	folder := "share/icons/hicolor/"
	t := tree{plain(folder+"scalable/apps/"+j.ID+".svg", svg)}
	for _, size := range iconSizes {
		data, err := svg.png(size)
		if err != nil {
			return nil, err
		}
		t = t.with(plain(fmt.Sprintf("%s%dx%d/apps/%s.png", folder, size, size, j.ID), data))
	}
	return t, nil
}

// pages are the manual in English and German, as the program writes it.
func (j job) pages(file string) (tree, error) {
	var t tree
	for lang, folder := range map[string]string{"C.UTF-8": "share/man/", "de_DE.UTF-8": "share/man/de/"} {
		made := filepath.Join(j.work, "man", lang)
		if _, err := ask(file, lang, "man", made); err != nil {
			return nil, err
		}
		names, err := filepath.Glob(filepath.Join(made, "*"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			page, err := zipped(folder+"man"+strings.TrimPrefix(filepath.Ext(name), ".")+"/"+filepath.Base(name), data)
			if err != nil {
				return nil, err
			}
			t = t.with(page)
		}
	}
	return t, nil
}

// A stationFile says where a file of assets/packaging goes on a station.
type stationFile struct {
	from, to string
	run      bool
	config   bool
}

func stationFiles() []stationFile {
	share := "usr/share/lesestein/station/"
	return []stationFile{
		{from: "lesestein.service", to: "usr/lib/systemd/system/lesestein.service"},
		{from: "lesestein-x.service", to: "usr/lib/systemd/system/lesestein-x.service"},
		{from: "linux/lesestein.preset", to: "usr/lib/systemd/system-preset/70-lesestein.preset"},
		{from: "sysusers.conf", to: "usr/lib/sysusers.d/lesestein.conf"},
		{from: "xsession", to: "usr/lib/lesestein/xsession", run: true},
		{from: "linux/lesestein-station", to: "usr/sbin/lesestein-station", run: true},
		{from: "kiosk.toml", to: "etc/lesestein/kiosk.toml", config: true},
		{from: "logind.conf", to: share + "logind.conf"},
		{from: "sysctl.conf", to: share + "sysctl.conf"},
		{from: "udev.rules", to: share + "udev.rules"},
		{from: "polkit.rules", to: share + "polkit.rules"},
		{from: "xorg.conf", to: share + "xorg.conf"},
	}
}

// station is what makes a machine a station, from the root.
func (j job) station() (tree, error) {
	var t tree
	for _, f := range stationFiles() {
		data, err := j.packaging(f.from)
		if err != nil {
			return nil, err
		}
		e := plain(f.to, data)
		if f.run {
			e = program(f.to, data)
		}
		e.Config = f.config
		t = t.with(e)
	}
	page, err := fill(j.root, "linux/lesestein-station.8", j.product)
	if err != nil {
		return nil, err
	}
	e, err := zipped("usr/share/man/man8/lesestein-station.8", page)
	if err != nil {
		return nil, err
	}
	t = t.with(e)
	return t, t.check()
}
