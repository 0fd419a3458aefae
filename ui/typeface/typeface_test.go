package typeface

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf16"

	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

const fonts = "../../assets/fonts/"

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(fonts + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// folder is a folder with font files, by their names in assets.
func folder(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func in(dirs ...string) *Families { return New(func() []string { return dirs }) }

// collection is fonts in one file.
func collection(fonts ...[]byte) []byte {
	out := []byte("ttcf\x00\x01\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(fonts)))
	at := len(out) + 4*len(fonts)
	var bodies []byte
	for _, f := range fonts {
		start := at + len(bodies)
		out = binary.BigEndian.AppendUint32(out, uint32(start))
		f = bytes.Clone(f)
		for i := range int(binary.BigEndian.Uint16(f[4:])) { // tables are placed from the file's beginning
			record := f[12+16*i+8:]
			binary.BigEndian.PutUint32(record, binary.BigEndian.Uint32(record)+uint32(start))
		}
		bodies = append(bodies, f...)
	}
	return append(out, bodies...)
}

func setter(t testing.TB) *typeset.Setter {
	t.Helper()
	s, err := typeset.New(typeset.Assets{Fonts: map[frame.Face]typeset.FontFile{
		frame.Serif: bytes.NewReader(read(t, "Literata_400Regular")),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFamiliesAreFoundInFoldersAndBelow(t *testing.T) {
	dir := folder(t, map[string][]byte{
		"a.ttf": read(t, "SourceSans3_400Regular"), "deep/b.TTF": read(t, "SourceSans3_400Regular_Italic"),
		"deep/c.ttf": read(t, "SourceSans3_600SemiBold"), "d.ttf": read(t, "Literata_400Regular"),
		"e.txt": read(t, "AtkinsonHyperlegibleNext_400Regular"),
	})
	f := in(filepath.Join(dir, "nowhere"), dir, dir)
	if len(f.Names()) != 2 || !slices.IsSorted(f.Names()) {
		t.Fatalf("%q", f.Names())
	}
	for _, name := range f.Names() {
		of := f.look().fonts[name]
		if whole := of.italic.path != "" && of.bold.path != ""; whole != (filepath.Base(of.regular.path) == "a.ttf") {
			t.Errorf("%s: %+v", name, of)
		}
	}
}

func TestAFamilyWithoutTheLettersOfTheInterfaceIsNotOffered(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.ttf": read(t, "NotoSerifKR_400Regular_names")})
	if names := in(dir).Names(); len(names) != 0 {
		t.Errorf("%q", names)
	}
}

func TestAFamilyWithoutARegularIsNotOffered(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.ttf": read(t, "SourceSans3_600SemiBold"), "b.ttf": read(t, "SourceSans3_400Regular_Italic")})
	if names := in(dir).Names(); len(names) != 0 {
		t.Errorf("%q", names)
	}
}

func TestAFontInACollectionIsFound(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.ttc": collection(read(t, "NotoSerifKR_400Regular_names"), read(t, "Literata_400Regular"))})
	f := in(dir)
	if len(f.Names()) != 1 {
		t.Fatalf("%q", f.Names())
	}
	if _, ok := f.Lend(f.Names()[0], setter(t)); !ok {
		t.Error("it is not lent")
	}
}

// TestABrokenFileIsNotOfferedAndBreaksNothing: whatever bytes a font file has, looking for
// families ends, and what is offered can be lent and sets words.
func TestABrokenFileIsNotOfferedAndBreaksNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 2))
	good := read(t, "SourceSans3_400Regular")
	files := map[string][]byte{"empty.ttf": nil, "text.ttf": []byte("no font"), "half.otf": good[:len(good)/2]}
	for i := range 24 {
		bad := bytes.Clone(good)
		for range 1 + r.IntN(40) {
			at := r.IntN(len(bad))
			if i%2 == 0 { // the directory and the tables behind it
				at = r.IntN(4096)
			}
			bad[at] = byte(r.Uint32())
		}
		files[string(rune('A'+i))+".ttf"] = bad
	}
	for name, data := range files {
		f := in(folder(t, map[string][]byte{name: data}))
		s := setter(t)
		for _, family := range f.Names() {
			if lent, ok := f.Lend(family, s); ok {
				lines := s.Lines([]typeset.Span{{Text: "Auffahrt 1917–1921 „Öl“ e\u0301", Face: typeset.Regular(lent), Size: frame.Px(20)}}, frame.Px(200), typeset.Style{})
				if len(lines) == 0 {
					t.Errorf("%s: no lines", name)
				}
			}
		}
	}
	if names := in(folder(t, map[string][]byte{"empty.ttf": nil, "text.ttf": []byte("no font")})).Names(); len(names) != 0 {
		t.Errorf("%q", names)
	}
}

func TestAFamilyIsLentOnceAndAlwaysTheSame(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.ttf": read(t, "SourceSans3_400Regular"), "b.ttf": read(t, "Literata_400Regular")})
	f, s := in(dir), setter(t)
	var lent []typeset.Family
	for range 3 {
		for _, name := range f.Names() {
			family, ok := f.Lend(name, s)
			if !ok {
				t.Fatalf("%s is not lent", name)
			}
			lent = append(lent, family)
		}
	}
	if lent[0] == lent[1] || !slices.Equal(lent[:2], lent[2:4]) || !slices.Equal(lent[:2], lent[4:]) {
		t.Errorf("%v", lent)
	}
	if _, ok := f.Lend("Nirgends", s); ok {
		t.Error("a family that is not there is lent")
	}
}

func TestAFileThatIsGoneIsNotLent(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.ttf": read(t, "SourceSans3_400Regular")})
	f := in(dir)
	names := f.Names()
	if err := os.Remove(filepath.Join(dir, "a.ttf")); err != nil {
		t.Fatal(err)
	}
	if _, ok := f.Lend(names[0], setter(t)); ok {
		t.Error("it is lent")
	}
}

// renamed is a font whose family has a name of the same length, as in the tables.
func renamed(data []byte, from, to string) []byte {
	utf := func(s string) (out []byte) {
		for _, u := range utf16.Encode([]rune(s)) {
			out = binary.BigEndian.AppendUint16(out, u)
		}
		return out
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(data, utf(from), utf(to)), []byte(from), []byte(to))
}

// TestNoMoreFamiliesAreLentThanThereAreFacesFor: the family behind the last is not lent,
// and those before it stay.
func TestNoMoreFamiliesAreLentThanThereAreFacesFor(t *testing.T) {
	files := map[string][]byte{}
	for i := range frame.MostLent + 2 {
		name := "Literat" + string(rune('0'+i))
		files[name[7:]+".ttf"] = renamed(read(t, "Literata_400Regular"), "Literata", name)
	}
	delete(files, "/.ttf")
	f, s := in(folder(t, files)), setter(t)
	n := 0
	for _, name := range f.Names() {
		if _, ok := f.Lend(name, s); ok {
			n++
		}
	}
	if n != frame.MostLent {
		t.Errorf("%d of %d are lent", n, len(f.Names()))
	}
	if first, ok := f.Lend(f.Names()[0], s); !ok || typeset.Regular(first) != frame.Faces {
		t.Error("the first is another")
	}
}
