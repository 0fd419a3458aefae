package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts call the program: they run this test binary as lesestein.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lesestein": main})
}

// TestCommandLine runs the scripts in testdata/script: each is a call as somebody
// types it, and what comes out. They see no display.
func TestCommandLine(t *testing.T) {
	rooms, err := filepath.Abs("../../content/rooms")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_GB.UTF-8")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("EXHIBITION", rooms)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bare":    bare,
			"mkbytes": mkbytes,
			"mkline":  mkline,
			"pngs":    pngs,
		},
	})
}
