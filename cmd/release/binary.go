package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// hardening are the compiler's and linker's guards for the toolkit's C code, by
// architecture: stack protector, fortified calls, branch protection, relocations
// that are read-only once the program runs. They are part of the key of Go's
// cache: a change compiles the toolkit anew.
func hardening(arch string) (compile, link string) {
	compile = "-O2 -fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=2"
	switch arch {
	case "amd64":
		compile += " -fcf-protection"
	case "arm64":
		compile += " -mbranch-protection=standard"
	}
	return compile, "-O2 -Wl,-z,relro,-z,now"
}

// releaseTags are the build tags of a release for a system. They leave the toolkit's
// emoji out: four megabytes that no text of ours shows. On Windows and macOS they
// put in what a screen reader is answered with; the toolkit has nothing of it for
// Linux. .ci/cross and .ci/macos ask for them with -tags.
func releaseTags(goos string) string {
	switch goos {
	case "windows", "darwin":
		return "no_emoji,accessibility"
	}
	return "no_emoji"
}

// linkFlags strip the program, and tell it what it was made from.
func (p product) linkFlags() string {
	return fmt.Sprintf("-s -w -X 'main.stamp=%s %s'", p.Source.Commit, p.Source.Time.Format(time.RFC3339))
}

// compile builds the program for this machine, position-independent, without the
// names of the folders it was built in.
func (j job) compile() (string, error) {
	if j.program != "" {
		return j.program, nil
	}
	out := filepath.Join(j.work, j.Packages.Binary)
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-buildmode=pie",
		"-tags", releaseTags(runtime.GOOS), "-ldflags", j.linkFlags(), "-o", out, "./cmd/lesestein")
	cmd.Dir = j.root
	cc, ld := hardening(runtime.GOARCH)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1", "GOFLAGS=", "CGO_CFLAGS="+cc, "CGO_CXXFLAGS="+cc, "CGO_LDFLAGS="+ld)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("go build: %w", err)
	}
	return out, nil
}

// ask runs the program and returns what it prints.
func ask(program, lang string, args ...string) ([]byte, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "LANGUAGE=", "LC_ALL="+lang, "LANG="+lang)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %v: %w", filepath.Base(program), args, err)
	}
	return out, nil
}
