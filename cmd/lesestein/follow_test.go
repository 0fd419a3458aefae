package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestEachSavingIsTold once, when it lies still, however it was saved: written over, put
// in its place, gone and back again.
func TestEachSavingIsTold(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	write := func(words string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	savings := []func(){
		func() { write("# eins\n") },
		func() {
			other := filepath.Join(dir, "b")
			if err := os.WriteFile(other, []byte("# zwei, anders\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(other, file); err != nil {
				t.Fatal(err)
			}
		},
		func() {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		},
		func() { write("# wieder da\n") },
	}
	for name, source := range map[string]string{"a file": file, "a folder": dir} {
		write("# null\n")
		ticks, told := make(chan time.Time), make(chan struct{}, 10)
		ctx, end := context.WithCancel(context.Background())
		looking := make(chan struct{})
		go func() {
			defer close(looking)
			follow(ctx, source, func(time.Duration) <-chan time.Time { return ticks }, func() { told <- struct{}{} })
		}()
		tick := func(n int) {
			for range n {
				ticks <- time.Time{}
			}
		}
		tick(4)
		for i, save := range savings {
			save()
			tick(6)
			if len(told) != i+1 {
				t.Errorf("%s: saved %d times and told %d times", name, i+1, len(told))
			}
		}
		end()
		<-looking
	}
}
