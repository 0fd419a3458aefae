package note

// The categories. The keys are stable; what they take in stands in the message
// files.
const (
	War            Category = "war"
	MassKilling    Category = "mass-killing"
	SexualViolence Category = "sexual-violence"
	Torture        Category = "torture"
	Death          Category = "death"
	Injury         Category = "injury"
	Children       Category = "children"
	Suicide        Category = "suicide"
	Hatred         Category = "hatred"
	Slurs          Category = "slurs"
	Deprivation    Category = "deprivation"
	Reproduction   Category = "reproduction"
	Mental         Category = "mental"
	Animals        Category = "animals"
)

// The levels.
const (
	Mentioned Level = 1
	Described Level = 2
	Detailed  Level = 3
)

// Categories returns the fourteen categories in the order in which lists show
// them.
func Categories() []Category {
	return []Category{
		War, MassKilling, SexualViolence, Torture, Death, Injury, Children,
		Suicide, Hatred, Slurs, Deprivation, Reproduction, Mental, Animals,
	}
}

// Valid reports whether c is one of the fourteen.
func (c Category) Valid() bool { return c.ONIX() != "" }

// Valid reports whether l is 1, 2 or 3.
func (l Level) Valid() bool { return l >= Mentioned && l <= Detailed }

// ONIX returns the code of ONIX code list 203 (adult audience rating, audience
// code type 22) that the book trade knows for c, or "" for no category. Sexual
// violence is abuse (08), never sex (03).
func (c Category) ONIX() string {
	switch c {
	case War, MassKilling, Torture:
		return "04" // violence
	case SexualViolence, Children, Animals:
		return "08" // abuse
	case Suicide:
		return "09" // self-harm
	case Hatred:
		return "07" // intolerance
	case Slurs:
		return "06" // language
	case Death, Injury, Deprivation, Reproduction, Mental:
		return "02" // content warning, not further specified
	}
	return ""
}

// highest returns each category that tags name once with its highest level, in
// the order of Categories, unknown ones behind in the order of their appearance.
func highest(tags []Tag) []Tag {
	level := map[Category]Level{}
	var order []Category
	for _, t := range tags {
		if t.Category == "" {
			continue
		}
		if _, seen := level[t.Category]; !seen && !t.Category.Valid() {
			order = append(order, t.Category)
		}
		level[t.Category] = max(level[t.Category], t.Level)
	}
	var out []Tag
	for _, c := range append(Categories(), order...) {
		if l, ok := level[c]; ok {
			out = append(out, Tag{c, l})
		}
	}
	return out
}
