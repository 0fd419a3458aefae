package screen

import (
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// display is how the text is to look: what readers set, and a word that leads to the rest.
// The page behind the sheet is laid anew at once, so it is the preview.
func (c *composer) display(x, width frame.Unit) []piece {
	p, w := c.State.Prefs, c.Words
	t := c.tableOf(x, width, 30, 16, c.rowOf(880))
	ps := c.stepper(t, "display.size", "size", percent(c.State.Percent()), state.Sizes(), c.State.Percent())
	ps = append(ps, c.setting(t, "display.theme", "theme", p.Theme, c.named("display.", state.Themes(), "system"))...)
	ps = append(ps, c.tableRow(t, w.T("display.face"), c.faceWords()...)...)
	ps = append(ps, spaced(c.size.em, c.sample(x, width))...)
	ps = append(ps, c.apart(c.setting(t, "display.layout", "layout", p.Layout, c.named("display.", state.Layouts(), "automatic")))...)
	ps = append(ps, c.setting(t, "display.margins", "margins", p.Block.Margins, c.named("display.", state.Widths(), "usual"))...)
	ps = append(ps, c.apart(c.tableRow(t, w.T("menu.language"), c.speechWords()...))...)
	words := []word{{text: w.T("display.spacing"), ref: sheetRef(state.Spacings)}}
	if own := (state.Preferences{Lang: p.Lang, Interface: p.Interface, Size: p.Size, Early: p.Early, NoLetters: p.NoLetters}); p != own || c.State.Percent() != 100 {
		words = append(words, word{text: w.T("display.reset"), ref: frame.Ref{Kind: frame.RefReset, ID: "display"}})
	}
	return append(ps, c.apart(c.row(x+t.left, width-t.left, c.rowOf(880), words...))...)
}

// spacingSheet is the rest of it: how lines end, and the distances that can be raised.
func (c *composer) spacingSheet(x, width frame.Unit) []piece {
	p := c.State.Prefs
	t := c.tableOf(x, width, 30, 16, c.rowOf(880))
	onOff := c.named("display.", []string{"on", "off"}, "")
	ps := append(c.spacings(t), spaced(c.size.em, c.sample(x, width))...)
	ps = append(ps, c.apart(c.setting(t, "display.alignment", "alignment", p.Block.Align, c.named("display.", state.Alignments(), "automatic")))...)
	ps = append(ps, c.setting(t, "display.hyphens", "hyphens", pick(p.NoHyph, "off", "on"), onOff)...)
	ps = append(ps, c.apart(c.setting(t, "display.reduced-motion", "reduced-motion", pick(p.Still, "on", "off"), onOff))...)
	back := word{text: c.Words.T("display.title"), ref: sheetRef(state.Display)}
	return append(ps, c.apart(c.row(x+t.left, width-t.left, c.rowOf(880), back))...)
}

// speechWords are the languages that one can choose from: those of an exhibition for its
// texts and the interface, at home those of the interface.
func (c *composer) speechWords() []word {
	of := c.State.Library.Speech
	if !c.State.Private() || of.System == "" {
		return c.langWords()
	}
	label := c.Words.T("menu.language")
	set := func(lang, words string) word {
		return word{text: words, name: label + ": " + words, role: frame.Choice, selected: lang == c.State.Prefs.Interface,
			ref: frame.Ref{Kind: frame.RefSet, ID: "interface=" + lang}}
	}
	words := []word{set("", c.Words.T("display.system"))}
	for _, lang := range of.Offered {
		words = append(words, set(lang, c.langName(lang)))
	}
	return words
}

// apart sets a group of settings off from the one before.
func (c *composer) apart(ps []piece) []piece { return spaced(c.size.em*9/10, ps) }

// spacings are the distances that can be raised.
func (c *composer) spacings(t table) []piece {
	var ps []piece
	of := c.State.Prefs.Spacing
	for _, s := range []struct {
		key, of string
		value   int
	}{
		{"display.leading", "leading", of.Leading},
		{"display.paragraph-spacing", "paragraph", of.Paragraph},
		{"display.word-spacing", "word", of.Word},
		{"display.letter-spacing", "letter", of.Letter},
	} {
		shown := s.value
		if s.of == "leading" && shown == 0 {
			shown = ownLeading
		}
		ps = append(ps, c.stepper(t, s.key, s.of, percent(shown/10), state.Steps(s.of), s.value)...)
	}
	return ps
}

// ownLeading is the book's own leading in 1/1000 em, where nothing is asked for.
const ownLeading = 1420

// ragged is the width in em under which lines of a book end where their words do.
const ragged = 25

// sample is a sentence set as the text will be, where no page lies beside the
// sheet that would show it.
func (c *composer) sample(x, width frame.Unit) []piece {
	r, _ := c.sheetPlace()
	if c.State.View.Route == state.Reader && r.Height()+r.Width() < c.size.height-c.size.bar+c.size.width {
		return nil
	}
	p := c.State.Prefs
	st := style{face: c.Lent, size: min(whole(width/6), TextEm(c.State)),
		lead: max(ownLeading, p.Spacing.Leading)}
	switch p.Family {
	case state.Serif:
		st.face = frame.Serif
	case state.Sans:
		st.face = frame.Sans
	case state.LowVision:
		st.face = frame.Legible
	}
	text := c.Words.T("display.preview")
	ends := p.Block.Align == state.Justified || p.Block.Align == state.Automatic && width >= ragged*st.size
	how := How{Justify: ends && !p.NoHyph, Track: p.Spacing.Letter, Word: p.Spacing.Word}
	part := &frame.Spot{Role: frame.Text, Name: text, Lang: c.Words.Lang()}
	return c.para(x, width, st, how, part, c.span(text, st))
}

func pick(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}

// option is a value that can be chosen, and the words for it.
type option struct{ value, words string }

// named gives values their words; none is the key of the empty value's.
func (c *composer) named(prefix string, values []string, none string) []option {
	var out []option
	for _, v := range values {
		key := v
		if v == "" {
			key = none
		}
		out = append(out, option{v, c.Words.T(prefix + key)})
	}
	return out
}

// setting is a label and its choices.
func (c *composer) setting(t table, label, key, now string, options []option) []piece {
	return c.tableRow(t, c.Words.T(label), c.choices(label, key, now, options)...)
}

// choices are the words of a setting's values.
func (c *composer) choices(label, key, now string, options []option) []word {
	var words []word
	for _, o := range options {
		words = append(words, word{text: o.words, name: c.Words.T(label) + ": " + o.words, role: frame.Choice,
			selected: o.value == now, ref: frame.Ref{Kind: frame.RefSet, ID: key + "=" + o.value}})
	}
	return words
}

// stepper is a label, the value, and the words that make it larger and smaller,
// each in its place whatever the value. At an end the word that leads on is absent.
func (c *composer) stepper(t table, label, key, value string, steps []int, now int) []piece {
	name := c.Words.T(label)
	less, more := c.Words.T("display.smaller"), c.Words.T("display.larger")
	return c.tableRow(t, name,
		word{text: value, name: name + ": " + value, role: frame.Text, strong: true, least: c.wide(percent(400), t.r.style(word{strong: true}))},
		word{text: more, name: name + ": " + more, absent: now == steps[len(steps)-1], ref: frame.Ref{Kind: frame.RefStep, ID: key + "+"}},
		word{text: less, name: name + ": " + less, absent: now == steps[0], ref: frame.Ref{Kind: frame.RefStep, ID: key + "-"}})
}
