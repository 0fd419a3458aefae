package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// The files beside the packages.
const (
	sumsFile      = "SHA256SUMS"
	signatureFile = sumsFile + ".minisig"
)

// makeSums writes the checksums of all that lies in dist and belongs to this
// version, and signs them if there is a key. The password of the key, if it has
// one, stands in LESESTEIN_KEY_PASSWORD.
func makeSums(j job) error {
	sums, err := checksums(j.dist, j.Version)
	if err != nil {
		return err
	}
	file := filepath.Join(j.dist, sumsFile)
	if err := os.WriteFile(file, []byte(sums), 0o644); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(j.dist, signatureFile)); err != nil && !os.IsNotExist(err) {
		return err
	}
	if j.key == "" {
		fmt.Fprintf(os.Stderr, "release: %s is not signed: there is no key (-key or LESESTEIN_KEY)\n", sumsFile)
		return nil
	}
	return j.sign(file)
}

// checksums lists the files of a version as sha256sum does.
func checksums(dist, version string) (string, error) {
	files, err := filepath.Glob(filepath.Join(dist, "*"+version+"*"))
	if err != nil {
		return "", err
	}
	slices.Sort(files)
	var b strings.Builder
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil {
			return "", err
		}
		if !info.Mode().IsRegular() {
			continue
		}
		sum, err := sha256Of(name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s  %s\n", sum, filepath.Base(name))
	}
	if b.Len() == 0 {
		return "", fmt.Errorf("nothing of version %s lies in %s", version, dist)
	}
	return b.String(), nil
}

func sha256Of(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// sign writes a minisign signature beside a file. What it says in clear, the
// version and the commit, is signed as well.
func (j job) sign(file string) error {
	args := []string{"tool", "-modfile=.tools/go.mod", "minisign", "-S", "-s", j.key, "-m", file,
		"-x", file + ".minisig", "-c", "signature of " + j.Name,
		"-t", fmt.Sprintf("%s %s, commit %s", j.Packages.Binary, j.Version, j.Source.Commit)}
	password := os.Getenv("LESESTEIN_KEY_PASSWORD")
	if password == "" {
		args = append(args, "-W")
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = j.root
	cmd.Stdin = strings.NewReader(password)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("minisign: %w\n%s", err, out)
	}
	return nil
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
