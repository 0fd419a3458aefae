package subject_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lesestein/assets"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/content/subject"
)

// program is the program's own list of a language.
func program(t testing.TB, lang string) subject.List {
	t.Helper()
	data, err := assets.Subjects(lang)
	if err != nil {
		t.Fatal(err)
	}
	table, err := subject.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	list, faults := table.List()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return list
}

// said is "category: words" of what a list finds.
func said(l subject.List, text string) string {
	var out []string
	for _, h := range l.Find(text) {
		out = append(out, string(h.Category)+": "+h.Words)
	}
	return strings.Join(out, "; ")
}

func TestTheListsFindWhatNamesASubject(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Der Krieg ging weiter.", "war: Krieg"},
		{"de", "Im Bürger-Krieg", "war: Bürger-Krieg"},
		{"de", "Im Bürger·krieg", "war: Bürger·krieg"},
		{"de", "Der Kalte Krieg endete.", ""},
		{"de", "In der Nachkriegszeit", ""},
		{"de", "KRIEGSENDE", "war: KRIEGSENDE"},
		{"de", "Viele nahmen sich in diesen Wochen das Leben.", "death: nahmen sich in diesen Wochen das Leben; suicide: nahmen sich in diesen Wochen das Leben"},
		{"de", "Nach einem Attentat auf einen Beamten hatte er Angst.", "death: Attentat"},
		{"de", "Die Tat und der Täter, tätig in der Stadt.", ""},
		{"de", "Männer und Jungen waren betroffen.", "children: Jungen"},
		{"de", "von jungen Gefangenen", ""},
		{"de", "das Militärbordell", "sexual-violence: Militärbordell"},
		{"de", "Die Vergewaltigungen hörten nicht auf.", "sexual-violence: Vergewaltigungen"},
		{"de", "Sie hatte eine Sehnsucht und war entschlossen.", ""},
		{"de", "Die US-Armee richtete dafür Soldaten hin.", "death: richtete dafür Soldaten hin"},
		{"de", "Er kam um die Ecke.", ""},
		{"de", "Der Vertrieb der Ware, die Gesamtzahl, die Qualität", ""},
		{"en", "The war went on.", "war: war"},
		{"en", "In the post-war years and the Cold War", ""},
		{"en", "She spoke of brothels.", "sexual-violence: brothels"},
		{"en", "People took their own lives.", "death: took their own lives; suicide: took their own lives"},
		{"en", "the executive, a deadline, a grandchild", ""},
		{"en", "the army’s “comfort women”", "sexual-violence: comfort women; slurs: comfort women"},
		{"en", "doctors experimented on prisoners", "torture: experimented on"},
	} {
		got := said(program(t, c.lang), c.text)
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestEveryCategoryHasWordsInBothLanguages(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		data, _ := assets.Subjects(lang)
		table, err := subject.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range note.Categories() {
			if len(table[c].Words) < 10 {
				t.Errorf("%s has %d words of %s, want 10 or more", lang, len(table[c].Words), c)
			}
			seen := map[string]bool{}
			for _, w := range append(slices.Clone(table[c].Words), table[c].Not...) {
				if seen[w] {
					t.Errorf("%s, %s: %q stands there twice", lang, c, w)
				}
				seen[w] = true
			}
		}
	}
}

func TestAnExhibitionAddsAndRemoves(t *testing.T) {
	base := subject.Table{note.War: {Words: []string{"krieg*", "front"}}}
	own := subject.Table{note.War: {Words: []string{"feldpost*"}, Remove: []string{"front"}}}
	list, faults := own.On(base).List()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if got := said(list, "Feldpost von der Front im Krieg"); got != "war: Feldpost; war: Krieg" {
		t.Error(got)
	}
	if got := base[note.War].Words; len(got) != 2 {
		t.Errorf("the list that it was put upon became %q", got)
	}
}

func TestFaultsAreNamed(t *testing.T) {
	for entry, want := range map[string]string{
		"a*b":               "asterisk",
		"*":                 "no letters",
		"":                  "empty",
		".. a":              "between words",
		"a .. .. b":         "between words",
		"a b c d e f g h i": "9 words",
	} {
		_, faults := subject.Table{note.War: {Words: []string{entry}}}.List()
		if len(faults) != 1 || !strings.Contains(faults[0].Said.String(), want) {
			t.Errorf("%q: %v, want something of %q", entry, faults, want)
		}
	}
	if _, faults := (subject.Table{"peace": {}}).List(); len(faults) != 1 {
		t.Errorf("an unknown category: %v", faults)
	}
	for _, broken := range []string{"[war", "[war]\nword = ['a']", "[war]\nwords = 'a'", "[peace]\nwords = ['a']", "[war]\nwords = ['*']"} {
		if _, err := subject.Parse([]byte(broken)); err == nil {
			t.Errorf("%q is taken", broken)
		}
	}
}

