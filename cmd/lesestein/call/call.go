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
// POSIX: the first of the three that is set decides, even when it is "C".
func userLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := env(name)
		if v == "" {
			continue
		}
		if i := strings.IndexAny(v, "_-.@"); i >= 0 {
			v = v[:i]
		}
		if v == "C" || v == "POSIX" {
			return ""
		}
		return strings.ToLower(v)
	}
	return ""
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
