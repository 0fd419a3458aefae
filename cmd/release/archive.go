package main

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// archive makes the reader for one user of any Linux: a folder with install.sh.
func (j job) archive(reader, notices tree) error {
	install, err := fill(j.root, "linux/install.sh", j.product)
	if err != nil {
		return err
	}
	papers := tree{plain("LICENSE", j.licence())}.with(notices...).under("share/doc/" + j.Packages.Binary)
	all := reader.with(papers...).with(program("install.sh", install))
	name := fmt.Sprintf("%s-%s-linux-%s", j.Packages.Binary, j.Version, runtime.GOARCH)
	return compress(all.under(name), j.Source.Time, filepath.Join(j.dist, name+".tar.xz"))
}

// compress writes a tree as a tar, compressed by xz (Debian xz-utils), with every
// file root's and of the same time.
func compress(t tree, at time.Time, file string) error {
	if err := t.check(); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := writeTar(&b, t, at); err != nil {
		return err
	}
	xz := exec.Command("xz", "-9", "--threads=1", "--stdout")
	xz.Stdin = &b
	xz.Stderr = os.Stderr
	out, err := xz.Output()
	if err != nil {
		return fmt.Errorf("xz: %w", err)
	}
	return os.WriteFile(file, out, 0o644)
}

func writeTar(w io.Writer, t tree, at time.Time) error {
	archive := tar.NewWriter(w)
	for _, e := range t {
		h := &tar.Header{
			Typeflag: tar.TypeReg, Name: e.Path, Mode: int64(e.Mode.Perm()), Size: int64(len(e.Data)),
			Uname: "root", Gname: "root", ModTime: at, Format: tar.FormatUSTAR,
		}
		if err := archive.WriteHeader(h); err != nil {
			return err
		}
		if _, err := archive.Write(e.Data); err != nil {
			return err
		}
	}
	return archive.Close()
}
