package content_test

import (
	"bytes"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/note"
)

func BenchmarkLoadEmbedded(b *testing.B) {
	for b.Loop() {
		content.Load(content.Embedded())
	}
}

// BenchmarkPlain reads a book of a million characters, from its bytes to what is
// shown.
func BenchmarkPlain(b *testing.B) {
	sentence := "Die Straße war leer, und niemand wusste, wie lange das so bleiben würde. "
	var book bytes.Buffer
	for book.Len() < 1_000_000 {
		book.WriteString(strings.Repeat(sentence, 5) + "\n")
	}
	b.SetBytes(int64(book.Len()))
	for b.Loop() {
		text, _ := content.Plain("buch.txt", bytes.NewReader(book.Bytes()))
		note.Disclose(text, note.Default(), nil)
	}
}
