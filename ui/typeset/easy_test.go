package typeset_test

import (
	"strings"
	"testing"

	"lesestein/assets"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// easyGroups is an easy text: a sentence a line, groups of sentences.
var easyGroups = map[string][][]string{
	"de": {
		{"Das war vor mehr als 100 Jahren.", "In Russland war Krieg.", "Viele Menschen hatten Hunger."},
		{"Im Herbst 1917 nahmen die Bolschewiki mit Waffen die Macht.", "Bürger-Krieg heißt: Menschen aus einem Land kämpfen gegeneinander."},
		{"Sprechen Sie mit den Menschen, die hier arbeiten.", "Am 9. Februar 1990 sprach James Baker aus den USA mit Michail Gorbatschow aus der Sowjet-Union.", "Der Anruf kostet nichts."},
		{"Die Soldaten von Japan zwangen Frauen und Mädchen aus vielen Ländern.", "Viele Frauen erzählten von der Gewalt, manche auch vor Gericht.", "Aber viele Menschen wollten nicht zuhören."},
	},
	"en": {
		{"In 1917 there was a war.", "Many people in Russia were hungry.", "Women and men in the city of Petrograd went on strike."},
		{"On 9 February 1990 James Baker from the USA talked to Mikhail Gorbachev from the Soviet Union.", "Baker asked something like this: What if NATO goes no further to the east?"},
		{"Talk to the people who work here.", "German soldiers, SS men and police did sexualised violence to women and girls.", "The call is free."},
	},
}

// easyText is the groups of a language, several times over.
func easyText(lang string) (d doc.Document, sentences []string) {
	d.Lang = lang
	for n := range 6 {
		if n%2 == 0 {
			d.Blocks = append(d.Blocks, h(2, "h"+string(rune('a'+n)), "Was war vorher?"))
		}
		for _, group := range easyGroups[lang] {
			b := doc.Block{Kind: doc.Paragraph}
			for i, s := range group {
				b.Spans = append(b.Spans, doc.Span{Text: s, Newline: i < len(group)-1})
				sentences = append(sentences, s)
			}
			d.Blocks = append(d.Blocks, b)
		}
	}
	return d, sentences
}

// easySpecs are windows that an easy text is read in.
func easySpecs() map[string]typeset.Spec {
	specs := map[string]typeset.Spec{}
	for name, s := range map[string]typeset.Spec{
		"1920x1080": window(1920, 1080, 31), "1080x1920": window(1080, 1920, 46), "1280x800": window(1280, 800, 24),
		"3840x2160": window(3840, 2160, 62), "800x600": window(800, 600, 30),
	} {
		s.Setting.Easy = true
		specs[name] = s
	}
	return specs
}

// easyPages are the lines of an easy text, page by page.
func easyPages(t *testing.T, lang string, spec typeset.Spec) (pages [][]frame.Line, sentences []string) {
	t.Helper()
	d, sentences := easyText(lang)
	b := setter(t).Open(typeset.Work{Text: note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil), Words: words()}, spec)
	if err := b.Paginate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i := range b.Pages() {
		sp := b.Spread(i)
		if len(sp.Pages) != 1 {
			t.Fatalf("spread %d has %d pages", i, len(sp.Pages))
		}
		var lines []frame.Line
		for _, l := range sp.Pages[0].Lines {
			if l.Start < l.End {
				lines = append(lines, l)
			}
		}
		pages = append(pages, lines)
	}
	return pages, sentences
}

// TestAnEasySentenceBeginsALine: one line start for each sentence, in one column, and
// no line ends with a word that leans on what follows, or inside a word.
func TestAnEasySentenceBeginsALine(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Phrases(lang)
		if err != nil {
			t.Fatal(err)
		}
		leaning := strings.Fields(string(data))
		for name, spec := range easySpecs() {
			pages, sentences := easyPages(t, lang, spec)
			var lines []frame.Line
			for _, p := range pages {
				lines = append(lines, p...)
			}
			next := 0
			for _, l := range lines {
				text := strings.TrimSpace(l.Text())
				if text == "Was war vorher?" {
					continue
				}
				switch {
				case strings.HasPrefix(sentences[next], text):
					sentences[next] = strings.TrimSpace(strings.TrimPrefix(sentences[next], text))
				default:
					t.Fatalf("%s, %s: the line %q goes on with another sentence than %q", lang, name, text, sentences[next])
				}
				if sentences[next] == "" {
					next++
					continue
				}
				words := strings.Fields(text)
				last := strings.ToLower(words[len(words)-1])
				for _, w := range leaning {
					if strings.TrimPrefix(w, "+") == last {
						t.Errorf("%s, %s: a line ends in an article, a preposition or the like: %q", lang, name, text)
					}
				}
				if l.Hyphen || l.Divided {
					t.Errorf("%s, %s: a line ends inside a word: %q", lang, name, text)
				}
			}
			if next != len(sentences) {
				t.Errorf("%s, %s: %d sentences of %d", lang, name, next, len(sentences))
			}
		}
	}
}

// TestAnEasyGroupStaysOnOnePage: with a blank row above it, the same everywhere.
func TestAnEasyGroupStaysOnOnePage(t *testing.T) {
	for name, spec := range easySpecs() {
		pages, _ := easyPages(t, "de", spec)
		if len(pages) < 2 {
			t.Fatalf("%s: %d pages", name, len(pages))
		}
		first, last := map[string]bool{}, map[string]bool{}
		for _, g := range easyGroups["de"] {
			first[strings.Fields(g[0])[0]+" "+strings.Fields(g[0])[1]] = true
			last[g[len(g)-1]] = true
		}
		row := frame.Unit(0)
		for _, lines := range pages {
			for i := 1; i < len(lines); i++ {
				if d := lines[i].Baseline - lines[i-1].Baseline; row == 0 || d < row {
					row = d
				}
			}
		}
		for n, lines := range pages {
			head, foot := strings.TrimSpace(lines[0].Text()), strings.TrimSpace(lines[len(lines)-1].Text())
			words := strings.Fields(head)
			if !first[words[0]+" "+words[1]] && head != "Was war vorher?" {
				t.Errorf("%s: page %d begins inside a group: %q", name, n+1, head)
			}
			ends := false
			for l := range last {
				ends = ends || strings.HasSuffix(l, foot)
			}
			if !ends {
				t.Errorf("%s: page %d ends inside a group: %q", name, n+1, foot)
			}
			for i := 1; i < len(lines); i++ {
				if d := lines[i].Baseline - lines[i-1].Baseline; d != row && d != 2*row {
					t.Errorf("%s: page %d: %d between two lines, a row has %d", name, n+1, d, row)
				}
			}
		}
	}
}

// TestAnEasyTextIsPlain: upright, without serifs, not wider than 55 characters.
func TestAnEasyTextIsPlain(t *testing.T) {
	for name, spec := range easySpecs() {
		spec.Family, spec.Format = typeset.Sans, typeset.Double
		pages, _ := easyPages(t, "de", spec)
		for _, lines := range pages {
			for _, l := range lines {
				for _, r := range l.Runs {
					if r.Face != frame.Interface && r.Face != frame.InterfaceSemibold {
						t.Errorf("%s: %q is set in face %d", name, r.Text, r.Face)
					}
				}
				if n := len([]rune(strings.TrimSpace(l.Text()))); n > 62 {
					t.Errorf("%s: a line has %d characters: %q", name, n, l.Text())
				}
			}
		}
	}
}
