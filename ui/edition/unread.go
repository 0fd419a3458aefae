package edition

import (
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// ProblemKey is what the keys of the sentences begin with that say why a text
// cannot be read; the sentence's English form follows. An exhibition brings none.
const ProblemKey = "problem."

// why names the file of a text that cannot be read and the reason, for those who
// can do something about it.
func why(r exhibit.Rendition, words message.Catalogue) string {
	return r.File + ": " + r.Unread.In(func(form string) string {
		if words.Has(ProblemKey + form) {
			return words.T(ProblemKey + form)
		}
		return form
	})
}

// unread is what stands on the title page of a text whose words are not there: that
// it cannot be read here, and what can. What its apparatus is about is said as the
// shelf says it.
func unread(x exhibit.Exhibition, t state.Text, seen note.Visible, words message.Catalogue) []string {
	list := []string{words.T("unread.title")}
	separator := words.T("notes.separator")
	if left := left(x, t, seen, words); len(left) > 0 {
		list = append(list, words.T("unread.left", "list", strings.Join(left, separator)))
	}
	var langs []string
	for _, lang := range Library(x).In(t) {
		if r, ok := Rendition(x, t, lang); ok && r.Readable() {
			langs = append(langs, words.T("language."+lang))
		}
	}
	if len(langs) > 0 {
		list = append(list, words.T("unread.languages", "list", strings.Join(langs, separator)))
	}
	return append(list, screen.NoteGroups(seen.Tags(), words)...)
}

// left are the room's other texts in this language and the parts of the apparatus
// that can be read.
func left(x exhibit.Exhibition, t state.Text, seen note.Visible, words message.Catalogue) []string {
	var out []string
	for _, kind := range []string{exhibit.Standard, exhibit.Short, exhibit.Panel, exhibit.Easy} {
		other := state.Text{Room: t.Room, Kind: kind}
		if r, ok := Rendition(x, other, seen.Lang()); ok && r.Readable() && t.Kind != state.Intro {
			room, _ := x.Room(t.Room)
			out = append(out, screen.KindName(room, kind, words))
		}
	}
	for _, it := range seen.Items() {
		if it.Block == nil {
			continue
		}
		key, ok := map[doc.Kind]string{doc.Event: "read.chronology", doc.Entry: "read.glossary", doc.Source: "read.sources"}[it.Block.Kind]
		if part := words.T(key); ok && !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return out
}
