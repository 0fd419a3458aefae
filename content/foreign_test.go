package content_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"lesestein/content"
)

// zipped is an archive with one file in it, not compressed.
func zipped(t *testing.T, name, data string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err == nil {
		_, err = w.Write([]byte(data))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAFileThatIsNoTextIsNotOpenedAsOne: what it is decides its first bytes, and its name
// does not.
func TestAFileThatIsNoTextIsNotOpenedAsOne(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want content.Kind
	}{
		"a.pdf":       {"%PDF-1.4\n1 0 obj\n", content.PDF},
		"pdf.txt":     {"%PDF-1.7\n%\xe2\xe3", content.PDF},
		"bild.png":    {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", content.Picture},
		"bild.md":     {"\xff\xd8\xff\xe0\x00\x10JFIF", content.Picture},
		"gif.txt":     {"GIF89a\x01\x00\x01\x00", content.Picture},
		"brief.docx":  {zipped(t, "[Content_Types].xml", "<Types/>"), content.Office},
		"brief.odt":   {zipped(t, "mimetype", "application/vnd.oasis.opendocument.text"), content.Office},
		"alt.doc":     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", content.Office},
		"leer.txt":    {"", content.Empty},
		"leer.epub":   {"", content.Empty},
		"kaputt.epub": {"PK\x03\x04kaputt", content.EPUB},
		"x.zip":       {zipped(t, "x.txt", "x"), content.EPUB},
		"lied.mp3":    {"ID3\x03\x00\x00\x00", content.Sound},
		"film.mp4":    {"\x00\x00\x00\x18ftypmp42", content.Sound},
		"buch.mobi":   {string(make([]byte, 60)) + "BOOKMOBI\x00", content.Kindle},
	} {
		file := filepath.Join(on(t, map[string]string{name: c.data}), name)
		_, err := content.Open(file)
		var e *content.OpenError
		if !errors.As(err, &e) || e.Kind != c.want {
			t.Errorf("%s: %v, kind %q and not %q", name, err, e.Kind, c.want)
		}
	}
}

// TestATextMayBeginLikeAFileOfAnotherKind: words about formats are words.
func TestATextMayBeginLikeAFileOfAnotherKind(t *testing.T) {
	for _, words := range []string{"GIF89a ist ein Format.", "ID3 heißt ein Verfahren.", "OggS", "MZ", "Der ftyp", "PK\n", "RIFF"} {
		file := filepath.Join(on(t, map[string]string{"a.txt": words}), "a.txt")
		if _, err := content.Open(file); err != nil {
			t.Errorf("%q: %v", words, err)
		}
	}
}

// TestAFolderWithoutAnExhibitionSaysThatItIsOne, and one with a broken exhibition does
// not.
func TestAFolderWithoutAnExhibitionSaysThatItIsOne(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  content.Kind
	}{
		"books":  {map[string]string{"a.txt": "a"}, content.Folder},
		"broken": {map[string]string{"exhibition.toml": "{"}, content.Unknown},
	} {
		_, err := content.Open(on(t, c.files))
		var e *content.OpenError
		if !errors.As(err, &e) || e.Kind != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAFileThatMayNotBeReadSaysSo.
func TestAFileThatMayNotBeReadSaysSo(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("who may read everything is refused nothing")
		return
	}
	file := filepath.Join(on(t, map[string]string{"a.txt": "a"}), "a.txt")
	if err := os.Chmod(file, 0); err != nil {
		t.Fatal(err)
	}
	_, err := content.Open(file)
	var e *content.OpenError
	if !errors.As(err, &e) || e.Kind != content.Denied {
		t.Errorf("%v", err)
	}
}
