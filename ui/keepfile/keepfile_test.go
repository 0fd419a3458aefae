package keepfile_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/ui/keepfile"
)

// note is a value to be kept.
type note struct {
	N    int    `json:"n"`
	Text string `json:"text"`
}

func newFile(t *testing.T) *keepfile.File {
	return &keepfile.File{Name: filepath.Join(t.TempDir(), "state", "note.json"), Version: 2}
}

func save(t *testing.T, f *keepfile.File, v note) {
	t.Helper()
	if err := keepfile.Save(f, v); err != nil {
		t.Fatal(err)
	}
}

// put writes bytes into the file past us, as somebody else does.
func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasSavedIsLoaded(t *testing.T) {
	f := newFile(t)
	if got, version, err := keepfile.Load[note](f); got != (note{}) || version != 0 || err != nil {
		t.Errorf("before: %v, %d, %v", got, version, err)
	}
	for n := range 3 {
		save(t, f, note{n, "Größe"})
	}
	got, version, err := keepfile.Load[note](&keepfile.File{Name: f.Name, Version: 2})
	if got != (note{2, "Größe"}) || version != 2 || err != nil {
		t.Errorf("%v, %d, %v", got, version, err)
	}
	data, err := os.ReadFile(f.Name)
	if want := "{\n\t\"version\": 2,\n\t\"n\": 2,\n\t\"text\": \"Größe\"\n}\n"; string(data) != want || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}

func TestAFileOfATimeBeforeVersionsIsOfVersionNone(t *testing.T) {
	f := newFile(t)
	put(t, f.Name, `{"n":7}`)
	if got, version, err := keepfile.Load[note](f); got.N != 7 || version != 0 || err != nil {
		t.Errorf("%v, %d, %v", got, version, err)
	}
	save(t, f, note{N: 8})
	if found, err := filepath.Glob(f.Name + ".*"); len(found) > 0 || err != nil {
		t.Errorf("put aside: %v, %v", found, err)
	}
}

func TestEveryBrokenOrNewerFileIsPutAsideWithItsOwnNumber(t *testing.T) {
	f := newFile(t)
	broken := []string{"", "{", "null", "[]", `{"version":3,"n":1}`, `{"n":"one"}`, "\x00\xff", `{"version":"new"}`}
	for i, text := range broken {
		put(t, f.Name, text)
		got, _, err := keepfile.Load[note](f)
		var said *keepfile.BrokenError
		if text == "null" { // JSON's way to say nothing
			continue
		}
		if !errors.As(err, &said) || got != (note{}) || said.Newer != (i == 4) {
			t.Fatalf("%q: %v, %v", text, got, err)
		}
		if aside, err := os.ReadFile(said.Aside); string(aside) != text || err != nil {
			t.Errorf("%q is kept as %q, %v", text, aside, err)
		}
	}
	for _, text := range broken { // and Save alone, without a Load before it
		put(t, f.Name, text)
		var said *keepfile.BrokenError
		if err := keepfile.Save(f, note{N: 1}); !errors.As(err, &said) {
			t.Fatalf("%q: %v", text, err)
		}
		if aside, err := os.ReadFile(said.Aside); string(aside) != text || err != nil {
			t.Errorf("%q is kept as %q, %v", text, aside, err)
		}
	}
	if found, err := filepath.Glob(f.Name + ".broken-*"); len(found) != 2*len(broken)-1 || err != nil {
		t.Errorf("kept aside: %v, %v", found, err)
	}
}

func TestWhatCannotBeReadIsNotWrittenOver(t *testing.T) {
	f := newFile(t)
	if err := errors.Join(os.MkdirAll(filepath.Dir(f.Name), 0o700), os.Symlink(f.Name, f.Name)); err != nil { // a link to itself: nobody reads it, root included
		t.Fatal(err)
	}
	var withheld *keepfile.WithheldError
	if _, _, err := keepfile.Load[note](f); !errors.As(err, &withheld) {
		t.Fatalf("%v", err)
	}
	for range 2 {
		if err := keepfile.Save(f, note{N: 1}); !errors.As(err, &withheld) {
			t.Fatalf("%v", err)
		}
	}
	if to, err := os.Readlink(f.Name); to != f.Name || err != nil {
		t.Errorf("%s, %v", to, err)
	}
	// It can be read again: what was in it is not in our value.
	if err := os.Remove(f.Name); err != nil {
		t.Fatal(err)
	}
	put(t, f.Name, `{"version":2,"n":99}`)
	var broken *keepfile.BrokenError
	if err := keepfile.Save(f, note{N: 1}); !errors.As(err, &broken) {
		t.Fatalf("%v", err)
	}
	if aside, err := os.ReadFile(broken.Aside); string(aside) != `{"version":2,"n":99}` || err != nil {
		t.Errorf("%s, %v", aside, err)
	}
}

