package inline

import (
	"strings"
	"sync"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
	"lesestein/ui/typeset/internal/hyphen"
)

// Setter sets paragraphs. It is immutable but for its cache of words and safe
// for concurrent use; a program needs one.
type Setter struct {
	faces    *face.Table
	patterns map[string]*hyphen.Patterns
	leaning  leaning
	mu       sync.RWMutex
	stores   map[storeKey]*store
	breakers sync.Pool
}

type storeKey struct {
	face   frame.Face
	lang   string
	spaced bool // without ligatures
}

// New makes a setter of fonts, patterns and the words that lean on what follows. The
// patterns' keys are "de", "en-gb" and "en-us"; a language without patterns is not
// hyphenated. Those of the words are "de" and "en".
func New(faces *face.Table, patterns map[string]*hyphen.Patterns, leaning map[string][]byte) *Setter {
	s := &Setter{faces: faces, patterns: patterns, leaning: newLeaning(leaning), stores: map[storeKey]*store{}}
	s.breakers.New = func() any { return &breaker{} }
	return s
}

// Faces returns the setter's fonts.
func (s *Setter) Faces() *face.Table { return s.faces }

// patternsFor picks the patterns of a language: American English has its own,
// all other English is divided as in Britain.
func (s *Setter) patternsFor(lang string) *hyphen.Patterns {
	lang = strings.ToLower(lang)
	primary, _, _ := strings.Cut(lang, "-")
	switch {
	case lang == "en-us":
		return s.patterns["en-us"]
	case primary == "en":
		return s.patterns["en-gb"]
	default:
		return s.patterns[primary]
	}
}

// store returns the words of a face in a language, with ligatures or without.
func (s *Setter) store(key storeKey) *store {
	s.mu.RLock()
	st := s.stores[key]
	s.mu.RUnlock()
	if st != nil {
		return st
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if st = s.stores[key]; st == nil {
		st = newStore(s, key)
		s.stores[key] = st
	}
	return st
}

// Lines prepares, breaks and places a paragraph.
func (s *Setter) Lines(para Para, params Params) []frame.Line {
	para.Spaced = params.LetterSpace != 0
	p := s.Prepare(para)
	breaks := s.Break(p, params)
	lines := make([]frame.Line, len(breaks))
	for i, b := range breaks {
		lines[i] = s.Line(p, params, b)
	}
	return lines
}
