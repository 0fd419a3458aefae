// Package message holds the words of the interface: one Catalogue a language,
// read from a TOML file.
//
// Keys are dotted: "menu.rooms" is the word rooms of the section menu. {name}
// is a placeholder. A key whose last part is one, two, few, many or other is one
// form of a plural; which form a number takes is CLDR's rule for the language.
// An exhibition may bring a catalogue of its own, for a further language or for
// single words; Or puts one over the other. What is not an exhibition may have words of
// its own: Rather chooses.
//
// A Catalogue is immutable and safe for concurrent use.
//
// message.go reads a catalogue and gives out its words, dates and times of day;
// plural.go has the forms of a plural.
package message

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"
)

// Catalogue is the interface's words in one language.
type Catalogue struct {
	lang  string
	tag   language.Tag
	words map[string]string
}

// Parse reads a catalogue from TOML; lang is a BCP 47 tag. Every value must be a
// string.
func Parse(lang string, data []byte) (Catalogue, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return Catalogue{}, fmt.Errorf("language %q: %w", lang, err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(data, &tree); err != nil {
		return Catalogue{}, fmt.Errorf("words in %s: %w", lang, err)
	}
	c := Catalogue{lang: lang, tag: tag, words: map[string]string{}}
	if err := c.add("", tree); err != nil {
		return Catalogue{}, fmt.Errorf("words in %s: %w", lang, err)
	}
	return c, nil
}

func (c Catalogue) add(prefix string, tree map[string]any) error {
	for k, v := range tree {
		switch v := v.(type) {
		case string:
			c.words[prefix+k] = v
		case map[string]any:
			if err := c.add(prefix+k+".", v); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%s%s: not a string", prefix, k)
		}
	}
	return nil
}

// New makes a catalogue of words by their keys; lang is a BCP 47 tag. The map is
// not to be changed any more.
func New(lang string, words map[string]string) (Catalogue, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return Catalogue{}, fmt.Errorf("language %q: %w", lang, err)
	}
	return Catalogue{lang: lang, tag: tag, words: words}, nil
}

// Or returns the catalogue with the words of under where it has none. The forms of
// a plural stay together: if it has one of them, under adds no other.
func (c Catalogue) Or(under Catalogue) Catalogue {
	words := maps.Clone(c.words)
	if words == nil {
		words = map[string]string{}
	}
	own := map[string]bool{} // plurals
	for k := range c.words {
		if base, _, ok := Plural(k); ok {
			own[base] = true
		}
	}
	for k, w := range under.words {
		if base, _, ok := Plural(k); !c.Has(k) && !(ok && own[base]) {
			words[k] = w
		}
	}
	c.words = words
	if c.lang == "" {
		c.lang, c.tag = under.lang, under.tag
	}
	return c
}

// Book is the section of the words of a work that somebody reads at home: it has no
// rooms, no visit and no staff. See Rather.
const Book = "book"

// Rather returns the catalogue with the words under a section in the place of those
// of the same key without it: with Rather("easy") those of "easy.fold.read" are those
// of "fold.read".
func (c Catalogue) Rather(section string) Catalogue {
	words := maps.Clone(c.words)
	for k, w := range c.words {
		if key, ok := strings.CutPrefix(k, section+"."); ok {
			words[key] = w
		}
	}
	c.words = words
	return c
}

// Lang is the language of the words, BCP 47.
func (c Catalogue) Lang() string { return c.lang }

// Keys returns all keys, sorted.
func (c Catalogue) Keys() []string { return slices.Sorted(maps.Keys(c.words)) }

// Has reports whether there are words for a key.
func (c Catalogue) Has(key string) bool {
	_, ok := c.words[key]
	return ok
}

// T returns the words of a key. args are pairs of a placeholder's name and its
// value. A key without words returns itself: a gap is to be seen, not guessed.
func (c Catalogue) T(key string, args ...string) string {
	w, ok := c.words[key]
	if !ok {
		return key
	}
	return fill(w, args)
}

// N returns the words of a plural key for the number n, which also fills {n}.
func (c Catalogue) N(key string, n int, args ...string) string {
	form := key + "." + c.form(n)
	if !c.Has(form) {
		form = key + ".other"
	}
	return c.T(form, append([]string{"n", strconv.Itoa(n)}, args...)...)
}

// fill puts the values into the placeholders, once from left to right, so that a
// value which looks like a placeholder stays as it is.
func fill(w string, args []string) string {
	if !strings.Contains(w, "{") {
		return w
	}
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, "{"+args[i]+"}", args[i+1])
	}
	return strings.NewReplacer(pairs...).Replace(w)
}

// Date returns an ISO date ("2026-11-22", "2026-11" or "2026") as it is printed;
// what is no date is returned as it is.
func (c Catalogue) Date(iso string) string {
	part := strings.Split(iso, "-")
	for _, p := range part {
		if _, err := strconv.Atoi(p); err != nil {
			return iso
		}
	}
	if len(part) == 1 {
		return iso
	}
	number, _ := strconv.Atoi(part[1])
	key := "date.month." + strconv.Itoa(number)
	if !c.Has(key) || len(part) > 3 {
		return iso
	}
	month := c.T(key)
	if len(part) == 2 {
		return month + " " + part[0]
	}
	day, _ := strconv.Atoi(part[2])
	return c.T("date.full", "day", strconv.Itoa(day), "month", month, "year", part[0])
}

// Day returns the date of a time in its own zone, with the day of the week before it.
func (c Catalogue) Day(at time.Time) string {
	return c.T("date.on-weekday", "weekday", c.T("date.weekday."+strconv.Itoa(int(at.Weekday()))), "date", c.Date(at.Format(time.DateOnly)))
}

// Time returns the time of day of a time in its own zone, to the minute; a full
// hour may have a shorter form.
func (c Catalogue) Time(at time.Time) string {
	key := "date.time"
	if at.Minute() == 0 {
		key = "date.hour"
	}
	return c.T(key, "hour", strconv.Itoa(at.Hour()), "minute", at.Format("04"))
}
