package lastgood

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"
)

// errBad is what the check of these tests says of a source with a file "bad".
var errBad = errors.New("bad")

func checked(v Version, _ []Left) error {
	if _, err := fs.Stat(v.Files, "bad"); err == nil {
		return errBad
	}
	return nil
}

// exhibition is a source whose files all say a word.
func exhibition(word string, also ...string) fstest.MapFS {
	all := fstest.MapFS{}
	for i, name := range append([]string{"exhibition.toml", "room/text.de.md", "room/pictures/a.png"}, also...) {
		all[name] = &fstest.MapFile{Data: []byte(strings.Repeat(word, 100+i)), ModTime: time.Unix(int64(len(word)), 0)}
	}
	return all
}

func usual(d Disk) Store { return Store{Disk: d, Source: "/srv/exhibition", Bounds: Usual()} }

// contents are the bytes of all files.
func contents(t testing.TB, files fs.FS) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWhatPassesTheCheckIsShownAfterEveryRestart(t *testing.T) {
	ctx, disk := context.Background(), Folder(filepath.Join(t.TempDir(), "exhibition"))
	s := usual(disk)
	if _, err := s.Current(ctx); !errors.Is(err, ErrNone) {
		t.Errorf("before the first: %v", err)
	}
	good := exhibition("good")
	v, err := s.Take(ctx, good, checked)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []fs.FS{exhibition("worse", "bad"), os.DirFS(filepath.Join(t.TempDir(), "nowhere"))} {
		if _, err := s.Take(ctx, bad, checked); err == nil {
			t.Error("a source that is none is taken")
		}
		again, err := s.Current(ctx)
		if err != nil || !reflect.DeepEqual(contents(t, again.Files), contents(t, good)) {
			t.Errorf("after a refusal %v is shown: %v", again.Number, err)
		}
	}
	same, err := s.Take(ctx, good, checked)
	if err != nil || same.Number != v.Number {
		t.Errorf("the same source makes the version %d of %d: %v", same.Number, v.Number, err)
	}
	next, err := s.Take(ctx, exhibition("better"), checked)
	if err != nil {
		t.Fatal(err)
	}
	if got := contents(t, v.Files); !reflect.DeepEqual(got, contents(t, good)) {
		t.Error("the version that is still shown is gone before Tidy")
	}
	if err := s.Tidy(next); err != nil {
		t.Fatal(err)
	}
	if all, _ := fs.ReadDir(disk, "."); len(all) != 1 || all[0].Name() != "2" {
		t.Errorf("after Tidy there are %v", all)
	}
}

