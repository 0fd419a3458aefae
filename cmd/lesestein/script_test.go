package main

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// mkline FILE N appends one line of N bytes to a file of the script.
func mkline(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = f.Write(append(bytes.Repeat([]byte("a"), n), '\n'))
	ts.Check(err)
	ts.Check(f.Close())
}

// mkbytes FILE HEX appends bytes that no text has to a file of the script.
func mkbytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = f.Write(data)
	ts.Check(err)
	ts.Check(f.Close())
}

// pngs FOLDER WIDTHxHEIGHT N holds that a folder has N pictures of that size,
// each with more than one colour in it.
func pngs(ts *testscript.TestScript, _ bool, args []string) {
	var want size
	ts.Check(want.Set(args[1]))
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.png"))
	ts.Check(err)
	if len(files) != n {
		ts.Fatalf("%d pictures %v, want %d", len(files), files, n)
	}
	for _, name := range files {
		f, err := os.Open(name)
		ts.Check(err)
		img, err := png.Decode(f)
		ts.Check(err)
		ts.Check(f.Close())
		b := img.Bounds()
		if b.Dx() != want.width || b.Dy() != want.height {
			ts.Fatalf("%s is %v, want %v", name, b, args[1])
		}
		first, plain := img.At(0, 0), true
		for y := b.Min.Y; y < b.Max.Y && plain; y++ {
			for x := b.Min.X; x < b.Max.X && plain; x++ {
				plain = img.At(x, y) == first
			}
		}
		if plain {
			ts.Fatalf("%s is empty", name)
		}
	}
}

// bare starts a screen without OpenGL and points DISPLAY at it.
func bare(ts *testscript.TestScript, _ bool, _ []string) {
	in, out, err := os.Pipe()
	ts.Check(err)
	defer in.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-extension", "GLX", "-screen", "0", "640x480x24")
	x.ExtraFiles = []*os.File{out}
	err = x.Start()
	out.Close()
	ts.Check(err)
	ts.Defer(func() {
		_ = x.Process.Kill() // it may have ended by itself
		_ = x.Wait()
	})
	number, err := bufio.NewReader(in).ReadString('\n') // comes when the screen is there
	ts.Check(err)
	ts.Setenv("DISPLAY", ":"+strings.TrimSpace(number))
}