func TestAFolderInTheFilesPlaceIsPutAside(t *testing.T) {
	f := newFile(t)
	put(t, filepath.Join(f.Name, "within"), "kept")
	if _, _, err := keepfile.Load[note](f); !errors.As(err, new(*keepfile.BrokenError)) {
		t.Fatalf("%v", err)
	}
	save(t, f, note{N: 1})
	if data, err := os.ReadFile(filepath.Join(f.Name+".broken-1", "within")); string(data) != "kept" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
}

func TestAValueThatIsNoObjectIsNotWritten(t *testing.T) {
	f := newFile(t)
	if err := keepfile.Save(f, []int{1}); err == nil {
		t.Error("a list was written, which no version can be told of")
	}
}

// TestNothingIsLostWhateverHappens draws what may happen to a file, and holds that
// everything that was ever in it and that we did not write ourselves is still
// somewhere, and that our last value is in it, or where it was put aside.
func TestNothingIsLostWhateverHappens(t *testing.T) {
	top := t.TempDir()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		folder := filepath.Join(top, strconv.Itoa(runs))
		f := &keepfile.File{Name: filepath.Join(folder, "f.json"), Version: 2}
		foreign, last, n := map[string]bool{}, -1, 0
		load := func() {
			data, _ := os.ReadFile(f.Name)
			if got, _, err := keepfile.Load[note](f); err == nil && got.N > 0 {
				last = got.N
				delete(foreign, string(data)) // read: it is ours now, and we may go on from it
			}
		}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			n++
			text := ""
			switch rapid.SampledFrom([]string{"save", "save", "load", "start", "break", "cut", "newer", "other", "folder"}).Draw(t, "step") {
			case "save":
				if err := keepfile.Save(f, note{N: n}); err == nil || errors.As(err, new(*keepfile.BrokenError)) {
					last = n
				}
			case "load":
				load()
			case "start":
				f = &keepfile.File{Name: f.Name, Version: 2}
				load()
			case "break":
				text = fmt.Sprintf("{broken %d", n)
			case "cut":
				text = fmt.Sprintf(`{"version":2,"n":%d,"te`, n)
			case "newer":
				text = fmt.Sprintf(`{"version":3,"n":%d}`, n)
			case "other":
				text = fmt.Sprintf(`{"version":2,"n":%d,"text":"another program"}`, n)
			case "folder":
				if _, err := os.Lstat(f.Name); err != nil {
					_ = os.MkdirAll(f.Name, 0o700)
				}
			}
			if info, err := os.Lstat(f.Name); text != "" && (err != nil || info.Mode().IsRegular()) {
				for k := range foreign { // somebody else writes over his own
					if data, err := os.ReadFile(f.Name); err == nil && string(data) == k {
						delete(foreign, k)
					}
				}
				_ = os.MkdirAll(folder, 0o700)
				_ = os.WriteFile(f.Name, []byte(text), 0o600)
				foreign[text], last = true, -1
			}
		}
		all := map[string]bool{}
		found, _ := filepath.Glob(f.Name + "*")
		for _, name := range found {
			if data, err := os.ReadFile(name); err == nil {
				all[string(data)] = true
			}
		}
		for text := range foreign {
			if !all[text] {
				t.Fatalf("%q is lost; there are %q", text, found)
			}
		}
		kept := false
		for text := range all {
			kept = kept || strings.Contains(text, fmt.Sprintf(`"n": %d`, last)) || strings.Contains(text, fmt.Sprintf(`"n":%d`, last))
		}
		if last > 0 && !kept {
			t.Fatalf("our value %d is lost; there are %q", last, found)
		}
	})
}

// TestAWriterThatIsKilledLeavesTheOldOrTheNew kills a process that does nothing but save,
// at whatever instant comes, and holds that the file is whole and not older than what
// the process said was saved.
func TestAWriterThatIsKilledLeavesTheOldOrTheNew(t *testing.T) {
	if name := os.Getenv("KEEPFILE_WRITES"); name != "" {
		f := &keepfile.File{Name: name, Version: 1}
		for n := 1; ; n++ {
			if err := keepfile.Save(f, note{n, strings.Repeat("x", 1000*(n%100))}); err != nil {
				fmt.Println(err)
			}
			fmt.Println(n)
		}
	}
	name := filepath.Join(t.TempDir(), "f.json")
	for round := range 20 {
		_ = os.Remove(name)
		c := exec.Command(os.Args[0], "-test.run=TestAWriterThatIsKilled")
		c.Env = append(os.Environ(), "KEEPFILE_WRITES="+name)
		out, err := c.StdoutPipe()
		if err == nil {
			err = c.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		said := 0
		for lines := bufio.NewScanner(out); said <= round && lines.Scan(); {
			if said, err = strconv.Atoi(lines.Text()); err != nil {
				t.Fatal(lines.Text())
			}
		}
		_ = c.Process.Kill()
		_ = c.Wait() // it was killed
		got, _, err := keepfile.Load[note](&keepfile.File{Name: name, Version: 1})
		if err != nil || got.N < said || len(got.Text) != 1000*(got.N%100) {
			t.Fatalf("after %d were said: %d with %d bytes, %v", said, got.N, len(got.Text), err)
		}
	}
}
