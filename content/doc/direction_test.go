package doc_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"lesestein/content/doc"
)

func TestALanguageIsWrittenAsItsScriptIs(t *testing.T) {
	for want, tags := range map[doc.Direction]string{
		doc.RTL: `ar he fa ur yi ps sd dv ug ckb iw ji ks bal rhg syr nqo arz apc pnb lrc mzn glk skr sdh lad arc
			az-Arab ku-Arab pa-Arab uz-Arab tg-Arab kk-Arab ms-Arab ff-Adlm de-Hebr ar-EG he-IL ku-Arab-IQ ur-Aran
			az-IR ku-IQ pa-PK uz-AF ky-CN ha-SD und-IL und-Arab und-EG AR Fa-IR pa_Arab_PK ar-aao AZ-ARAB
			ara heb fas per urd yid uig snd pus prs ar-u-nu-latn ar-x-latn fa-AF kk-Arab-CN syr-Syre`,
		doc.LTR: `de en fr pl tr az ku pa uz kk ky ha ms grc doi am hi zh ja und mul zxx en-IL de-Latn-DE
			ar-Latn he-Latn fa-Latn sd-Deva ks-Deva ug-Cyrl sd-IN ug-KZ yi-Latn ckb-Latn ar-Latn-EG ur-Deva
			en-u-nu-arab de-x-hebr x-ar de-1996 zh-yue ru-IL`,
	} {
		for _, tag := range strings.Fields(tags) {
			if got := doc.LanguageDirection(tag); got != want {
				t.Errorf("%s: %d, want %d", tag, got, want)
			}
		}
	}
	for _, tag := range []string{"", "-", "ar he", "aao abh", " ", "\u0661"} {
		if doc.LanguageDirection(tag) != doc.LTR {
			t.Errorf("%q is no language, but it is written from right to left", tag)
		}
	}
}

// TestTheDirectionIsThatOfTheLikelyScript asks another list, of an older edition, for
// every language that has two letters.
func TestTheDirectionIsThatOfTheLikelyScript(t *testing.T) {
	leftward := map[string]bool{"Arab": true, "Hebr": true, "Thaa": true, "Avst": true}
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			code := string([]rune{a, b})
			tag, err := language.Parse(code)
			if err != nil {
				continue
			}
			script, _ := tag.Script()
			if got := doc.LanguageDirection(code) == doc.RTL; got != leftward[script.String()] {
				t.Errorf("%s is written in %s; from right to left: %v", code, script, got)
			}
		}
	}
}
