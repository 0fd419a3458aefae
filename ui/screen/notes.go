package screen

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// notes are the content notes of the open text, and what is done with passages.
func (c *composer) notes(x, width frame.Unit) []piece {
	var ps []piece
	if c.State.View.Route == state.Reader {
		ps = c.notesOfText(x, width)
	}
	gap := c.size.em
	ps = append(ps, spaced(gap, c.text(x, width, c.plain(), c.Words.T("notes.about")))...)
	ps = append(ps, spaced(gap/2, c.text(x, width, c.small(), c.Words.T("notes.levels")))...)
	ps = append(ps, spaced(2*gap, c.headline(x, width, c.of(frame.SerifSemibold, 1080), c.Words.T("policy.title")))...)
	about := "policy.about"
	if c.State.Visit.Station {
		about = "policy.tighten-only"
	}
	ps = append(ps, c.text(x, width, c.small(), c.Words.T(about))...)
	ps = append(ps, c.presets(x, width)...)
	ps = append(ps, c.levels(x, width)...)
	return append(ps, c.categories(x, width)...)
}

// notesOfText is the list of what occurs in the text, and who looked.
func (c *composer) notesOfText(x, width frame.Unit) []piece {
	v := c.Book.Visible
	var ps []piece
	tags, a := v.Tags(), v.Assessment()
	unassessed := a.Status == note.Unassessed || a.Status == ""
	switch {
	case len(tags) == 0 && unassessed:
		ps = c.text(x, width, c.plain(), c.Words.T("notes.unassessed"))
	case len(tags) == 0:
		ps = c.text(x, width, c.plain(), c.Words.T("notes.none"))
	case unassessed:
		ps = c.text(x, width, c.plain(), c.Words.T("status.unassessed"))
	}
	if len(tags) > 0 {
		ps = append(ps, joined(c.text(x, width, c.small(), c.Words.T("notes.in-text")))...)
		for _, spans := range c.groupSpans(tags, c.plain()) {
			ps = append(ps, spaced(c.size.em/3, c.spoken(x, width, c.plain(), frame.Text, joinText(spans), spans...))...)
		}
	}
	if n := c.foldedCount(); n > 0 {
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, c.plain(), c.Words.N("notes.folded-count", n)))...)
	}
	if who := c.say(a.Assessor); who != "" {
		by := c.Words.T("notes.assessed-by", "who", who, "date", c.Words.Date(a.Date))
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, c.small(), by))...)
	}
	return ps
}

// foldedCount counts the passages that are folded now.
func (c *composer) foldedCount() int {
	n := 0
	for _, it := range c.Book.Visible.Items() {
		if it.Notice != nil {
			n++
		}
	}
	return n
}

// preset is a whole policy under a name.
type preset struct {
	name, words string
	now         bool // it holds
}

// presetsOf are the presets of these names that there are.
func (c *composer) presetsOf(names ...string) (all []preset) {
	now := c.State.Policy
	for _, name := range names {
		if p, ok := note.Preset(name); ok {
			holds := p.Levels == now.Levels && p.Flagged == now.Flagged && len(now.Category) == 0
			all = append(all, preset{name, c.Words.T("policy.preset-" + name), holds})
		}
	}
	return all
}

// presets offers whole policies. The groups' own are staff's matter.
func (c *composer) presets(x, width frame.Unit) []piece {
	var words []word
	for _, p := range c.presetsOf("age-14", "default", "adults") {
		words = append(words, word{text: p.words, role: frame.Choice, selected: p.now, ref: frame.Ref{Kind: frame.RefPreset, ID: p.name}})
	}
	return spaced(c.size.em/2, c.row(x, width, c.rowOf(880), words...))
}

// treatments are what can be done with a passage.
func (c *composer) treatments() []option {
	return c.named("policy.", []string{"show", "mark", "fold"}, "")
}

// levels sets what is done by level.
func (c *composer) levels(x, width frame.Unit) []piece {
	t := c.policyTable(x, width)
	ps := joined(spaced(c.size.em*3/2, c.headline(x, width, c.strong(), c.Words.T("policy.by-level"))))
	for l := note.Level(1); l <= 3; l++ {
		now := c.State.Policy.Levels[l]
		var words []word
		if t.left > 0 { // under the choices that the topics have
			words = append(words, word{text: "–", absent: true})
		}
		for i, o := range c.treatments() {
			words = append(words, word{text: o.words, name: c.levelWord(l) + ": " + o.words, role: frame.Choice,
				selected: now == note.Treatment(i), ref: frame.Ref{Kind: frame.RefPolicy, ID: strconv.Itoa(int(l)) + "=" + o.value}})
		}
		ps = append(ps, c.tableRow(t, capital(c.levelWord(l)), words...)...)
	}
	return ps
}

// capital begins a label as a sentence does.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// policyTable has a column for each thing that can be done with a passage.
func (c *composer) policyTable(x, width frame.Unit) table {
	r := c.rowOf(820)
	r.gap = whole(r.size * 13 / 10)
	var texts []string
	for _, o := range c.rules() {
		texts = append(texts, o.words)
	}
	return c.columned(c.tableOf(x, width, 40, 14, r), texts)
}

// rules are what can be done with the passages of a topic.
func (c *composer) rules() []option {
	return append([]option{{"level", c.Words.T("policy.by-level")}}, c.treatments()...)
}

// categories sets what is done with each category, whatever its level.
func (c *composer) categories(x, width frame.Unit) []piece {
	t := c.policyTable(x, width)
	ps := joined(spaced(c.size.em*3/2, c.headline(x, width, c.strong(), c.Words.T("policy.per-category"))))
	ps = append(ps, joined(c.text(x, width, c.small(), c.Words.T("policy.strictest")))...)
	for n, cat := range note.Categories() {
		long := c.Words.T("category-long." + string(cat))
		var words []word
		for i, o := range c.rules() {
			words = append(words, word{text: o.words, name: long + ": " + o.words, role: frame.Choice,
				selected: c.State.Policy.Category[cat] == note.Rule(i), ref: frame.Ref{Kind: frame.RefPolicy, ID: string(cat) + "=" + o.value}})
		}
		row := c.tableRow(t, long, words...)
		if n < 3 { // a heading does not stand with one row at a leaf's end
			row = joined(row)
		}
		ps = append(ps, row...)
	}
	if d := note.Default(); len(c.State.Policy.Category) == 0 && c.State.Policy.Levels == d.Levels && c.State.Policy.Flagged == d.Flagged {
		return ps
	}
	reset := word{text: c.Words.T("policy.reset"), ref: frame.Ref{Kind: frame.RefReset, ID: "policy"}}
	return append(ps, spaced(c.size.em, c.row(x, width, c.rowOf(880), reset))...)
}
