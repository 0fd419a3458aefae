package screen

import (
	"image"
	"image/draw"
	"slices"
	"strconv"

	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// stationSheet composes what lies over a page in the reader as a screen.
func (c *composer) stationSheet() int {
	if c.State.View.Sheet == state.Picture {
		return c.stationPicture()
	}
	x, w := c.readColumn()
	b := banded{words: true, kind: frame.RefOver, leaf: c.State.View.Over.At, keep: c.back(frame.Ref{Kind: frame.RefDismiss})}
	var title string
	var ps []piece
	switch c.State.View.Sheet {
	case state.Contents:
		title, b.rows = c.Words.T("menu.contents"), c.stationContents()
	case state.Display:
		title, ps, b.rows = c.Words.T("display.title"), c.stationSample(x, w), c.stationDisplay()
	case state.Notes:
		title, ps, b.rows = c.Words.T("notes.title"), c.stationNotes(x, w), c.tightened()
	case state.Menu:
		title, b.rows = c.Words.T("menu.language"), c.stationLangs()
	case state.Aids:
		title, b.rows = c.aidsTitle(), c.aids()
	case state.Footnote, state.Term:
		title, ps, b.rows = c.aid(x, w)
		b.keep = c.back(sheetRef(state.Aids))
	case state.Away:
		title, ps = c.Words.T("station.away"), c.away(x, w)
	default: // keys and addresses are none of a station's
		title = c.Words.T("help.title")
	}
	head := append(c.said(x, w), c.headline(x, w, c.title(), title)...)
	b.above = append(head, spaced(c.size.em*2/3, ps)...)
	return c.banded(b)
}

// stationLangs are the languages by their own names.
func (c *composer) stationLangs() [][]choice {
	var rows [][]choice
	for _, lang := range c.State.Library.Langs {
		rows = append(rows, []choice{{text: c.langName(lang), lang: lang, selected: lang == c.State.Prefs.Lang,
			role: frame.Choice, ref: frame.Ref{Kind: frame.RefLang, ID: lang}}})
	}
	return c.columnsOf(rows)
}

// stationContents are the words that a page has, the room's texts, and the
// headings of the open one.
func (c *composer) stationContents() [][]choice {
	var rows [][]choice
	if len(c.aids()) > 0 {
		rows = append(rows, []choice{{text: c.aidsTitle(), ref: sheetRef(state.Aids)}})
	}
	open := c.State.Reading.Text
	var kinds []choice
	for _, kind := range c.offered(open.Room, c.State.TextLang()) {
		kinds = append(kinds, choice{text: c.kindName(open.Room, kind), role: frame.Choice, selected: kind == open.Kind,
			ref: frame.Ref{Kind: frame.RefRendition, ID: kind}})
	}
	if len(kinds) > 1 {
		rows = append(rows, kinds)
	}
	heads := c.Book.Visible.Headings()
	here := c.hereAt(heads)
	list := [][]choice{{{text: c.Words.T("read.text-start"), selected: here < 0, ref: frame.Ref{Kind: frame.RefPlace}}}}
	for i, h := range heads {
		ch := choice{text: c.headingWords(h), selected: i == here, ref: frame.Ref{Kind: frame.RefPlace, ID: h.ID}}
		if !h.Apparatus {
			ch.lang = c.Book.Visible.Lang()
		}
		list = append(list, []choice{ch})
	}
	return append(rows, c.columnsOf(list)...)
}

// aidsTitle names what aids has.
func (c *composer) aidsTitle() string {
	for _, p := range c.Book.Spread.Pages {
		if slices.ContainsFunc(p.Spots, func(s frame.Spot) bool { return s.Ref.Kind == frame.RefPicture }) {
			return c.Words.T("station.aids-pictures")
		}
	}
	return c.Words.T("station.aids")
}

// aids are the terms, footnotes and pictures of the page that is shown, once each.
func (c *composer) aids() [][]choice {
	var rows [][]choice
	seen := map[frame.Ref]bool{}
	for _, p := range c.Book.Spread.Pages {
		for _, s := range p.Spots {
			if !slices.Contains([]frame.RefKind{frame.RefTerm, frame.RefFootnote, frame.RefPicture}, s.Ref.Kind) || seen[s.Ref] || !s.Acts() {
				continue
			}
			seen[s.Ref] = true
			rows = append(rows, []choice{{text: c.aidName(s), lang: s.Lang, ref: s.Ref}})
		}
	}
	return c.columnsOf(rows)
}

// aidName is what a term or footnote of the page is called.
func (c *composer) aidName(s frame.Spot) string {
	v := c.Book.Visible
	switch s.Ref.Kind {
	case frame.RefPicture:
		all := pictures(v)
		if of := c.pictureNumber(pictureAt(all, s.Ref.ID), len(all)); of != "" {
			return of
		}
		return c.Words.T("read.figure")
	case frame.RefTerm:
		if b, ok := v.Entry(s.Ref.ID); ok && b.Entry != nil {
			return b.Entry.Term
		}
	case frame.RefFootnote:
		if f, ok := v.Footnote(s.Ref.ID); ok {
			return c.Words.T("read.footnote", "n", strconv.Itoa(f.Number))
		}
	}
	return s.Name
}

// aid is a term or a footnote, or the notice in its place with what it offers.
func (c *composer) aid(x, w frame.Unit) (title string, ps []piece, rows [][]choice) {
	id, v := c.State.View.Subject, c.Book.Visible
	title, ps = c.footnote(x, w)
	n, folded := v.FoldedFootnote(id)
	if c.State.View.Sheet == state.Term {
		title, ps = c.term(x, w)
		n, folded = v.FoldedEntry(id)
	}
	// Places and addresses that it names are read and not gone to.
	ps = slices.DeleteFunc(ps, func(p piece) bool { return acting(p.Spots) > 0 })
	if !folded {
		return title, ps, nil
	}
	if n.Choice != note.Summarised {
		rows = append(rows, []choice{{text: c.Words.T("fold.summary"), ref: frame.Ref{Kind: frame.RefSummary, ID: n.Passage}}})
	}
	return title, ps, append(rows, []choice{{text: c.Words.T("fold.read"), ref: frame.Ref{Kind: frame.RefOpen, ID: n.Passage}}})
}

// stationSample is a sentence set as the text will be.
func (c *composer) stationSample(x, w frame.Unit) []piece {
	p := c.State.Prefs
	st := style{face: frame.Serif, size: min(whole(w/6), TextEm(c.State)), lead: max(ownLeading, p.Spacing.Leading)}
	text := c.Words.T("display.preview")
	part := &frame.Spot{Role: frame.Text, Name: text, Lang: c.Words.Lang()}
	size := c.text(x, w, c.plain(), c.Words.T("display.size")+": "+percent(min(mostPercent, p.Percent())))
	return append(size, spaced(c.size.em/2, c.para(x, w, st, How{Justify: p.Block.Align != state.Ragged && !p.NoHyph}, part, c.span(text, st)))...)
}

// stationDisplay is how a visitor may change the page.
func (c *composer) stationDisplay() [][]choice {
	p, t := c.State.Prefs, c.Words.T
	set := func(label, key, value, words string, on bool) choice {
		name := words
		if label != "" {
			name = t(label) + ": " + words
		}
		return choice{text: words, name: name, role: frame.Choice, selected: on, ref: frame.Ref{Kind: frame.RefSet, ID: key + "=" + value}}
	}
	var sizes []choice
	if p.Percent() > 100 {
		sizes = append(sizes, choice{text: t("station.smaller"), ref: frame.Ref{Kind: frame.RefStep, ID: "size-"}})
	}
	if p.Percent() < mostPercent {
		sizes = append(sizes, choice{text: t("station.larger"), ref: frame.Ref{Kind: frame.RefStep, ID: "size+"}})
	}
	var themes [][]choice
	shown := p.ThemeKey(c.State.Window.Dark)
	for _, key := range []string{"paper", "night", "black-on-white", "white-on-black", "yellow-on-black"} {
		themes = append(themes, []choice{set("display.theme", "theme", key, t("display."+key), key == shown)})
	}
	toggle := func(key, words string, on bool) choice {
		ch := set("", key, pick(on, "off", "on"), words, on)
		ch.role = frame.Button
		return ch
	}
	var lower []choice
	if c.lowers() {
		lower = []choice{toggle("low", t("station.low"), p.Low)}
	}
	rows := [][]choice{sizes}
	rows = append(rows, sideBySide(themes, c.perRow(3, 5))...)
	return append(rows,
		[]choice{set("display.alignment", "alignment", "justified", t("display.justified"), p.Block.Align != state.Ragged),
			set("display.alignment", "alignment", "ragged", t("display.ragged"), p.Block.Align == state.Ragged)},
		append(lower, toggle("reduced-motion", t("display.reduced-motion"), p.Still)))
}

// lowers reports whether the page can be brought down here: on a screen that does
// not reach high above the band it stands low enough.
func (c *composer) lowers() bool {
	high, low := c.State, c.State
	high.Prefs.Low, low.Prefs.Low = false, true
	return planOf(high, c.size).read.head != planOf(low, c.size).read.head
}

// stationNotes say what occurs in the text and what visitors may change.
func (c *composer) stationNotes(x, w frame.Unit) []piece {
	var ps []piece
	if c.State.View.Route == state.Reader {
		ps = c.notesOfText(x, w)
	}
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.plain(), c.Words.T("notes.about")))...)
	ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.small(), c.Words.T("notes.levels")))...)
	return append(ps, spaced(c.size.em/2, c.text(x, w, c.small(), c.Words.T("policy.tighten-only")))...)
}

