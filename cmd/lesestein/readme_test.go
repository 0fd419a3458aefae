package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/message"
)

// testStation collects what one call says, in English.
func testStation() (st call.Streams, out, errs *bytes.Buffer) {
	out, errs = &bytes.Buffer{}, &bytes.Buffer{}
	return call.Streams{Out: out, Err: errs, Say: call.Catalogue("en")}, out, errs
}

// TestExampleOfReadmeIsAnExhibition writes the files of the README's example and
// checks them: what the README teaches must work.
func TestExampleOfReadmeIsAnExhibition(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	files := regexp.MustCompile("(?s)\n`(bruecke/[^`]+)`\n\n```[a-z]+\n(.*?)\n```\n").FindAllSubmatch(readme, -1)
	for _, f := range files {
		name := filepath.Join(dir, string(f[1]))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(f[2], '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) < 4 {
		t.Fatalf("the README has %d files of the example", len(files))
	}
	st, out, _ := testStation()
	if err := check(st, filepath.Join(dir, "bruecke")); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	var room string
	for _, f := range files {
		if d := filepath.Base(filepath.Dir(string(f[1]))); d != "bruecke" {
			room = d
		}
	}
	pages := filepath.Join(dir, "pages")
	if code := run([]string{"proof", filepath.Join(dir, "bruecke"), "--room", room, "-o", pages, "--size", "400x600"}, st); code != call.Done {
		t.Errorf("proof ends with %d: %s", code, out)
	}
}

// TestReadmeKnowsEveryKeyAndCommand holds the README's lists to the program's.
func TestReadmeKnowsEveryKeyAndCommand(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	st, _, _ := testStation()
	for _, c := range newRoot(st).Commands() {
		if !c.Hidden && c.Name() != "read" && !strings.Contains(readme, "lesestein "+c.Name()) {
			t.Errorf("the README does not name the command %s", c.Name())
		}
	}
	for _, key := range keysOf(st.Say) {
		if !strings.Contains(strings.ToLower(readme), strings.ToLower(key)) {
			t.Errorf("the README does not name the key %q", key)
		}
	}
}

// keysOf are the keys that the program's help names.
func keysOf(c message.Catalogue) []string {
	var keys []string
	for _, k := range c.Keys() {
		if strings.HasPrefix(k, "help.") && strings.HasSuffix(k, ".key") {
			keys = append(keys, c.T(k))
		}
	}
	return keys
}