func TestTheCheckSeesTheCopy(t *testing.T) {
	s, source := usual(newMem()), exhibition("good")
	_, err := s.Take(context.Background(), source, func(v Version, _ []Left) error {
		source["room/text.de.md"] = &fstest.MapFile{Data: []byte("changed under its hands")}
		if got := contents(t, v.Files)["room/text.de.md"]; !strings.HasPrefix(got, "good") {
			t.Errorf("the check reads %q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if v, err := s.Current(context.Background()); err != nil || !strings.HasPrefix(contents(t, v.Files)["room/text.de.md"], "good") {
		t.Errorf("what was not checked is shown: %v", err)
	}
}

// TestTheNewestStaysThoughNobodyShowsIt: who took it may not have come to show it, and
// at the next start it is the one to begin with.
func TestTheNewestStaysThoughNobodyShowsIt(t *testing.T) {
	ctx, s := context.Background(), usual(newMem())
	var all []Version
	for _, name := range []string{"good", "better", "best"} {
		v, err := s.Take(ctx, exhibition(name), checked)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	if err := s.Tidy(all[0]); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Current(ctx); err != nil || v.Number != 3 {
		t.Errorf("the newest is %d, %v", v.Number, err)
	}
	if numbers, err := s.numbers(); !slices.Equal(numbers, []int{1, 3}) || err != nil {
		t.Errorf("kept are %v, %v", numbers, err)
	}
}

// churning is a source that is another each time a file of it is opened.
type churning struct {
	fstest.MapFS
	n int
}

func (c *churning) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	c.n++
	c.MapFS["room/text.de.md"] = &fstest.MapFile{Data: []byte("other"), ModTime: time.Unix(int64(c.n), 0)}
	return f, err
}

func TestASourceThatChangesWhileItIsCopiedIsNotTaken(t *testing.T) {
	if _, err := usual(newMem()).Take(context.Background(), &churning{MapFS: exhibition("good")}, checked); !errors.Is(err, ErrChanging) {
		t.Errorf("%v", err)
	}
}

func TestAVersionOfAnotherSourceIsNotShown(t *testing.T) {
	ctx, disk := context.Background(), newMem()
	if _, err := usual(disk).Take(ctx, exhibition("good"), checked); err != nil {
		t.Fatal(err)
	}
	other := Store{Disk: disk, Source: "/srv/other", Bounds: Usual()}
	if _, err := other.Current(ctx); !errors.Is(err, ErrNone) {
		t.Errorf("%v", err)
	}
	if _, err := other.Peek(); !errors.Is(err, ErrNone) {
		t.Errorf("%v", err)
	}
	if v, err := usual(disk).Peek(); err != nil || v.Number != 1 {
		t.Errorf("%d, %v", v.Number, err)
	}
}

// TestPowerMayFailAtAnyInstant: whatever is refused, taken and tidied, and at whichever
// operation the power goes or the disk is full, what is found afterwards is the last
// version that passed the check or, if the taking of one was under way, that one; whole,
// and never one that was refused.
func TestPowerMayFailAtAnyInstant(t *testing.T) {
	ctx := context.Background()
	sources := []fstest.MapFS{exhibition("a"), exhibition("bb", "more/b"), exhibition("ccc", "bad"), exhibition("dddd")}
	rapid.Check(t, func(t *rapid.T) {
		disk := newMem()
		may := []fstest.MapFS{nil} // what may be found
		for range rapid.IntRange(1, 6).Draw(t, "takes") {
			s := usual(disk)
			disk.op, disk.fails, disk.power = 0, rapid.IntRange(0, 40).Draw(t, "fails"), rapid.Bool().Draw(t, "full")
			source := rapid.SampledFrom(sources).Draw(t, "source")
			shown, _ := s.Current(ctx)
			v, err := s.Take(ctx, source, checked)
			if _, bad := source["bad"]; err == nil && bad {
				t.Fatal("what is refused is taken")
			} else if err == nil {
				may = []fstest.MapFS{source}
				if rapid.Bool().Draw(t, "left") {
					shown = v
				}
				_ = s.Tidy(v, shown) // what fails here stays
			} else if !bad {
				may = append(may, source)
			}
			if disk.fails > 0 && disk.op >= disk.fails && !disk.power {
				disk = disk.restarted(t)
			}
			disk.fails = 0
			is := found(t, usual(disk), may)
			if err == nil {
				may = []fstest.MapFS{is} // it stands; after a failure a later loss of power may lose it yet
			}
		}
	})
}

// found is which of the sources the current version is a copy of.
func found(t *rapid.T, s Store, may []fstest.MapFS) fstest.MapFS {
	v, err := s.Current(context.Background())
	if err != nil {
		if !slices.ContainsFunc(may, func(m fstest.MapFS) bool { return m == nil }) {
			t.Fatalf("a version that stood is lost: %v", err)
		}
		return nil
	}
	for _, m := range may {
		same := m != nil
		for name, f := range m {
			data, err := fs.ReadFile(v.Files, name)
			same = same && err == nil && string(data) == string(f.Data)
		}
		if same {
			return m
		}
	}
	t.Fatalf("the version %d is none that passed the check", v.Number)
	return nil
}

// TestADamagedCopyIsNotShown: a bit, a cut, a file more or less, in a text or in the
// manifest.
func TestADamagedCopyIsNotShown(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		disk := newMem()
		s := usual(disk)
		if _, err := s.Take(ctx, exhibition("good"), checked); err != nil {
			t.Fatal(err)
		}
		names := []string{"1/manifest", "1/files/exhibition.toml", "1/files/room/text.de.md", "1/files/room/pictures/a.png"}
		name := rapid.SampledFrom(names).Draw(t, "file")
		n := disk.find(name)
		data := slices.Clone(n.data)
		at := rapid.IntRange(0, len(data)-1).Draw(t, "at")
		switch rapid.IntRange(0, 3).Draw(t, "damage") {
		case 0:
			data[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case 1:
			data = data[:at]
		case 2:
			data = append(data, 'x')
		case 3:
			delete(disk.parent(name).names, filepath.Base(name))
		}
		n.data = data
		var damaged *DamagedError
		if v, err := s.Current(ctx); !errors.Is(err, ErrNone) || !errors.As(err, &damaged) {
			t.Fatalf("version %d is shown: %v", v.Number, err)
		}
		if v, err := s.Take(ctx, exhibition("good"), checked); err != nil || v.Number != 2 {
			t.Fatalf("the source does not heal it: %v", err)
		}
	})
}

func TestAManifestIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := manifest{source: rapid.String().Draw(t, "source"), print: rapid.StringMatching(`[0-9a-f]{0,64}`).Draw(t, "print")}
		for range rapid.IntRange(0, 5).Draw(t, "files") {
			f := sealed{path: rapid.String().Draw(t, "path"), size: rapid.Int64().Draw(t, "size")}
			copy(f.sum[:], rapid.SliceOfN(rapid.Byte(), len(f.sum), len(f.sum)).Draw(t, "sum"))
			m.files = append(m.files, f)
		}
		got, err := decode(m.encode())
		if err != nil || !reflect.DeepEqual(got, m) {
			t.Fatalf("%v, %v", got, err)
		}
	})
}

