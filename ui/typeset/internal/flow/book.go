package flow

import (
	"context"
	"sync"

	"lesestein/ui/typeset/frame"
)

// FrontOffset is the place of the title page, before the text's first letter.
const FrontOffset = -1

// Book is a Work set to a Spec, and the caches of that. Safe for concurrent use.
type Book struct {
	layout *layout
	mu     sync.Mutex
	sheets []sheet
	done   bool
}

// Open returns a book of which nothing is set yet.
func (s *Setter) Open(w Work, sp Spec) *Book { return &Book{layout: newLayout(s, w, sp)} }

func (b *Book) Spec() Spec                                            { return b.layout.geo.spec }
func (b *Book) PerSpread() int                                        { return b.layout.geo.perSpread() }
func (b *Book) SpreadAt(ctx context.Context, offset int) frame.Spread { return frame.Spread{} }
func (b *Book) Paginate(ctx context.Context) error                    { return nil }
func (b *Book) Count() int                                            { return 0 }
func (b *Book) Pages() int                                            { return 0 }
func (b *Book) Spread(i int) frame.Spread                             { return frame.Spread{} }
func (b *Book) IndexOf(offset int) int                                { return -1 }
func (b *Book) Dump() string                                          { return "" }
