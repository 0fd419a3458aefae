package lastgood

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Bounds are how large a source may be.
type Bounds struct {
	Files int   // files and folders
	Bytes int64 // of all files
	File  int64 // bytes of one file
	Depth int   // folders within each other, the source's own not counted
}

// Usual are the bounds of a station: a large exhibition has some hundred pictures of a
// few megabytes, and copying what is allowed takes a slow card half a minute.
func Usual() Bounds {
	return Bounds{Files: 10_000, Bytes: 512 << 20, File: 128 << 20, Depth: 12}
}

// A Measure is one of the bounds.
type Measure string

// The measures.
const (
	Files Measure = "files"
	Bytes Measure = "bytes"
	File  Measure = "file"
	Depth Measure = "depth"
)

// OverError says that a source is larger than a station keeps.
type OverError struct {
	What  Measure
	Path  string // where it became too much
	Limit int64
}

func (e *OverError) Error() string {
	return fmt.Sprintf("%s: more than %d (%s) are not kept", e.Path, e.Limit, e.What)
}

// Left is something in a source that is no part of a version, and why.
type Left struct {
	Path string
	Err  error // a *fs.PathError, or ErrKind
}

// ErrKind says that something is neither a file nor a folder.
var ErrKind = errors.New("neither a file nor a folder")

// an entry is a file of a source.
type entry struct {
	path string
	size int64
}

// A listing is what a survey finds.
type listing struct {
	folders []string // a folder stands before what is in it
	files   []entry
	left    []Left
	print   string
}

// A surveyor goes through a source.
type surveyor struct {
	ctx    context.Context
	source fs.FS
	bounds Bounds
	found  listing
	bytes  int64
	prints []string
}

// survey lists a source. An error says that its folder cannot be read, that it is over
// the bounds, or that ctx ended.
func survey(ctx context.Context, source fs.FS, b Bounds) (listing, error) {
	s := surveyor{ctx: ctx, source: source, bounds: b}
	root, err := fs.Stat(source, ".")
	if err == nil {
		err = s.folder(".", []fs.FileInfo{root})
	}
	slices.Sort(s.prints)
	sum := sha256.Sum256([]byte(strings.Join(s.prints, "\n")))
	s.found.print = hex.EncodeToString(sum[:])
	return s.found, err
}

// Fits says whether a source is within the bounds, or why it cannot be looked at.
func Fits(ctx context.Context, source fs.FS, b Bounds) error {
	_, err := survey(ctx, source, b)
	return err
}

// folder lists what is in a folder that lies within others.
func (s *surveyor) folder(name string, within []fs.FileInfo) error {
	if len(within)-1 > s.bounds.Depth {
		return &OverError{Depth, name, int64(s.bounds.Depth)}
	}
	all, err := fs.ReadDir(s.source, name)
	if err != nil {
		if name == "." {
			return err
		}
		s.leave(name, err)
		return nil
	}
	for _, e := range all {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if err := s.entry(path.Join(name, e.Name()), within); err != nil {
			return err
		}
	}
	return nil
}

// entry lists one thing in a folder.
func (s *surveyor) entry(name string, within []fs.FileInfo) error {
	if strings.HasPrefix(path.Base(name), ".") || !fs.ValidPath(name) {
		return nil // an editor's, a version control's: no text names it
	}
	info, err := fs.Stat(s.source, name) // of what a link leads to
	switch {
	case err != nil:
		s.leave(name, err)
		return nil
	case info.IsDir() && slices.ContainsFunc(within, func(w fs.FileInfo) bool { return os.SameFile(w, info) }):
		s.leave(name, &fs.PathError{Op: "open", Path: name, Err: errors.New("a link leads in a circle")})
		return nil
	case !info.IsDir() && !info.Mode().IsRegular():
		s.leave(name, ErrKind)
		return nil
	}
	if len(s.found.files)+len(s.found.folders) >= s.bounds.Files {
		return &OverError{Files, name, int64(s.bounds.Files)}
	}
	if info.IsDir() {
		s.found.folders = append(s.found.folders, name)
		s.prints = append(s.prints, fmt.Sprintf("%q/", name))
		return s.folder(name, append(slices.Clip(within), info))
	}
	s.prints = append(s.prints, fmt.Sprintf("%q %d %d", name, info.Size(), info.ModTime().UnixNano()))
	s.found.files = append(s.found.files, entry{name, info.Size()})
	s.bytes += info.Size()
	switch {
	case info.Size() > s.bounds.File:
		return &OverError{File, name, s.bounds.File}
	case s.bytes > s.bounds.Bytes:
		return &OverError{Bytes, name, s.bounds.Bytes}
	}
	return nil
}

func (s *surveyor) leave(name string, err error) {
	s.prints = append(s.prints, fmt.Sprintf("%q - %v", name, err))
	s.found.left = append(s.found.left, Left{name, err})
	slices.SortFunc(s.found.left, func(a, b Left) int { return cmp.Compare(a.Path, b.Path) })
}
