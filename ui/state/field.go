package state

import (
	"slices"
	"strings"
	"unicode"
)

// Field is a line of text that is typed. Caret and Anchor count code points from 0 to
// the text's end; what lies between them is chosen.
type Field struct {
	Text          string
	Caret, Anchor int
}

// mostTyped is the longest text that a field takes, in code points: more is no words
// that somebody looks for.
const mostTyped = 200

// ends are the ends of what is chosen, in order, brought into the text.
func (f Field) ends(n int) (from, to int) {
	clamp := func(at int) int { return max(0, min(at, n)) }
	return min(clamp(f.Caret), clamp(f.Anchor)), max(clamp(f.Caret), clamp(f.Anchor))
}

// Parts are what stands before what is chosen, what is chosen, and what stands behind it.
func (f Field) Parts() (before, chosen, behind string) {
	r := []rune(f.Text)
	from, to := f.ends(len(r))
	return string(r[:from]), string(r[from:to]), string(r[to:])
}

// All is the field with all of it chosen.
func (f Field) All() Field {
	f.Anchor, f.Caret = 0, len([]rune(f.Text))
	return f
}

// Insert puts words in the place of what is chosen. Line ends and the like become
// blanks: the field has one line.
func (f Field) Insert(words string) Field {
	before, _, behind := f.Parts()
	in := []rune(strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, words))
	room := mostTyped - len([]rune(before)) - len([]rune(behind))
	in = in[:max(0, min(len(in), room))]
	at := len([]rune(before)) + len(in)
	return Field{Text: before + string(in) + behind, Caret: at, Anchor: at}
}

// Press is the field after a key. False: the key means nothing in it.
func (f Field) Press(e Press) (Field, bool) {
	switch {
	case e.Ctrl && e.Key == "a":
		return f.All(), true
	case e.Key == KeySpace && !e.Ctrl:
		return f.Insert(" "), true
	case e.Char != 0 && !e.Ctrl:
		return f.Insert(string(e.Char)), true
	}
	switch e.Key {
	case KeyBackspace, KeyDelete:
		return f.erase(e), true
	case KeyLeft, KeyRight, KeyHome, KeyEnd:
		return f.move(e), true
	}
	return f, false
}

// erase takes away what is chosen, or the letter or with Ctrl the word at the caret.
func (f Field) erase(e Press) Field {
	if f.Caret == f.Anchor {
		f.Anchor = f.step(e.Key == KeyDelete, e.Ctrl)
	}
	return f.Insert("")
}

// move takes the caret to the next letter, word or end; with Shift the anchor stays.
func (f Field) move(e Press) Field {
	from, to := f.ends(len([]rune(f.Text)))
	forth := e.Key == KeyRight || e.Key == KeyEnd
	switch {
	case e.Key == KeyHome:
		f.Caret = 0
	case e.Key == KeyEnd:
		f.Caret = len([]rune(f.Text))
	case from < to && !e.Shift && forth:
		f.Caret = to
	case from < to && !e.Shift:
		f.Caret = from
	default:
		f.Caret = f.step(forth, e.Ctrl)
	}
	if !e.Shift {
		f.Anchor = f.Caret
	}
	return f
}

// step is where the caret goes: over a letter with its marks, or over a word with the
// blanks before it.
func (f Field) step(forth, word bool) int {
	r := []rune(f.Text)
	at := max(0, min(f.Caret, len(r)))
	if !forth {
		slices.Reverse(r)
		at = len(r) - at
	}
	start := at
	blank := func() bool { return unicode.IsSpace(r[at]) }
	switch {
	case word:
		for at < len(r) && blank() {
			at++
		}
		for at < len(r) && !blank() {
			at++
		}
	case forth:
		for at++; at < len(r) && unicode.Is(unicode.M, r[at]); {
			at++
		}
	default:
		for at++; at < len(r) && unicode.Is(unicode.M, r[at-1]); {
			at++
		}
	}
	at = max(start, min(at, len(r)))
	if !forth {
		return len(r) - at
	}
	return at
}
