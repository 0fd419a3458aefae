package face

// Hang says how far a character may stand out of the measure, in 1/1000 of its
// own advance, at the start and at the end of a line. The values follow
// microtype's defaults (Robert Schlicht, protrusion settings for serif faces),
// slightly drawn in for the large marks.
func Hang(r rune) (start, end int32) {
	switch r {
	case '-', '\u2010', '\u2011':
		return 0, 550
	case '.', ',':
		return 0, 600
	case ':', ';', '!', '?':
		return 0, 250
	case '\u2019', '\u2018', '\'', '\u201A', '\u2039', '\u203A':
		return 500, 500
	case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB':
		return 400, 400
	case '\u2013':
		return 200, 200
	case '\u2014':
		return 150, 150
	case '(', '[':
		return 100, 0
	case ')', ']':
		return 0, 100
	case '\u2026':
		return 0, 150
	case '*', '\u2020':
		return 200, 200
	case 'A', 'Ä', 'T', 'V', 'W', 'Y', 'А', 'Т', 'У':
		return 50, 50
	case 'J':
		return 50, 0
	case 'r', 'v', 'w', 'y', 'k', 't', 'f':
		return 20, 40
	case 'F', 'P', 'L', 'Г', 'Р':
		return 0, 50
	case 'C', 'O', 'Ö', 'G', 'Q', 'С', 'О':
		return 30, 30
	case '1', '7', '4':
		return 50, 50
	default:
		return 0, 0
	}
}
