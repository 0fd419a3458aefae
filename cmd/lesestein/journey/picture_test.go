//go:build unix

package journey

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// plated writes a book with two pictures, and returns its file.
func plated(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	im := image.NewRGBA(image.Rect(0, 0, 1600, 1000))
	for i := range im.Pix {
		im.Pix[i] = []uint8{40, 90, 120, 255}[i%4] + uint8(i/6400%60)
	}
	for _, name := range []string{"one.png", "two.png"} {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, im); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	book := filepath.Join(folder, "book.md")
	text := "# Ein Buch\n\nEin Satz zum Anfang.\n\n![Ein blaues Feld.](one.png \"Der See.\"){#one credit=\"Archiv\"}\n\nEin Satz dazwischen.\n\n![Noch ein Feld.](two.png \"Der Fluss.\"){#two}\n"
	if err := os.WriteFile(book, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return book
}

// plate is the picture on the screen that is open.
func plate(o session.Observation) (session.ObservedSpot, bool) {
	for _, s := range o.Spots {
		if s.Role == frame.Image && s.Kind == "" {
			return s, o.Sheet == state.Picture && o.Settled
		}
	}
	return session.ObservedSpot{}, false
}

// TestAPictureIsOpenedLookedAtAndClosed: by a click, the wheel, a drag and keys.
func TestAPictureIsOpenedLookedAtAndClosed(t *testing.T) {
	for _, size := range []string{"1280x800", "1080x1920"} {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			s := open(t, size, plated(t))
			for range 3 {
				if s.until("a page", func(o session.Observation) bool { return o.Settled && o.Count > 0 }); has(s.last, frame.RefPicture, "") {
					break
				}
				s.turn()
			}
			from, first := s.last.From, s.spot(frame.RefPicture, "").ID
			s.shot("picture")
			s.click(frame.RefPicture, first)
			s.until("the picture", func(o session.Observation) bool { _, is := plate(o); return is && o.Subject == first })
			s.shot("picture")
			all, _ := plate(s.last)
			x, y := (all.Rect[0]+all.Rect[2])/2, (all.Rect[1]+all.Rect[3])/2
			s.xdo("mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "--repeat", "6", "--delay", "80", "4")
			s.until("what is nearer", func(o session.Observation) bool { return o.Settled && o.Lens.Steps == 6 })
			s.shot("picture")
			at := s.last.Lens
			s.along(x, y, x-60, y-40)
			s.until("what was beside it", func(o session.Observation) bool { return o.Settled && o.Lens.X > at.X })
			s.key("0")
			s.until("all of it", func(o session.Observation) bool { return o.Settled && o.Lens.Steps == 0 })
			s.key("Right")
			s.until("the other picture", func(o session.Observation) bool { _, is := plate(o); return is && o.Subject != first })
			s.key("BackSpace")
			s.until("the page again", func(o session.Observation) bool { return o.Settled && o.Sheet == state.NoSheet && o.From == from })
			for range 12 {
				if s.last.Focus >= 0 && s.last.Spots[s.last.Focus].Kind == frame.RefPicture {
					break
				}
				before := s.last.Focus
				s.key("Tab")
				s.until("the next focus", func(o session.Observation) bool { return o.Focus != before })
			}
			s.key("Return")
			s.until("the picture, by a key", func(o session.Observation) bool { _, is := plate(o); return is })
			s.click(frame.RefDismiss, "")
			s.until("the page at the end", func(o session.Observation) bool { return o.Settled && o.Sheet == state.NoSheet && o.From == from })
			s.key("ctrl+q")
			if err := s.quit(); err != nil {
				t.Error(err)
			}
		})
	}
}