// tightened are the rules that a visitor may make stricter, and back: whole
// policies, then each topic.
func (c *composer) tightened() [][]choice {
	var presets []choice
	for _, p := range c.presetsOf("default", "age-14") {
		presets = append(presets, choice{text: p.words, role: frame.Choice, selected: p.now, ref: frame.Ref{Kind: frame.RefPreset, ID: p.name}})
	}
	var rows [][]choice
	for _, cat := range note.Categories() {
		long := c.Words.T("category-long." + string(cat))
		folded := c.State.Policy.Category[cat] == note.AlwaysFold
		text := c.Words.T("station.fold-always", "category", long)
		rows = append(rows, []choice{{text: text, selected: folded, ref: frame.Ref{Kind: frame.RefPolicy, ID: string(cat) + "=" + pick(folded, "level", "fold")}}})
	}
	return append([][]choice{presets}, c.columnsOf(rows)...)
}

// away is what a visitor takes along: a QR code, black on white whatever the
// theme, and the text it holds.
func (c *composer) away(x, w frame.Unit) []piece {
	a := c.Station.Away
	ps := c.text(x, w, c.plain(), c.Words.T("station.away-line"))
	if len(a.Code) == 0 {
		return ps
	}
	wide := c.plan.word.side > 0 // then all words stand beside the code
	free := c.plan.above() - c.plan.read.top - total(ps) - 6*c.size.em
	side := min(w*6/10, max(w*3/10, free))
	if wide {
		head := c.headline(x, w, c.title(), c.Words.T("station.away"))
		side = min(w/2, c.plan.wordsTop()-2*c.plan.apart-c.plan.choice-c.plan.read.top-total(head)-c.size.em)
	}
	code := c.code(a.Code, x, side)
	var spans []piece
	left := x + whole(code.Height+c.size.em)
	if wide {
		ps, spans = nil, c.text(left, x+w-left, c.plain(), c.Words.T("station.away-line"))
	}
	lines := a.Lines
	if len(lines) == 0 {
		lines = []string{a.Text}
	}
	under := x+w-left < 14*c.size.em
	for _, l := range lines {
		at, width := left, x+w-left
		if under {
			at, width = x, w
		}
		spans = append(spans, spaced(c.size.em/3, c.text(at, width, c.small().in(frame.Ink), l))...)
	}
	if under {
		return append(append(ps, spaced(c.size.em, []piece{code})...), spaced(c.size.em, spans)...)
	}
	return append(ps, spaced(c.size.em*2/3, besideAll([]piece{code}, spans))...)
}

