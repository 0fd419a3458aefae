package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/note"
)

func TestAllWaysToWriteAWordAreOne(t *testing.T) {
	for typed, texts := range map[string][]string{
		"strasse":        {"Straße", "STRASSE", "STRAẞE", "Stra\u00dfe", "Stra\u00adße", "stra\u2027sse"},
		"Straße":         {"strasse", "Strasse"},
		"Bäume":          {"bäume", "Baume", "Baeume", "BÄUME", "Ba\u0308ume"},
		"baeume":         {"Bäume", "Baeume"},
		"baume":          {"Bäume", "Baume"},
		"oestlich":       {"Östlich", "östlich"},
		"Lodz":           {"Łódź", "ŁÓDŹ"},
		"oevre":          {"Œvre", "œvre"},
		"cafe":           {"Café", "café", "CAFE\u0301"},
		"елка":           {"Ёлка", "ёлка", "елка"},
		"мой":            {"мой", "МОЙ"},
		"οδος":           {"ΟΔΟΣ", "οδός"},
		"sos":            {"ſos", "SOS"},
		"geht's":         {"geht’s", "gehts", "geht‘s"},
		"10 Mark":        {"10\u00a0Mark", "10\u202fMark", "10  Mark", "10\nMark"},
		"schülerinnen":   {"Schüler·innen", "Schüler\u00adinnen"},
		"Sonder-Zug":     {"Sonder\u2011Zug", "Sonder–Zug"},
		"office":         {"oﬃce"},
		"„am Kreuz“":     {"am\u00a0Kreuz", "„Am Kreuz“", "am »Kreuz«"},
		"שלום":           {"שָׁלוֹם"},
		"Frauen, Lager!": {"Lager der Frauen"},
	} {
		for _, text := range texts {
			if Parse(typed).Count(norm.NFC.String(text)) == 0 {
				t.Errorf("%q does not find %q", typed, text)
			}
		}
	}
	for typed, text := range map[string]string{
		"e": "ä", "мои": "мой", "か": "が", "=": "≠", "\"b a\"": "a b", "a c": "a b", "\"a b\"": "a, b", "aa": "a a", "": "a", "„“": "a", " ": "a b",
	} {
		if n := Parse(typed).Count(text); n != 0 {
			t.Errorf("%q finds %q %d times", typed, text, n)
		}
	}
}

// naive is where a term stands, as it is defined: from each letter on, the shortest
// stretch whose folding begins with the term.
func naive(text string, t term) []Span {
	runes := []rune(text)
	var out []Span
	for i := 0; i < len(runes); i++ {
		end := -1
		for r := range readings {
			if c := fold(string(runes[i]), r); c == "" || c == " " {
				continue
			}
			for j := i + 1; j <= len(runes); j++ {
				if strings.HasPrefix(fold(string(runes[i:j]), r), t[r]) {
					end = max(end, j)
					break
				}
			}
		}
		if end > 0 {
			out = append(out, Span{i, end})
			i = end - 1
		}
	}
	return out
}

func TestEachPlaceIsFoundThatANaiveSearchFinds(t *testing.T) {
	known := newLetters()
	tricky := rapid.SampledFrom([]rune("aäAÄeEoöuüßsSſ  \u00a0\n„“'’\u00adёеийæøœéxǖ-–가각"))
	texts := rapid.StringOfN(tricky, 0, 24, -1)
	rapid.Check(t, func(t *rapid.T) {
		text := norm.NFC.String(texts.Draw(t, "text"))
		typed := rapid.StringOfN(tricky, 1, 3, -1).Draw(t, "typed")
		if rapid.Bool().Draw(t, "part") && text != "" {
			r := []rune(text)
			from := rapid.IntRange(0, len(r)-1).Draw(t, "from")
			typed = string(r[from:min(len(r), from+rapid.IntRange(1, 4).Draw(t, "length"))])
		}
		q := Parse("\"" + strings.NewReplacer("„", "", "“", "").Replace(typed))
		if q.Empty() {
			return
		}
		got := q.in(nil, (*letters)(nil).folded(text), text)
		if want := naive(text, q.terms[0]); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: %v, naive %v", typed, text, got, want)
		}
		if a, b := known.folded(text), (*letters)(nil).folded(text); a != b {
			t.Fatalf("the table folds %q to %q, without it %q", text, a, b)
		}
	})
}

func FuzzNothingTypedBreaksASearch(f *testing.F) {
	f.Add("„so“ und so", "so „und so")
	f.Add("a\u0308\u0308", "ä \"")
	f.Fuzz(func(t *testing.T, text, typed string) {
		n := len([]rune(text))
		last, spans := 0, Parse(typed).in(nil, (*letters)(nil).folded(text), text)
		for _, s := range spans {
			if s.From < last || s.To <= s.From || s.To > n {
				t.Fatalf("%q in %q: %v", typed, text, spans)
			}
			last = s.To
		}
	})
}

// seen is what is shown of some blocks and footnotes.
func seen(blocks []doc.Block, notes ...doc.Footnote) note.Visible {
	return note.Disclose(note.New(doc.Document{Lang: "de", Blocks: blocks, Footnotes: notes}, nil, note.Assessment{}), note.Default(), nil)
}

func para(id string, spans ...doc.Span) doc.Block { return doc.Block{ID: id, Spans: spans} }

func all(v note.Visible, typed string) []Hit {
	s := NewText(v).Search(Parse(typed))
	for !s.Step(1) {
	}
	return s.Hits()
}

