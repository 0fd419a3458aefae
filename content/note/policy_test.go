package note_test

import (
	"testing"

	"lesestein/content/note"
)

func tags(list ...note.Tag) note.Passage { return note.Passage{Tags: list} }

func TestTheStrictestCategoryDecides(t *testing.T) {
	war := func(l note.Level) note.Tag { return note.Tag{Category: note.War, Level: l} }
	suicide := func(l note.Level) note.Tag { return note.Tag{Category: note.Suicide, Level: l} }
	rules := func(r map[note.Category]note.Rule) note.Policy {
		p := note.Default()
		p.Category = r
		return p
	}
	flagged := tags(war(1))
	flagged.Fold = true
	adults, _ := note.Preset("adults")
	for _, c := range []struct {
		name    string
		policy  note.Policy
		passage note.Passage
		want    note.Treatment
	}{
		{"level 1 is shown", note.Default(), tags(war(1)), note.Show},
		{"level 2 is marked", note.Default(), tags(war(2)), note.Mark},
		{"level 3 is folded", note.Default(), tags(war(3)), note.Fold},
		{"fold folds any level", note.Default(), flagged, note.Fold},
		{"the highest level counts", note.Default(), tags(war(1), suicide(3)), note.Fold},
		{"a category can be folded", rules(map[note.Category]note.Rule{note.War: note.AlwaysFold}), tags(war(1)), note.Fold},
		{"a category can be marked", rules(map[note.Category]note.Rule{note.War: note.AlwaysMark}), tags(war(3)), note.Mark},
		{"a category can be shown", rules(map[note.Category]note.Rule{note.War: note.AlwaysShow}), tags(war(3)), note.Show},
		{"and its flag with it", rules(map[note.Category]note.Rule{note.War: note.AlwaysShow}), flagged, note.Show},
		{"but not the other category", rules(map[note.Category]note.Rule{note.War: note.AlwaysShow}), tags(war(1), suicide(3)), note.Fold},
		{"no category folds", adults, tags(), note.Fold},
		{"an unknown category folds", adults, tags(note.Tag{Category: "ghosts", Level: 1}), note.Fold},
		{"an unknown level folds", adults, tags(war(4)), note.Fold},
		{"adults see level 3 marked", adults, tags(war(3)), note.Mark},
		{"adults see flagged passages marked", adults, flagged, note.Mark},
		{"a forgotten policy is the default", note.Policy{}, tags(war(3)), note.Fold},
	} {
		if got := c.policy.Of(c.passage); got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, got, c.want)
		}
	}
}

func TestPresetsGrowMoreOpen(t *testing.T) {
	var passages []note.Passage
	for l := note.Mentioned; l <= note.Detailed; l++ {
		for _, fold := range []bool{false, true} {
			passages = append(passages, note.Passage{Tags: []note.Tag{{Category: note.War, Level: l}}, Fold: fold})
		}
	}
	order := []string{"age-12", "age-14", "age-16", "adults"}
	for i := 1; i < len(order); i++ {
		strict, _ := note.Preset(order[i-1])
		open, _ := note.Preset(order[i])
		for _, p := range passages {
			if strict.Of(p) < open.Of(p) {
				t.Errorf("%s is more open than %s for %v", order[i-1], order[i], p)
			}
		}
	}
	for _, name := range append(order, "snippets", "default") {
		if _, ok := note.Preset(name); !ok {
			t.Errorf("the preset %q is not known", name)
		}
	}
	if _, ok := note.Preset("nobody"); ok {
		t.Error("an unknown preset is known")
	}
}

func TestSnippetsShowLevelOneOnly(t *testing.T) {
	p, _ := note.Preset("snippets")
	for l := note.Mentioned; l <= note.Detailed; l++ {
		want := note.Show
		if l > note.Mentioned {
			want = note.Fold
		}
		if got := p.Of(tags(note.Tag{Category: note.War, Level: l})); got != want {
			t.Errorf("level %d: got %d, want %d", l, got, want)
		}
	}
}

func TestFourteenCategoriesHaveATradeCode(t *testing.T) {
	all := note.Categories()
	if len(all) != 14 {
		t.Errorf("%d categories, want 14", len(all))
	}
	for _, c := range all {
		if !c.Valid() || len(c.ONIX()) != 2 {
			t.Errorf("%s has the code %q", c, c.ONIX())
		}
	}
	if got := note.SexualViolence.ONIX(); got != "08" {
		t.Errorf("sexual violence is %s, want 08: abuse, not sex", got)
	}
	if note.Category("ghosts").Valid() {
		t.Error("an unknown category is valid")
	}
}
