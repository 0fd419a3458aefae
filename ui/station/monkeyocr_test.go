package station

import (
	"bytes"
	"context"
	"fmt"
	"hash/maphash"
	"image"
	"image/png"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/image/draw"

	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// sheetsRead is how many of the monkey's screens are read off the picture: 6, or as
// many as LESESTEIN_OCR says. Five hundred take four minutes on two idle cores.
func sheetsRead() int {
	if n, err := strconv.Atoi(os.Getenv("LESESTEIN_OCR")); err == nil && n > 0 {
		return n
	}
	return 6
}

// The recogniser mistakes letters now and then: a short word that it takes for
// another proves nothing. Capitals of more than 20 pixels, which most typefaces have
// at an em of 28, are more than it needs, and cost time.
const (
	surely   = 7 // letters
	plenty   = 28
	readers  = 2   // at once
	mostRead = 0.7 // of the long words that are set: else it does not see
)

// eyes read what the monkey made of the screen as somebody before it would: off the
// painted picture. They take pages with folded or opened passages on them, with
// whatever lies over the page, spread evenly over the events, none of them twice.
type eyes struct {
	of     session.Opened
	words  map[string][]secret
	sheets int // to be read
	every  int // events from one to the next
	seed   maphash.Seed
	taken  map[uint64]bool // pictures
	due    chan struct{}   // has room while a reader is free
	work   sync.WaitGroup
	tb     testing.TB

	mu sync.Mutex
	tally
}

// tally is what the eyes have seen.
type tally struct {
	folds, opened int // sheets with a passage folded, with one opened
	set, found    int // long words set on the sheets, and those of them that were read
	revealed      int // words of opened passages that were read
	spent         time.Duration
}

// sheet is a screen that is to be read.
type sheet struct {
	event  int
	place  string
	opened map[state.Text]note.Opened
	set    map[string]bool // its long words
	image  image.Image
}

// newEyes are to read so many sheets in so many events. The last tenth is left for
// what is still missing then: not every event makes a new sheet.
func newEyes(tb testing.TB, of session.Opened, words map[string][]secret, sheets, events int) *eyes {
	return &eyes{
		tb: tb, of: of, words: words, sheets: sheets, every: events * 9 / 10 / sheets,
		seed: maphash.MakeSeed(), taken: map[uint64]bool{}, due: make(chan struct{}, readers),
	}
}

// look takes the screen of an event, if it is time for one and has what may be folded.
func (e *eyes) look(event int, p session.Picture) {
	passages := p.State.Reading.Spread.Passages
	if len(e.taken) >= e.sheets || event < len(e.taken)*e.every {
		return
	}
	if p.State.View.Route != state.Reader || len(passages) == 0 {
		return
	}
	im := image.NewRGBA(image.Rect(0, 0, p.State.Window.Width, p.State.Window.Height))
	e.of.Setter.Paint(im, p.Screen.Page, edition.Palette(p.Station.Theme(p.State)))
	h := maphash.Bytes(e.seed, im.Pix)
	if e.taken[h] {
		return
	}
	e.taken[h] = true
	open := p.State.Opened()
	shut := func(of state.Passage) bool { return open[of.ID] != note.Read }
	s := sheet{event, place(p), p.State.Visit.Opened, long(lines(p.Screen.Page)), smaller(im, p.Screen.Page)}
	e.due <- struct{}{}
	e.mu.Lock()
	defer e.mu.Unlock()
	if slices.ContainsFunc(passages, shut) {
		e.folds++
	}
	if slices.ContainsFunc(passages, func(of state.Passage) bool { return !shut(of) }) {
		e.opened++
	}
	e.work.Go(func() {
		defer func() { <-e.due }()
		e.read(s)
	})
}

// read reads a sheet: no word of a passage that is folded can be read on it.
func (e *eyes) read(s sheet) {
	began := time.Now()
	text, err := recognise(e.tb.Context(), s.image)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.spent += time.Since(began)
	if err != nil {
		e.tb.Errorf("event %d: %v", s.event, err)
		return
	}
	seen := long(text)
	e.set += len(s.set)
	for w := range s.set {
		if seen[w] {
			e.found++
		}
	}
	for w := range seen {
		of := e.words[w]
		switch {
		case len(of) == 0:
		case slices.ContainsFunc(of, func(x secret) bool { return s.opened[x.text][x.id] == note.Read }):
			e.revealed++ // which shows that they would be found
		default:
			e.tb.Errorf("event %d: %q of a folded passage (%v) can be read on the screen %s; set: %t", s.event, w, of, s.place, s.set[w])
		}
	}
}

// close waits for the last sheet, and fails if too few were read, or too little.
func (e *eyes) close() {
	e.work.Wait()
	e.tb.Logf("%d screens were read off the picture, of them %d with a fold and %d with an opened passage; of %d long words on them %d; %d words of opened passages; %v of reading",
		len(e.taken), e.folds, e.opened, e.set, e.found, e.revealed, e.spent.Round(time.Second))
	if len(e.taken) < e.sheets || e.folds == 0 {
		e.tb.Errorf("%d screens were read, %d of them with a fold; want %d", len(e.taken), e.folds, e.sheets)
	}
	if float64(e.found) < mostRead*float64(e.set) {
		e.tb.Errorf("of %d long words only %d were read", e.set, e.found)
	}
}

// TestAWordOfAPassageCanBeReadOffThePicture: what was opened is found by the eyes, so
// that what is folded would be.
func TestAWordOfAPassageCanBeReadOffThePicture(t *testing.T) {
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	e := newEyes(t, h.of, folded(h.of), 1, 1)
	h.seen = func(p session.Picture) {
		for w := range long(lines(p.Screen.Page)) {
			if len(e.words[w]) > 0 {
				e.look(0, p)
				return
			}
		}
	}
	h.read()
	e.work.Wait()
	if len(e.taken) != 1 || e.opened != 1 || e.revealed == 0 {
		t.Errorf("%d words of opened passages were read off %d screens; of %d long words %d", e.revealed, len(e.taken), e.set, e.found)
	}
}

// recognise reads a picture by Tesseract.
func recognise(ctx context.Context, im image.Image) (string, error) {
	var file, said bytes.Buffer
	coder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := coder.Encode(&file, im); err != nil {
		return "", err
	}
	c := exec.CommandContext(ctx, "tesseract", "-", "-", "-l", "deu+eng", "--psm", "6")
	c.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	c.Stdin, c.Stderr = &file, &said
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("tesseract: %w: %s", err, said.String())
	}
	return string(out), nil
}

