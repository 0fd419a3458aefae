// Command release makes what people install: packages for Linux and Windows, the
// parts of one for macOS, checksums, a signature and a bill of materials.
//
//	go run ./cmd/release [flags] VERSION
//
// It is run at the top of the tree and writes to dist. Its words:
//
//   - A product (product.go) is what every package says about the program. There
//     is one source for each word of it, and templates under assets/packaging turn
//     it into what each kind of package wants.
//   - A target is what is made for one kind of machine; each has a file here.
//   - A job is one run: a product, where to read, where to write.
//
// # Files
//
//   - main.go     the targets, and the job that makes them
//   - product.go  what every package says, read once
//   - binary.go   the program, compiled; its build tags by system
//   - files.go    the tree of files that is installed; pack.go: deb and rpm of it; archive.go: tar.xz
//   - icon.go     the icon, drawn from its SVG
//   - linux.go, macos.go, windows.go   the targets
//   - windowsmsi.go, windowssetup.go   the two installers; windowsregistry.go, windowsresources.go
//     and windowssign.go: what both need
//   - module.go   what is linked in; bom.go: the bill of materials; sums.go: checksums and signature
//
// Two runs on the same commit, in whatever folders, write the same bytes: dates
// are the commit's, owners are root, lists are sorted, nothing of the machine
// gets in. The kinds of package that cannot hold this say so in their file.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A job is one run of the command.
type job struct {
	product
	root string // top of the tree
	dist string // where results go
	work string // for what is made on the way; its contents are lost
	given
}

// Given are what the caller brings.
type given struct {
	program string // file of a program that is built already; "": it is built here
	key     string // file of the minisign secret key; "": nothing is signed
}

// A target makes the packages of one kind of machine.
type target struct {
	name string
	make func(job) error
}

// targets in the order in which they are made. What comes last describes what
// came before.
var targets = []target{
	{"linux", makeLinux},
	{"windows", makeWindows},
	{"macos", makeMacOS},
	{"bom", makeBOM},
	{"sums", makeSums},
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "release: "+err.Error())
		}
		os.Exit(1)
	}
}

func run(args []string) error {
	var names []string
	for _, t := range targets {
		names = append(names, t.name)
	}
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	only := flags.String("only", strings.Join(names, ","), "the `targets` to make")
	dist := flags.String("dist", "dist", "the `folder` to write to")
	var g given
	flags.StringVar(&g.program, "program", "", "a program that is built already: the packages take this `file`")
	flags.StringVar(&g.key, "key", os.Getenv("LESESTEIN_KEY"), "the `file` with the minisign secret key; by default $LESESTEIN_KEY")
	tags := flags.String("tags", "", "prints the build tags of a release for this `system`, as GOOS names it, and makes nothing")
	rehearse := flags.Bool("rehearse", false, "allow a version that the program does not say itself, to try upgrades")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *tags != "" {
		fmt.Println(releaseTags(*tags))
		return nil
	}
	if flags.NArg() != 1 {
		return errors.New("want one version, such as 0.1.0")
	}
	j, err := newJob(*dist)
	if err != nil {
		return err
	}
	defer os.RemoveAll(j.work)
	j.given = g
	if j.product, err = j.in(flags.Arg(0), *rehearse); err != nil {
		return err
	}
	chosen := strings.Split(*only, ",")
	for _, name := range chosen {
		if !slices.Contains(names, name) {
			return fmt.Errorf("there is no target %q; there are %s", name, strings.Join(names, ", "))
		}
	}
	for _, t := range targets {
		if !slices.Contains(chosen, t.name) {
			continue
		}
		if err := t.make(j); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return nil
}

// newJob reads the product of the tree around the working folder.
func newJob(dist string) (job, error) {
	root, err := os.Getwd()
	if err != nil {
		return job{}, err
	}
	j := job{root: root}
	if j.product, err = readProduct(root); err != nil {
		return job{}, err
	}
	if j.dist, err = filepath.Abs(dist); err != nil {
		return job{}, err
	}
	if err := os.MkdirAll(j.dist, 0o755); err != nil {
		return job{}, err
	}
	j.work, err = os.MkdirTemp("", "lesestein-release-")
	return j, err
}
