package message

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// files are the catalogues of the program; they are read as files, since only
// the composition root imports the assets.
func files(t *testing.T) map[string]Catalogue {
	t.Helper()
	all := map[string]Catalogue{}
	for _, lang := range []string{"de", "en"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "message", lang+".toml"))
		if err != nil {
			t.Fatal(err)
		}
		c, err := Parse(lang, data)
		if err != nil {
			t.Fatal(err)
		}
		all[lang] = c
	}
	return all
}

func TestBothLanguagesHaveTheSameKeysAndPlaceholders(t *testing.T) {
	all := files(t)
	if diff := cmp.Diff(all["de"].Keys(), all["en"].Keys()); diff != "" {
		t.Fatalf("keys differ (-de +en):\n%s", diff)
	}
	for _, k := range all["de"].Keys() {
		if diff := cmp.Diff(holes(all["de"].T(k)), holes(all["en"].T(k))); diff != "" {
			t.Errorf("%s: placeholders differ (-de +en):\n%s", k, diff)
		}
	}
}

// holes are the placeholders of a text, sorted.
func holes(s string) []string { return slices.Sorted(slices.Values(Placeholders(s))) }

func TestNoWordIsEmpty(t *testing.T) {
	for lang, c := range files(t) {
		for _, k := range c.Keys() {
			if c.T(k) == "" {
				t.Errorf("%s: %s is empty", lang, k)
			}
		}
	}
}

