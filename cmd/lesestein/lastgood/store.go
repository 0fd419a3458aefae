package lastgood

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
)

// Store keeps the versions of one source on a disk. Its methods may be called from any
// goroutine, one at a time.
type Store struct {
	Disk   Disk
	Source string // the name by which the station knows its source, absolute
	Bounds Bounds
}

// A Version is a copy of a source, as it was checked.
type Version struct {
	Number int    // 0: it is being checked
	Folder string // of its files, on the store's disk
	Print  string // of the source when it was copied
	Files  fs.FS  // nothing else; needs no closing
}

// A Check looks at a version that has no number yet and at what was left out of it. Any
// error refuses it.
type Check func(v Version, left []Left) error

// The names in a store's folder: a version lies in a folder with its number.
const (
	filesName    = "files"
	manifestName = "manifest"
	stagedName   = "new" // a version that is being made
	goingName    = "old" // one that is being removed
)

// Errors of a Store. Besides, there are *OverError and the disk's own.
var (
	ErrNone     = errors.New("no version is kept")
	ErrChanging = errors.New("the source was changed while it was read")
)

// DamagedError says that a version is not what it was when it was kept.
type DamagedError struct {
	Path string // of the file in it
	Err  error
}

func (e *DamagedError) Error() string { return fmt.Sprintf("kept version: %s: %v", e.Path, e.Err) }

func (e *DamagedError) Unwrap() error { return e.Err }

// Current is the newest version that is whole, byte for byte. Without one, the error
// says ErrNone and what is wrong with those that are there.
func (s Store) Current(ctx context.Context) (Version, error) {
	numbers, err := s.numbers()
	var wrong error
	for _, n := range slices.Backward(numbers) {
		v, other, err := s.verified(ctx, strconv.Itoa(n))
		switch {
		case ctx.Err() != nil:
			return Version{}, ctx.Err()
		case err == nil && !other:
			return v, nil
		}
		wrong = errors.Join(wrong, err)
	}
	return Version{}, errors.Join(ErrNone, wrong, err)
}

// Peek is the newest version that has a list, without a look at its files: good enough
// for a title, but nothing of it is to be shown.
func (s Store) Peek() (Version, error) {
	numbers, err := s.numbers()
	for _, n := range slices.Backward(numbers) {
		name := strconv.Itoa(n)
		if m, err := s.list(name); err == nil && m.source == s.Source {
			return s.version(name, m.print)
		}
	}
	return Version{}, errors.Join(ErrNone, err)
}

// numbers are those of the versions, the newest last. A folder that is not there has none.
func (s Store) numbers() ([]int, error) {
	all, err := fs.ReadDir(s.Disk, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var numbers []int
	for _, e := range all {
		if n, err := strconv.Atoi(e.Name()); err == nil && n > 0 && e.Name() == strconv.Itoa(n) {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers, err
}

// verified compares a version with its manifest. other says that it is whole, but of
// another source.
func (s Store) verified(ctx context.Context, name string) (v Version, other bool, err error) {
	m, err := s.list(name)
	if err != nil {
		return v, false, &DamagedError{manifestName, err}
	}
	if m.source != s.Source {
		return v, true, nil
	}
	if v, err = s.version(name, m.print); err == nil {
		err = m.verify(ctx, v.Files)
	}
	return v, false, err
}

// list is the manifest of a version.
func (s Store) list(name string) (manifest, error) {
	data, err := fs.ReadFile(s.Disk, path.Join(name, manifestName))
	if err != nil {
		return manifest{}, err
	}
	return decode(data)
}

// version is the one with a name on the disk.
func (s Store) version(name, print string) (Version, error) {
	folder := path.Join(name, filesName)
	files, err := fs.Sub(s.Disk, folder)
	n, _ := strconv.Atoi(name) // a staged one has none
	return Version{Number: n, Folder: folder, Print: print, Files: files}, err
}

// verify compares files with the manifest: the same names, sizes and sums, and no more.
func (m manifest) verify(ctx context.Context, files fs.FS) error {
	var there []string
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			there = append(there, name)
		}
		return err
	})
	if err != nil {
		return &DamagedError{".", err}
	}
	slices.Sort(there)
	if !slices.Equal(there, m.paths()) {
		return &DamagedError{".", errManifest}
	}
	for _, want := range m.files {
		if err := ctx.Err(); err != nil {
			return err
		}
		is, err := sum(files, want.path)
		switch {
		case err != nil:
			return &DamagedError{want.path, err}
		case is.size != want.size || is.sum != want.sum:
			return &DamagedError{want.path, errors.New("its bytes have changed")}
		}
	}
	return nil
}

