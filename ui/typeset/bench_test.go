package typeset_test

import (
	"context"
	"fmt"
	"image"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lesestein/content"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/measure"
)

// Each benchmark here is one figure of the project, taken on the book of a
// million characters; the metric in ms is the median over all rounds, which is
// what counts.
//
//	go test -trimpath -run '^$' -bench . -benchtime 15x ./ui/typeset

// disclosed is a plain text as the reader gets it from its bytes.
func disclosed(text string) note.Visible {
	t, _ := content.Plain("book.de.txt", strings.NewReader(text))
	return note.Disclose(t, note.Default(), nil)
}

func million() typeset.Work {
	return typeset.Work{Text: disclosed(measure.Book()), Words: words()}
}

func cold(tb testing.TB) *typeset.Setter {
	tb.Helper()
	a, err := loadAssets()
	if err != nil {
		tb.Fatal(err)
	}
	s, err := typeset.New(a)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func paginate(tb testing.TB, b *typeset.Book) *typeset.Book {
	tb.Helper()
	if err := b.Paginate(context.Background()); err != nil {
		tb.Fatal(err)
	}
	return b
}

// medians collects durations under names and reports the median of each.
type medians struct {
	names []string
	times map[string][]time.Duration
}

func (m *medians) add(name string, d time.Duration) {
	if m.times == nil {
		m.times = map[string][]time.Duration{}
	}
	if m.times[name] == nil {
		m.names = append(m.names, name)
	}
	m.times[name] = append(m.times[name], d)
}

func (m *medians) median(name string) time.Duration {
	s := slices.Sorted(slices.Values(m.times[name]))
	return s[len(s)/2]
}

func (m *medians) report(b *testing.B) {
	for _, name := range m.names {
		b.ReportMetric(float64(m.median(name))/float64(time.Millisecond), "ms/"+name)
	}
}

// timed adds what a function takes of the wall clock.
func (m *medians) timed(name string, f func()) {
	began := time.Now()
	f()
	m.add(name, time.Since(began))
}

// asChild is the variable that makes the test's program set the book in the file
// it names, and nothing else, so that a whole process is measured.
const asChild = "LESESTEIN_SET_BOOK"

func TestMain(m *testing.M) {
	if name := os.Getenv(asChild); name != "" {
		if err := setBook(name); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// setBook goes from a file's bytes to line breaks and page index.
func setBook(name string) error {
	raw, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	a, err := loadAssets()
	if err != nil {
		return err
	}
	s, err := typeset.New(a)
	if err != nil {
		return err
	}
	book := s.Open(typeset.Work{Text: disclosed(string(raw)), Words: words()}, window(1920, 1080, 24))
	if err := book.Paginate(context.Background()); err != nil {
		return err
	}
	if book.Count() < 100 {
		return fmt.Errorf("%d spreads", book.Count())
	}
	return nil
}

// BenchmarkFirstPage goes from the book's bytes in memory to pixels: fonts are
// loaded, nothing is shaped yet. At most 25 ms.
func BenchmarkFirstPage(b *testing.B) {
	text := measure.Book()
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	var m medians
	for b.Loop() {
		s := cold(b)
		m.timed("first-page", func() {
			book := s.Open(typeset.Work{Text: disclosed(text), Words: words()}, window(1920, 1080, 24))
			spread := book.SpreadAt(context.Background(), 0)
			s.Paint(im, spread.Flat(frame.Px(1920), frame.Px(1080)), paper())
		})
	}
	m.report(b)
}

// BenchmarkSizeChange sets a book whose words are known at another size: what the
// window shows, raster included, at most 20 ms; then the whole, at most 250 ms of
// CPU.
func BenchmarkSizeChange(b *testing.B) {
	w, s := million(), setter(b)
	paginate(b, s.Open(w, window(1920, 1080, 24)))
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	var m medians
	i := 0
	for b.Loop() {
		i++
		spec := window(1920, 1080, 20+float64(i%64)/8)
		var book *typeset.Book
		m.timed("visible-page", func() {
			book = s.Open(w, spec)
			spread := book.SpreadAt(context.Background(), measure.BookLength/2)
			s.Paint(im, spread.Flat(frame.Px(1920), frame.Px(1080)), paper())
		})
		from := processTime()
		paginate(b, book)
		m.add("whole-cpu", processTime()-from)
	}
	m.report(b)
}

func BenchmarkTurnOfAPage(b *testing.B) {
	s := setter(b)
	book := paginate(b, s.Open(million(), window(1920, 1080, 24)))
	i := 0
	for b.Loop() {
		i++
		book.Spread(i * 11 % book.Count())
	}
}

// BenchmarkWarmRaster paints a spread all of whose glyphs are in the atlas. At
// most 2.5 ms.
func BenchmarkWarmRaster(b *testing.B) {
	s := setter(b)
	page := s.Open(million(), window(1920, 1080, 24)).SpreadAt(context.Background(), 5000).Flat(frame.Px(1920), frame.Px(1080))
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	s.Paint(im, page, paper())
	var m medians
	for b.Loop() {
		m.timed("spread", func() { s.Paint(im, page, paper()) })
	}
	m.report(b)
}

// A drag asks this at every move of the hand.
func BenchmarkPointAndRangeOfASpread(b *testing.B) {
	s := setter(b).Open(plainWork(20_000), window(1920, 1080, 20)).SpreadAt(context.Background(), 9_000)
	at := frame.Point{X: frame.Px(700), Y: frame.Px(600)}
	for b.Loop() {
		if h, ok := s.At(at); !ok || len(s.Rects(s.Start, h.To)) == 0 {
			b.Fatal("nothing there")
		}
	}
}