func TestASourceOverABoundIsNotTaken(t *testing.T) {
	deep := exhibition("good", "1/2/3/file")
	for what, b := range map[Measure]Bounds{
		Files: {Files: 3, Bytes: 1 << 20, File: 1 << 20, Depth: 9},
		Bytes: {Files: 99, Bytes: 500, File: 500, Depth: 9},
		File:  {Files: 99, Bytes: 1 << 20, File: 401, Depth: 9},
		Depth: {Files: 99, Bytes: 1 << 20, File: 1 << 20, Depth: 2},
	} {
		s := usual(newMem())
		s.Bounds = b
		var over *OverError
		if _, err := s.Take(context.Background(), deep, checked); !errors.As(err, &over) || over.What != what {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestAnEndedContextEndsTheCopy(t *testing.T) {
	ctx, end := context.WithCancel(context.Background())
	end()
	if _, err := usual(newMem()).Take(ctx, exhibition("good"), checked); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// reads is a disk that knows which names were opened on it.
type reads struct {
	*mem
	names []string
}

func (r *reads) Open(name string) (fs.File, error) {
	r.names = append(r.names, name)
	return r.mem.Open(name)
}

// TestAChangedSourceIsTakenWithoutReadingTheOldCopy: its bytes tell nothing that its
// print does not.
func TestAChangedSourceIsTakenWithoutReadingTheOldCopy(t *testing.T) {
	ctx, disk := context.Background(), &reads{mem: newMem()}
	for n, source := range []fs.FS{exhibition("good"), exhibition("better"), exhibition("better")} {
		disk.names = nil
		if _, err := usual(disk).Take(ctx, source, checked); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(disk.names, "1/files/exhibition.toml") {
			t.Errorf("for version %d the files of the first are read", n+1)
		}
	}
	if !slices.Contains(disk.names, "2/files/exhibition.toml") {
		t.Error("what is shown again is not verified")
	}
}