// sum reads a file and seals it.
func sum(files fs.FS, name string) (sealed, error) {
	f, err := files.Open(name)
	if err != nil {
		return sealed{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return sealed{name, n, [sha256.Size]byte(h.Sum(nil))}, err
}

// Take copies the source and, when check finds nothing wrong with the copy, makes it the
// current version. A source that has not changed since the current version was taken is
// that version. When it fails, the version before stays the current one.
// Versions that went before stay on the disk until Tidy.
func (s Store) Take(ctx context.Context, source fs.FS, check Check) (Version, error) {
	found, err := survey(ctx, source, s.Bounds)
	if err != nil {
		return Version{}, err
	}
	if p, err := s.Peek(); err == nil && p.Print == found.print { // all its bytes are read only then
		if v, err := s.Current(ctx); err == nil && v.Print == found.print {
			// The sync of its name may have failed when it was taken.
			return v, errors.Join(check(v, found.left), s.Disk.Sync("."))
		}
	}
	if err := errors.Join(s.Disk.Mkdir("."), s.Disk.Remove(stagedName)); err != nil {
		return Version{}, err
	}
	if err := s.stage(ctx, source, found, check); err != nil {
		return Version{}, errors.Join(err, s.Disk.Remove(stagedName))
	}
	return s.commit(ctx)
}

// stage makes a version of a source that has no number yet.
func (s Store) stage(ctx context.Context, source fs.FS, found listing, check Check) error {
	m := manifest{source: s.Source, print: found.print}
	at := path.Join(stagedName, filesName)
	if err := errors.Join(s.Disk.Mkdir(stagedName), s.Disk.Mkdir(at)); err != nil {
		return err
	}
	for _, name := range found.folders {
		if err := s.Disk.Mkdir(path.Join(at, name)); err != nil {
			return err
		}
	}
	for _, e := range found.files {
		f, err := s.copy(ctx, source, e, path.Join(at, e.path))
		if err != nil {
			return err
		}
		m.files = append(m.files, f)
	}
	if again, err := survey(ctx, source, s.Bounds); err != nil || again.print != found.print {
		return errors.Join(ErrChanging, err)
	}
	v, err := s.version(stagedName, found.print)
	if err == nil {
		err = check(v, found.left)
	}
	if err != nil {
		return err
	}
	for _, name := range slices.Backward(found.folders) {
		if err := s.Disk.Sync(path.Join(at, name)); err != nil {
			return err
		}
	}
	if err := s.Disk.Write(path.Join(stagedName, manifestName), bytes.NewReader(m.encode())); err != nil {
		return err
	}
	return errors.Join(s.Disk.Sync(at), s.Disk.Sync(stagedName))
}

// copy copies a file of the source and seals what it wrote.
func (s Store) copy(ctx context.Context, source fs.FS, e entry, to string) (sealed, error) {
	f, err := source.Open(e.path)
	if err != nil {
		return sealed{}, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return sealed{}, errors.Join(ErrChanging, err)
	}
	h := sha256.New()
	content := &counted{ctx: ctx, from: io.TeeReader(f, h), left: e.size}
	if err := s.Disk.Write(to, content); err != nil {
		return sealed{}, err
	}
	if content.left != 0 {
		return sealed{}, ErrChanging
	}
	return sealed{e.path, e.size, [sha256.Size]byte(h.Sum(nil))}, nil
}

// counted reads as many bytes as the survey saw, and none after ctx ended.
type counted struct {
	ctx  context.Context
	from io.Reader
	left int64
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.from.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, ErrChanging
	}
	return n, err
}

// commit gives the staged version its number, once it is read back as it was written.
func (s Store) commit(ctx context.Context) (Version, error) {
	v, _, err := s.verified(ctx, stagedName)
	if err != nil {
		return Version{}, errors.Join(err, s.Disk.Remove(stagedName))
	}
	numbers, err := s.numbers()
	if err != nil {
		return Version{}, err
	}
	name := "1"
	if len(numbers) > 0 {
		name = strconv.Itoa(numbers[len(numbers)-1] + 1)
	}
	if err := s.Disk.Rename(stagedName, name); err != nil {
		return Version{}, err
	}
	if err := s.Disk.Sync("."); err != nil {
		return Version{}, err
	}
	return s.version(name, v.Print)
}

// Tidy removes all versions but those that are named and the newest, and what was left
// of an interrupted copy.
func (s Store) Tidy(kept ...Version) error {
	if newest, err := s.Peek(); err == nil {
		kept = append(slices.Clip(kept), newest)
	}
	numbers, err := s.numbers()
	if err != nil || len(kept) == 0 {
		return err
	}
	err = errors.Join(s.Disk.Remove(stagedName), s.Disk.Remove(goingName))
	for _, n := range numbers {
		if err != nil || slices.ContainsFunc(kept, func(v Version) bool { return v.Number == n }) {
			continue
		}
		// By the rename it is no version any more, whenever the power fails.
		if err = s.Disk.Rename(strconv.Itoa(n), goingName); err == nil {
			err = s.Disk.Remove(goingName)
		}
	}
	return err
}
