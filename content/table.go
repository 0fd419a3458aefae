package content

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
)

// table is a TOML file that was read, with the lines of its keys.
type table struct {
	file    string
	lines   map[string]int // "contact[2].hours.de" counts arrays from 0
	unknown []string       // keys that mean nothing; their arrays are not counted
}

// decode reads a TOML file into v, as far as it can be read. False: not at all.
func (p *problems) decode(fsys fs.FS, name string, v any) (table, bool) {
	t := table{file: name}
	data, ok := p.read(fsys, name)
	if !ok {
		return t, false
	}
	t.lines = keyLines(string(data))
	meta, err := toml.Decode(string(data), v)
	if err != nil {
		line, said := syntax(err)
		p.list = append(p.list, doc.Problem{Pos: doc.Pos{File: name, Line: line}, Sentence: said})
		return t, false
	}
	for _, key := range meta.Undecoded() {
		p.add(name, t.lineAnywhere(key.String()), "unknown key %q", key.String())
		t.unknown = append(t.unknown, keySpace.Replace(key.String()))
	}
	return t, true
}

// line returns where a key stands, or where the nearest table around it stands.
func (t table) line(path string) int {
	for path != "" {
		if n, ok := t.lines[path]; ok {
			return n
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			if j := strings.IndexByte(path, '['); j > 0 {
				path = path[:j]
				continue
			}
			return 0
		}
		path = path[:i]
	}
	return 0
}

// lineAnywhere returns the first line of a key whose arrays are not counted.
func (t table) lineAnywhere(path string) int {
	first := 0
	for p, n := range t.lines {
		if (first == 0 || n < first) && counted.ReplaceAllString(p, "") == path {
			first = n
		}
	}
	return max(first, t.line(path))
}

var (
	counted   = regexp.MustCompile(`\[\d+\]`)
	arrayHead = regexp.MustCompile(`^\s*\[\[\s*([\w.-]+)\s*\]\]`)
	tableHead = regexp.MustCompile(`^\s*\[\s*([\w.-]+)\s*\]`)
	keyHead   = regexp.MustCompile(`^\s*((?:[\w-]+|"[^"]*")(?:\s*\.\s*(?:[\w-]+|"[^"]*"))*)\s*=`)
	keySpace  = strings.NewReplacer(" ", "", `"`, "")
)

// keyLines finds the line of each key. The TOML reader knows them and does not
// tell; inline tables are found by the table around them.
func keyLines(data string) map[string]int {
	lines := map[string]int{}
	note := func(path string, n int) {
		if _, ok := lines[path]; !ok {
			lines[path] = n
		}
	}
	count := map[string]int{}
	prefix, quote := "", ""
	for i, line := range strings.Split(data, "\n") {
		n := i + 1
		if quote != "" {
			if strings.Contains(line, quote) {
				quote = ""
			}
			continue
		}
		if m := arrayHead.FindStringSubmatch(line); m != nil {
			note(m[1], n)
			path := fmt.Sprintf("%s[%d]", m[1], count[m[1]])
			count[m[1]]++
			note(path, n)
			prefix = path + "."
		} else if m := tableHead.FindStringSubmatch(line); m != nil {
			note(m[1], n)
			prefix = m[1] + "."
		} else if m := keyHead.FindStringSubmatch(line); m != nil {
			note(prefix+keySpace.Replace(m[1]), n)
		}
		for _, q := range []string{`"""`, `'''`} {
			if strings.Count(line, q)%2 == 1 {
				quote = q
			}
		}
	}
	return lines
}

// words is a table by language.
type words = exhibit.Words

// date is a day: a TOML date, or a string. Both become ISO 8601.
type date string

// UnmarshalTOML takes a TOML date or a string.
func (d *date) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case time.Time:
		*d = date(v.Format(time.DateOnly))
	case string:
		*d = date(v)
	default:
		return fmt.Errorf("a date is written 2026-11-22")
	}
	return nil
}
