package content_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

func embedded(t *testing.T) exhibit.Exhibition {
	t.Helper()
	x, problems := content.Load(content.Embedded())
	for _, p := range problems {
		t.Error(p)
	}
	return x
}

// opened discloses all of a text.
func opened(text note.Text) note.Visible {
	o := note.Opened{}
	for _, p := range text.Passages() {
		o[p.ID] = note.Read
	}
	return note.Disclose(text, note.Default(), o)
}

// each calls f for every text of the exhibition.
func each(x exhibit.Exhibition, f func(name string, r exhibit.Rendition)) {
	for _, r := range x.Intro {
		f(r.File, r)
	}
	for _, room := range x.Rooms {
		for _, r := range room.Renditions {
			f(r.File, r)
		}
	}
}

func TestTheEmbeddedExhibitionHasNoProblems(t *testing.T) {
	x := embedded(t)
	var ids []string
	for _, r := range x.Rooms {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "1917 1945 1990" {
		t.Errorf("the rooms are %s", got)
	}
	if got := strings.Join(x.Languages, " "); got != "de en" {
		t.Errorf("the languages are %s", got)
	}
	if len(x.Credits.Authors) == 0 || x.Published.Imprint["de"] == "" || x.Published.Imprint["en"] == "" || x.Published.Date == "" {
		t.Error("the imprint or the authors are missing")
	}
	if x.Published.Licence != "CC BY 4.0" {
		t.Errorf("the licence of the texts is %s, want CC BY 4.0", x.Published.Licence)
	}
}

func TestTextsAreAsLongAsTheyAreMeantToBe(t *testing.T) {
	limits := map[string][2]int{exhibit.Panel: {75, 100}, exhibit.Short: {200, 300}, exhibit.Standard: {1200, 2500}}
	for _, room := range embedded(t).Rooms {
		for kind, limit := range limits {
			for _, lang := range []string{"de", "en"} {
				r, ok := room.Rendition(kind, lang)
				if !ok {
					t.Errorf("%s has no %s in %s", room.ID, kind, lang)
					continue
				}
				n := 0
				for _, it := range opened(r.Text).Items() {
					if !it.Block.Extent.Apparatus && it.Block.Kind != doc.PullQuote {
						n += len(strings.Fields(it.Block.Text()))
					}
				}
				if n < limit[0] || n > limit[1] {
					t.Errorf("%s has %d words, want %d to %d", r.File, n, limit[0], limit[1])
				}
			}
		}
	}
}

// TestEasyVersionsAreShortAndCalledWhatTheyAre: 25 to 40 sentences, a line each, with
// help in the last section; nothing is called by the name that needs test readers.
func TestEasyVersionsAreShortAndCalledWhatTheyAre(t *testing.T) {
	for _, room := range embedded(t).Rooms {
		for _, r := range room.Renditions {
			if r.Kind != exhibit.Easy {
				continue
			}
			n, last := 0, ""
			for _, it := range opened(r.Text).Items() {
				if it.Block.Kind == doc.Heading {
					last = it.Block.ID
					continue
				}
				n += len(strings.Split(it.Block.Text(), "\n"))
			}
			if n < 25 || n > 40 || !strings.Contains(last, "hilfe") {
				t.Errorf("%s has %d lines, want 25 to 40; its last section is %q", r.File, n, last)
			}
		}
	}
	for _, name := range []string{"../README.md", "../assets/message/de.toml", "../assets/message/en.toml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := regexp.MustCompile(`(?i)leichter? sprache|easy[- ]read\b`).Find(data); m != nil {
			t.Errorf("%s: %q needs people who tested it", name, m)
		}
	}
}

func TestARoomHasWhatBelongsToIt(t *testing.T) {
	for _, room := range embedded(t).Rooms {
		for _, lang := range []string{"de", "en"} {
			r, _ := room.Rendition(exhibit.Standard, lang)
			v := opened(r.Text)
			count := map[doc.Kind]int{}
			common := 0
			for _, it := range v.Items() {
				count[it.Block.Kind]++
				if it.Block.Event != nil && it.Block.Event.Common {
					common++
				}
			}
			for _, c := range []struct {
				what      string
				n         int
				low, high int
			}{
				{"glossary entries", count[doc.Entry], 12, 40},
				{"events", count[doc.Event], 8, 40},
				{"common events", common, 4, 6},
				{"sources", count[doc.Source], 5, 40},
				{"pull quotes", count[doc.PullQuote], 1, 5},
				{"footnotes", len(v.Footnotes()), 5, 40},
			} {
				if c.n < c.low || c.n > c.high {
					t.Errorf("%s in %s has %d %s, want %d to %d", room.ID, lang, c.n, c.what, c.low, c.high)
				}
			}
		}
	}
}

func TestPullQuotesAreSentencesOfTheText(t *testing.T) {
	each(embedded(t), func(name string, r exhibit.Rendition) {
		items := opened(r.Text).Items()
		for _, q := range items {
			if q.Block.Kind != doc.PullQuote {
				continue
			}
			if !slices.ContainsFunc(items, func(it note.Item) bool {
				return it.Block.Kind != doc.PullQuote && strings.Contains(it.Block.Text(), q.Block.Text())
			}) {
				t.Errorf("%s: no paragraph has the pull quote %q", name, q.Block.Text())
			}
		}
	})
}

