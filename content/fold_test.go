package content_test

import (
	"io/fs"
	"path"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/content/subject"
)

// throughout are the rooms that say that they deal with a subject throughout: who has
// it folded always finds one notice in place of each of their texts.
var throughout = map[string][]note.Category{}

// TestFoldingASubjectLeavesNoWordOfItOpen folds each of the categories in each text of
// the embedded exhibition, as the station's button "always fold" does, and looks for
// the words that name it in what is still shown. Only notices, titles of rooms, and what
// the authors have looked at are left out; a room that deals with a subject throughout
// is opened as well, unless it is named above.
func TestFoldingASubjectLeavesNoWordOfItOpen(t *testing.T) {
	x := embedded(t)
	lists := map[string]subject.List{}
	for lang, table := range subjectLists(t) {
		lists[lang], _ = table.List()
	}
	known, phrases := map[string][]subject.Hit{}, reviewedPhrases(t)
	each(x, func(name string, r exhibit.Rendition) {
		for _, c := range note.Categories() {
			opened := note.Opened{note.WholePassage: note.Read}
			if slices.Contains(throughout[path.Dir(name)], c) {
				opened = nil
			}
			p := note.Default()
			p.Category = map[note.Category]note.Rule{c: note.AlwaysFold}
			for _, loose := range []note.Policy{p, subject.Folding(c)} {
				for where, words := range shownWords(note.Disclose(r.Text, loose, opened)) {
					hits, ok := known[r.Lang+words]
					if !ok {
						hits = lists[r.Lang].Find(words)
						known[r.Lang+words] = hits
					}
					for _, phrase := range append(slices.Clip(phrases["."]), phrases[path.Dir(where.File)]...) {
						hits = slices.DeleteFunc(slices.Clone(hits), func(h subject.Hit) bool { return subject.Covers(phrase, words, h) })
					}
					for _, h := range hits {
						if h.Category == c {
							t.Errorf("%s:%d: with %s folded, “%s” stays open", where.File, where.Line, c, h.Words)
						}
					}
				}
			}
		}
	})
}

// reviewedPhrases are what the authors of the embedded exhibition have looked at, by the
// folder of the table that says so.
func reviewedPhrases(t *testing.T) map[string][]string {
	out := map[string][]string{}
	for _, pattern := range []string{"exhibition.toml", "*/room.toml"} {
		names, err := fs.Glob(content.Embedded(), pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", pattern, names, err)
		}
		for _, name := range names {
			var table struct{ Notes struct{ Reviewed []string } }
			if _, err := toml.DecodeFS(content.Embedded(), name, &table); err != nil {
				t.Fatal(err)
			}
			out[path.Dir(name)] = table.Notes.Reviewed
		}
	}
	return out
}

// shownWords is every word that is shown, by the place it was written at.
func shownWords(v note.Visible) map[doc.Pos]string {
	out := map[doc.Pos]string{}
	add := func(b doc.Block) {
		words := b.Text()
		if b.Entry != nil {
			words += "\n" + b.Entry.Term
		}
		if b.Figure != nil {
			words += "\n" + b.Figure.Alt + "\n" + b.Figure.Credit
		}
		out[b.Pos] += words + "\n"
	}
	for _, it := range v.Items() {
		if it.Block != nil {
			add(*it.Block)
		}
	}
	for _, f := range v.Footnotes() {
		for _, b := range f.Blocks {
			add(b)
		}
	}
	return out
}

func TestTheEmbeddedExhibitionHasNoRemarks(t *testing.T) {
	for _, p := range content.Remarks(content.Embedded(), subjectLists(t)) {
		t.Error(p)
	}
}
