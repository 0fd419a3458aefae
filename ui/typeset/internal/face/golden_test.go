package face

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"lesestein/ui/typeset/frame"

	"github.com/go-text/typesetting/language"
)

const fonts = "../../../../assets/fonts/"

func files() map[frame.Face]string {
	return map[frame.Face]string{
		frame.Serif: "Literata_400Regular", frame.SerifItalic: "Literata_400Regular_Italic",
		frame.SerifSemibold: "Literata_600SemiBold", frame.SerifLight: "Literata_300Light",
		frame.SerifExtraLight: "Literata_200ExtraLight", frame.Interface: "AtkinsonHyperlegibleNext_400Regular",
		frame.InterfaceItalic:   "AtkinsonHyperlegibleNext_400Regular_Italic",
		frame.InterfaceSemibold: "AtkinsonHyperlegibleNext_600SemiBold", frame.Sans: "SourceSans3_400Regular",
		frame.SansItalic: "SourceSans3_400Regular_Italic", frame.SansSemibold: "SourceSans3_600SemiBold",
		frame.Legible: "AtkinsonHyperlegibleNext_400Regular", frame.LegibleItalic: "AtkinsonHyperlegibleNext_400Regular_Italic",
		frame.LegibleSemibold: "AtkinsonHyperlegibleNext_600SemiBold",
	}
}

func load(t testing.TB) *Table {
	t.Helper()
	data := map[frame.Face]File{}
	for id, name := range files() {
		data[id] = bytes.NewReader(read(t, name))
	}
	data[frame.EastAsian] = bytes.NewReader(read(t, "NotoSerifKR_400Regular_names"))
	table, err := NewTable(data)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(fonts + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// hard are lines that real texts may or may not have: ligatures, figures, marks,
// other scripts, punctuation in a row.
func hard() []string {
	return []string{
		"Auffahrt Schifffahrt Affe finden fliegen Stofffetzen fjord ffi ffl fb fh fk ﬁ",
		"AVATAR Typ. Wort, Yeats: „Wasser“ ‚Tal‘ »Vogel« (Tag) [Jahr] 1917–1921 200.000 3,5 % 12:30 Uhr",
		"z. B. d. h. S. 12 f. §§ 3–4 A. F. Kerenski Œuvre Łódź Øre naïve façade Ångström",
		"e\u0301te\u0301 o\u0308 n\u0303 a\u030A 1/2 3⁄4 x² H₂O № … – — · • † ‡ © ® ™ € $ £ ¥",
		"Петроград Советы рабочих и солдатских депутатов Керенский Україна їжак ґанок",
		"L’État c’est moi don’t Rock ’n’ Roll ’t Hooft O’Brien",
	}
}

// texts are the lines of all embedded texts, the words of the interface, and
// the hard lines.
func texts(t testing.TB) []string {
	t.Helper()
	list := hard()
	for _, root := range []string{"../../../../content/rooms", "../../../../assets/message"} {
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".toml") {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				if line = strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")); line != "" {
					list = append(list, line)
				}
			}
			return nil
		})
	}
	return list
}

// reference shapes lines with HarfBuzz's own hb-shape (Debian libharfbuzz-bin).
func reference(t testing.TB, id frame.Face, script string, lines []string, without ...string) [][]Glyph {
	t.Helper()
	features := strings.Join(append([]string{Figures(id)}, without...), ",")
	cmd := exec.Command("hb-shape", "--output-format=json", "--no-glyph-names", "--features="+features, "--language=de",
		"--script="+script, "--direction=ltr", fonts+files()[id]+".ttf", "--text-file=-")
	cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hb-shape (Debian package libharfbuzz-bin): %v %s", err, stderr.String())
	}
	var result [][]Glyph
	for line := range strings.Lines(string(out)) {
		var glyphs []struct{ G, Cl, Dx, Dy, Ax int }
		if err := json.Unmarshal([]byte(line), &glyphs); err != nil {
			t.Fatal(err)
		}
		row := make([]Glyph, len(glyphs))
		for i, g := range glyphs {
			row[i] = Glyph{ID: uint16(g.G), Cluster: uint16(g.Cl), Advance: int32(g.Ax), X: int16(g.Dx), Y: int16(g.Dy)}
		}
		result = append(result, row)
	}
	if len(result) != len(lines) {
		t.Fatalf("hb-shape gave %d lines for %d", len(result), len(lines))
	}
	return result
}

