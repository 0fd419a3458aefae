package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// lay writes a file with its folders.
func lay(t testing.TB, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(text), 0o600))
}

func identify(t testing.TB, source string) ID {
	t.Helper()
	id, err := Identify(source)
	must(t, err)
	return id
}

func TestAFileIsTheSumOfItsBytesWhateverItIsCalled(t *testing.T) {
	folder := t.TempDir()
	a, b, other := filepath.Join(folder, "a.epub"), filepath.Join(folder, "deep", "b.txt"), filepath.Join(folder, "other.epub")
	lay(t, a, "abc")
	lay(t, b, "abc")
	lay(t, other, "abd")
	if got := identify(t, a); got.String() != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" { // FIPS 180-4
		t.Error(got)
	}
	if identify(t, a) != identify(t, b) || identify(t, a) == identify(t, other) {
		t.Error("a copy is another work, or another content the same")
	}
	must(t, os.Rename(a, filepath.Join(folder, "moved")))
	if identify(t, filepath.Join(folder, "moved")) != identify(t, b) {
		t.Error("a moved file is another work")
	}
	if _, err := Identify(a); err == nil {
		t.Error("what is not there is a work")
	}
	if sum := sha256.Sum256([]byte("abc")); hex.EncodeToString(sum[:]) != identify(t, b).String() {
		t.Error("not the SHA-256 of the bytes")
	}
}

func TestAFolderIsWhatIsInItWhateverItIsCalled(t *testing.T) {
	top := t.TempDir()
	made := func(name string) string {
		dir := filepath.Join(top, name)
		lay(t, filepath.Join(dir, "exhibition.toml"), `id = "x"`)
		lay(t, filepath.Join(dir, "1945", "text.de.md"), "Text")
		return dir
	}
	a, b := made("a"), made("b")
	was := identify(t, a)
	if identify(t, b) != was || identify(t, filepath.Join(a, "exhibition.toml")) != was {
		t.Error("a copy is another work")
	}
	for name, change := range map[string]func(dir string) error{
		"a word": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "1945", "text.de.md"), []byte("Tex!"), 0o600)
		},
		"a name":   func(dir string) error { return os.Rename(filepath.Join(dir, "1945"), filepath.Join(dir, "1946")) },
		"one more": func(dir string) error { return os.WriteFile(filepath.Join(dir, "more"), nil, 0o600) },
		"one less": func(dir string) error { return os.Remove(filepath.Join(dir, "1945", "text.de.md")) },
		"another one": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "exhibition.toml"), []byte(`id = "x" `), 0o600)
		},
	} {
		dir := made("changed-" + name)
		if identify(t, dir) != was {
			t.Fatal(name)
		}
		must(t, change(dir))
		if identify(t, dir) == was {
			t.Errorf("%s: the same work", name)
		}
	}
	for _, name := range []string{".git/HEAD", ".DS_Store", "1945/Thumbs.db", "1945/text.de.md~", "desktop.ini"} {
		lay(t, filepath.Join(b, name), "whatever a system leaves")
	}
	if identify(t, b) != was {
		t.Error("what a system left made another work")
	}
}

func TestALinkCountsByWhereItSaysThatItLeads(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // links are for administrators there
	}
	dir := t.TempDir()
	lay(t, filepath.Join(dir, "a"), "a")
	must(t, os.Symlink("/etc/passwd", filepath.Join(dir, "out")), os.Symlink("..", filepath.Join(dir, "round")))
	was := identify(t, dir)
	must(t, os.Remove(filepath.Join(dir, "out")), os.Symlink("/etc/hosts", filepath.Join(dir, "out")))
	if identify(t, dir) == was {
		t.Error("another link is the same work")
	}
}

func TestOfALargeFileInAFolderSizeAndEndsCount(t *testing.T) {
	dir := t.TempDir()
	film := bytes.Repeat([]byte("film"), whole/4+1)
	write := func(at int, b byte) ID {
		was := film[at]
		film[at] = b
		must(t, os.WriteFile(filepath.Join(dir, "film"), film, 0o600))
		film[at] = was
		return identify(t, dir)
	}
	was := write(0, 'f')
	if write(5, '!') == was || write(len(film)-5, '!') == was || write(0, 'f') != was {
		t.Error("its ends do not count")
	}
	film = append(film, 'x')
	if write(0, 'f') == was {
		t.Error("its size does not count")
	}
}

func TestTheEmbeddedExhibitionIsOneWork(t *testing.T) {
	if id := identify(t, ""); id == (ID{}) || id != identify(t, "") {
		t.Error(id)
	}
}

func BenchmarkIdentify(b *testing.B) {
	name := filepath.Join(b.TempDir(), "book.epub")
	must(b, os.WriteFile(name, bytes.Repeat([]byte("eight by"), 1<<17), 0o600))
	b.SetBytes(1 << 20)
	for b.Loop() {
		identify(b, name)
	}
}
