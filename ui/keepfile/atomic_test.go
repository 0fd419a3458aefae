package keepfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"lesestein/ui/keepfile"
)

func TestAFileTakesThePlaceOfTheOld(t *testing.T) {
	name := filepath.Join(t.TempDir(), "f")
	for _, want := range []string{"old", "new and longer", ""} {
		if err := keepfile.WriteFile(name, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); string(got) != want || err != nil {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
}

func TestWhatFailsLeavesTheFileAndNothingElse(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "f")
	if err := keepfile.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := keepfile.Write(name, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, "half")
		return errors.Join(err, broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if got, err := os.ReadFile(name); string(got) != "old" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if all, err := os.ReadDir(folder); len(all) != 1 || err != nil {
		t.Errorf("%v, %v", all, err)
	}
	if err := keepfile.WriteFile(filepath.Join(folder, "none", "f"), nil, 0o600); err == nil {
		t.Error("a folder that is not there")
	}
}

// TestTheNewFileLiesBesideTheOld: what a power cut leaves of it is found there, and the
// folder for what is temporary is none of ours.
func TestTheNewFileLiesBesideTheOld(t *testing.T) {
	folder, temporary := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	err := keepfile.Write(filepath.Join(folder, "f"), 0o600, func(io.Writer) error {
		if all, err := os.ReadDir(folder); len(all) != 1 || err != nil {
			t.Errorf("beside it lie %v, %v", all, err)
		}
		all, err := os.ReadDir(temporary)
		if len(all) > 0 {
			t.Errorf("elsewhere lie %v", all)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
