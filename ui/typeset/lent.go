package typeset

import (
	"sync"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
	"lesestein/ui/typeset/internal/flow"
)

// Lent is a font file of a family that a reader lends.
type Lent = face.Lent

// Styles are the font files of a family. Without an italic or a bold the regular stands
// for it.
type Styles struct{ Regular, Italic, Bold Lent }

// lending is which families were lent, by name. Each keeps its faces for as long as the
// program runs, so that what is cached by face stays true.
type lending struct {
	mu    sync.Mutex
	names map[string]Family
}

// SetsText reports whether a font file can set running text: it can be read, and has the
// letters, figures and marks of the interface's languages. It takes some milliseconds.
func SetsText(l Lent) bool { return face.Sets(l) }

// Lend has a family set texts from now on, under its name. The files are read at once and
// not needed later. ok is false where the regular cannot be used, or frame.MostLent
// families are lent. A name is lent once.
func (s *Setter) Lend(name string, of Styles) (f Family, ok bool) {
	s.lent.mu.Lock()
	defer s.lent.mu.Unlock()
	if f, ok = s.lent.names[name]; ok {
		return f, true
	}
	n := len(s.lent.names)
	if err := s.lines.Faces().Lend(n, of.Regular, of.Italic, of.Bold); err != nil {
		return flow.Serif, false
	}
	s.flow.Lend(n)
	f = flow.Lent + Family(n)
	s.lent.names[name] = f
	return f, true
}

// Lent is the family that was lent under a name.
func (s *Setter) Lent(name string) (f Family, ok bool) {
	s.lent.mu.Lock()
	defer s.lent.mu.Unlock()
	f, ok = s.lent.names[name]
	return f, ok
}

// Regular is the regular face of a family that was lent.
func Regular(f Family) frame.Face {
	if f < flow.Lent {
		return frame.Serif
	}
	regular, _, _ := frame.Lent(int(f - flow.Lent))
	return regular
}