func TestReviewedWordsCoverTheirHits(t *testing.T) {
	list := program(t, "de")
	text := "Er starb in New York. Sie starb im Lager."
	hits := list.Find(text)
	if len(hits) != 2 {
		t.Fatal(hits)
	}
	left := uncovered(text, hits, "death: starb in New York", "war: starb im Lager", "nonsense")
	if len(left) != 1 || left[0].Offset != strings.LastIndex(text, "starb") {
		t.Errorf("left %v", left)
	}
	twice := "Krieg, aber Krieg"
	if left := uncovered(twice, list.Find(twice), "war: aber Krieg"); len(left) != 1 || left[0].Offset != 0 {
		t.Errorf("left %v", left)
	}
}

// uncovered leaves out the hits that phrases cover.
func uncovered(text string, hits []subject.Hit, phrases ...string) []subject.Hit {
	return slices.DeleteFunc(hits, func(h subject.Hit) bool {
		return slices.ContainsFunc(phrases, func(p string) bool { return subject.Covers(p, text, h) })
	})
}

// words are what random texts are made of: with hits, parts of hits and none.
var words = []string{
	"Krieg", "krieg", "Bürger-Krieg", "der", "Kalter", "kalten", "Tod", "nahm", "sich", "das", "Leben", "griff", "an", ".", "!", ",", "\n", "Vergewaltigung", "Kinder",
	"Jungen", "jungen", "starb", "Straße", "ä", "\u00AD", "\u2027", "-", "’", "’s", "Hunger", "Trauma", "Tier", "Massenmord", "\xff", "A\u0308", "richtete", "hin", "Ehre", "verletzt",
}

func randomWords(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 30).Draw(t, "words"), rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "between"))
}

func TestWhatIsFoundStandsInTheText(t *testing.T) {
	list := program(t, "de")
	rapid.Check(t, func(t *rapid.T) {
		text := randomWords(t)
		behind := map[note.Category]int{}
		for _, h := range list.Find(text) {
			if h.Words == "" || text[h.Offset:h.End()] != h.Words {
				t.Fatalf("%+v is not in %q", h, text)
			}
			if h.Offset < behind[h.Category] {
				t.Fatalf("%+v lies over the one before in %q", h, text)
			}
			behind[h.Category] = h.End()
		}
	})
}

// randomText is a text of one paragraph to each draw, with notes on some.
func randomText(t *rapid.T) (doc.Document, []note.Placed) {
	d := doc.Document{Lang: "de"}
	var placed []note.Placed
	for i := range rapid.IntRange(1, 6).Draw(t, "blocks") {
		kind := rapid.SampledFrom([]doc.Kind{doc.Paragraph, doc.Heading, doc.PullQuote, doc.Source}).Draw(t, "kind")
		d.Blocks = append(d.Blocks, doc.Block{ID: "top." + string(rune('a'+i)), Kind: kind, Spans: []doc.Span{{Text: randomWords(t)}}})
		if tags := randomTags(t); len(tags) > 0 {
			placed = append(placed, note.Placed{Passage: note.Passage{Tags: tags}, First: i, Last: i})
		}
	}
	return d, placed
}

func randomTags(t *rapid.T) []note.Tag {
	var tags []note.Tag
	for _, c := range rapid.SliceOfNDistinct(rapid.SampledFrom(note.Categories()), 0, 3, rapid.ID[note.Category]).Draw(t, "tags") {
		tags = append(tags, note.Tag{Category: c, Level: note.Level(rapid.IntRange(1, 3).Draw(t, "level"))})
	}
	return tags
}

