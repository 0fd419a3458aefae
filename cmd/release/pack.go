package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// A format is a kind of package.
type format string

const (
	deb format = "deb"
	rpm format = "rpm"
)

// A pack is one package as the template of nfpm's file wants it.
type pack struct {
	product
	Name        string
	Format      format
	Arch        string
	Section     string
	Summary     string
	Description []string
	Depends     []string
	Recommends  []string
	Scripts     []script
	files       tree
	laid        string // the folder that the files were laid into
}

// A script is run by the package manager.
type script struct{ Step, File string }

// Release is the number behind the version that only rpm knows.
func (p pack) Release() string {
	if p.Format == rpm {
		return "1"
	}
	return ""
}

// A content is one file as nfpm wants it.
type content struct {
	Src, Dst, Type string
	Mode           uint32
}

// Contents are the files of the package, where pack laid them.
func (p pack) Contents() []content {
	var all []content
	for _, e := range p.files {
		c := content{Src: filepath.Join(p.laid, filepath.FromSlash(e.Path)), Dst: "/" + e.Path, Mode: uint32(e.Mode.Perm())}
		if e.Config {
			c.Type = "config|noreplace"
		}
		all = append(all, c)
	}
	return all
}

func (j job) readerPack(f format, reader, notices tree) (pack, error) {
	p := pack{
		product: j.product, Name: j.Packages.Binary, Format: f, Arch: runtime.GOARCH,
		Summary: j.English().Summary, Description: j.English().Description,
		files: reader.under("usr"),
	}
	switch f {
	case deb:
		p.Section, p.Depends, p.Recommends = "education", readerDeb(), []string{
			"libgl1-mesa-dri", "libdecor-0-0", "libegl1", "libwayland-cursor0", "libwayland-egl1", "libxkbcommon0", "xdg-desktop-portal",
		}
		for i, e := range p.files { // Debian's zsh looks elsewhere
			p.files[i].Path = strings.Replace(e.Path, "zsh/site-functions", "zsh/vendor-completions", 1)
		}
	case rpm:
		p.Section, p.Depends = "Applications/Publishing", readerRPM()
		p.Recommends = []string{"libdecor-0.so.0()(64bit)", "libwayland-cursor.so.0()(64bit)", "libwayland-egl.so.1()(64bit)", "libxkbcommon.so.0()(64bit)"}
	}
	papers, err := j.papers(p, notices)
	p.files = p.files.with(papers...)
	return p, err
}

// readerDeb are the libraries that the program is linked with, and those that the
// toolkit opens when it runs (GLFW 3.4, src/x11_init.c), which no tool finds.
func readerDeb() []string {
	return []string{
		"libc6 (>= 2.34)", "libgl1", "libwayland-client0",
		"libx11-6", "libx11-xcb1", "libxcursor1", "libxext6", "libxi6", "libxinerama1", "libxrandr2", "libxrender1", "libxxf86vm1",
	}
}

// readerRPM are the same by the names of the libraries, which Fedora and openSUSE
// share while their packages have other names.
func readerRPM() []string {
	var all []string
	for _, lib := range []string{
		"libGL.so.1", "libwayland-client.so.0", "libX11.so.6", "libX11-xcb.so.1", "libXcursor.so.1", "libXext.so.6",
		"libXi.so.6", "libXinerama.so.1", "libXrandr.so.2", "libXrender.so.1", "libXxf86vm.so.1",
	} {
		all = append(all, lib+"()(64bit)")
	}
	return append(all, "libc.so.6(GLIBC_2.34)(64bit)")
}

