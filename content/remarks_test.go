package content

import (
	"testing"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/markup"
	"lesestein/content/note"
	"lesestein/content/subject"
)

// FuzzRemarks looks for remarks in one text with a list of its own: each stands in a line
// of the text and has words.
func FuzzRemarks(f *testing.F) {
	f.Add("Der Krieg.\n", "[war]\nwords = [\"krieg*\"]\n", "war: Der Krieg")
	f.Add("::: note war 1\nline: Hier lesen Sie.\nsummary: Achtung!\n\nMord[^a]\n:::\n\n[^a]: Mord\n", "[death]\nwords = [\"mord\", \"der .. fiel\"]\nnot = [\"x\"]\n", "death: Mord")
	f.Add("Die Menschen wurden ermordet.\\\nDas Haus des Zaren. 50 %\n", "[death]\nwords = [\"*mord*\"]\n", "")
	f.Fuzz(func(t *testing.T, text, list, phrase string) {
		text, list = text[:min(len(text), 1200)], list[:min(len(list), 600)] // what goes wrong goes wrong in a few lines
		table, err := subject.Parse([]byte(list))
		if err != nil {
			table = nil
		}
		parsed, _ := markup.Parse("in.md", "de", []byte(text), markup.Options{LineStarts: true})
		file := textFile{kind: exhibit.Easy, lang: "de", name: "in.md", parsed: parsed}
		shown := []exhibit.Rendition{{Kind: exhibit.Easy, Lang: "de", File: "in.md", Text: parsed.Text(note.Assessment{})}}
		var r remarks
		for _, n := range file.lines() {
			r.line(n)
		}
		r.easy(file)
		r.alone(shown)
		r.open(shown, finders([]string{"de"}, SubjectLists{"de": table}, nil), []reviewed{{phrase: phrase, pos: doc.Pos{File: "in.md", Line: 1}}})
		for _, p := range r.list {
			if p.Pos.File == "" || p.Pos.Line < 0 || p.Sentence.String() == "" || !p.Remark {
				t.Errorf("%+v", p)
			}
		}
	})
}
