//go:build unix

package journey

import (
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// sizes are a wide screen, a portrait one and a small one.
func sizes() []string { return []string{"1920x1080", "1080x1920", "1280x800"} }

// TestAVisitToTheHardestRoom is the whole way of a reader: the shelf, the room
// 1945, its notes, a fold, the summary, the passage, what follows it, night and
// large letters, the other language on the same paragraph, and the end.
func TestAVisitToTheHardestRoom(t *testing.T) {
	for _, size := range sizes() {
		t.Run(size, func(t *testing.T) {
			s := open(t, size)
			s.shot("shelf")
			s.click(frame.RefRoom, "1945")
			s.until("the title page of 1945", func(o session.Observation) bool {
				return o.Route == state.Reader && o.Text.Room == "1945" && o.Settled && o.From == 0
			})
			s.shot("title")
			passage := s.turnToAFold()
			s.shot("fold")
			s.summary(passage)
			s.passage(passage)
			s.nightAndLarge()
			s.otherLanguage()
			s.leave()
		})
	}
}

// turnToAFold turns pages until a notice is shown and returns its passage.
func (s *stage) turnToAFold() string {
	s.t.Helper()
	s.turnTo(frame.RefOpen)
	return s.spot(frame.RefOpen, "").ID
}

func (s *stage) summary(passage string) {
	s.t.Helper()
	s.click(frame.RefSummary, passage)
	s.until("the summary", func(o session.Observation) bool { return o.Settled && o.Choices[passage] == "summarised" })
	s.shot("summary")
}

// passage opens a folded passage, finds the word that folds it again, goes on to
// its end, is stopped there, and goes on explicitly.
func (s *stage) passage(passage string) {
	s.t.Helper()
	place := s.last.Place
	if !has(s.last, frame.RefOpen, passage) {
		s.key("Next")
		s.until("the rest of the notice", func(o session.Observation) bool { return has(o, frame.RefOpen, passage) })
	}
	s.click(frame.RefOpen, passage)
	s.until("the passage", func(o session.Observation) bool {
		return o.Settled && o.Choices[passage] == "read" && has(o, frame.RefClose, passage)
	})
	s.shot("passage")
	if s.last.Place != place && s.last.From == 0 {
		s.t.Errorf("opening moved the reader from %s to %s", place, s.last.Place)
	}
	for range 20 {
		if has(s.last, frame.RefGoOn, passage) {
			break
		}
		from := s.last.From
		s.key("Next")
		s.until("the next page of the passage", func(o session.Observation) bool { return o.Settled && o.From > from })
	}
	s.shot("after")
	from := s.last.From
	s.key("Next")
	s.until("the word that the text does not run on by itself", func(o session.Observation) bool { return o.Said == "fold.after" })
	if s.last.From != from {
		s.t.Errorf("the page ran on behind an opened passage from %d to %d", from, s.last.From)
	}
	s.click(frame.RefGoOn, passage)
	s.until("the text behind the passage", func(o session.Observation) bool { return o.Settled && o.From > from })
}

func (s *stage) nightAndLarge() {
	s.t.Helper()
	place := s.last.Place
	s.key("d")
	s.until("the display sheet", func(o session.Observation) bool { return o.Sheet == state.Display })
	s.shot("display")
	for s.last.Theme != "night" {
		theme := s.last.Theme
		s.key("t")
		s.until("another theme", func(o session.Observation) bool { return o.Theme != theme })
	}
	for s.last.Size < 200 {
		size := s.last.Size
		s.key("plus")
		s.until("larger letters", func(o session.Observation) bool { return o.Size > size && o.Settled })
	}
	s.key("Escape")
	s.until("the page again", func(o session.Observation) bool { return o.Sheet == state.NoSheet && o.Settled })
	if s.last.Place != place {
		s.t.Errorf("night and 200 %% moved the reader from %s to %s", place, s.last.Place)
	}
	s.shot("night")
}

func (s *stage) otherLanguage() {
	s.t.Helper()
	place := s.last.Place
	s.key("l")
	s.until("the English text", func(o session.Observation) bool { return o.Lang == "en" && o.Settled })
	if s.last.Place != place {
		s.t.Errorf("the other language moved the reader from %s to %s", place, s.last.Place)
	}
	s.shot("english")
}

func (s *stage) leave() {
	s.t.Helper()
	s.click(frame.RefEnd, "")
	s.until("the neutral screen", func(o session.Observation) bool { return o.Route == state.Ended })
	if s.last.Text != (state.Text{}) {
		s.t.Errorf("behind the neutral screen %v is still open", s.last.Text)
	}
	s.shot("ended")
}

// TestThePlaceIsKeptBetweenRuns: closing and opening again finds the page.
func TestThePlaceIsKeptBetweenRuns(t *testing.T) {
	s := open(t, "1280x800")
	s.click(frame.RefRoom, "1990")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1990" && o.Settled })
	for range 3 {
		n := s.last.Number
		s.key("Right")
		s.until("a further page", func(o session.Observation) bool { return o.Settled && o.Number > n })
	}
	block, offset := s.last.Block, s.last.Offset
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
	s.start()
	s.click(frame.RefRoom, "1990")
	o := s.until("the room again", func(o session.Observation) bool { return o.Text.Room == "1990" && o.Settled })
	if o.Block != block || o.Offset != offset {
		t.Errorf("came back to %s+%d, left at %s+%d", o.Block, o.Offset, block, offset)
	}
}
