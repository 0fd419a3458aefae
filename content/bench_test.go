package content_test

import (
	"testing"

	"lesestein/content"
)

func BenchmarkLoadEmbedded(b *testing.B) {
	for b.Loop() {
		content.Load(content.Embedded())
	}
}