func TestAddingANoteNeverAddsAHit(t *testing.T) {
	list := program(t, "de")
	rapid.Check(t, func(t *rapid.T) {
		d, placed := randomText(t)
		before := list.Open(note.New(d, placed, note.Assessment{}), nil)
		more := slices.Clone(placed)
		at := rapid.IntRange(0, len(d.Blocks)-1).Draw(t, "at")
		tag := note.Tag{Category: rapid.SampledFrom(note.Categories()).Draw(t, "more"), Level: note.Mentioned}
		if i := slices.IndexFunc(more, func(p note.Placed) bool { return p.First == at }); i >= 0 {
			more[i].Tags = append(slices.Clone(more[i].Tags), tag)
		} else {
			more = append(more, note.Placed{Passage: note.Passage{Tags: []note.Tag{tag}}, First: at, Last: at})
		}
		after := list.Open(note.New(d, more, note.Assessment{}), nil)
		for _, f := range after {
			if !slices.Contains(before, f) {
				t.Fatalf("with the note %v, %+v is open", tag, f)
			}
		}
	})
}

func TestFoldingASubjectRemovesWhatCarriesIt(t *testing.T) {
	list := program(t, "de")
	rapid.Check(t, func(t *rapid.T) {
		d, placed := randomText(t)
		for i := range d.Blocks { // every block carries what it names
			var tags []note.Tag
			for _, h := range list.Find(d.Blocks[i].Text()) {
				tags = append(tags, note.Tag{Category: h.Category, Level: note.Mentioned})
			}
			if len(tags) > 0 {
				placed = append(placed, note.Placed{Passage: note.Passage{Tags: tags}, First: i, Last: i})
			}
		}
		if open := list.Open(note.New(d, placed, note.Assessment{}), nil); len(open) > 0 {
			t.Fatalf("open: %+v", open)
		}
	})
}

func TestAWholeRoomFoldsAsOne(t *testing.T) {
	list := program(t, "de")
	d := doc.Document{Lang: "de", Blocks: []doc.Block{
		{ID: "top.1", Spans: []doc.Span{{Text: "Der Krieg."}}}, {ID: "top.2", Spans: []doc.Span{{Text: "Ein Tod.", Footnote: ""}, {Footnote: "a"}}},
	}, Footnotes: []doc.Footnote{{ID: "a", Number: 1, Blocks: []doc.Block{{Spans: []doc.Span{{Text: "Im Krieg."}}}}}}}
	whole := note.Assessment{Status: note.Assessed, Whole: note.Whole{Categories: []note.Category{note.War}}}
	text := note.New(d, nil, whole)
	for _, f := range list.Open(text, nil) {
		if f.Category == note.War {
			t.Errorf("%+v is open", f)
		}
	}
	v := note.Disclose(text, subject.Folding(note.War), nil)
	if items := v.Items(); len(items) != 1 || items[0].Notice == nil || items[0].Notice.Passage != note.WholePassage {
		t.Fatalf("%+v", items)
	}
	if len(v.Footnotes()) > 0 {
		t.Error("a footnote stays open")
	}
	if n := len(note.Disclose(text, subject.Folding(note.War), note.Opened{note.WholePassage: note.Read}).Items()); n != 2 {
		t.Errorf("opened, it has %d items", n)
	}
	if n := len(note.Disclose(text, note.Default(), nil).Items()); n != 2 {
		t.Errorf("by default, it has %d items", n)
	}
}

func TestFindingTakesTimeInProportion(t *testing.T) {
	list := program(t, "de")
	for _, text := range []string{
		strings.Repeat("mord", 250_000), strings.Repeat("nahm sich ", 100_000), strings.Repeat("a-", 300_000), strings.Repeat("griff griff der ", 60_000),
	} {
		begin := time.Now()
		list.Find(text)
		if d := time.Since(begin); d > 20*time.Second {
			t.Errorf("%d bytes of %q… took %v", len(text), text[:10], d)
		}
	}
}

func FuzzFind(f *testing.F) {
	list := program(f, "de")
	for _, w := range words {
		f.Add(w + " Krieg das Leben")
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range list.Find(text) {
			if h.Offset < 0 || h.End() > len(text) || text[h.Offset:h.End()] != h.Words {
				t.Fatalf("%+v is not in %q", h, text)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("[war]\nwords = [\"krieg*\", \"griff .. an\"]\nnot = [\"kalter krieg\"]\n"))
	f.Add([]byte("[war]\nremove = [\"*\"]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := subject.Parse(data)
		if err != nil {
			return
		}
		list, faults := table.List()
		if len(faults) > 0 {
			t.Fatal("Parse took a list with faults")
		}
		list.Find(string(data))
	})
}
