package inline

import (
	"strings"
	"testing"

	"lesestein/ui/typeset/frame"
)

// breakable lists where lines of text may end, as the words before each place,
// "-" behind an added hyphen.
func breakable(s *Setter, text, lang string) string {
	p := s.Prepare(Para{Lang: lang, Spans: []Span{{Text: text, Face: frame.Serif, Size: em}}})
	bk := &breaker{narrow: 1000 * int(em)}
	params := bookParams(1000)
	bk.layPoints(p, &params)
	var sb strings.Builder
	last := 0
	runes := []rune(text)
	for _, pt := range bk.points[1:] {
		if pt.cost >= costHeld {
			continue
		}
		at := p.offset(mark{pt.item, pt.rune})
		sb.WriteString(strings.TrimRight(string(runes[last:at]), " "))
		if pt.reason == AtHyphen {
			sb.WriteByte('-')
		}
		sb.WriteByte('|')
		last = at
	}
	return sb.String()
}

func TestNoLineEndsWhereWordsBelongTogether(t *testing.T) {
	s := newSetter(t)
	for text, want := range map[string]string{
		"so z. B. am 9. Februar":    "so|z. B.|am|9. Fe-|bru-|ar|",
		"9 February 1990":           "9 Fe-|bru-|ary|1990|",
		"bei 12 km und 5 %":         "bei|12 km|und|5 %|",
		"A. F. Kerenski ging":       "A. F. Ke-|ren-|ski|ging|",
		"vgl. S. 12 und § 3":        "vgl.|S. 12|und|§ 3|",
		"Worte – und Taten":         "Wor-|te –|und|Ta-|ten|",
		"um 1917–1921 herum":        "um|1917–|1921|her-|um|",
		"NATO UND USA":              "NATO|UND|USA|",
		"E-Mail":                    "E-Mail|",
		"NATO-Gipfel":               "NATO-|Gip-|fel|",
		"Vor- und Nachteile":        "Vor-|und|Nach-|tei-|le|",
		"200.000 Menschen":          "200.000|Men-|schen|",
		"1990er Jahre":              "1990er|Jah-|re|",
		"Dr. Kohl sprach":           "Dr. Kohl|sprach|",
		"„Sicherheit“, rief":        "„Si-|cher-|heit“,|rief|",
		"Ur\u00ADlaubs\u00ADgruß":   "Ur\u00AD-|laubs\u00AD-|gruß|",
		"a\u00A0b c":                "a\u00A0b|c|",
		"KontrahentInnen":           "Kon-|tra-|hent|In-|nen|",
		"https://example.org/a/bcd": "https://|example|.org/|a/|bcd|",
	} {
		want = strings.ReplaceAll(want, "hent|In-", "hentIn-")
		if got := breakable(s, text, "de"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestEachLanguageHasItsOwnHyphens(t *testing.T) {
	s := newSetter(t)
	for lang, want := range map[string]string{
		"de": "hy-|phena-|ti-|on|", "en": "hy-|phen-|a-|tion|", "en-US": "hy-|phen-|ation|", "fr": "hyphenation|", "": "hyphenation|",
	} {
		if got := breakable(s, "hyphenation", lang); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
	mixed := Para{Lang: "de", Spans: []Span{
		{Text: "Man sagte ", Face: frame.Serif, Size: em}, {Text: "hyphenation", Lang: "en-US", Face: frame.SerifItalic, Size: em, Offset: 10},
	}}
	lines := s.Lines(mixed, bookParams(30))
	if n := len(lines[0].Runs); n != 2 || lines[0].Runs[1].Lang != "en-US" || lines[0].Runs[0].Lang != "de" {
		t.Errorf("runs %+v", lines[0].Runs)
	}
}

func TestAWordInTwoFacesIsNotHyphenated(t *testing.T) {
	s := newSetter(t)
	p := s.Prepare(Para{Lang: "de", Spans: []Span{
		{Text: "Sicher", Face: frame.SerifItalic, Size: em}, {Text: "heitsfrage", Face: frame.Serif, Size: em, Offset: 6},
	}})
	bk, params := &breaker{narrow: 1000 * int(em)}, bookParams(1000)
	bk.layPoints(p, &params)
	for _, pt := range bk.points {
		if pt.reason == AtHyphen {
			t.Errorf("a hyphen at %d", pt.rune)
		}
	}
}

func TestAWordBeforeASpaceOfAnotherSpanIsHyphenated(t *testing.T) {
	s := newSetter(t)
	p := s.Prepare(Para{Lang: "de", Spans: []Span{
		{Text: "Vaillant", Face: frame.Serif, Size: em}, {Text: " vor", Face: frame.Serif, Size: em, Offset: 8},
	}})
	bk, params := &breaker{narrow: 1000 * int(em)}, bookParams(1000)
	bk.layPoints(p, &params)
	if pt := bk.points[1]; pt.reason != AtHyphen || pt.rune != 4 {
		t.Errorf("the first place is %v at %d", pt.reason, pt.rune)
	}
}

func TestJustifiedLinesEndAtTheMeasureAndSpacesAreEqual(t *testing.T) {
	s := newSetter(t)
	params := bookParams(30)
	params.Hang = false
	p := s.Prepare(plain(sample))
	for _, b := range s.Break(p, params) {
		if b.Last {
			continue
		}
		line := s.Line(p, params, b)
		run := line.Runs[0]
		if got := run.X + run.Width; got != params.Measure {
			t.Errorf("%q ends at %d, the measure is %d", run.Text, got, params.Measure)
		}
		fit := s.Fit(p, params, b)
		narrow, wide := frame.Unit(1<<30), frame.Unit(0)
		for i := 1; i < len(run.Glyphs); i++ {
			before := run.Glyphs[i-1]
			if gap := run.Glyphs[i].X - before.X - before.Advance; gap > em/20 {
				narrow, wide = min(narrow, gap), max(wide, gap)
			}
		}
		if tracked := fit.Track/frame.Unit(fit.Letters-1) + 1; wide-narrow > 1+max(tracked, -tracked) {
			t.Errorf("%q: spaces from %d to %d", run.Text, narrow, wide)
		}
	}
}

func TestHangingPunctuationStandsOutOfTheMeasure(t *testing.T) {
	s := newSetter(t)
	params := bookParams(14)
	line := s.Lines(plain("„Sicherheit“, sagte man damals in Moskau, und niemand widersprach."), params)[0]
	if line.Runs[0].X >= 0 {
		t.Errorf("the opening quotation mark stands at %d", line.Runs[0].X)
	}
	params.Align = Ragged
	params.Hang = false
	if x := s.Lines(plain("„Sicherheit“"), params)[0].Runs[0].X; x != 0 {
		t.Errorf("without hanging the line begins at %d", x)
	}
}

func TestCentredAndEndAlignedLinesStandWhereTheyShould(t *testing.T) {
	s := newSetter(t)
	params := Params{Measure: 20 * em, Align: Centre}
	run := s.Lines(plain("Mitte"), params)[0].Runs[0]
	if left, right := run.X, params.Measure-run.X-run.Width; left-right > 1 || right-left > 1 {
		t.Errorf("centred with %d and %d beside it", left, right)
	}
	params.Align = End
	if run = s.Lines(plain("Ende"), params)[0].Runs[0]; run.X+run.Width != params.Measure {
		t.Errorf("the end is at %d of %d", run.X+run.Width, params.Measure)
	}
}

func TestAnEmptyParagraphHasNoLinesAndANewlineOne(t *testing.T) {
	s := newSetter(t)
	if n := len(s.Lines(plain(""), bookParams(30))); n != 0 {
		t.Errorf("%d lines", n)
	}
	para := plain("eins")
	para.Spans[0].Newline = true
	para.Spans = append(para.Spans, Span{Text: "zwei", Face: frame.Serif, Size: em, Offset: 4})
	if n := len(s.Lines(para, bookParams(30))); n != 2 {
		t.Errorf("%d lines", n)
	}
}

func TestMissingGlyphsAndOverlongWordsAreDiagnosed(t *testing.T) {
	s := newSetter(t)
	p := s.Prepare(plain("Das \U0001F5FF hier XXXXXXXXXXXXXXXXXXXX"))
	d := p.Diagnostics(s.Break(p, bookParams(8)))
	if len(d) < 2 || d[0] != (Diagnostic{MissingGlyph, "\U0001F5FF"}) || d[1] != (Diagnostic{OverlongWord, "XXXXXXXXXXXXXXXXXXXX"}) {
		t.Errorf("%+v", d)
	}
}

func TestLettersAreSetApartWithoutLigatures(t *testing.T) {
	s := newSetter(t)
	para := plain("Auffinden")
	for space, same := range map[int]bool{0: false, 120: true} {
		lines := s.Lines(para, Params{Measure: frame.Px(2000), Align: Ragged, LetterSpace: space})
		if n := len(lines[0].Runs[0].Glyphs); (n == len("Auffinden")) != same {
			t.Errorf("with %d/1000 em between letters the word has %d glyphs", space, n)
		}
	}
}

// TestLinesEndBetweenGroupsOfWords breaks sentences as an easy version does.
func TestLinesEndBetweenGroupsOfWords(t *testing.T) {
	s := newSetter(t)
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Sprechen Sie mit den Menschen, die hier arbeiten.", "Sprechen Sie mit den Menschen,|die hier arbeiten."},
		{"de", "Im Herbst 1917 nahmen die Bolschewiki die Macht.", "Im Herbst 1917 nahmen|die Bolschewiki die Macht."},
		{"de", "Bürger-Krieg heißt: Menschen kämpfen gegeneinander.", "Bürger-Krieg heißt:|Menschen kämpfen gegeneinander."},
		{"de", "Deutsche taten Frauen und Mädchen sexualisierte Gewalt an.", "Deutsche taten Frauen und Mädchen|sexualisierte Gewalt an."},
		{"de", "Er fragte ungefähr: Was ist, wenn niemand kommt?", "Er fragte ungefähr:|Was ist, wenn niemand kommt?"},
		{"en", "Talk to the people who work in the museum.", "Talk to the people who work|in the museum."},
		{"fr", "Les soldats, qui ont faim, quittent la ville ce soir.", "Les soldats, qui ont faim,|quittent la ville ce soir."},
	} {
		lines := s.Lines(Para{Lang: c.lang, Spans: []Span{{Text: c.text, Face: frame.Interface, Size: em}}},
			Params{Measure: 19 * em, Align: Phrases})
		var got []string
		for _, l := range lines {
			got = append(got, strings.TrimSpace(l.Text()))
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s: %s, want %s", c.lang, joined, c.want)
		}
	}
}
