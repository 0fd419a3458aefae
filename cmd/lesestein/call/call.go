package call

import (
	"io"
	"os"
	"strings"

	"lesestein/ui/message"
)

// Streams are what one call of the program stands on: where it writes, and its words.
type Streams struct {
	Out, Err io.Writer
	Say      message.Catalogue
	Speaks   string // the user's language, BCP 47; empty when the environment says none
}

// Here is what a call of this process stands on: its streams and the user's language.
func Here() Streams {
	speaks := userLanguage(os.Getenv)
	if speaks == "" {
		speaks = systemLanguage()
	}
	return Streams{Out: os.Stdout, Err: os.Stderr, Say: Catalogue(spoken(speaks)), Speaks: speaks}
}

// Complain says on the error stream what does not end the program.
func (st Streams) Complain(err error) {
	_, _ = io.WriteString(st.Err, "lesestein: "+Explain(st.Say, err)+"\n") // nobody may be there to read it
}

// userLanguage is the language the user asks for, and empty when nobody says.
// POSIX: the first of the three that is set decides, even when it is "C". Where it is
// not, LANGUAGE is the list of those that the user would rather have (GNU gettext); of it
// the first counts that the program speaks, else the first.
func userLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := env(name)
		if v == "" {
			continue
		}
		if v = languageOf(v); v == "c" || v == "posix" {
			return ""
		}
		return rather(env("LANGUAGE"), v)
	}
	return ""
}

// languageOf is the language of a locale, "de" of "de_DE.UTF-8".
func languageOf(locale string) string {
	if i := strings.IndexAny(locale, "_-.@"); i >= 0 {
		locale = locale[:i]
	}
	return strings.ToLower(locale)
}

// rather is the first language of a list that the program speaks, or its first, or
// without a list another.
func rather(list, other string) string {
	first := ""
	for _, of := range strings.Split(list, ":") {
		lang := languageOf(of)
		if lang != "" && spoken(lang) == lang {
			return lang
		}
		if first == "" {
			first = lang
		}
	}
	if first == "" {
		return other
	}
	return first
}

// spoken is the one of the program's languages for somebody who speaks lang.
func spoken(lang string) string {
	if lang == "de" {
		return "de"
	}
	return "en"
}

// Exists reports whether there is something by a name that a call gave.
func Exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
