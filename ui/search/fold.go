package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
)

// reading is one of the two ways in which letters with a trema are written without it:
// Mueller and Muller are both looked for as Müller.
type reading int

const (
	bare    reading = iota // ä is a
	spelled                // ä is ae
	readings
)

// fold is a text, in NFC, as it is compared. It is the same for all ways to write the
// same words.
func fold(text string, r reading) string {
	f := folding{reading: r}
	f.text(text)
	return string(f.out)
}

// folding is a text on its way to what is compared.
type folding struct {
	reading
	letters *letters // nil: each letter is looked up
	out     []byte
	owner   []int32 // by byte of out: the code point of the text that it stands for
	kept    bool    // owner is asked for
}

// sighted is a folded text with the code points that its bytes stand for.
type sighted struct {
	folded string
	owner  []int32
}

// located is a text in a reading, with its places.
func (l *letters) located(text string, r reading) sighted {
	f := folding{reading: r, letters: l, kept: true, owner: make([]int32, 0, len(text)+len(text)/16)}
	f.text(text)
	return sighted{string(f.out), f.owner}
}

// folded is a text in both readings.
func (l *letters) folded(text string) folded {
	var ways folded
	for r := range readings {
		f := folding{reading: r, letters: l}
		f.text(text)
		if r == bare || string(f.out) != ways[bare] {
			ways[r] = string(f.out)
		}
	}
	return ways
}

func (f *folding) text(text string) {
	f.out = make([]byte, 0, len(text)+len(text)/16)
	before, n := rune(0), int32(0)
	for i, c := range text {
		switch {
		case c >= 'a' && c <= 'z':
			f.byte(byte(c), n)
		case c < utf8.RuneSelf:
			f.ascii(byte(c), n)
		case c == '\u00B7':
			behind, _ := utf8.DecodeRuneInString(text[i+len("\u00B7"):])
			if !doc.Joint(before, c, behind, "", true) {
				f.put("\u00B7", n)
			}
		default:
			f.put(f.letters.of(c, f.reading), n)
		}
		before = c
		n++
	}
}

// ascii folds what most texts are made of. Quotation marks are no part of the words.
func (f *folding) ascii(c byte, n int32) {
	switch {
	case c >= 'A' && c <= 'Z':
		f.byte(c+'a'-'A', n)
	case c == '"' || c == '\'':
	case c == ' ' || c >= '\t' && c <= '\r':
		f.put(" ", n)
	default:
		f.byte(c, n)
	}
}

func (f *folding) byte(c byte, n int32) {
	f.out = append(f.out, c)
	if f.kept {
		f.owner = append(f.owner, n)
	}
}

// put appends what code point n becomes. Of blanks one is enough.
func (f *folding) put(s string, n int32) {
	if s == " " && len(f.out) > 0 && f.out[len(f.out)-1] == ' ' {
		return
	}
	for i := range len(s) {
		f.byte(s[i], n)
	}
}

// letters are what the letters of the scripts of Europe and the Near East become, looked
// up once.
type letters [0x700][readings]string

func newLetters() *letters {
	l := &letters{}
	for c := rune(utf8.RuneSelf); int(c) < len(l); c++ {
		l[c] = [readings]string{letter(c, bare), letter(c, spelled)}
	}
	return l
}

func (l *letters) of(c rune, r reading) string {
	if l != nil && int(c) < len(l) {
		return l[c][r]
	}
	return letter(c, r)
}

// Letters that Unicode takes for letters of their own, and who types does not.
const (
	stroked   = "æœøđłħĳßﬀﬁﬂﬃﬄﬅﬆ"
	unstroked = "ae oe o d l h ij ss ff fi fl ffi ffl st st"
)

// Quotation marks and apostrophes of all kinds: nobody types those of a text.
const (
	doubles = "\"„“”‟«»〝〞〟＂「」『』"
	singles = "'‘’‚‛‹›ʼ＇"
)

// letter is what a code point outside ASCII becomes: nothing, a blank, or letters.
func letter(c rune, r reading) string {
	low := unicode.ToLower(unicode.ToUpper(c)) // ς and σ, ſ and s
	switch {
	case unicode.IsSpace(c):
		return " "
	case strings.ContainsRune(doubles+singles, c), unicode.Is(unicode.Cf, c), c == '\u2027', c == '\u0640', accent(c):
		return ""
	case unicode.Is(unicode.Pd, c):
		return "-"
	case low == 'ø' && r == spelled:
		return "oe"
	case strings.ContainsRune(stroked, low):
		return strings.Fields(unstroked)[utf8.RuneCountInString(stroked[:strings.IndexRune(stroked, low)])]
	case strings.ContainsRune("йўї", low), low >= 0xAC00 && low <= 0xD7A3:
		return string(low) // letters of their own; syllables, which are not what they are composed of
	}
	return decomposed(low, r)
}

// decomposed is a letter without its accents; one with a mark that is no accent is a
// letter of its own.
func decomposed(c rune, r reading) string {
	parts := norm.NFD.PropertiesString(string(c)).Decomposition()
	if parts == nil {
		return string(c)
	}
	var b strings.Builder
	base := rune(0)
	for _, p := range string(parts) {
		switch {
		case p == '\u0308' && r == spelled && strings.ContainsRune("aou", base):
			b.WriteByte('e')
		case accent(p):
		case unicode.Is(unicode.Mn, p):
			return string(c)
		case base == 0 && p != c && p >= utf8.RuneSelf:
			b.WriteString(letter(p, r))
		default:
			b.WriteRune(p)
		}
		base = p
	}
	return b.String()
}

// accent reports whether a mark is left out: the points and accents of Latin, Greek,
// Cyrillic, Hebrew and Arabic script. Unicode's combining classes below 10 are parts of
// a letter, such as the voicing of kana.
func accent(c rune) bool {
	return unicode.Is(unicode.Mn, c) && norm.NFD.PropertiesString(string(c)).CCC() >= 10
}
