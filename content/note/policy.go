package note

import "slices"

// Rule is what a policy says about one category.
type Rule uint8

// The rules. A category without a rule goes by its level.
const (
	ByLevel Rule = iota
	AlwaysShow
	AlwaysMark
	AlwaysFold
)

// Policy decides what is done with a passage before anybody chose. It is a
// value; the map is never written to by this package.
//
// A Policy whose Levels are all Show and that sets nothing else counts as not
// set, and the default is taken: a forgotten policy must not open everything.
type Policy struct {
	Levels   [4]Treatment      // by Level; Levels[0] is not used
	Flagged  Treatment         // of a passage that is to fold whatever its level
	Category map[Category]Rule // takes a category out of both
}

// Default returns the policy that holds everywhere until somebody chooses: level
// 1 stands in the text's list of notes only, level 2 is marked, level 3 and
// flagged passages are folded.
func Default() Policy {
	return Policy{Levels: [4]Treatment{Mentioned: Show, Described: Mark, Detailed: Fold}, Flagged: Fold}
}

// Preset returns a policy by its name. Staff choose for a group:
//
//   - "age-12": level 1 marked, the rest folded;
//   - "age-14": what is described is folded too;
//   - "age-16" and "default": the same as Default;
//   - "adults": nothing folds, levels 2 and 3 are marked;
//
// and the program takes "snippets", levels 0 and 1 only, for attract loops,
// covers and excerpts.
func Preset(name string) (Policy, bool) {
	switch name {
	case "default", "age-16":
		return Default(), true
	case "snippets", "age-14":
		return Policy{Levels: [4]Treatment{Mentioned: Show, Described: Fold, Detailed: Fold}, Flagged: Fold}, true
	case "age-12":
		return Policy{Levels: [4]Treatment{Mentioned: Mark, Described: Fold, Detailed: Fold}, Flagged: Fold}, true
	case "adults":
		return Policy{Levels: [4]Treatment{Mentioned: Show, Described: Mark, Detailed: Mark}, Flagged: Mark}, true
	}
	return Policy{}, false
}

// Of returns what p does with a passage: the strictest answer of its categories.
// A passage that names no category, an unknown one or an unknown level folds.
func (p Policy) Of(passage Passage) Treatment {
	if p.Levels == [4]Treatment{} && p.Flagged == Show && len(p.Category) == 0 {
		p = Default()
	}
	if len(passage.Tags) == 0 {
		return Fold
	}
	strictest := Show
	for _, t := range passage.Tags {
		strictest = max(strictest, p.of(t, passage.Fold))
	}
	return min(strictest, Fold)
}

// FoldsWhole reports whether p folds a text that deals with w throughout: where one of
// its categories is to fold always.
func (p Policy) FoldsWhole(w Whole) bool {
	return slices.ContainsFunc(w.Categories, func(c Category) bool { return p.Category[c] == AlwaysFold })
}

func (p Policy) of(t Tag, flagged bool) Treatment {
	if !t.Category.Valid() || !t.Level.Valid() {
		return Fold
	}
	switch p.Category[t.Category] {
	case AlwaysShow:
		return Show
	case AlwaysMark:
		return Mark
	case AlwaysFold:
		return Fold
	}
	if flagged {
		return max(p.Levels[t.Level], p.Flagged)
	}
	return p.Levels[t.Level]
}
