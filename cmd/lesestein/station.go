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
	speaks   string // the user's language, BCP 47; empty when the environment says none
}

// here is the station of the process: its streams and the user's language.
func here() station {
	speaks := userLanguage(os.Getenv)
	if speaks == "" {
		speaks = systemLanguage()
	}
	return station{out: os.Stdout, err: os.Stderr, say: catalogue(spoken(speaks)), speaks: speaks}
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
