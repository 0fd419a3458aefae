package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// A foreign is one entry of third-party.toml.
type foreign struct{ File, Origin, Version, Licence, Text, SHA256 string }

// licences are the ones that the project takes files under (SPDX). The last is
// "copying and distribution, with or without modification, are permitted".
var licences = []string{"OFL-1.1", "MIT", "FSFAP-no-warranty-disclaimer"}

func list(t *testing.T) []foreign {
	t.Helper()
	data, err := files.ReadFile("third-party.toml")
	if err != nil {
		t.Fatal(err)
	}
	var l struct{ File []foreign }
	meta, err := toml.Decode(string(data), &l)
	if err != nil {
		t.Fatal(err)
	}
	if u := meta.Undecoded(); len(u) > 0 {
		t.Errorf("third-party.toml: unknown keys %v", u)
	}
	return l.File
}

// ours reports whether a file under assets was written for Lesestein.
func ours(name string) bool {
	return path.Ext(name) == ".go" || path.Dir(name) == "message" || path.Dir(name) == "phrases" || path.Dir(name) == "subject" || name == "third-party.toml" ||
		strings.HasPrefix(name, "pictures/") || strings.HasPrefix(name, "packaging/")
}

func TestEveryForeignFileIsListed(t *testing.T) {
	var listed []string
	for _, f := range list(t) {
		listed = append(listed, f.File)
	}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || ours(name) || slices.Contains(listed, name) {
			return err
		}
		t.Errorf("%s: not in third-party.toml; where does it come from?", name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestListIsTrue(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range list(t) {
		if seen[f.File] {
			t.Errorf("%s: listed twice", f.File)
		}
		seen[f.File] = true
		data, err := os.ReadFile(f.File)
		if err != nil {
			t.Error(err)
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.SHA256 {
			t.Errorf("%s: has sha256 %x, the list says %s", f.File, sum, f.SHA256)
		}
		if f.Origin == "" || f.Version == "" {
			t.Errorf("%s: without origin or version", f.File)
		}
		if !slices.Contains(licences, f.Licence) {
			t.Errorf("%s: licence %q", f.File, f.Licence)
		}
		if _, err := os.Stat(f.Text); err != nil {
			t.Errorf("%s: no licence text: %v", f.File, err)
		}
	}
}

func TestAccessorsFindTheirFiles(t *testing.T) {
	for _, name := range []string{"Literata_400Regular", "AtkinsonHyperlegibleNext_400Regular", "SourceSans3_400Regular"} {
		if _, err := Font(name); err != nil {
			t.Error(err)
		}
	}
	for _, lang := range []string{"de", "en-gb", "en-us"} {
		if _, err := Patterns(lang); err != nil {
			t.Error(err)
		}
	}
	for _, lang := range []string{"de", "en"} {
		if _, err := Messages(lang); err != nil {
			t.Error(err)
		}
		if _, err := Phrases(lang); err != nil {
			t.Error(err)
		}
	}
	if _, err := Font("none"); err == nil {
		t.Error("a font that is not there was found")
	}
}
