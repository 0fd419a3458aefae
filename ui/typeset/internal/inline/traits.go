package inline

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"
)

// traits say what kind of word it is for its neighbours: which spaces no line
// may end at. They are found once for each word.
type traits uint32

const (
	oneLetter  traits = 1 << iota // "z.", "A.": one letter and a full stop
	initial                       // the same with a capital
	number                        // ends in a figure: "200.000", "12"
	ordinal                       // figures and a full stop: "9."
	figures                       // begins with a figure
	unit                          // "km", "%", "Uhr": stays with the number before it
	month                         // stays with the day before it
	reference                     // "S.", "Nr.": stays with the number after it
	title                         // "Dr.": stays with the name after it
	capital                       // begins with a capital
	dash                          // a dash or dot that stands alone: never begins a line
	closes                        // begins with closing punctuation
	opens                         // ends with an opening bracket or quotation mark
	letterTail                    // ends, begins with a letter
	letterHead
	hyphenTail // ends with a hyphen or dash behind letters
	rtl        // holds a character from right to left
	hyphenLast // its last character is a hyphen
	missing    // holds a character that no font has
	leansOn    // an article, a preposition: what follows belongs to it
	leansBack  // it joins what stands before it and behind it
	pauses     // ends with a comma
	stops      // ends with a colon, a full stop or the like
)

// core strips quotation marks and brackets in front and punctuation behind that
// is no full stop.
func core(runes []rune) []rune {
	for len(runes) > 0 && isQuote(runes[0]) || len(runes) > 0 && (runes[0] == '(' || runes[0] == '[') {
		runes = runes[1:]
	}
	for len(runes) > 0 && (isQuote(runes[len(runes)-1]) || isMark(runes[len(runes)-1])) {
		runes = runes[:len(runes)-1]
	}
	return runes
}

func isQuote(r rune) bool {
	switch r {
	case '„', '“', '‚', '‘', '”', '’', '»', '«':
		return true
	}
	return false
}

func isMark(r rune) bool {
	switch r {
	case ')', ']', ',', ';', ':', '!', '?':
		return true
	}
	return false
}

func traitsOf(word []rune) traits {
	if len(word) == 0 {
		return 0
	}
	t := edges(word)
	if slices.ContainsFunc(word, frame.Leftward) {
		t |= rtl
	}
	body := core(word)
	if len(body) == 0 {
		return t
	}
	first, last := body[0], body[len(body)-1]
	if unicode.IsUpper(first) {
		t |= capital
	}
	if unicode.IsDigit(first) {
		t |= figures
	}
	if unicode.IsDigit(last) && unicode.IsDigit(first) {
		t |= number
	}
	if last == '.' && len(body) == 2 && unicode.IsLetter(first) {
		t |= oneLetter
		if unicode.IsUpper(first) {
			t |= initial
		}
	}
	if last == '.' && len(body) <= 4 && len(body) > 1 && !slices.ContainsFunc(body[:len(body)-1], notDigit) {
		t |= ordinal
	}
	return t | listed(body)
}

// longestListed is the number of code points of the longest listed word.
const longestListed = 9

// listed looks a short word up among the units, months, references and titles of
// German and English.
func listed(body []rune) traits {
	if len(body) > longestListed {
		return 0
	}
	var buf [4 * longestListed]byte
	text := buf[:0]
	for _, r := range body {
		text = utf8.AppendRune(text, r)
	}
	switch string(text) {
	case "%", "‰", "€", "$", "£", "°", "°C", "km", "m", "cm", "mm", "km²", "m²", "ha", "kg", "g", "t", "l",
		"Uhr", "Mio.", "Mrd.", "Jh.", "kHz", "MHz", "km/h", "a.m.", "p.m.":
		return unit
	case "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
		"Dezember", "January", "February", "March", "May", "June", "July", "October", "December":
		return month
	case "S.", "Nr.", "Bd.", "Kap.", "Abb.", "Art.", "Abs.", "Anm.", "§", "§§", "Jg.", "No.", "p.", "pp.", "vol.",
		"Vol.", "ch.", "fig.", "Fig.", "art.":
		return reference
	case "Dr.", "Prof.", "St.", "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr", "Hl.":
		return title
	}
	return 0
}

func notDigit(r rune) bool { return !unicode.IsDigit(r) }

func edges(word []rune) traits {
	var t traits
	first, last := word[0], word[len(word)-1]
	if len(word) == 1 && (first == '–' || first == '—' || first == '-' || first == '…' || first == '·' || first == '•') {
		t |= dash
	}
	if (isMark(first) || first == '.' || first == '/' || first == '…') && len(word) <= 2 {
		t |= closes
	}
	if last == '(' || last == '[' || last == '„' || last == '‚' || last == '¿' || last == '¡' {
		t |= opens
	}
	if unicode.IsLetter(first) {
		t |= letterHead
	}
	if unicode.IsLetter(last) {
		t |= letterTail
	}
	if len(word) > 2 && (last == '-' || last == '–' || last == '—') {
		t |= hyphenTail
	}
	return t
}

// glued reports whether no line may end at the space between two words.
func glued(a, b traits) bool {
	switch {
	case b&(dash|closes) != 0, a&opens != 0:
		return true
	case a&oneLetter != 0 && b&oneLetter != 0: // z. B.
		return true
	case a&(initial|title) != 0 && b&capital != 0: // A. Kerenski, Dr. Kerenski
		return true
	case a&number != 0 && b&(unit|month) != 0: // 12 km, 9 February
		return true
	case a&ordinal != 0 && b&month != 0: // 9. Februar
		return true
	case a&reference != 0 && b&figures != 0: // S. 12
		return true
	}
	return false
}
