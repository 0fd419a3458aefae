package paint

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"lesestein/assets"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

var (
	paper = Palette{
		Paper: color.RGBA{0xf5, 0xf0, 0xe6, 255}, Ink: color.RGBA{0x21, 0x1d, 0x19, 255}, Soft: color.RGBA{0x5b, 0x53, 0x49, 255},
		Hairline: color.RGBA{0xcd, 0xc2, 0xb0, 255}, Accent: color.RGBA{0x1f, 0x4b, 0x57, 255},
	}
	night = Palette{
		Paper: color.RGBA{0x14, 0x17, 0x1a, 255}, Ink: color.RGBA{0xdc, 0xd6, 0xca, 255}, Soft: color.RGBA{0xa0, 0x9a, 0x8f, 255},
		Hairline: color.RGBA{0x35, 0x3a, 0x3e, 255}, Accent: color.RGBA{0x8f, 0xc0, 0xcc, 255},
	}
)

func fonts(t testing.TB) *face.Table {
	t.Helper()
	data, err := assets.Font("Literata_400Regular")
	if err != nil {
		t.Fatal(err)
	}
	tab, err := face.NewTable(map[frame.Face]face.File{frame.Serif: data})
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// line shapes a line of the serif at a place.
func line(t testing.TB, tab *face.Table, text string, size, x, y frame.Unit, role frame.Role) frame.Line {
	t.Helper()
	font := tab.Font(frame.Serif)
	run := frame.Run{Face: frame.Serif, Size: size, Role: role, X: x, Text: text}
	for _, g := range face.NewShaper(font, "de").Append(nil, []rune(text)) {
		advance := frame.Unit(int64(g.Advance) * int64(size) / int64(font.Upem))
		run.Glyphs = append(run.Glyphs, frame.Glyph{ID: g.ID, X: run.Width, Advance: advance})
		run.Width += advance
	}
	return frame.Line{Runs: []frame.Run{run}, Baseline: y}
}

// sample is a page with words, a filled and an outlined shape, and a picture.
func sample(t testing.TB, tab *face.Table) frame.Page {
	im := image.NewRGBA(image.Rect(0, 0, 8, 8))
	for i := range im.Pix {
		im.Pix[i] = uint8(i) | 3
	}
	px := frame.Px
	return frame.Page{
		Width: px(240), Height: px(120),
		Lines: []frame.Line{
			line(t, tab, "Zögern. 1917", px(24), px(10)+13, px(34), frame.Ink),
			line(t, tab, "Weiter", px(14), px(24), px(70), frame.Paper),
			line(t, tab, "Kurzfassung lesen", px(11), px(110), px(69), frame.Accent),
		},
		Shapes: []frame.Shape{
			{Rect: frame.Rect{MinX: px(10), MinY: px(44) + 20, MaxX: px(230), MaxY: px(45) + 20}, Role: frame.Hairline},
			{Rect: frame.Rect{MinX: px(10), MinY: px(54), MaxX: px(90), MaxY: px(78)}, Role: frame.Accent, Radius: px(3)},
			{Rect: frame.Rect{MinX: px(100), MinY: px(54), MaxX: px(220), MaxY: px(78)}, Role: frame.Accent, Stroke: px(1), Radius: px(3)},
		},
		Pictures: []frame.Picture{{Rect: frame.Rect{MinX: px(10), MinY: px(86), MaxX: px(50), MaxY: px(112)}, Image: im}},
	}
}

func painted(p *Painter, page frame.Page, pal Palette) *image.RGBA {
	im := image.NewRGBA(image.Rect(0, 0, page.Width.Ceil(), page.Height.Ceil()))
	p.Paint(im, page, pal)
	return im
}

func TestPagesLookAsTheGoldenPictures(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Log("outlines are drawn with fused multiply-adds elsewhere: pictures are compared on amd64")
		return
	}
	tab := fonts(t)
	for name, pal := range map[string]Palette{"paper": paper, "night": night} {
		got := painted(New(tab), sample(t, tab), pal)
		file := filepath.Join("testdata", name+".png")
		if *update {
			write(t, file, got)
		}
		want := read(t, file)
		if !bytes.Equal(got.Pix, want.Pix) {
			write(t, filepath.Join(t.ArtifactDir(), name+".png"), got)
			t.Errorf("%s: not as %s; see the artifact", name, file)
		}
	}
}

func write(t *testing.T, file string, im image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	im, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(im.Bounds())
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, im.At(x, y))
		}
	}
	return out
}

// weighs is the mean share of the way from ground to ink in lightness.
func weighs(im *image.RGBA, pal Palette) float64 {
	from, to := lightness(linear(pal.Paper)), lightness(linear(pal.Ink))
	sum := 0.0
	for i := 0; i < len(im.Pix); i += 4 {
		l := lightness(linear(color.RGBA{im.Pix[i], im.Pix[i+1], im.Pix[i+2], 255}))
		sum += (l - from) / (to - from)
	}
	return sum
}

