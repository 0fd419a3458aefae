//go:build unix

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/note"
	"lesestein/ui/session"
	"lesestein/ui/typeset/frame"
)

// TestNoNetworkSocketIsEverOpened watches every socket the program asks the
// system for, from its start through a visit to its end.
func TestNoNetworkSocketIsEverOpened(t *testing.T) {
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	trace := filepath.Join(s.home, "sockets.txt")
	s.run(exec.Command("strace", "-f", "-qq", "-e", "trace=socket", "-o", trace,
		file, "read", "--full-screen", "--observe", s.observe))
	s.click(frame.RefRoom, "1945")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1945" && o.Settled })
	for s.last.From == 0 {
		n := s.last.Number
		s.key("Next")
		s.until("a further page", func(o session.Observation) bool { return o.Settled && o.Number > n })
	}
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	calls := string(raw)
	if !strings.Contains(calls, "AF_UNIX") {
		t.Fatalf("the trace does not even show the X server's socket:\n%s", calls)
	}
	for _, family := range []string{"AF_INET", "AF_PACKET"} {
		if strings.Contains(calls, family) {
			t.Errorf("a %s socket was opened:\n%s", family, calls)
		}
	}
}

// TestNoWordOfAFoldedPassageIsOnTheScreen reads a page with a fold as a camera
// would, and looks for the words that occur in the passage alone.
func TestNoWordOfAFoldedPassageIsOnTheScreen(t *testing.T) {
	s := open(t, "1920x1080")
	s.click(frame.RefRoom, "1945")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1945" && o.Settled })
	passage := s.turnToAFold()
	file := s.shot("fold")
	c := exec.Command("tesseract", file, "-", "-l", "deu", "--psm", "3")
	out, err := c.Output()
	if err != nil {
		t.Fatalf("tesseract: %v", err)
	}
	read := words(string(out))
	if len(read) < 50 {
		t.Fatalf("only %d words were read off the page: %q", len(read), out)
	}
	secret := onlyIn(t, passage)
	if len(secret) < 10 {
		t.Fatalf("only %d words occur in passage %s alone", len(secret), passage)
	}
	for w := range secret {
		if read[w] {
			t.Errorf("%q of the folded passage %s is on the screen", w, passage)
		}
	}
}

// onlyIn returns the long words that may be seen when a passage is open and not
// when it is folded.
func onlyIn(t *testing.T, passage string) map[string]bool {
	t.Helper()
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	room, ok := x.Room("1945")
	if !ok {
		t.Fatal("no room 1945")
	}
	r, ok := room.Rendition("standard", "de")
	if !ok {
		t.Fatal("no German text")
	}
	open := seen(note.Disclose(r.Text, note.Default(), note.Opened{passage: note.Read}))
	for w := range seen(note.Disclose(r.Text, note.Default(), nil)) {
		delete(open, w)
	}
	return open
}

func seen(v note.Visible) map[string]bool {
	var b strings.Builder
	for _, it := range v.Items() {
		if it.Block == nil {
			b.WriteString(it.Notice.Line + " " + it.Notice.Summary + " ")
			continue
		}
		for _, sp := range it.Block.Spans {
			b.WriteString(sp.Text)
		}
		b.WriteString(" ")
	}
	return words(b.String())
}

var letters = regexp.MustCompile(`\p{L}{7,}`)

// words are the long words of a text in lower case: long ones are not misread
// into one another.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range letters.FindAllString(strings.ReplaceAll(text, "\u00AD", ""), -1) {
		set[strings.ToLower(w)] = true
	}
	return set
}
