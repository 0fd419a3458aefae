package epub

import (
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/markup"
)

// publication is what the package document says.
type publication struct {
	title   string
	authors []string
	lang    string   // "": it is not said
	spine   []string // the files of its chapters
	locked  bool     // a file of the spine is

	file     string // the package document
	document packageDocument
}

// containerFile is where an archive says where its package document is.
const containerFile = "META-INF/container.xml"

// container is META-INF/container.xml.
type container struct {
	Rootfiles []struct {
		Path string `xml:"full-path,attr"`
		Type string `xml:"media-type,attr"`
	} `xml:"rootfiles>rootfile"`
}

// packageDocument is the OPF file.
type packageDocument struct {
	Titles   []element  `xml:"metadata>title"`
	Creators []element  `xml:"metadata>creator"`
	Langs    []element  `xml:"metadata>language"`
	Metas    []meta     `xml:"metadata>meta"`
	Items    []manifest `xml:"manifest>item"`
	Spine    []itemref  `xml:"spine>itemref"`
}

type element struct {
	ID   string `xml:"id,attr"`
	Text string `xml:",chardata"`
}

type meta struct {
	Refines  string `xml:"refines,attr"`
	Property string `xml:"property,attr"`
	Text     string `xml:",chardata"`
}

type manifest struct {
	ID   string `xml:"id,attr"`
	Href string `xml:"href,attr"`
	Type string `xml:"media-type,attr"`

	Properties string `xml:"properties,attr"`
}

type itemref struct {
	IDRef  string `xml:"idref,attr"`
	Linear string `xml:"linear,attr"`
}

// publication reads what the book is called and what is read in which order.
// False: nothing can be read, and why was said.
func (r *reading) publication() (publication, bool) {
	name, ok := r.packageFile()
	if !ok {
		return publication{}, false
	}
	var d packageDocument
	if !r.xml(name, &d) {
		return publication{}, false
	}
	p := publication{title: d.title(), lang: d.lang(), file: name, document: d}
	for _, c := range d.Creators {
		if words := oneLine(c.Text); words != "" && !slices.Contains(p.authors, words) {
			p.authors = append(p.authors, words)
		}
	}
	p.spine = r.spine(name, d)
	if len(p.spine) == 0 {
		r.add(name, 0, "the book names no text that can be read")
		return p, false
	}
	locked := r.locked()
	for _, item := range p.spine {
		if slices.Contains(locked, item) {
			r.add(item, 0, "the book is protected by DRM; Lesestein cannot open it")
			p.locked = true
			return p, false
		}
	}
	return p, true
}

// packageFile returns the path of the package document.
func (r *reading) packageFile() (string, bool) {
	var c container
	if _, ok := r.archive.find(containerFile); !ok {
		r.add(containerFile, 0, "it is no EPUB: the file is missing that says where the book is")
		return "", false
	}
	if !r.xml(containerFile, &c) {
		return "", false
	}
	for _, f := range c.Rootfiles {
		if f.Type != "" && f.Type != "application/oebps-package+xml" {
			continue
		}
		if name, ok := r.archive.find(path.Clean(strings.TrimPrefix(f.Path, "/"))); ok {
			return name, true
		}
		r.add(f.Path, 0, "the file is missing")
		return "", false
	}
	r.add(containerFile, 0, "it names no package document")
	return "", false
}

// xml reads a file into v, as far as it can be read. False: it cannot, which was
// said.
func (r *reading) xml(name string, v any) bool {
	src, ok := r.text(name)
	if !ok {
		return false
	}
	if line := decodeXML(src, v); line > 0 {
		r.add(name, line, "the XML is broken from here on")
	}
	return true
}

// decodeXML reads XML into v and returns the line from which on it cannot be read, or
// 0.
func decodeXML(src string, v any) (line int) {
	d := xml.NewDecoder(strings.NewReader(src))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	if err := d.Decode(v); err != nil {
		line, _ = d.InputPos()
		return max(1, line)
	}
	return 0
}

