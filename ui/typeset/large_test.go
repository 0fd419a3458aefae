package typeset_test

import (
	"slices"
	"strings"
	"testing"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// large are windows at sizes of text for which a page has only a few rows, in
// percent.
var large = []struct{ width, height, percent int }{
	{1920, 1080, 200}, {1280, 800, 200}, {1280, 800, 400}, {800, 600, 300}, {390, 844, 300}, {320, 568, 200}, {320, 568, 400},
}

func TestAPanelsActionsStandOnOnePageAtLargeLetters(t *testing.T) {
	for _, c := range large {
		b := setter(t).Open(work(note.Opened{"p1": note.Summarised, "p3": note.Read}), reader(c.width, c.height, c.percent))
		panels := 0
		for _, p := range pages(t, b) {
			var kinds []frame.RefKind
			for _, s := range p.Spots {
				if s.Role == frame.Button && s.Ref.ID == "p3" && s.Ref.Kind != frame.RefClose {
					kinds = append(kinds, s.Ref.Kind)
				}
			}
			if len(kinds) == 0 {
				continue
			}
			if panels++; !slices.Equal(kinds, []frame.RefKind{frame.RefGoOn, frame.RefPause, frame.RefContacts}) {
				t.Errorf("%v: page %d has the actions %q", c, p.Folio, kinds)
			}
		}
		if panels != 1 {
			t.Errorf("%v: actions on %d pages", c, panels)
		}
	}
}

func TestTheNotesBeginOnTheTitlePageAtLargeLetters(t *testing.T) {
	all := pages(t, setter(t).Open(work(nil), reader(1920, 1080, 200)))
	if text := textOf(all[0]); !strings.Contains(text, "Das Verschweigen") || !strings.Contains(text, "Hinweise zum Inhalt Sexualisierte Gewalt, geschildert") {
		t.Errorf("the title page says %q", text)
	}
	if text := textOf(all[1]); !strings.Contains(text, "Krieg, ausführlich") || strings.Contains(text, "Hinweise") {
		t.Errorf("the next page says %q", text)
	}
}

func TestTheTitleStandsAloneWhereNoNoteHasRoom(t *testing.T) {
	for _, c := range large {
		all := pages(t, setter(t).Open(work(nil), reader(c.width, c.height, c.percent)))
		text := textOf(all[0])
		if !strings.Contains(text, "1945") || !strings.Contains(text, "Verschweigen") {
			t.Errorf("%v: the title page says %q", c, text)
		}
		if strings.Contains(text, "Hinweise") && !strings.Contains(text, "geschildert") {
			t.Errorf("%v: the title of the notes is alone on %q", c, text)
		}
	}
}

// textOf is all that a page says, with a space between its lines.
func textOf(p frame.Page) string {
	var out []string
	for _, l := range p.Lines {
		out = append(out, strings.TrimSpace(l.Text()))
	}
	return strings.Join(out, " ")
}

// A folio is a line's leading below the last of a page, or it is left out.
func TestTheFolioStandsOffTheText(t *testing.T) {
	w := plainWork(8_000)
	seen := 0
	for _, c := range append(large, []struct{ width, height, percent int }{
		{1920, 1080, 100}, {1920, 1080, 125}, {1920, 1080, 150}, {1280, 800, 100}, {1280, 800, 125}, {1280, 800, 150}, {390, 844, 100}, {3840, 2160, 100}, {640, 240, 200},
	}...) {
		b := setter(t).Open(w, reader(c.width, c.height, c.percent))
		row := b.Spec().Em * frame.Unit(b.Spec().Spacing.Leading) / 1000
		for _, p := range pages(t, b) {
			last, folio := lastBaseline(p), p.Lines[len(p.Lines)-1]
			if folio.End > folio.Start || folio.Baseline < last {
				continue // there is none
			}
			if seen++; folio.Baseline-last < row-frame.Pixel {
				t.Errorf("%v: page %d: the folio stands %d below the text, a line %d", c, p.Folio, (folio.Baseline - last).Round(), row.Round())
			}
		}
	}
	if seen == 0 {
		t.Error("no folio")
	}
}
