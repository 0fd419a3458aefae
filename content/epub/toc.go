package epub

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
)

// entry is one of the book's own table of contents. Old books mark their headings
// there alone: a paragraph that an entry leads to, and whose words it has, is one.
type entry struct {
	to    string // file#id
	words string
	level int
}

// ncx is the table of contents of EPUB 2.
type ncx struct {
	Points []navPoint `xml:"navMap>navPoint"`
}

type navPoint struct {
	Label   string `xml:"navLabel>text"`
	Content struct {
		Src string `xml:"src,attr"`
	} `xml:"content"`
	Points []navPoint `xml:"navPoint"`
}

// contents reads the tables of contents that the manifest names.
func (r *reading) contents(base string, d packageDocument) []entry {
	for _, i := range d.Items {
		isNav := strings.Contains(" "+i.Properties+" ", " nav ")
		if !isNav && i.Type != "application/x-dtbncx+xml" {
			continue
		}
		name, _, ok := resolve(base, i.Href)
		if name, _ = r.archive.find(name); !ok {
			continue
		}
		var out []entry
		if isNav {
			out = r.nav(name)
		} else {
			var t ncx
			if data, err := r.archive.read(name); err == nil {
				src, _ := decoded(data)
				_ = decodeXML(src, &t) // a book without headings can be read
			}
			out = r.points(name, t.Points, 1, nil)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// points appends the entries of an NCX in their order.
func (r *reading) points(base string, points []navPoint, level int, out []entry) []entry {
	const deep = 6
	for _, p := range points {
		out = r.entry(base, p.Content.Src, p.Label, level, out)
		if level < deep {
			out = r.points(base, p.Points, level+1, out)
		}
	}
	return out
}

func (r *reading) entry(base, href, words string, level int, out []entry) []entry {
	file, id, ok := resolve(base, href)
	if !ok || lettersOf(words) == "" {
		return out
	}
	if file, _ = r.archive.find(file); id != "" {
		file += "#" + id
	}
	return append(out, entry{file, lettersOf(words), min(level, 6)})
}

// nav reads the navigation document of EPUB 3: the links in the lists of its toc.
func (r *reading) nav(base string) []entry {
	data, err := r.archive.read(base)
	if err != nil {
		return nil
	}
	src, _ := decoded(data)
	var (
		out   []entry
		words strings.Builder
		href  string
		level int
		toc   bool
	)
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out
		}
		t := z.Token()
		switch name := local(t.Data); {
		case kind == html.TextToken && href != "":
			words.WriteString(t.Data)
		case kind == html.StartTagToken && name == "nav":
			toc, level = says(t, "toc"), 0
		case kind == html.StartTagToken && name == "ol":
			level++
		case kind == html.EndTagToken && name == "ol":
			level--
		case kind == html.StartTagToken && name == "a" && toc:
			href = attr(t, "href")
			words.Reset()
		case kind == html.EndTagToken && name == "a" && href != "":
			out = r.entry(base, href, words.String(), max(1, level), out)
			href = ""
		}
	}
}

// lettersOf is words without what differs between a heading and its entry.
func lettersOf(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(words))
}

// entitled makes headings of the chapter's paragraphs that are named in the table of
// contents.
func (c *composer) entitled() {
	for _, e := range c.toc[c.file] {
		a, ok := c.anchors[e.to]
		if !ok {
			continue
		}
		const near = 3 // an anchor may stand before a picture or an ornament
		for i := max(a.first, c.first); i < len(c.blocks) && i < a.first+near; i++ {
			b := &c.blocks[i]
			if b.Kind == doc.Heading {
				break
			}
			if b.Kind == doc.Paragraph && lettersOf(plain(b.spans)) == e.words {
				b.Kind, b.Level, b.Quote = doc.Heading, e.level, 0
				break
			}
		}
	}
}

// plain is the words of spans as they are read.
func plain(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		if b.WriteString(s.text); s.newline {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