func TestTheGravestPassagesFold(t *testing.T) {
	room, _ := embedded(t).Room("1945")
	for _, lang := range []string{"de", "en"} {
		r, _ := room.Rendition(exhibit.Standard, lang)
		v := note.Disclose(r.Text, note.Default(), nil)
		folded, marked := 0, 0
		for _, it := range v.Items() {
			switch {
			case it.Notice != nil:
				folded++
				if it.Notice.Line == "" || it.Notice.Summary == "" {
					t.Errorf("%s in %s has no line or no summary", it.Notice.Passage, lang)
				}
				if !citesAWork(opened(r.Text), it.Notice.Passage) {
					t.Errorf("%s in %s cites no work", it.Notice.Passage, lang)
				}
			case it.Cover != nil && it.Cover.Marked && it.Cover.First:
				marked++
			}
		}
		if folded < 3 || marked < 1 {
			t.Errorf("%s: %d passages fold and %d are marked, want 3 and 1", lang, folded, marked)
		}
	}
}

var year = regexp.MustCompile(`\b(19|20)\d\d\b`)

// citesAWork reports whether a passage has a footnote that names a work: a title
// in emphasis and a year.
func citesAWork(v note.Visible, passage string) bool {
	for _, it := range v.Items() {
		if it.Cover == nil || it.Cover.Passage != passage {
			continue
		}
		for _, s := range it.Block.Spans {
			f, _ := v.Footnote(s.Footnote)
			for _, b := range f.Blocks {
				titled := slices.ContainsFunc(b.Spans, func(s doc.Span) bool { return s.Emphasis })
				if titled && year.MatchString(b.Text()) {
					return true
				}
			}
		}
	}
	return false
}

func TestTheOtherRoomsHaveNotesOfLevelOne(t *testing.T) {
	x := embedded(t)
	for _, id := range []string{"1917", "1990"} {
		room, _ := x.Room(id)
		r, _ := room.Rendition(exhibit.Standard, "de")
		if !slices.ContainsFunc(r.Text.Passages(), func(p note.Passage) bool {
			return slices.ContainsFunc(p.Tags, func(t note.Tag) bool { return t.Level == note.Mentioned })
		}) {
			t.Errorf("%s has no note of level 1", id)
		}
	}
}

func TestPanelsStayAtLevelOne(t *testing.T) {
	snippets, _ := note.Preset("snippets")
	for _, room := range embedded(t).Rooms {
		for _, r := range room.Renditions {
			if r.Kind != exhibit.Panel {
				continue
			}
			for _, it := range note.Disclose(r.Text, snippets, nil).Items() {
				if it.Notice != nil {
					t.Errorf("%s has a passage above level 1", r.File)
				}
			}
		}
	}
}

func TestTheReviewIsHonest(t *testing.T) {
	for _, room := range embedded(t).Rooms {
		if s := room.Review.State; s != exhibit.Draft && s != exhibit.Editorial {
			t.Errorf("%s says it was reviewed as %s", room.ID, s)
		}
		if got := room.Review.Remark["de"]; got != "Fachlich noch nicht geprüft" {
			t.Errorf("%s says %q", room.ID, got)
		}
		if room.Assessment.Status != note.Assessed || room.Assessment.Date == "" || room.Assessment.Assessor["de"] == "" {
			t.Errorf("the notes of %s: %+v", room.ID, room.Assessment)
		}
	}
}