func parsed(t *testing.T, lang, text string) Catalogue {
	t.Helper()
	c, err := Parse(lang, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPlaceholdersAreFilledOnce(t *testing.T) {
	c := parsed(t, "en", `a = "{x} and {y} and {x}"`)
	if got := c.T("a", "x", "{y}", "y", "2"); got != "{y} and 2 and {y}" {
		t.Errorf("filled to %q", got)
	}
	if got := c.T("a", "x"); got != "{x} and {y} and {x}" {
		t.Errorf("a name without a value gives %q", got)
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	de := parsed(t, "de", "[m]\none = \"{n} Minute\"\nother = \"{n} Minuten\"")
	uk := parsed(t, "uk", "[m]\none = \"{n} хвилина\"\nfew = \"{n} хвилини\"\nmany = \"{n} хвилин\"")
	for _, c := range []struct {
		cat  Catalogue
		n    int
		want string
	}{
		{de, 0, "0 Minuten"}, {de, 1, "1 Minute"}, {de, 2, "2 Minuten"}, {de, 21, "21 Minuten"},
		{uk, 1, "1 хвилина"}, {uk, 3, "3 хвилини"}, {uk, 5, "5 хвилин"}, {uk, 21, "21 хвилина"},
	} {
		if got := c.cat.N("m", c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.cat.Lang(), c.n, got, c.want)
		}
	}
}

func TestAMissingKeyShowsItself(t *testing.T) {
	var none Catalogue
	if got := none.T("a.b"); got != "a.b" {
		t.Errorf("got %q", got)
	}
	if got := none.N("a.b", 2); got != "a.b.other" {
		t.Errorf("got %q", got)
	}
}

func TestAnExhibitionsWordsGoOverTheProgramsOwn(t *testing.T) {
	own := parsed(t, "de", "[menu]\nend = \"Beenden\"\nhelp = \"Hilfe\"")
	over := parsed(t, "de", "[menu]\nend = \"Schluss\"").Or(own)
	if over.T("menu.end") != "Schluss" || over.T("menu.help") != "Hilfe" || own.T("menu.end") != "Beenden" {
		t.Errorf("over %q %q, own %q", over.T("menu.end"), over.T("menu.help"), own.T("menu.end"))
	}
}

// TestTheFormsOfAPluralStayTogether: a language that lacks a plural takes it whole
// from another; one that has it never takes a form.
func TestTheFormsOfAPluralStayTogether(t *testing.T) {
	under := parsed(t, "en", "[m]\none = \"{n} minute\"\nother = \"{n} minutes\"\n[s]\none = \"{n} page\"\nother = \"{n} pages\"")
	pl := parsed(t, "pl", "[m]\none = \"{n} minuta\"\nfew = \"{n} minuty\"\nmany = \"{n} minut\"").Or(under)
	for n, want := range map[int]string{1: "1 minuta 1 page", 3: "3 minuty 3 pages", 5: "5 minut 5 pages"} {
		if got := pl.N("m", n) + " " + pl.N("s", n); got != want || pl.Lang() != "pl" {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if pl.Has("m.other") || !pl.Has("s.other") {
		t.Error("a plural is mixed of two languages")
	}
}

func TestFormsAreThoseThatCountingMeets(t *testing.T) {
	for lang, want := range map[string][]string{
		"de": {"other", "one"}, "pl": {"many", "one", "few"}, "ja": {"other"}, "ar": {"zero", "one", "two", "few", "many", "other"},
	} {
		c, err := New(lang, nil)
		if diff := cmp.Diff(want, c.Forms()); err != nil || diff != "" {
			t.Errorf("%s: %v %s", lang, err, diff)
		}
	}
}

func TestPlaceholdersAreFoundOnceAndAlsoBroken(t *testing.T) {
	if diff := cmp.Diff([]string{"{a}", "{b c}", "{d"}, Placeholders("x {a} {b c} {a} {d")); diff != "" {
		t.Error(diff)
	}
}

func TestDatesArePrintedInTheLanguage(t *testing.T) {
	all := files(t)
	for _, c := range []struct{ lang, iso, want string }{
		{"de", "1990-02-09", "9.\u00a0Februar 1990"}, {"en", "1990-02-09", "9\u00a0February 1990"},
		{"de", "1990-02", "Februar 1990"}, {"en", "1990", "1990"}, {"de", "im Mai", "im Mai"}, {"de", "", ""},
		{"de", "1990-13-40", "1990-13-40"},
	} {
		if got := all[c.lang].Date(c.iso); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.iso, got, c.want)
		}
	}
}

func TestBrokenFilesGiveAnErrorAndNoPanic(t *testing.T) {
	for _, text := range []string{"a =", "a = 1", "[a]\nb = [\"c\"]", "\xff", "a = \"x\"\na = \"y\""} {
		if _, err := Parse("de", []byte(text)); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	if _, err := Parse("not a language", nil); err == nil {
		t.Error("a language that is none was taken")
	}
}

func TestWordsOfASectionTakeThePlaceOfOthers(t *testing.T) {
	c, err := Parse("de", []byte("[fold]\nread = \"Abschnitt lesen\"\nskip = \"Überspringen\"\n[easy.fold]\nread = \"Lesen\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	easy := c.Rather("easy")
	if got := easy.T("fold.read") + ", " + easy.T("fold.skip") + ", " + c.T("fold.read"); got != "Lesen, Überspringen, Abschnitt lesen" {
		t.Error(got)
	}
}

func TestABookHasWordsOfItsOwn(t *testing.T) {
	c := parsed(t, "de", "[menu]\nend = \"Beenden\"\nback = \"Zurück\"\n[book.menu]\nend = \"Buch schließen\"\n[m]\none = \"a\"\n[book.m]\none = \"b\"")
	b := c.Rather(Book)
	if b.T("menu.end") != "Buch schließen" || b.T("menu.back") != "Zurück" || b.N("m", 1) != "b" || c.T("menu.end") != "Beenden" || b.Lang() != "de" {
		t.Errorf("%q %q %q, and before %q", b.T("menu.end"), b.T("menu.back"), b.N("m", 1), c.T("menu.end"))
	}
}

// TestNoBookSpeaksOfAVisit: at home there are no rooms, no visit, no staff and no
// exhibition. What only a station, staff or the command line say is left out, the
// contacts, which a book has not, and what is said in the place of what is none.
func TestNoBookSpeaksOfAVisit(t *testing.T) {
	elsewhere := regexp.MustCompile(`^(easy|kiosk|station|staff|kiosk-config|watch|doctor|command|check|proof|problem|unopened)\.|` +
		`^help\.(contacts|staff-first|hours|languages|region|number|checked|unchecked.*)$`)
	for lang, banned := range map[string]*regexp.Regexp{
		"de": regexp.MustCompile(`(?i)räum|\braum|besuch|personal|ausstellung|kontakt|museum|gedenkst`),
		"en": regexp.MustCompile(`(?i)\brooms?\b|visit|\bstaff|exhibition|contacts?\b|museum|memorial`),
	} {
		book := files(t)[lang].Rather(Book)
		for _, k := range book.Keys() {
			words := book.T(k)
			for _, hole := range Placeholders(words) {
				words = strings.ReplaceAll(words, hole, "")
			}
			if !elsewhere.MatchString(k) && banned.MatchString(words) {
				t.Errorf("%s: a book says %s = %q", lang, k, words)
			}
		}
	}
}

// TestABookReplacesOnlyWhatItSays with the placeholders that the program fills.
func TestABookReplacesOnlyWhatItSays(t *testing.T) {
	c := files(t)["de"]
	for _, k := range c.Keys() {
		key, ok := strings.CutPrefix(k, "book.")
		if !ok || !c.Has(key) {
			continue
		}
		if diff := cmp.Diff(holes(c.T(key)), holes(c.T(k))); diff != "" {
			t.Errorf("%s: placeholders differ (-usual +book):\n%s", k, diff)
		}
	}
}
