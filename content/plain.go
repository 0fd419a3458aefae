package content

import (
	"io"
	"path"
	"regexp"
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
func Plain(name string, r io.Reader) (note.Text, []Problem) {
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
	lang := Language(name, text)
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
	return note.New(doc.Document{Lang: lang, Blocks: blocks}, nil, note.Assessment{}), p.sorted()
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

// Two letters only: "old" and "new" are languages too.
var plainName = regexp.MustCompile(`\.([a-z]{2}(?:-[A-Za-z0-9]+)*)\.[A-Za-z]+$`)

// Language returns the language (BCP 47) of a text: from its name, or that of the
// language whose little words are the most frequent. "und": it is not known.
func Language(name, text string) string {
	if m := plainName.FindStringSubmatch(path.Base(name)); m != nil && validLanguage(m[1]) {
		return m[1]
	}
	const enough = 16 << 10
	counts := map[string]int{}
	for _, w := range strings.Fields(strings.ToLower(text[:min(len(text), enough)])) {
		switch w {
		case "der", "die", "und", "das", "nicht", "von", "den", "mit", "ist", "auf":
			counts["de"]++
		case "the", "of", "and", "to", "that", "was", "it", "with", "for", "as":
			counts["en"]++
		}
	}
	switch {
	case counts["de"] > 2*counts["en"]:
		return "de"
	case counts["en"] > 2*counts["de"]:
		return "en"
	}
	return "und"
}
