package hyphen

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"

	"pgregory.net/rapid"
)

const folder = "../../../../assets/hyphen/"

func asset(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(folder + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func load(t testing.TB, name string) *Patterns {
	t.Helper()
	p, err := Load(asset(t, name+".trie"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func divide(p *Patterns, word string) string {
	runes := []rune(word)
	out, from := "", 0
	for _, at := range p.Append(nil, runes, 0, 0) {
		out += string(runes[from:at]) + "-"
		from = int(at)
	}
	return out + string(runes[from:])
}

func TestKnownWordsAreDividedAsTheDictionariesDo(t *testing.T) {
	for name, words := range map[string][]string{
		"de": {
			"Do-nau-dampf-schiff-fahrts-ge-sell-schaft", "Si-cher-heits-fra-ge", "Au-ßen-mi-nis-te-ri-um",
			"Räu-me", "Stra-ße", "Wäs-te", "Ost-eu-ro-pa", "Ver-ge-wal-ti-gung", "Ke-ren-ski",
		},
		"en-gb": {"uni-ver-sity", "ma-nu-script", "through-out", "how-ever", "hy-phen-a-tion"},
		"en-us": {"ta-ble", "project", "ref-or-ma-tion", "hy-phen-ation"},
	} {
		p := load(t, name)
		for _, want := range words {
			plain := string(bytes.ReplaceAll([]byte(want), []byte("-"), nil))
			if got := divide(p, plain); got != want {
				t.Errorf("%s: %s, want %s", name, got, want)
			}
		}
	}
}

func TestTheCompiledFilesAreWhatTheSourcesCompileTo(t *testing.T) {
	for _, lang := range []struct {
		source, own, name string
		left, right       int
	}{
		{"hyph-de-1996.tex", "own-de.tex", "de", 2, 2}, {"hyph-en-gb.tex", "own-en.tex", "en-gb", 2, 3},
		{"hyph-en-us.tex", "own-en.tex", "en-us", 2, 3},
	} {
		want, err := Compile(append(asset(t, lang.source), asset(t, "../../ui/typeset/internal/hyphen/compile/"+lang.own)...), lang.left, lang.right)
		if err != nil {
			t.Fatal(err)
		}
		if got := asset(t, lang.name+".trie"); !bytes.Equal(got, want) {
			t.Errorf("%s.trie is not what its sources compile to: run go generate", lang.name)
		}
	}
}

func TestMinimaAreKept(t *testing.T) {
	p := load(t, "de")
	rapid.Check(t, func(t *rapid.T) {
		word := []rune(rapid.StringMatching(`[A-Za-zäöüß]{0,40}`).Draw(t, "word"))
		left, right := rapid.IntRange(0, 6).Draw(t, "left"), rapid.IntRange(0, 6).Draw(t, "right")
		last := 0
		for _, at := range p.Append(nil, word, left, right) {
			if int(at) < max(left, 2) || len(word)-int(at) < max(right, 2) || int(at) <= last {
				t.Fatalf("break at %d of %q with minima %d/%d", at, string(word), left, right)
			}
			last = int(at)
		}
	})
}

func TestOtherScriptsAreNotDivided(t *testing.T) {
	p := load(t, "de")
	for _, word := range []string{"Петроград", "abc1def", "", "a", "日本語日本語"} {
		if got := p.Append(nil, []rune(word), 2, 2); len(got) > 0 {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func FuzzLoadNeverPanics(f *testing.F) {
	// A whole file, and a small one: of each change it is told at once what comes of it.
	data, err := Compile([]byte("\\patterns{\n.hy3ph he2n hena4 hen5at 1na n2at 1tio 2io o2n\n}\n\\hyphenation{\nta-ble\n}\n"), 2, 2)
	if err != nil {
		f.Fatal(err)
	}
	if p, err := Load(data); err != nil || len(p.Append(nil, []rune("hyphenation"), 2, 2)) == 0 {
		f.Fatalf("the seed divides nothing: %v", err)
	}
	f.Add(data, "hyphenation")
	f.Add(data[:64], "hyphenation")
	f.Add(tiny(1, 0), "aa.aa")
	f.Fuzz(func(t *testing.T, data []byte, word string) {
		p, err := Load(data)
		if err != nil {
			return
		}
		for _, at := range p.Append(nil, []rune(word), 2, 2) {
			if int(at) >= len([]rune(word)) {
				t.Fatalf("%q is divided at %d", word, at)
			}
		}
	})
}

// tiny is a file with one letter, a cell for it after each other one, and one level
// string of so many pairs, of which the file has some.
func tiny(count, pairs int) []byte {
	data := []byte("LHY2\x01\x01\x02\x00\x04\x00\x00\x00")
	data = binary.LittleEndian.AppendUint32(data, uint32(2+2*pairs))
	data = binary.LittleEndian.AppendUint32(data, '.')
	data = binary.LittleEndian.AppendUint32(data, 'a')
	for code := range 4 {
		data = append(data, 0, 0, 0, 0, 1, 0, byte(code), 0) // base 0, level string 1
	}
	data = append(data, 0, byte(count))
	for range pairs {
		data = append(data, 1, 9)
	}
	return data
}

func TestAFileWhoseLevelStringsLackAnEndIsNotTaken(t *testing.T) {
	if _, err := Load(tiny(1, 1)); err != nil {
		t.Errorf("a whole file: %v", err)
	}
	for _, data := range [][]byte{tiny(1, 0), tiny(255, 1), tiny(2, 1)} {
		p, err := Load(data)
		if err == nil {
			t.Errorf("taken: %q divides at %v", data, p.Append(nil, []rune("aaaa"), 1, 1))
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile(folder + "de.trie")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDivide(b *testing.B) {
	p := load(b, "de")
	word := []rune("Sicherheitsfrage")
	var dst []uint8
	for b.Loop() {
		dst = p.Append(dst[:0], word, 2, 2)
	}
}