// quiet is the white around a QR code in modules (ISO/IEC 18004, 6.3.8).
const quiet = 4

// code draws the modules of a QR code not wider than a width: black on white
// whatever the theme, since cameras look for that.
func (c *composer) code(rows [][]bool, x, width frame.Unit) piece {
	n := len(rows) + 2*quiet
	module := max(1, (width / frame.Unit(n)).Floor())
	im := image.NewGray(image.Rect(0, 0, module*n, module*n))
	draw.Draw(im, im.Rect, image.White, image.Point{}, draw.Src)
	for i, row := range rows {
		for k, dark := range row {
			if dark {
				at := image.Rect(k+quiet, i+quiet, k+quiet+1, i+quiet+1)
				draw.Draw(im, image.Rect(at.Min.X*module, at.Min.Y*module, at.Max.X*module, at.Max.Y*module), image.Black, image.Point{}, draw.Src)
			}
		}
	}
	p := piece{}
	p.Height = frame.Px(module * n)
	r := frame.Rect{MinX: x, MaxX: x + p.Height, MaxY: p.Height}
	p.Pictures = []frame.Picture{{Rect: r, Image: im}}
	p.Spots = []frame.Spot{{Role: frame.Image, Name: c.Words.T("station.code"), Lang: c.Words.Lang(), Rect: r}}
	return p
}
