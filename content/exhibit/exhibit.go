// Package exhibit holds what an exhibition is made of, as plain values: rooms
// and their renditions, people, contacts, rights. It reads no file and knows no
// pixel; content.Load fills it from an exhibition's folder and checks it.
//
// # Words
//
//   - Exhibition: several rooms under one title; the unit that is opened.
//   - Room: one subject, with a large mark, a title, a span of time, a teaser.
//   - Rendition: one text of a room in one language and one kind (panel, short,
//     standard, easy, audio, sign-language video). Renditions are aligned by the
//     ids of their headings.
//   - Words: what a person reads, by language.
//
// # Files
//
//   - exhibit.go: Exhibition, Room, Rendition, Words;
//   - people.go: who made it, who examined it, whom to turn to;
//   - figure.go: rights of pictures, and the exhibition without those that ended;
//   - due.go: what has run out;
//   - vocabulary.go: words of the interface that it brings.
//
// # Invariants
//
//   - Values are never changed after they were loaded; they may be shared between
//     goroutines. Maps and slices must not be written to.
//   - A missing translation is absent. Nothing falls back to another language;
//     who shows it says that it is missing.
//   - No clock: what depends on the day is given the day.
//   - Texts are note.Text: their words are behind note.Disclose.
package exhibit

import (
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// Words is one text that a person reads, by BCP 47 language.
type Words map[string]string

// In returns the words in a language: as named, or else for the language without
// its region and script ("de" for "de-AT"). Never another language.
func (w Words) In(lang string) (string, bool) {
	for lang != "" {
		if s, ok := w[lang]; ok && s != "" {
			return s, true
		}
		i := strings.LastIndexByte(lang, '-')
		if i < 0 {
			break
		}
		lang = lang[:i]
	}
	return "", false
}

// Exhibition is several rooms under one title.
type Exhibition struct {
	ID        string
	Languages []string // BCP 47; the first is the default
	Title     Words
	Subtitle  Words
	Published Publication
	Credits   Credits
	Contacts  []Contact // in the order shown: staff first
	Attract   Attract
	Rooms     []Room      // in the order shown
	Intro     []Rendition // "standard", one a language; ends with the common time line
	// Interface is words of the interface that the exhibition brings.
	Interface []Vocabulary
	Book      bool // it is one text in a file, made an exhibition with that text alone
}

// Publication is what an imprint says.
type Publication struct {
	Edition     string
	Date        string // ISO 8601
	Licence     string
	Imprint     Words // who answers for it; paragraphs are separated by a blank line
	Corrections []Correction
	Feedback    string    // an address for corrections, or empty
	Prepared    []Contact // whom nobody has asked yet whether they want to be named; never shown
}

// Correction is a change that was made after the publication.
type Correction struct {
	Date string // ISO 8601
	Text Words
}

// Attract is what an unattended station shows: levels 0 and 1 only.
type Attract struct {
	Sentences map[string][]string // by language
}

// Room returns a room by its id.
func (e Exhibition) Room(id string) (Room, bool) {
	for _, r := range e.Rooms {
		if r.ID == id {
			return r, true
		}
	}
	return Room{}, false
}

// Introduction returns the introduction in a language.
func (e Exhibition) Introduction(lang string) (Rendition, bool) {
	return pick(e.Intro, Standard, lang)
}

// The kinds of renditions.
const (
	Standard = "standard" // the main text, with its apparatus
	Short    = "short"    // some 250 words
	Panel    = "panel"    // read standing
	Easy     = "easy"     // short sentences, a line each, set larger
	Audio    = "audio"
	Sign     = "sign" // sign-language video
)

// Room is one subject of an exhibition.
type Room struct {
	ID         string
	Mark       string // any short text, often a year
	Title      Words
	Span       Words // what time and place are meant
	Teaser     Words
	Renditions []Rendition
	Review     Review
	Easy       EasyReview
	Assessment note.Assessment
	Figures    []Figure // the rights of the pictures that its texts use
}

// Rendition returns the room's rendition of a kind in a language. Nothing falls
// back: a missing one is to be said.
func (r Room) Rendition(kind, lang string) (Rendition, bool) {
	return pick(r.Renditions, kind, lang)
}

// Main is the kind of text that the room opens with in a language: the main text, or
// the easy version where the room has no other.
func (r Room) Main(lang string) string {
	if _, ok := r.Rendition(Standard, lang); !ok {
		if _, ok := r.Rendition(Easy, lang); ok {
			return Easy
		}
	}
	return Standard
}

func pick(all []Rendition, kind, lang string) (Rendition, bool) {
	for _, r := range all {
		if r.Kind == kind && r.Lang == lang {
			return r, true
		}
	}
	return Rendition{}, false
}

// Readable reports whether the words of the text are there.
func (r Rendition) Readable() bool { return r.Unread.Form == "" }

// Rendition is one form of a room's text in one language.
type Rendition struct {
	Kind string
	Lang string    // BCP 47
	Text note.Text // of written renditions
	File string    // from the exhibition's folder
	// Unread is why the words of File are not in Text; the zero Sentence: they are.
	// The apparatus is in Text all the same.
	Unread doc.Sentence
	Cues   []Cue // of audio and video: where the sections begin
}

// Cue says where a section begins in a recording.
type Cue struct {
	Section string  // id of a heading of the standard text
	At      float64 // seconds from the start
}
