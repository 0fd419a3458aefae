package station

import (
	"testing"

	"lesestein/assets"
	"lesestein/content"
	"lesestein/ui/edition"
	"lesestein/ui/message"
	"lesestein/ui/session"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// embedded is the embedded exhibition, set with the embedded fonts.
func embedded(t testing.TB) session.Opened {
	t.Helper()
	files := map[frame.Face]string{
		frame.Serif: "Literata_400Regular", frame.SerifItalic: "Literata_400Regular_Italic",
		frame.SerifSemibold: "Literata_600SemiBold", frame.SerifLight: "Literata_300Light", frame.SerifExtraLight: "Literata_200ExtraLight",
		frame.Interface: "AtkinsonHyperlegibleNext_400Regular", frame.InterfaceSemibold: "AtkinsonHyperlegibleNext_600SemiBold",
	}
	a := typeset.Assets{Fonts: map[frame.Face]typeset.FontFile{}, Patterns: map[string][]byte{}}
	for f, name := range files {
		data, err := assets.Font(name)
		if err != nil {
			t.Fatal(err)
		}
		a.Fonts[f] = data
	}
	setter, err := typeset.New(a)
	if err != nil {
		t.Fatal(err)
	}
	x := session.Opened{Pictures: content.NewGallery(content.Embedded()), Setter: setter}
	x.Exhibition, _ = content.Load(content.Embedded())
	own := map[string]message.Catalogue{}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Messages(lang)
		if err != nil {
			t.Fatal(err)
		}
		if own[lang], err = message.Parse(lang, data); err != nil {
			t.Fatal(err)
		}
	}
	x.Words = edition.Speak(x.Exhibition, own)
	return x
}
