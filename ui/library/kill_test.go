package library

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// written is how many places a library has that is written by writeOn, and whether they
// are those that it wrote first.
func written(t *testing.T, file string) int {
	t.Helper()
	l := New(file, "")
	defer func() { must(t, l.Close()) }()
	must(t, l.Examine(t.Context()))
	rows, err := l.db.Query("SELECT id FROM works ORDER BY id")
	must(t, err)
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var id []byte
		must(t, rows.Scan(&id))
		if want := numbered(n); string(id) != string(want[:]) {
			t.Fatalf("work %d is %x", n, id)
		}
	}
	must(t, rows.Err())
	return n
}

func numbered(n int) ID { return ID{byte(n >> 8), byte(n)} }

// writeOn writes works, and a place in each, and says the number of each once it is
// acknowledged.
func writeOn(l *Library, from, to int, said func(int)) error {
	for n := from; n < to; n++ {
		id := numbered(n)
		if err := errors.Join(l.Keep(id, nil, reading(n)), l.Shelve(Work{ID: id, Title: fmt.Sprint(n)})); err != nil {
			return err
		}
		said(n + 1)
	}
	return nil
}

// TestAnAcknowledgedWriteSurvivesTheEndOfTheProcess kills a process that does nothing but
// write, as soon as it has acknowledged one more than the process before it: it is in the
// midst of the next.
func TestAnAcknowledgedWriteSurvivesTheEndOfTheProcess(t *testing.T) {
	if file := os.Getenv("LIBRARY_WRITES"); file != "" {
		from, err := strconv.Atoi(os.Getenv("LIBRARY_FROM"))
		l := New(file, "")
		l.remote = os.Getenv("LIBRARY_REMOTE") == "true"
		must(t, err, writeOn(l, from, from+1000, func(n int) { fmt.Println(n) }))
		return
	}
	for _, remote := range []bool{false, true} {
		file := filepath.Join(t.TempDir(), "library.sqlite")
		l := again(t, file)
		l.remote = remote
		must(t, l.Open(), l.Close())
		t.Setenv("LIBRARY_REMOTE", fmt.Sprint(remote))
		for round, have := 0, 0; round < 25; round++ {
			said := killed(t, file, have, 1+round%5)
			if have = written(t, file); have < said {
				t.Fatalf("round %d: %d writes are there, %d were acknowledged", round, have, said)
			}
		}
	}
}

// killed has another process write from a number on, and kills it when it has
// acknowledged n. It returns the last number that it said.
func killed(t *testing.T, file string, from, n int) (said int) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=TestAnAcknowledgedWriteSurvives")
	c.Env = append(os.Environ(), "LIBRARY_WRITES="+file, fmt.Sprint("LIBRARY_FROM=", from))
	out, err := c.StdoutPipe()
	must(t, err, c.Start())
	for lines := bufio.NewScanner(out); said < from+n && lines.Scan(); {
		if said, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(lines.Text())
		}
	}
	_ = c.Process.Kill()
	_ = c.Wait() // it was killed
	return said
}

// TestWhatEndsAtAnyByteHasTheWritesBeforeIt cuts what was written ahead at every kind of
// place: such is the file when the process, or the power, ended there. The writes whose
// bytes are whole are there, and of the one that was cut nothing is.
func TestWhatEndsAtAnyByteHasTheWritesBeforeIt(t *testing.T) {
	l := begin(t)
	must(t, l.Open())
	main, err := os.ReadFile(l.file)
	must(t, err)
	ends := []int{0} // of what was written ahead, after each write
	must(t, writeOn(l, 0, 30, func(int) {
		info, err := os.Stat(l.file + "-wal")
		must(t, err)
		ends = append(ends, int(info.Size()))
	}))
	ahead, err := os.ReadFile(l.file + "-wal")
	must(t, err)
	random := rand.New(rand.NewPCG(3, 4))
	file := filepath.Join(t.TempDir(), "library.sqlite")
	for n := 1; n < len(ends); n++ {
		for _, cut := range []int{ends[n], ends[n] - 1, ends[n-1] + random.IntN(ends[n]-ends[n-1]), ends[n-1] + 24} {
			for _, part := range parts() {
				os.Remove(file + part)
			}
			must(t, os.WriteFile(file, main, 0o600), os.WriteFile(file+"-wal", ahead[:min(cut, ends[n])], 0o600))
			want := n - 1
			if cut >= ends[n] {
				want = n
			}
			if have := written(t, file); have != want {
				t.Fatalf("cut at %d of %d, in the write %d: %d are there", cut, len(ahead), n, have)
			}
		}
	}
}