func (j job) stationPack(f format, station tree) (pack, error) {
	w := j.English().Kiosk
	p := pack{
		product: j.product, Name: j.Packages.Binary + "-kiosk", Format: f, Arch: "all",
		Summary: w.Summary, Description: w.Description, files: station,
	}
	at := func(name string) string { return filepath.Join(j.root, "assets/packaging/linux", name) }
	switch f {
	case deb:
		p.Section = "education"
		p.Depends = []string{
			j.Packages.Binary + " (= " + j.Version + ")",
			// x11-utils comes first: behind xinit, apt has chosen xterm with luit
			// already, which breaks the x11-utils of Debian 12.
			"x11-utils", "libgl1-mesa-dri", "xserver-xorg-core", "xserver-xorg-input-libinput", "xinit", "x11-xserver-utils",
			"systemd", "udev", "dbus", "polkitd | policykit-1", "passwd",
		}
		p.Scripts = []script{{"postinstall", at("kiosk.postinst")}, {"preremove", at("kiosk.prerm")}, {"postremove", at("kiosk.postrm")}}
	case rpm:
		p.Section = "Applications/Publishing"
		p.Depends = []string{
			j.Packages.Binary + " = " + j.Version,
			"/usr/bin/Xorg", "/usr/bin/xinit", "/usr/bin/xset", "/usr/bin/xsetroot", "/usr/bin/xhost", "/usr/bin/xrandr", "/usr/bin/xdpyinfo",
			"(xorg-x11-drv-libinput or xf86-input-libinput)", "systemd", "polkit",
		}
		p.Scripts = []script{{"postinstall", at("kiosk.post")}, {"preremove", at("kiosk.preun")}}
	}
	papers, err := j.papers(p, nil)
	p.files = p.files.with(papers...)
	return p, err
}

// papers are the licences and the history of a package, as its format wants them.
func (j job) papers(p pack, notices tree) (tree, error) {
	if p.Format == rpm {
		return tree{plain("LICENSE", j.licence())}.with(notices...).under("usr/share/licenses/" + p.Name), nil
	}
	var docs tree
	own := j.licence()
	for _, e := range notices {
		z, err := zipped(e.Path, e.Data)
		if err != nil {
			return nil, err
		}
		docs = docs.with(z)
		own = fmt.Appendf(own, "\nThe work of others in this package, with all licences: %s.gz beside this file.\n"+
			"The Apache License 2.0 is also in /usr/share/common-licenses/Apache-2.0.\n", e.Path)
	}
	history, err := zipped("changelog", j.history(p.Name))
	if err != nil {
		return nil, err
	}
	return docs.with(plain("copyright", own), history).under("usr/share/doc/" + p.Name), nil
}

// history is Debian's changelog of one release.
func (p product) history(name string) []byte {
	return fmt.Appendf(nil, "%s (%s) stable; urgency=medium\n\n  * Release %s, made from commit %s.\n\n -- %s  %s\n",
		name, p.Version, p.Version, p.Source.Commit, p.Maintainer(), p.Source.Time.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
}

// pack lays the files of a package out and lets nfpm make it.
func (j job) pack(p pack) error {
	p.laid = filepath.Join(j.work, p.Name+"-"+string(p.Format))
	if err := p.files.write(p.laid); err != nil {
		return err
	}
	config, err := fill(j.root, "linux/nfpm.yaml", p)
	if err != nil {
		return err
	}
	file := p.laid + ".yaml"
	if err := os.WriteFile(file, config, 0o644); err != nil {
		return err
	}
	return j.tool("nfpm", "package", "--config", file, "--packager", string(p.Format),
		"--target", filepath.Join(j.dist, p.fileName()))
}

// fileName is what a format calls the file of a package.
func (p pack) fileName() string {
	if p.Format == deb {
		return fmt.Sprintf("%s_%s_%s.deb", p.Name, p.Version, p.Arch)
	}
	arch := map[string]string{"all": "noarch", "amd64": "x86_64", "arm64": "aarch64"}[p.Arch]
	return fmt.Sprintf("%s-%s-%s.%s.rpm", p.Name, p.Version, p.Release(), arch)
}

// tool runs a tool of .tools/go.mod.
func (j job) tool(name string, args ...string) error {
	cmd := exec.Command("go", append([]string{"tool", "-modfile=.tools/go.mod", name}, args...)...)
	cmd.Dir = j.root
	cmd.Env = append(os.Environ(), fmt.Sprintf("SOURCE_DATE_EPOCH=%d", j.Source.Time.Unix()))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}
