package screen

import (
	"testing"

	"lesestein/ui/state"
)

func BenchmarkCompose(b *testing.B) {
	for _, j := range journeys() {
		b.Run(j.name, func(b *testing.B) {
			g := play(b, look{1920, 1080, 100, "de"}, j)
			in := Input{State: g.s, Words: g.words, Set: g.set, Exhibition: g.x, Book: Book{Spread: g.shown, Visible: g.seen}}
			b.ReportAllocs()
			for b.Loop() {
				Compose(in)
			}
		})
	}
}

func BenchmarkUpdate(b *testing.B) {
	g := play(b, look{1920, 1080, 100, "de"}, journeys()[5])
	g.screen()
	b.ReportAllocs()
	for b.Loop() {
		state.Update(g.s, state.Press{Key: state.KeyTab})
	}
}
