package doc_test

import (
	"testing"

	"lesestein/content/doc"
)

func TestASentenceIsTranslatedWithTheSentencesInIt(t *testing.T) {
	s := doc.Say("the picture %q: %s", "x.png", doc.Say("it has %d × %d pixels", 3, 4))
	if got, want := s.String(), `the picture "x.png": it has 3 × 4 pixels`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	german := map[string]string{
		"the picture %q: %s":    "%[2]s: das Bild %[1]q",
		"it has %d × %d pixels": "%d × %d Bildpunkte",
	}
	got := s.In(func(form string) string { return german[form] })
	if want := `3 × 4 Bildpunkte: das Bild "x.png"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := doc.Say("100 %").String(); got != "100 %" {
		t.Errorf("a sentence without arguments reads %q", got)
	}
}
