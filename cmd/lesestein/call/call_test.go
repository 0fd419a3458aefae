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
