package markup

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// attributes is what stands in {braces}.
type attributes struct {
	id     string
	values []attribute
}

type attribute struct{ key, value string }

// maxAttributes is the longest {…} that is looked for, in bytes: without a bound
// many open braces would each search the whole line.
const maxAttributes = 1000

var attributePart = regexp.MustCompile(`^\s*(?:#([a-z0-9][a-z0-9-]*)|([a-z][a-z0-9-]*)=("(?:[^"\\]|\\.)*"|[^\s"{}]+))`)

// cutAttributes reads {…} at the beginning of a line. It returns its length; 0:
// there is none.
func cutAttributes(line []byte) (attributes, int) {
	if len(line) < 2 || line[0] != '{' {
		return attributes{}, 0
	}
	var a attributes
	rest := line[1:min(len(line), maxAttributes)]
	size := 1
	for {
		m := attributePart.FindSubmatch(rest)
		if m == nil {
			break
		}
		switch {
		case len(m[1]) > 0:
			a.id = string(m[1])
		default:
			a.values = append(a.values, attribute{string(m[2]), unquote(string(m[3]))})
		}
		rest = rest[len(m[0]):]
		size += len(m[0])
	}
	trimmed := bytes.TrimLeft(rest, " ")
	if len(trimmed) == 0 || trimmed[0] != '}' || a.id == "" && len(a.values) == 0 {
		return attributes{}, 0
	}
	return a, size + len(rest) - len(trimmed) + 1
}

func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' {
		return s
	}
	return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s[1 : len(s)-1])
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(s) + `"`
}

// validID reports whether s can be the id of a heading, figure or entry:
// lower-case ASCII letters, digits and hyphens.
func validID(s string) bool { return idPattern.MatchString(s) }

var idPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// take returns the value of a key and removes it.
func (a *attributes) take(key string) string {
	for i, v := range a.values {
		if v.key == key {
			a.values = append(a.values[:i:i], a.values[i+1:]...)
			return v.value
		}
	}
	return ""
}

// rest describes what was not taken, in source form.
func (a attributes) rest() string {
	var parts []string
	if a.id != "" {
		parts = append(parts, "#"+a.id)
	}
	for _, v := range a.values {
		parts = append(parts, fmt.Sprintf("%s=%s", v.key, v.value))
	}
	return strings.Join(parts, " ")
}