func TestAFootnotesHitStandsWhereItsMarkDoes(t *testing.T) {
	v := seen([]doc.Block{
		para("a.1", doc.Span{Text: "Eine Fähre"}, doc.Span{Footnote: "f"}, doc.Span{Text: " und eine Fähre"}),
		para("a.2", doc.Span{Text: "keine Faehre"}),
		{ID: "glossary.faehre", Kind: doc.Entry, Entry: &doc.EntryData{ID: "faehre", Term: "Fähre"}, Spans: []doc.Span{{Text: "ein Boot"}}},
	}, doc.Footnote{ID: "f", Number: 1, Blocks: []doc.Block{para("f.1", doc.Span{Text: "die Fähre am Kai"})}})
	var got []string
	for _, h := range all(v, "Fähre") {
		got = append(got, fmt.Sprintf("%d-%d at %d %s.%d %+v", h.From, h.To, h.At, h.Block, h.Offset, Around(v, h, 8, 6)))
	}
	want := []string{
		"5-10 at 5 a.1.5 {Before:Eine  Found:Fähre Behind: und}",
		"50-55 at 9 a.1.9 {Before:die  Found:Fähre Behind: am}",
		"20-25 at 20 a.1.20 {Before:… eine  Found:Fähre Behind:}",
		"31-37 at 31 a.2.6 {Before:keine  Found:Faehre Behind:}",
		"37-37 at 37 glossary.faehre.0 {Before: Found:Fähre Behind: ein}",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSeveralWordsAreOneHitInAParagraphInAnyOrder(t *testing.T) {
	v := seen([]doc.Block{
		para("a.1", doc.Span{Text: "Am Morgen kam die Fähre, am Morgen"}),
		para("a.2", doc.Span{Text: "Die Fähre kam am Abend"}),
		para("a.3", doc.Span{Text: "die fähre am morgen"}),
	})
	hits := all(v, "fähre morgen")
	if len(hits) != 2 || len(hits[0].Spans()) != 3 || hits[0].Span != (Span{3, 9}) || hits[1].Block != "a.3" {
		t.Errorf("%+v", hits)
	}
	if hits := all(v, "„die fähre am“"); len(hits) != 1 || hits[0].Block != "a.3" {
		t.Errorf("the phrase is found at %+v", hits)
	}
}

func TestNothingFoldedIsFoundAndItCanBeCounted(t *testing.T) {
	text := note.New(doc.Document{Lang: "de", Blocks: []doc.Block{para("a.1", doc.Span{Text: "Fähre"}), para("a.2", doc.Span{Text: "Fähre, Fähre"})}},
		[]note.Placed{{Passage: note.Passage{ID: "p1", Fold: true}, First: 1, Last: 1}}, note.Assessment{})
	hits := all(note.Disclose(text, note.Default(), nil), "fahre")
	folded := note.CountFolded(text, note.Default(), nil, Parse("fahre").Count)
	if len(hits) != 1 || hits[0].Block != "a.1" || len(folded) != 1 || folded[0].Count != 2 {
		t.Errorf("found %+v, folded %+v", hits, folded)
	}
}

// million is a text of a million characters with one word of its own near its end.
func million(alphabet string) note.Visible {
	var blocks []doc.Block
	letters := []rune(alphabet)
	for n, at := 0, 0; n < 1_000_000; {
		var b strings.Builder
		for b.Len() < 900 {
			at = (at*48271 + 11) % 2147483647
			for i := range 2 + at%9 {
				b.WriteRune(letters[(at/7+i*i*13)%len(letters)])
			}
			b.WriteByte(' ')
		}
		if n > 990_000 {
			b.WriteString("Weidenkämpe")
		}
		blocks = append(blocks, para(fmt.Sprint("a.", len(blocks)), doc.Span{Text: b.String()}))
		n += len([]rune(b.String()))
	}
	return seen(blocks)
}

// BenchmarkAMillionCharacters measures how long the first hit takes that stands near the
// end: when nothing is folded yet, and for each further key. Both are to be under a
// frame, 16 ms.
func BenchmarkAMillionCharacters(b *testing.B) {
	for name, alphabet := range map[string]string{"Latin": "abcdeeeefghiiilmnnnoprrsstttuüäöß", "Cyrillic": "абвгдееёжзийклмноопрстуфхцчшщыьэюя"} {
		v := million(alphabet)
		first := func(b *testing.B, t *Text) {
			s := t.Search(Parse("weidenkaempe"))
			for len(s.Hits()) == 0 && !s.Step(1<<16) {
			}
			if len(s.Hits()) == 0 {
				b.Fatal("not found")
			}
		}
		b.Run(name+"/unfolded", func(b *testing.B) {
			for range b.N {
				first(b, NewText(v))
			}
		})
		ready := NewText(v)
		first(b, ready)
		b.Run(name+"/folded", func(b *testing.B) {
			for range b.N {
				first(b, ready)
			}
		})
		b.Run(name+"/one letter, all", func(b *testing.B) {
			for range b.N {
				s := ready.Search(Parse(string([]rune(alphabet)[4])))
				for !s.Step(1 << 16) {
				}
			}
		})
		b.Run(name+"/longest slice", func(b *testing.B) {
			longest := time.Duration(0)
			for range b.N {
				s := NewText(v).Search(Parse("e"))
				for done := false; !done; {
					began := time.Now()
					done = s.Step(1 << 16)
					longest = max(longest, time.Since(began))
				}
			}
			b.ReportMetric(float64(longest.Microseconds()), "µs/slice")
		})
	}
}

func TestAHitOfATextThatWasChangedHasAnExcerptAllTheSame(t *testing.T) {
	v := seen([]doc.Block{para("a.1", doc.Span{Text: "kurz"}), para("a.2", doc.Span{Text: ""}), para("a.3", doc.Span{Text: "auch kurz"})})
	for from := -3; from < 40; from++ {
		for _, to := range []int{from, from + 1, from + 30, from - 2} {
			Around(v, Hit{Span: Span{from, to}}, 3, 3)
		}
	}
}
