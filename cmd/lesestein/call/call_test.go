package call

import "testing"

func TestUserLanguageIsTheFirstVariableThatIsSet(t *testing.T) {
	for _, c := range []struct {
		all, messages, lang, want string
	}{
		{"", "", "", ""},
		{"", "", "de_DE.UTF-8", "de"},
		{"", "", "de", "de"},
		{"", "", "de-AT", "de"},
		{"", "", "DE_de", "de"},
		{"", "", "den_DE", "den"},
		{"C", "", "de_DE.UTF-8", ""},
		{"", "", "fr_FR.UTF-8", "fr"},
		{"", "de_CH.UTF-8", "en_GB.UTF-8", "de"},
		{"", "en_GB", "de_DE", "en"},
		{"de_DE@euro", "", "", "de"},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := userLanguage(func(k string) string { return env[k] }); got != c.want {
			t.Errorf("%v: %s, want %s", env, got, c.want)
		}
	}
}

// TestTheListOfLanguagesGoesBeforeTheLocale: of it the first that the program speaks; where
// the locale is none, there is no list.
func TestTheListOfLanguagesGoesBeforeTheLocale(t *testing.T) {
	for _, c := range []struct{ list, lang, want string }{
		{"", "de_DE.UTF-8", "de"},
		{"en:de", "de_DE.UTF-8", "en"},
		{"de_AT:de", "en_GB.UTF-8", "de"},
		{"fr:de:en", "fr_FR.UTF-8", "de"},
		{"fr:it", "de_DE.UTF-8", "fr"},
		{":", "de_DE.UTF-8", "de"},
		{"de", "C.UTF-8", ""},
		{"de", "", ""},
	} {
		env := map[string]string{"LANGUAGE": c.list, "LANG": c.lang}
		if got := userLanguage(func(k string) string { return env[k] }); got != c.want {
			t.Errorf("%v: %q, want %q", env, got, c.want)
		}
	}
}
