package inline

import (
	"strings"
	"testing"

	"lesestein/ui/typeset/frame"
)

// order is a line's words from left to right; the spaces between them are runs too.
func order(lines []frame.Line) string {
	var words []string
	var places []frame.Unit
	for _, run := range lines[0].Runs {
		if len(run.Glyphs) == 0 {
			continue
		}
		at := 0
		for at < len(places) && places[at] < run.X {
			at++
		}
		places = append(places[:at], append([]frame.Unit{run.X}, places[at:]...)...)
		words = append(words[:at], append([]string{strings.TrimSpace(run.Text)}, words[at:]...)...)
	}
	return strings.Join(words, " ")
}

func TestWordsFromRightToLeftStandInTheirOrder(t *testing.T) {
	s := newSetter(t)
	for text, want := range map[string]string{
		"eins אבג דהו zwei":      "eins דהו אבג zwei",
		"eins אבג 12 דהו zwei":   "eins דהו 12 אבג zwei",
		"אבג eins":               "אבג eins",
		"eins אבג – דהו, zwei":   "eins דהו, – אבג zwei",
		"(אבג דהו) eins zwei חט": "דהו) (אבג eins zwei חט",
	} {
		lines := s.Lines(plain(text), Params{Measure: 60 * em, Align: Ragged})
		if got := order(lines); got != want {
			t.Errorf("%q stands as %q, want %q", text, got, want)
		}
		if got := textOf(lines); got != text {
			t.Errorf("text %q, want %q", got, text)
		}
	}
}

func TestAParagraphFromRightToLeftBeginsAtTheRight(t *testing.T) {
	s := newSetter(t)
	para := plain("אבג eins zwei דהו 12")
	para.Lang, para.Leftward = "he", true
	params := Params{Measure: 60 * em, Align: Ragged}
	lines := s.Lines(para, params)
	if got, want := order(lines), "12 דהו eins zwei אבג"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if first := lines[0].Runs[0]; first.X+first.Width != params.Measure {
		t.Errorf("the first word ends at %d of %d", first.X+first.Width, params.Measure)
	}
}

// A stretch that is isolated is read by itself: what stands around it, figures too,
// keeps its place.
func TestAnIsolatedStretchHasADirectionOfItsOwn(t *testing.T) {
	s := newSetter(t)
	for _, c := range []struct {
		before, text, behind string
		way                  Isolate
		leftward             bool
		want                 string
	}{
		{"eins ", "אבג 12 דהו", " 34 zwei", FromRight, false, "eins דהו 12 אבג 34 zwei"},
		{"אבג ", "eins 12 zwei", " 34 דהו", FromLeft, true, "דהו 34 eins 12 zwei אבג"},
		{"eins ", "12 zwei אבג", " drei", FromRight, false, "eins אבג zwei 12 drei"},
		{"אבג ", "12 דהו", " חטי", FromRight, true, "חטי דהו 12 אבג"},
	} {
		para := Para{Lang: "de", Leftward: c.leftward}
		for i, text := range []string{c.before, c.text, c.behind} {
			span := plain(text).Spans[0]
			if i == 1 {
				span.Isolate = c.way
			}
			para.Spans = append(para.Spans, span)
		}
		if got := order(s.Lines(para, Params{Measure: 60 * em, Align: Ragged})); got != c.want {
			t.Errorf("%q %q %q stands as %q, want %q", c.before, c.text, c.behind, got, c.want)
		}
	}
}
