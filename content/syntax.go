package content

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"lesestein/content/doc"
)

// syntax says where a TOML file is broken, line 0 for the file as a whole, and
// what is wrong there. The slips that people make have sentences of our own; of
// the rest the reader's words are told, which no language but English shows.
func syntax(err error) (line int, said doc.Sentence) {
	var broken toml.ParseError
	message := err.Error()
	if errors.As(err, &broken) {
		line, message = broken.Position.Line, strings.TrimSpace(broken.Message)
		if behindLine.MatchString(message) {
			line--
		}
	} else if m := otherKind.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		return line, doc.Say("%s is a value of another kind than belongs there: %s", m[2], kinds(m[3]))
	}
	for _, s := range slips() {
		if m := s.pattern.FindStringSubmatch(message); m != nil {
			said := s.said
			for _, words := range m[1:] {
				said.Args = append(said.Args, strings.Trim(words, `'"`))
			}
			return line, doc.Say("broken TOML: %s", said)
		}
	}
	return line, doc.Say("broken TOML: %s", doc.Say("it cannot be read from here on (%s)", message))
}

// behindLine fits the messages that the reader gives when it stands behind the end
// of the line already.
var behindLine = regexp.MustCompile(`end (?:table name|of table array name).+ got '\\n' instead$`)

// slip is a message of the TOML reader and what it says to people, who get the
// words of the pattern's groups.
type slip struct {
	pattern *regexp.Regexp
	said    doc.Sentence
}

// slips are the messages that have sentences of our own.
var slips = sync.OnceValue(func() []slip {
	var out []slip
	for _, s := range []struct {
		pattern string
		said    doc.Sentence
	}{
		{`expected '\.' or '=', but got '\\n' instead|unexpected EOF; expected key separator '='`, doc.Say("an equals sign is missing")},
		{`expected '\.' or '=', but got (.+) instead`, doc.Say("an equals sign is missing before “%s”; a key has letters a to z, digits, - and _")},
		{`unexpected '=': key name appears blank`, doc.Say("the equals sign has no key before it")},
		{`expected value but found '\\n' instead|unexpected EOF; expected value`, doc.Say("there is nothing behind the equals sign")},
		{`expected value but found (.+) instead`, doc.Say("“%s” is no value; words stand between \" and \"")},
		{`strings cannot contain newlines|unexpected EOF; expected ["'].["']`, doc.Say("the quotation mark at the end is missing")},
		{`unexpected EOF; expected ["']...["']`, doc.Say("the three quotation marks at the end are missing")},
		{`expected '\.' or '\]' to end table name, .+|expected end of table array name .+`, doc.Say("the ] behind the name of a table is missing")},
		{`unexpected .+ \(table names cannot be empty\)`, doc.Say("a table has no name")},
		{`expected a comma \(','\) or array terminator .+`, doc.Say("a comma or ] is missing in a list")},
		{`expected a comma or an inline table terminator .+`, doc.Say("a comma or } is missing in a table")},
		{`unexpected comma`, doc.Say("there is a comma too many")},
		{`expected a top-level item to end with .+ but got (.+) instead`, doc.Say("the line should end before “%s”; inside words \\\" is written for \"")},
		{`Key '(.+)' (?:has already been|was already) .+`, doc.Say("the key %s stands there twice")},
		{`invalid escape(?: in string|:) '(.+)'`, doc.Say("“%s” means nothing inside words; \\\\ is written for \\")},
		{`expected \w+ hexadecimal digits after .+`, doc.Say("a \\ with u or U has four or eight digits behind it")},
		{`invalid datetime: "(.+)"`, doc.Say("“%s” is no date; write 2026-11-22")},
		{`Invalid (?:integer|float) "(.+)": .+`, doc.Say("“%s” is no number")},
		{`TOML files cannot contain control characters: .+`, doc.Say("there is a character that cannot be seen")},
	} {
		out = append(out, slip{regexp.MustCompile(`^(?:` + s.pattern + `)$`), s.said})
	}
	return out
})

// otherKind is what the reader says of a value that is no TOML for us.
var otherKind = regexp.MustCompile(`^toml: line (\d+) \(last key "(.+)"\): (.+)$`)

// kinds says which kind of value stands there, and which belongs there.
func kinds(message string) doc.Sentence {
	for _, form := range []string{
		`incompatible types: TOML value has type (\S+); destination has type (\S+)`,
		`type mismatch for .+: expected (\S+) but found (\S+)`,
	} {
		m := regexp.MustCompile(`^` + form + `$`).FindStringSubmatch(message)
		switch {
		case m == nil:
		case strings.HasPrefix(form, "type"):
			return doc.Say("%s there, %s here", kind(m[1]), kind(m[2]))
		default:
			return doc.Say("%s there, %s here", kind(m[2]), kind(m[1]))
		}
	}
	return doc.Say("it cannot be read from here on (%s)", message)
}

// kind says what the reader calls a type.
func kind(name string) doc.Sentence {
	switch {
	case name == "string":
		return doc.Say("words in quotation marks")
	case strings.HasPrefix(name, "int"), strings.HasPrefix(name, "float"):
		return doc.Say("a number")
	case name == "map", name == "table", strings.HasPrefix(name, "map["):
		return doc.Say("a table of keys")
	case name == "slice", strings.HasPrefix(name, "[]"):
		return doc.Say("a list in brackets")
	case name == "time.Time":
		return doc.Say("a date without quotation marks")
	}
	return doc.Say("another value")
}
