package typeset_test

import (
	"context"
	"image"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// novel is German-like plain text, one paragraph a line: n code points with about
// 25,000 distinct words, the common ones often.
func novel(n int) []byte {
	r := rand.New(rand.NewPCG(7, 11))
	heads := strings.Fields("be ge ver zer ent auf aus ein um an zu schrift kranken haus staats welt volks lager kirchen bahn wasser brief land gericht jahr wort schul tages abend fried hof bürger")
	mids := strings.Fields("schreib les hör geb nehm steh lauf fall bind sprech halt zieh wend trag werf brech deck richt leg stell such frag dreh fahr")
	tails := strings.Fields("en t te ung ungen er ern es e end lich liche heit keit bar ens tes sam los isch schaft")
	common := strings.Fields("und der die das in zu den von mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde")
	var b strings.Builder
	for b.Len() < n {
		for range 3 + r.IntN(6) {
			for w := range 6 + r.IntN(16) {
				word := common[r.IntN(len(common))]
				if r.IntN(2) == 0 {
					word = heads[r.IntN(len(heads))] + mids[r.IntN(len(mids))] + tails[r.IntN(len(tails))]
				}
				if w == 0 || r.IntN(5) == 0 {
					word = string(unicode.ToUpper([]rune(word)[0])) + string([]rune(word)[1:])
				}
				b.WriteString(word)
				if w > 0 && r.IntN(9) == 0 {
					b.WriteByte(',')
				}
				b.WriteByte(' ')
			}
			b.WriteString("und so fort. ")
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// plainText is how a plain file becomes a text: one paragraph a line.
func plainText(data []byte) note.Visible {
	d := doc.Document{Lang: "de"}
	for line := range strings.Lines(string(data)) {
		d.Blocks = append(d.Blocks, p(strings.TrimSpace(line)))
	}
	return note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil)
}

const million = 1_000_000

func cold(b *testing.B) *typeset.Setter {
	b.Helper()
	a, err := loadAssets()
	if err != nil {
		b.Fatal(err)
	}
	s, err := typeset.New(a)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// From the book's bytes to pixels, fonts loaded, nothing shaped yet.
func BenchmarkFirstPageOfAMillionLetters(b *testing.B) {
	data := novel(million)
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	for b.Loop() {
		b.StopTimer()
		s := cold(b)
		b.StartTimer()
		book := s.Open(typeset.Work{Text: plainText(data), Words: words()}, window(1920, 1080, 24))
		spread := book.SpreadAt(context.Background(), 0)
		s.Paint(im, spread.Flat(frame.Px(1920), frame.Px(1080)), paper())
	}
}

func BenchmarkAMillionLettersCold(b *testing.B) {
	w := typeset.Work{Text: plainText(novel(million)), Words: words()}
	for b.Loop() {
		b.StopTimer()
		s := cold(b)
		b.StartTimer()
		if err := s.Open(w, window(1920, 1080, 24)).Paginate(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSizeChangeOfAMillionLetters(b *testing.B) {
	w := typeset.Work{Text: plainText(novel(million)), Words: words()}
	s := setter(b)
	s.Open(w, window(1920, 1080, 24)).Paginate(context.Background())
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		i++
		s.Open(w, window(1920, 1080, 24+float64(i%8))).Paginate(context.Background())
	}
}

func BenchmarkVisiblePageAfterSizeChange(b *testing.B) {
	w := typeset.Work{Text: plainText(novel(million)), Words: words()}
	s := setter(b)
	s.Open(w, window(1920, 1080, 24)).Paginate(context.Background())
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	i := 0
	for b.Loop() {
		i++
		spread := s.Open(w, window(1920, 1080, 20+float64(i%64)/8)).SpreadAt(context.Background(), million/2)
		s.Paint(im, spread.Flat(frame.Px(1920), frame.Px(1080)), paper())
	}
}

func BenchmarkTurnOfAPage(b *testing.B) {
	s := setter(b)
	book := s.Open(typeset.Work{Text: plainText(novel(million / 10)), Words: words()}, window(1920, 1080, 24))
	book.Paginate(context.Background())
	i := 0
	for b.Loop() {
		i++
		book.Spread(i * 11 % book.Count())
	}
}

func BenchmarkPaintOfAWarmSpread(b *testing.B) {
	s := setter(b)
	book := s.Open(typeset.Work{Text: plainText(novel(20_000)), Words: words()}, window(1920, 1080, 24))
	book.Paginate(context.Background())
	page := book.Spread(1).Flat(frame.Px(1920), frame.Px(1080))
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	s.Paint(im, page, paper())
	for b.Loop() {
		s.Paint(im, page, paper())
	}
}
