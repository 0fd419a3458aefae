package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lesestein/cmd/lesestein/call"
)

// withVersion makes --version of the root print what was built from what.
func withVersion(root *cobra.Command, st call.Streams) *cobra.Command {
	read := root.RunE
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if asked, _ := cmd.Flags().GetBool("version"); asked {
			_, err := fmt.Fprintln(st.Out, version())
			return err
		}
		return read(cmd, args)
	}
	return root
}

// version is one line: name, number, the commit it was built from where the
// build knows it, compiler and platform.
func version() string {
	parts := []string{metadata().Name, metadata().Version}
	if commit := revision(); commit != "" {
		parts = append(parts, "("+commit+")")
	}
	parts = append(parts, runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
	return strings.Join(parts, " ")
}

// stamp is set by the linker where packages are made, from trees that need not be
// a checkout: a commit, with "+" behind it if files were changed, and when it was
// made. As it stands here it says nothing.
var stamp = "unknown"

// provenance says what the program was built from, in the words of package debug.
func provenance() map[string]string {
	set := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			set[s.Key] = s.Value
		}
	}
	if commit, at, ok := strings.Cut(stamp, " "); ok {
		set["vcs.revision"], set["vcs.time"] = strings.TrimSuffix(commit, "+"), at
		set["vcs.modified"] = strconv.FormatBool(strings.HasSuffix(commit, "+"))
	}
	return set
}

// revision is the commit the program was built from, its day, and whether the
// tree had changes that were not committed.
func revision() string {
	set := provenance()
	commit := set["vcs.revision"]
	if commit == "" {
		return ""
	}
	commit = commit[:min(len(commit), 12)]
	if day, _, ok := strings.Cut(set["vcs.time"], "T"); ok {
		commit += ", " + day
	}
	if set["vcs.modified"] == "true" {
		commit += ", modified"
	}
	return commit
}

// built is when the source of the program was committed, as the build says.
func built() time.Time {
	t, err := time.Parse(time.RFC3339, provenance()["vcs.time"])
	if err != nil {
		return time.Time{}
	}
	return t
}
