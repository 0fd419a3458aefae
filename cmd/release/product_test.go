package main

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

func TestFyneAppSaysTheSameAsTheWords(t *testing.T) {
	var app struct {
		LinuxAndBSD struct {
			GenericName, Comment string
			Keywords             []string
		}
	}
	if _, err := toml.DecodeFile(root+"/FyneApp.toml", &app); err != nil {
		t.Fatal(err)
	}
	w := testProduct(t).English()
	got := words{Generic: app.LinuxAndBSD.GenericName, Summary: app.LinuxAndBSD.Comment, Keywords: app.LinuxAndBSD.Keywords}
	want := words{Generic: w.Generic, Summary: w.Summary, Keywords: w.Keywords}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("words.en.toml (-) and FyneApp.toml (+) differ:\n%s", d)
	}
}

func TestBothLanguagesSayEverything(t *testing.T) {
	p := testProduct(t)
	en := p.English()
	for lang, w := range p.Words {
		if w.Generic == "" || w.Summary == "" || w.Kiosk.Summary == "" || len(w.Keywords) == 0 {
			t.Errorf("%s: words are missing", lang)
		}
		if len(w.Description) != len(en.Description) || len(w.Kiosk.Description) != len(en.Kiosk.Description) {
			t.Errorf("%s: the descriptions have other paragraphs than the English ones", lang)
		}
		for _, s := range []string{w.Summary, w.Kiosk.Summary} {
			if strings.HasSuffix(s, ".") || len([]rune(s)) > 80 {
				t.Errorf("%s: %q is no summary: shops want a short line without a full stop", lang, s)
			}
		}
		if !slices.Equal(slices.Sorted(maps.Keys(w.Type)), slices.Sorted(slices.Values(p.MediaTypes()))) {
			t.Errorf("%s: names other types than FyneApp.toml", lang)
		}
		for name := range w.Picture {
			if _, err := os.Stat(root + "/assets/pictures/" + name + ".png"); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestAVersionIsTheProgramsOwn(t *testing.T) {
	p := testProduct(t)
	for _, c := range []struct {
		version   string
		rehearsal bool
		fine      bool
	}{
		{p.Version, false, true},
		{"9.9.9", false, false},
		{"9.9.9", true, true},
		{"1.2", true, false},
		{"1.2.3-rc1", true, false},
		{"01.2.3", true, false},
		{"v1.2.3", true, false},
	} {
		got, err := p.in(c.version, c.rehearsal)
		if (err == nil) != c.fine || c.fine && got.Version != c.version {
			t.Errorf("%q, rehearsal %v: %q, %v", c.version, c.rehearsal, got.Version, err)
		}
	}
}

// TestTemplatesFillIn holds that every template of ours says version and names where
// it should, has no gaps, and is well-formed where it is XML.
func TestTemplatesFillIn(t *testing.T) {
	p := testProduct(t)
	for name, want := range map[string][]string{
		"linux/lesestein.desktop": {"\nName=Lesestein\n", "\nGenericName[de]=" + p.Words["de"].Generic + "\n", "\nExec=lesestein %f\n",
			"\nIcon=de.lesestein.reader\n", "application/epub+zip;text/markdown;", "\nCategories=Education;Literature;\n"},
		"linux/metainfo.xml": {"<id>de.lesestein.reader</id>", `version="` + p.Version + `" date="2026-09-21"`,
			"<caption xml:lang=\"de\">" + p.Words["de"].Picture["shelf"], "/pictures/spread.png</image>", "<mediatype>text/markdown</mediatype>", "<mediatype>application/epub+zip</mediatype>"},
		"linux/mime.xml":            {`<glob pattern="exhibition.toml"`, "<comment xml:lang=\"de\">Ausstellung</comment>"},
		"linux/install.sh":          {"installs Lesestein " + p.Version, "share/lesestein/installed"},
		"linux/lesestein-station.8": {`"Lesestein ` + p.Version + `"`},
		"macos/Info.plist":          {"<string>de.lesestein.reader</string>", "<string>" + p.Version + "</string>", "<string>lesestein.icns</string>", "<string>org.idpf.epub-container</string>"},
	} {
		text, err := fill(root, name, p)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, w := range want {
			if !strings.Contains(string(text), w) {
				t.Errorf("%s lacks %q:\n%s", name, w, text)
			}
		}
		if strings.Contains(string(text), "<no value>") {
			t.Errorf("%s has a gap", name)
		}
		if bytes.HasPrefix(text, []byte("<?xml")) {
			wellFormed(t, name, text)
		}
	}
}

func wellFormed(t *testing.T, name string, text []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

func TestOwnTypesAreAllThatTheDesktopHasToLearn(t *testing.T) {
	p := testProduct(t)
	for _, o := range p.OwnTypes() {
		if o.Glob == "" || !strings.HasPrefix(o.ID, "application/") {
			t.Errorf("%+v", o)
		}
	}
	if len(p.OwnTypes()) != 1 {
		t.Errorf("%d types are our own", len(p.OwnTypes()))
	}
}

func TestWrapKeepsWordsAndWidth(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"a b c", "  a b\n  c"},
		{"abcdef g", "  abcdef\n  g"},
	} {
		if got := wrap(3, "  ", c.text); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
		}
	}
}
