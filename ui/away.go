package ui

import (
	"strconv"
	"strings"

	"rsc.io/qr"

	"lesestein/content/exhibit"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// away is what a visitor takes along from a page: what was read, where, and how it
// is cited. It holds nothing about the visit, and no address but the exhibition's.
func away(x exhibit.Exhibition, st state.State, words message.Catalogue, web string) screen.Away {
	lines := cited(x, st, words)
	if web != "" {
		lines = append(lines, web)
	}
	text := strings.Join(lines, "\n")
	code, err := qr.Encode(text, qr.M)
	if err != nil { // longer than a code can be: the lines stand beside it anyway
		return screen.Away{Text: text, Lines: lines}
	}
	rows := make([][]bool, code.Size)
	for y := range rows {
		rows[y] = make([]bool, code.Size)
		for x := range rows[y] {
			rows[y][x] = code.Black(x, y)
		}
	}
	return screen.Away{Text: text, Lines: lines, Code: rows}
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
	edition := x.Edition
	if x.Date != "" {
		edition = strings.TrimSpace(edition + " (" + words.Date(x.Date) + ")")
	}
	if edition != "" {
		add(words.T("station.away-edition", "edition", edition))
	}
	if sp := st.Reading.Spread; sp.Reference > 0 {
		add(words.T("station.away-page", "page", strconv.Itoa(sp.Reference)))
	}
	return lines
}