// spine returns the files of the spine in the order they are read in: those beside
// the flow come last, but for a cover before it.
func (r *reading) spine(base string, d packageDocument) []string {
	byID := map[string]manifest{}
	for _, i := range d.Items {
		byID[i.ID] = i
	}
	var flow, beside []string
	seen := map[string]bool{}
	for _, ref := range d.Spine {
		item, ok := byID[ref.IDRef]
		if !ok {
			r.add(base, 0, "the spine names %q, which the manifest does not have", ref.IDRef)
			continue
		}
		name, _, ok := resolve(base, item.Href)
		if name, _ = r.archive.find(name); !ok || seen[name] {
			continue
		}
		seen[name] = true
		switch {
		case !readable(item.Type):
			r.add(name, 0, "a part of the type %q cannot be shown", item.Type)
		case ref.Linear == "no" && len(flow) > 0:
			beside = append(beside, name)
		default:
			flow = append(flow, name)
		}
	}
	return append(flow, beside...)
}

// readable reports whether a file of a type has words with tags.
func readable(mediaType string) bool {
	return mediaType == "" || strings.Contains(mediaType, "xml") || strings.HasPrefix(mediaType, "text/")
}

// title returns the main title.
func (d packageDocument) title() string {
	for _, m := range d.Metas {
		if m.Property != "title-type" || strings.TrimSpace(m.Text) != "main" {
			continue
		}
		for _, t := range d.Titles {
			if m.Refines == "#"+t.ID && oneLine(t.Text) != "" {
				return oneLine(t.Text)
			}
		}
	}
	for _, t := range d.Titles {
		if words := oneLine(t.Text); words != "" {
			return words
		}
	}
	return ""
}

// lang returns the first language that is one.
func (d packageDocument) lang() string {
	for _, l := range d.Langs {
		if tag := language(l.Text); tag != "" {
			return tag
		}
	}
	return ""
}

// language returns a tag that is one, or "". "und" and "zxx" say nothing.
func language(tag string) string {
	tag = strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")
	if tag == "" || len(tag) > 35 || strings.EqualFold(tag, "und") || strings.EqualFold(tag, "zxx") || !markup.ValidLanguage(tag) {
		return ""
	}
	return tag
}

// oneLine is words without line breaks, for titles and names.
func oneLine(words string) string {
	return norm.NFC.String(strings.Join(strings.Fields(words), " "))
}

// encryption is META-INF/encryption.xml.
type encryption struct {
	Data []struct {
		Method struct {
			Algorithm string `xml:"Algorithm,attr"`
		} `xml:"EncryptionMethod"`
		URI struct {
			URI string `xml:"URI,attr"`
		} `xml:"CipherData>CipherReference"`
	} `xml:"EncryptedData"`
}

// locked returns the files that are encrypted. Fonts that are only obfuscated are
// not among them.
func (r *reading) locked() []string {
	const file = "META-INF/encryption.xml"
	if _, ok := r.archive.find(file); !ok {
		return nil
	}
	var e encryption
	if !r.xml(file, &e) {
		return nil
	}
	var out []string
	for _, d := range e.Data {
		if a := d.Method.Algorithm; a == "http://www.idpf.org/2008/embedding" || a == "http://ns.adobe.com/pdf/enc#RC" {
			continue
		}
		if name, _, ok := resolve("", d.URI.URI); ok {
			name, _ = r.archive.find(name)
			out = append(out, name)
		}
	}
	return out
}

// scheme is how an address begins that leads out of the archive.
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// resolve returns the entry and the id that a reference in the file base leads to.
// False: it leads out of the archive.
func resolve(base, href string) (file, id string, ok bool) {
	href = strings.TrimSpace(href)
	if scheme.MatchString(href) || strings.HasPrefix(href, "//") {
		return "", "", false
	}
	href, id, _ = strings.Cut(href, "#")
	href, _, _ = strings.Cut(href, "?")
	if plain, err := url.PathUnescape(id); err == nil {
		id = plain
	}
	if href == "" {
		return base, id, base != ""
	}
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	href = norm.NFC.String(href)
	if strings.HasPrefix(href, "/") {
		file = path.Clean(strings.TrimLeft(href, "/"))
	} else {
		file = path.Join(path.Dir(base), href)
	}
	return file, id, file != "." && file != ".." && !strings.HasPrefix(file, "../")
}