// smaller is a picture in grey, halved while the smallest letters stay large enough.
func smaller(im *image.RGBA, p frame.Page) image.Image {
	least, parts := frame.Px(1000), 1
	for _, l := range p.Lines {
		for _, r := range l.Runs {
			if r.Rise == 0 && r.Text != "" { // no mark of a footnote
				least = min(least, r.Size)
			}
		}
	}
	for least.Floor() >= 2*parts*plenty {
		parts *= 2
	}
	grey := image.NewGray(image.Rect(0, 0, im.Rect.Dx()/parts, im.Rect.Dy()/parts))
	draw.ApproxBiLinear.Scale(grey, grey.Rect, im, im.Rect, draw.Src, nil)
	return grey
}

// lines are the lines of a page as they are painted.
func lines(p frame.Page) string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(l.Text())
		if l.Hyphen {
			b.WriteString("-")
		}
		b.WriteString("\n")
	}
	return b.String()
}

var divided = regexp.MustCompile(`(\p{L})[-\x{2010}\x{00AD}]+\s*\n\s*(\p{Ll})`)

// long are the long words of a text in lines, the divided ones put together.
func long(text string) map[string]bool {
	set := map[string]bool{}
	gather(set, divided.ReplaceAllString(text, "$1$2"))
	for w := range set {
		if len([]rune(w)) < surely {
			delete(set, w)
		}
	}
	return set
}
