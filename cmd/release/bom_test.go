package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheBillNamesEverythingWithALicence(t *testing.T) {
	j := testJob(t)
	b, err := j.bill()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, c := range b.Parts {
		if c.Version == "" || len(c.Licences) != 1 || c.Licences[0].Expression == "" {
			t.Errorf("%+v", c)
		}
		names[c.Name] = c.Licences[0].Expression
	}
	for name, want := range map[string]string{
		"std":                           "BSD-3-Clause",
		"fyne.io/fyne/v2":               "BSD-3-Clause AND MIT AND OFL-1.1",
		"fonts/Literata_400Regular.ttf": "OFL-1.1",
		"hyphen/de.trie":                "MIT",
	} {
		if names[name] != want {
			t.Errorf("%s: %q, want %q", name, names[name], want)
		}
	}
	files, err := j.foreigners()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if names[f.File] != f.Licence {
			t.Errorf("%s: %q", f.File, names[f.File])
		}
	}
	again, err := j.bill()
	if err != nil || again.Serial != b.Serial {
		t.Errorf("the same bill has the numbers %s and %s (%v)", b.Serial, again.Serial, err)
	}
}

func TestEveryLicenceTextIsPassedOn(t *testing.T) {
	j := testJob(t)
	n, err := j.notices()
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"SIL OPEN FONT LICENSE", "Apache License", "github.com/go-gl/glfw", "Camilla", "hyphen/hyph-de-1996.tex"} {
		if !strings.Contains(string(n[0].Data), words) {
			t.Errorf("the notices lack %q", words)
		}
	}
}

func TestLicencesAreKnownByTheirWords(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted,\nfree of charge":        "MIT",
		"Redistributions in binary form … Neither the name of": "BSD-3-Clause",
		"Redistributions in binary form must":                  "BSD-2-Clause",
		"all rights reserved":                                  "",
	} {
		if got := spdx(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	if _, err := (module{Path: "x", texts: map[string]string{"LICENSE": "all rights reserved"}}).licences(); err == nil {
		t.Error("an unknown licence passes")
	}
	if _, err := (module{Path: "x"}).licences(); err == nil {
		t.Error("a module without a licence passes")
	}
}

// minisign runs the tool as somebody does who has downloaded something.
func minisign(t *testing.T, j job, args ...string) error {
	t.Helper()
	cmd := exec.Command("go", append([]string{"tool", "-modfile=.tools/go.mod", "minisign"}, args...)...)
	cmd.Dir = j.root
	out, err := cmd.CombinedOutput()
	t.Logf("minisign %v: %s", args, out)
	return err
}

func TestChecksumsAreSignedAndTamperingIsSeen(t *testing.T) {
	j := testJob(t)
	if err := os.WriteFile(filepath.Join(j.dist, "lesestein_"+j.Version+".deb"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(j.work, "key.pub")
	j.key = filepath.Join(j.work, "key")
	if err := minisign(t, j, "-G", "-W", "-p", public, "-s", j.key); err != nil {
		t.Fatal(err)
	}
	if err := makeSums(j); err != nil {
		t.Fatal(err)
	}
	sums, signature := filepath.Join(j.dist, sumsFile), filepath.Join(j.dist, signatureFile)
	if err := minisign(t, j, "-V", "-p", public, "-x", signature, "-m", sums); err != nil {
		t.Error("the signature does not hold")
	}
	text, err := os.ReadFile(sums)
	if err != nil {
		t.Fatal(err)
	}
	if want := "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  lesestein_" + j.Version + ".deb\n"; string(text) != want {
		t.Errorf("%q, want %q", text, want)
	}
	if err := os.WriteFile(sums, append(text, ' '), 0o644); err != nil {
		t.Fatal(err)
	}
	if minisign(t, j, "-V", "-p", public, "-x", signature, "-m", sums) == nil {
		t.Error("changed checksums pass")
	}
	j.key = "" // a run without a key leaves no signature of an earlier one
	if err := makeSums(j); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(signature); !os.IsNotExist(err) {
		t.Errorf("an old signature is still there: %v", err)
	}
}
