package content

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
	"lesestein/content/markup"
	"lesestein/content/note"
)

const (
	// maxPlain is how much of a plain text is read, in bytes: some thirty long
	// novels.
	maxPlain = 64 << 20
	// maxPlainLine is the longest line that becomes one paragraph, in bytes: no
	// author wrote a longer one, and it is still set at once.
	maxPlainLine = 1 << 20
)

// Plain reads a text without markup: each line that is not blank is a paragraph.
// Its language is taken from its name ("book.de.txt") or else guessed from its
// most frequent words. Nobody assessed it. Lines that are too long are divided at
// a blank; no word is lost below 64 MB.
func Plain(name string, r io.Reader) (note.Text, []doc.Problem) {
	var p problems
	var data strings.Builder
	if sized, ok := r.(interface{ Len() int }); ok {
		data.Grow(min(sized.Len(), maxPlain+1))
	}
	if _, err := io.Copy(&data, io.LimitReader(r, maxPlain+1)); err != nil {
		p.add(name, 0, "cannot be read to its end: %s", err)
	}
	text := data.String()
	if len(text) > maxPlain {
		p.add(name, 0, "the text is larger than %d MB; what comes behind is not shown", maxPlain>>20)
		text = text[:maxPlain]
	}
	text = p.clean(name, text)
	lang := markup.GuessLanguage(name, text)
	var blocks []doc.Block
	for n := 1; text != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		if len(line) > maxPlainLine {
			p.add(name, n, "the line has %d MB; it is divided into paragraphs", len(line)>>20)
		}
		for _, words := range divided(line) {
			blocks = append(blocks, doc.Block{
				ID:    "top." + strconv.Itoa(len(blocks)+1),
				Dir:   markup.BaseDirection(words, lang),
				Spans: []doc.Span{{Text: words}},
				Pos:   doc.Pos{File: name, Line: n},
			})
		}
	}
	if len(blocks) == 0 {
		p.add(name, 0, "the text is empty")
	}
	return note.New(doc.Document{Lang: lang, Blocks: blocks}, nil, note.Assessment{}), doc.Sorted(p.list)
}

// clean makes valid UTF-8 in NFC of a plain text.
func (p *problems) clean(name, text string) string {
	text = strings.TrimPrefix(text, "\uFEFF")
	if !utf8.ValidString(text) {
		at := 0
		for i, r := range text {
			if r == utf8.RuneError {
				at = i
				break
			}
		}
		p.add(name, 1+strings.Count(text[:at], "\n"), "from here on not all is valid UTF-8; what cannot be read is shown as U+FFFD")
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if strings.ContainsAny(text, "\r\t\v\f\x00") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\v", "\n", "\f", "\n", "\x00", "\uFFFD").Replace(text)
	}
	return norm.NFC.String(text)
}

// divided returns the paragraphs of a line: none if it is blank, several if it is
// too long.
func divided(line string) []string {
	line = strings.Trim(line, " ")
	var out []string
	for len(line) > maxPlainLine {
		at := strings.LastIndexByte(line[:maxPlainLine], ' ')
		if at <= 0 {
			for at = maxPlainLine; !utf8.RuneStart(line[at]); at-- {
			}
		}
		out = append(out, line[:at])
		line = strings.TrimLeft(line[at:], " ")
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}
