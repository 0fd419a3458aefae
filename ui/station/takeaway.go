package station

import (
	"strconv"
	"strings"

	"rsc.io/qr/coding"

	"lesestein/content/exhibit"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// takeaway is what a visitor takes along from a page: what was read, where, and how it
// is cited. It holds nothing about the visit, and no address but the exhibition's.
func takeaway(x exhibit.Exhibition, st state.State, words message.Catalogue, web string) screen.Away {
	lines := cited(x, st, words)
	if web != "" {
		lines = append(lines, web)
	}
	text := strings.Join(lines, "\n")
	rows, ok := modules(text)
	if !ok { // longer than a code can be: the lines stand beside it anyway
		return screen.Away{Text: text, Lines: lines}
	}
	return screen.Away{Text: text, Lines: lines, Code: rows}
}

// utf8 says that the bytes behind it are UTF-8: without it they are Latin-1 by the
// letter of ISO/IEC 18004 (7.3.2), and readers guess. It is an extended channel
// interpretation: mode 0111, and designator 26 (AIM ITS/04-023).
type utf8 struct{}

func (utf8) Check() error                            { return nil }
func (utf8) Bits(coding.Version) int                 { return 12 }
func (utf8) Encode(b *coding.Bits, _ coding.Version) { b.Write(7, 4); b.Write(26, 8) }

// modules are the smallest QR code of a text that bears 15 % of damage, row by row,
// dark ones true; none if it is too long for one.
func modules(text string) ([][]bool, bool) {
	words, v := coding.String(text), coding.Version(coding.MinVersion)
	for (utf8{}).Bits(v)+words.Bits(v) > v.DataBytes(coding.M)*8 {
		if v++; v > coding.MaxVersion {
			return nil, false
		}
	}
	plan, err := coding.NewPlan(v, coding.M, 0)
	if err != nil {
		return nil, false
	}
	code, err := plan.Encode(utf8{}, words)
	if err != nil {
		return nil, false
	}
	rows := make([][]bool, code.Size)
	for y := range rows {
		rows[y] = make([]bool, code.Size)
		for x := range rows[y] {
			rows[y][x] = code.Black(x, y)
		}
	}
	return rows, true
}

// cited is how the open text is cited, line by line.
func cited(x exhibit.Exhibition, st state.State, words message.Catalogue) []string {
	lang := st.TextLang()
	var lines []string
	add := func(s string) {
		if s != "" {
			lines = append(lines, s)
		}
	}
	title, _ := x.Title.In(lang)
	add(title)
	if room, ok := x.Room(st.Reading.Text.Room); ok {
		name, _ := room.Title.In(lang)
		add(strings.TrimSpace(room.Mark + " " + name))
	}
	edition := x.Published.Edition
	if x.Published.Date != "" {
		edition = strings.TrimSpace(edition + " (" + words.Date(x.Published.Date) + ")")
	}
	if edition != "" {
		add(words.T("station.away-edition", "edition", edition))
	}
	if sp := st.Reading.Spread; sp.Reference > 0 {
		add(words.T("read.reference", "ref", strconv.Itoa(sp.Reference)))
	}
	return lines
}
