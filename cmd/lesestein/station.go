package main

import (
	"io"
	"os"
	"strings"

	"lesestein/ui/message"
)

// A station is what one call of the program stands on.
type station struct {
	out, err io.Writer
	say      message.Catalogue
}

// here is the station of the process: its streams and the user's language.
func here() station {
	return station{out: os.Stdout, err: os.Stderr, say: catalogue(userLanguage(os.Getenv))}
}

// userLanguage is the language the user asks for, "en" if there are no words in
// it. POSIX: the first of the three that is set decides, even when it is "C".
func userLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := env(name)
		if v == "" {
			continue
		}
		if i := strings.IndexAny(v, "_-.@"); i >= 0 {
			v = v[:i]
		}
		if strings.EqualFold(v, "de") {
			return "de"
		}
		break
	}
	return "en"
}