func scriptTag(s language.Script) string {
	switch s {
	case language.Cyrillic:
		return "cyrl"
	case language.Greek:
		return "grek"
	default:
		return "latn"
	}
}

// compare counts glyphs that differ and reports the first few.
func compare(t *testing.T, name, text string, got, want []Glyph) int {
	t.Helper()
	if slices.Equal(got, want) {
		return 0
	}
	t.Errorf("%s: %q\n got %v\nwant %v", name, text, got, want)
	return 1
}

func TestEveryWordIsShapedAsHarfBuzzShapesIt(t *testing.T) {
	table := load(t)
	words := map[string][]string{}
	seen := map[string]bool{}
	for _, line := range texts(t) {
		for _, w := range strings.Fields(line) {
			if !seen[w] {
				seen[w] = true
				tag := scriptTag(scriptOf([]rune(w)))
				words[tag] = append(words[tag], w)
			}
		}
	}
	for id := range files() {
		shaper, glyphs, bad := NewShaper(table.Font(id), "de"), 0, 0
		for script, list := range words {
			for i, want := range reference(t, id, script, list) {
				glyphs += len(want)
				if bad < 5 {
					bad += compare(t, files()[id], list[i], shaper.Append(nil, []rune(list[i])), want)
				}
			}
		}
		t.Logf("%s: %d glyphs of %d words", files()[id], glyphs, len(seen))
	}
}

func TestLettersSetApartMakeNoLigaturesAndAreShapedAsHarfBuzzDoesIt(t *testing.T) {
	table := load(t)
	words := strings.Fields("Auffahrt Schifffahrt Affe finden fliegen Stofffetzen fjord ffi ffl fb fh Typ. AVATAR 1917–1921")
	for id := range files() {
		shaper := NewSpacedShaper(table.Font(id), "de")
		for i, want := range reference(t, id, "latn", words, "-liga", "-clig") {
			got := shaper.Append(nil, []rune(words[i]))
			compare(t, files()[id], words[i], got, want)
			if len(got) != len([]rune(words[i])) {
				t.Errorf("%s: %q has %d glyphs", files()[id], words[i], len(got))
			}
		}
	}
}

func TestALineIsItsWordsAndSpaces(t *testing.T) {
	table := load(t)
	var lines []string
	for _, line := range texts(t) {
		if !strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Greek, r) }) {
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
	}
	for id := range files() {
		font := table.Font(id)
		shaper, bad := NewShaper(font, "de"), 0
		space, _ := font.font.NominalGlyph(' ')
		for i, want := range reference(t, id, "latn", lines) {
			var got []Glyph
			at, last := 0, ' '
			for k, w := range strings.Split(lines[i], " ") {
				runes := []rune(w)
				if k > 0 {
					after, ahead := shaper.SpaceKern(last, runes[0])
					got[len(got)-1].Advance += after
					got = append(got, Glyph{ID: uint16(space), Cluster: uint16(at), Advance: font.Space() + ahead})
					at++
				}
				from := len(got)
				last = runes[len(runes)-1]
				got = shaper.Append(got, runes)
				for g := from; g < len(got); g++ {
					got[g].Cluster += uint16(at)
				}
				at += len(runes)
			}
			if bad < 5 {
				bad += compare(t, files()[id], lines[i], got, want)
			}
		}
	}
}

func TestNoEmbeddedTextMissesAGlyph(t *testing.T) {
	table := load(t)
	for _, line := range texts(t) {
		for _, r := range line {
			if unicode.IsSpace(r) || r == '\u200B' {
				continue
			}
			for id := range files() {
				if _, ok := table.For(id, r); !ok {
					t.Errorf("%s and its fallbacks have no %q (%U)", files()[id], r, r)
				}
			}
		}
	}
}

func BenchmarkWords(b *testing.B) {
	table := load(b)
	shaper := NewShaper(table.Font(frame.Serif), "de")
	words := strings.Fields(strings.Join(hard(), " "))
	runes := make([][]rune, len(words))
	for i, w := range words {
		runes[i] = []rune(w)
	}
	var dst []Glyph
	for b.Loop() {
		for _, w := range runes {
			dst = shaper.Append(dst[:0], w)
		}
	}
}