func TestLightAndDarkTextWeighTheSame(t *testing.T) {
	tab := fonts(t)
	for _, size := range []int{11, 16, 24, 48} {
		page := frame.Page{Width: frame.Px(400), Height: frame.Px(80), Lines: []frame.Line{
			line(t, tab, "Erst Jahrzehnte", frame.Px(size), frame.Px(4)+7, frame.Px(50), frame.Ink),
		}}
		p := New(tab)
		dark, light := weighs(painted(p, page, paper), paper), weighs(painted(p, page, night), night)
		if math.Abs(dark-light) > dark/50 {
			t.Errorf("%d px: dark letters weigh %.1f, light ones %.1f", size, dark, light)
		}
	}
}

func TestHairlinesLieOnWholePixels(t *testing.T) {
	p := New(fonts(t))
	page := frame.Page{Width: frame.Px(20), Height: frame.Px(20), Shapes: []frame.Shape{
		{Rect: frame.Rect{MinX: 100, MinY: 333, MaxX: 900, MaxY: 333 + 40}, Role: frame.Ink},
	}}
	im := painted(p, page, paper)
	rows := map[int]bool{}
	for y := range 20 {
		for x := range 20 {
			switch im.RGBAAt(x, y) {
			case paper.Ink:
				rows[y] = true
			case paper.Paper:
			default:
				t.Fatalf("a mixed pixel at %d,%d", x, y)
			}
		}
	}
	if len(rows) != 1 {
		t.Errorf("a hairline on %d rows", len(rows))
	}
}

func TestWhatLiesOutsideIsLeftOut(t *testing.T) {
	tab := fonts(t)
	page := sample(t, tab)
	for _, d := range []frame.Unit{-5000, -400, 333, 9000} {
		moved := frame.Page{Width: page.Width, Height: page.Height}
		moved.Place(page, d, -d/2)
		painted(New(tab), moved, paper)
	}
	New(tab).Paint(image.NewRGBA(image.Rectangle{}), page, paper)
}

func TestAWarmAtlasPaintsAsAColdOne(t *testing.T) {
	tab := fonts(t)
	p := New(tab)
	page := sample(t, tab)
	first := painted(p, page, night)
	for size := range 40 {
		painted(p, frame.Page{Width: frame.Px(300), Height: frame.Px(100), Lines: []frame.Line{
			line(t, tab, "Weiter", frame.Px(8+size), 0, frame.Px(50), frame.Ink),
		}}, paper)
	}
	if again := painted(p, page, night); !bytes.Equal(first.Pix, again.Pix) {
		t.Error("the second picture differs")
	}
}

func TestTheAtlasStaysBounded(t *testing.T) {
	tab := fonts(t)
	p := New(tab)
	for size := range 200 {
		painted(p, frame.Page{Width: frame.Px(800), Height: frame.Px(300), Lines: []frame.Line{
			line(t, tab, "Zögern Verschweigen", frame.Px(20+size), 0, frame.Px(200), frame.Ink),
		}}, paper)
	}
	if p.atlas.bytes > maxAtlas+maxAtlas/4 {
		t.Errorf("%d bytes of masks", p.atlas.bytes)
	}
}

func TestInkOnAnotherGroundIsMixedWithIt(t *testing.T) {
	tab := fonts(t)
	px := frame.Px
	page := frame.Page{Width: px(60), Height: px(40),
		Shapes: []frame.Shape{{Rect: frame.Rect{MaxX: px(60), MaxY: px(40)}, Role: frame.Accent}},
		Lines:  []frame.Line{line(t, tab, "OOO", px(24), px(4), px(30), frame.Paper)},
	}
	im := painted(New(tab), page, paper)
	for i := 0; i < len(im.Pix); i += 4 {
		if im.Pix[i] < paper.Accent.R || im.Pix[i] > paper.Paper.R {
			t.Fatalf("a pixel of %v lies outside both colours", im.Pix[i:i+3])
		}
	}
}

func TestUnknownFacesAndRolesAreNotPainted(t *testing.T) {
	tab := fonts(t)
	page := frame.Page{Width: frame.Px(40), Height: frame.Px(40)}
	l := line(t, tab, "A", frame.Px(20), 0, frame.Px(30), frame.Role(99))
	page.Lines = append(page.Lines, l)
	l.Runs = []frame.Run{l.Runs[0]}
	l.Runs[0].Role, l.Runs[0].Face = frame.Ink, frame.AllFaces
	page.Lines = append(page.Lines, l)
	page.Shapes = []frame.Shape{{Rect: frame.Rect{MaxX: frame.Px(9), MaxY: frame.Px(9)}, Role: 77}}
	page.Pictures = []frame.Picture{{Rect: frame.Rect{MaxX: frame.Px(9), MaxY: frame.Px(9)}}}
	im := painted(New(tab), page, paper)
	for i := 0; i < len(im.Pix); i += 4 {
		if im.Pix[i] != paper.Paper.R {
			t.Fatal("something is painted")
		}
	}
}
