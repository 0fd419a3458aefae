package markup_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/markup"
	"lesestein/content/note"
)

// anyPolicy draws a policy that somebody may have chosen.
func anyPolicy(t *rapid.T) note.Policy {
	treatment := rapid.Map(rapid.IntRange(0, 2), func(n int) note.Treatment { return note.Treatment(n) })
	p := note.Policy{Flagged: treatment.Draw(t, "flagged"), Category: map[note.Category]note.Rule{}}
	for i := range p.Levels {
		p.Levels[i] = treatment.Draw(t, "level")
	}
	for _, c := range note.Categories() {
		p.Category[c] = note.Rule(rapid.IntRange(0, 3).Draw(t, "rule"))
	}
	return p
}

// TestADoubtfulTagLineFoldsUnderEveryPolicy: what was not understood may have been a
// category that the reader folds, whatever is known of the others.
func TestADoubtfulTagLineFoldsUnderEveryPolicy(t *testing.T) {
	part := rapid.SampledFrom([]string{"war", "suicide", "death", "1", "2", "3", ",", ",", "fold", "Fold", "x", "２", ""})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(part, 0, 8).Draw(t, "line"), " ")
		tags, fold, wrong := markup.Tags(line)
		if len(wrong) > 0 && anyPolicy(t).Of(note.Passage{Tags: tags, Fold: fold}) != note.Fold {
			t.Fatalf("%q is doubtful and does not fold", line)
		}
		again, sameFold, _ := markup.Tags(markup.FormatTags(tags, fold))
		if !slices.Equal(again, tags) || fold != sameFold {
			t.Fatalf("%q is written %q", line, markup.FormatTags(tags, fold))
		}
	})
	adults, _ := note.Preset("adults")
	for _, line := range []string{"war 1 suicide 3", "war 1; suicide 3", "war 1, suicide", "war 1,", "war 1 Fold"} {
		tags, fold, _ := markup.Tags(line)
		if adults.Of(note.Passage{Tags: tags, Fold: fold}) != note.Fold {
			t.Errorf("%q does not fold for adults", line)
		}
	}
}