func TestTheContactsAreThere(t *testing.T) {
	var got []string
	for _, c := range embedded(t).Contacts {
		got = append(got, strings.TrimSpace(string(c.Kind)+" "+c.Number))
		if c.Region == "" || c.Answers() && c.Sure.Published == 0 || c.What["en"] == "" || c.Hours["en"] == "" || c.Languages["en"] == "" {
			t.Errorf("the contact %s is not complete", c.ID)
		}
	}
	want := "staff, helpline 116 016, helpline 0800 22 55 530, helpline 116 123, helpline 0800 1110111"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// TestNoContactClaimsACheckThatNobodyMade: nobody rang for this edition, so no day is
// shown, and services that nobody has asked are not named to visitors.
func TestNoContactClaimsACheckThatNobodyMade(t *testing.T) {
	x := embedded(t)
	for _, c := range append(x.Contacts, x.Published.Prepared...) {
		if c.Sure.Checked() || c.Sure.On != "" {
			t.Errorf("%s says that somebody made sure: %+v", c.ID, c.Sure)
		}
	}
	if len(x.Published.Prepared) == 0 {
		t.Error("no contact is prepared")
	}
}

// written collects every word of the exhibition that a person reads, with where
// it stands.
func written(x exhibit.Exhibition) map[string][]string {
	out := map[string][]string{}
	add := func(lang, where, words string) { out[lang] = append(out[lang], where+"\x00"+words) }
	table := func(where string, list ...exhibit.Words) {
		for _, w := range list {
			for lang, words := range w {
				add(lang, where, words)
			}
		}
	}
	table("exhibition.toml", x.Title, x.Subtitle, x.Published.Imprint)
	for lang, sentences := range x.Attract.Sentences {
		add(lang, "exhibition.toml", strings.Join(sentences, "\n"))
	}
	for _, c := range x.Contacts {
		table("contact "+c.ID, c.Name, c.What, c.Hours, c.Languages)
	}
	for _, r := range x.Rooms {
		table(r.ID+"/room.toml", r.Title, r.Span, r.Teaser, r.Review.Remark)
	}
	each(x, func(name string, r exhibit.Rendition) {
		v := opened(r.Text)
		for _, p := range r.Text.Passages() {
			add(r.Lang, name, p.Line)
			add(r.Lang, name, p.Summary)
		}
		for _, it := range v.Items() {
			where := fmt.Sprintf("%s:%d", it.Block.Pos.File, it.Block.Pos.Line)
			add(r.Lang, where, it.Block.Text())
			if it.Block.Event != nil {
				add(r.Lang, where, it.Block.Event.When)
			}
		}
		for _, f := range v.Footnotes() {
			for _, b := range f.Blocks {
				add(r.Lang, fmt.Sprintf("%s:%d", b.Pos.File, b.Pos.Line), b.Text())
			}
		}
	})
	return out
}

var tight = regexp.MustCompile(`\b(z\. ?B|d\. ?h|u\. ?a|S\. ?\d|Nr\. ?\d|Bd\. ?\d|\d\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))`)

// counted is a number with what it counts, or a name with its number, that a line
// break could part. Years are no such numbers.
var counted = regexp.MustCompile(`\b(\d[\d.,]* (Prozent|percent|per cent|%|Millionen|Milliarden|million|billion|Meter|Kilometer|metres|kilometres|km|` +
	`Uhr|Euro|Mark|Menschen|Frauen|Männer|Kinder|Soldaten|Tote|people|women|men|children|soldiers|` +
	`January|February|March|April|May|June|July|August|September|October|November|December)|(Artikel|Article|no\.|p\.|pp\.|vol\.) \d+)\b`)

var aYear = regexp.MustCompile(`^(1[89]|20)\d\d `)

// parted are the places of words where a line break parts what belongs together.
func parted(words string) []string {
	return slices.DeleteFunc(counted.FindAllString(words, -1), aYear.MatchString)
}

func TestGermanTypography(t *testing.T) {
	for _, entry := range written(embedded(t))["de"] {
		where, words, _ := strings.Cut(entry, "\x00")
		if strings.ContainsAny(words, `"'`) {
			t.Errorf("%s has straight quotation marks: %s", where, words)
		}
		if got, want := strings.Count(words, "„"), strings.Count(words, "“")-strings.Count(words, "”"); got != want && !strings.Contains(words, "”") {
			t.Errorf("%s has %d „ and %d “: %s", where, got, want, words)
		}
		for _, m := range tight.FindAllString(words, -1) {
			t.Errorf("%s has a place where a line can break, “%s”: %s", where, m, words)
		}
		for _, m := range parted(words) {
			t.Errorf("%s has a place where a line can break, “%s”: %s", where, m, words)
		}
		if strings.Contains(words, "—") || strings.Contains(words, " - ") || strings.Contains(words, "...") {
			t.Errorf("%s has a dash or dots of another language: %s", where, words)
		}
	}
}

func TestEnglishTypography(t *testing.T) {
	for _, entry := range written(embedded(t))["en"] {
		where, words, _ := strings.Cut(entry, "\x00")
		if strings.ContainsAny(words, `"'`) {
			t.Errorf("%s has straight quotation marks: %s", where, words)
		}
		german := strings.Count(words, "„")
		if opening, closing := strings.Count(words, "“")-german, strings.Count(words, "”"); opening != closing {
			t.Errorf("%s has %d “ and %d ”: %s", where, opening, closing, words)
		}
		for _, m := range parted(words) {
			t.Errorf("%s has a place where a line can break, “%s”: %s", where, m, words)
		}
		if strings.Contains(words, "—") || strings.Contains(words, " - ") || strings.Contains(words, "...") {
			t.Errorf("%s has a hyphen or an em dash for a spaced en dash, or three full stops: %s", where, words)
		}
	}
}

func TestTheSnippetsOfARoomStandInNoPassage(t *testing.T) {
	x := embedded(t)
	snippets, _ := note.Preset("snippets")
	each(x, func(name string, r exhibit.Rendition) {
		all, some := opened(r.Text), note.Disclose(r.Text, snippets, nil)
		open := map[string]bool{}
		for _, it := range some.Items() {
			if it.Block != nil {
				open[it.Block.ID] = true
			}
		}
		for _, it := range all.Items() {
			for _, s := range x.Attract.Sentences[r.Lang] {
				if !open[it.Block.ID] && strings.Contains(it.Block.Text(), s) {
					t.Errorf("%s: the attract sentence %q stands in a passage", name, s)
				}
			}
		}
	})
}
