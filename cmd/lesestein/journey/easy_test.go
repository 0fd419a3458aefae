//go:build unix

package journey

import (
	"strings"
	"testing"

	"lesestein/content/exhibit"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// An easy version with one passage that folds.
const (
	easyGerman = `## Was ist die NATO? {#nato}

Die NATO ist eine Gruppe von Ländern.
Die Länder helfen einander bei einem Angriff.

Am 9. Februar 1990 sprach James Baker aus den USA mit Michail Gorbatschow aus der Sowjet-Union.
Baker fragte ungefähr: Was ist, wenn die NATO nicht weiter nach Osten geht?

## Was kam danach? {#danach}

::: note war 2 fold
line: Russland greift die Ukraine an.
summary: Im Jahr 2022 hat Russland die Ukraine angegriffen.

Am 24. Februar 2022 griff Russland die ganze Ukraine an.
Viele Menschen starben.
Millionen Menschen flohen.
:::

## Hilfe {#hilfe}

Sprechen Sie mit den Menschen, die hier arbeiten.
`
	easyEnglish = `## What is NATO? {#nato}

NATO is a group of countries.
The countries help each other against an attack.

On 9 February 1990 James Baker from the USA talked to Mikhail Gorbachev from the Soviet Union.
Baker asked something like this: What if NATO goes no further to the east?

## What came after? {#danach}

::: note war 2 fold
line: Russia attacks Ukraine.
summary: In 2022 Russia attacked Ukraine.

On 24 February 2022 Russia attacked all of Ukraine.
Many people died.
Millions of people fled.
:::

## Help {#hilfe}

Talk to the people who work here.
`
)

// easyFolder is the embedded exhibition with this easy version in the room 1990.
func easyFolder(t *testing.T) string {
	t.Helper()
	f := exhibition(t)
	f.write("1990/easy.de.md", []byte(easyGerman))
	f.write("1990/easy.en.md", []byte(easyEnglish))
	return f.dir
}

// isEasy reports whether the easy version of 1990 is shown.
func isEasy(o session.Observation) bool {
	return o.Text == state.Text{Room: "1990", Kind: exhibit.Easy} && o.Settled && o.Count > 0
}

// hasWords fails unless something on the screen says the words.
func (s *stage) hasWords(words string) {
	s.t.Helper()
	for _, spot := range s.last.Spots {
		if strings.Contains(spot.Name, words) {
			return
		}
	}
	s.t.Errorf("nothing on the screen says %q: %+v", words, s.last.Spots)
}

// TestAnEasyVersionIsReadAtADesk opens it from the shelf, reads its summary and its
// passage by its own short words, goes to the other language and, by the title page,
// from the main text to the easy one.
func TestAnEasyVersionIsReadAtADesk(t *testing.T) {
	for _, size := range []string{"1920x1080", "1080x1920", "1280x800", "3840x2160"} {
		t.Run(size, func(t *testing.T) {
			s := open(t, size, easyFolder(t))
			for !has(s.last, frame.RefText, "1990/easy") {
				was := s.last.Frame
				s.key("Next")
				s.until("more of the shelf", func(o session.Observation) bool { return o.Frame > was })
			}
			s.shot("shelf")
			s.hasWords("Einfache Fassung, Entwurf")
			s.click(frame.RefText, "1990/easy")
			s.until("the easy version", isEasy)
			s.hasWords("Menschen mit Lernschwierigkeiten haben sie noch nicht geprüft")
			s.shot("title")
			s.turnTo(frame.RefOpen)
			passage := s.spot(frame.RefOpen, "").ID
			for _, words := range []string{"Kurz lesen", "Weiter ohne", "Lesen"} {
				s.hasWords(words)
			}
			s.shot("fold")
			s.click(frame.RefSummary, passage)
			s.until("the summary", func(o session.Observation) bool { return o.Settled && o.Choices[passage] == "summarised" })
			s.shot("summary")
			s.click(frame.RefOpen, passage)
			s.until("the passage", func(o session.Observation) bool { return o.Settled && o.Choices[passage] == "read" })
			s.shot("passage")
			place := s.last.Place
			s.key("l")
			s.until("the English text", func(o session.Observation) bool { return o.Lang == "en" && isEasy(o) })
			if s.last.Place != place {
				t.Errorf("the other language moved the reader from %s to %s", place, s.last.Place)
			}
			s.shot("english")
			s.key("c")
			s.until("the contents", func(o session.Observation) bool { return o.Sheet == state.Contents })
			s.shot("contents")
			s.click(frame.RefRendition, exhibit.Standard)
			s.until("the title page of the main text", func(o session.Observation) bool {
				return o.Text.Kind == exhibit.Standard && o.Settled && has(o, frame.RefRendition, exhibit.Easy)
			})
			s.shot("main")
			s.click(frame.RefRendition, exhibit.Easy)
			s.until("the easy version again", isEasy)
		})
	}
}

// TestAnEasyVersionIsReadAtAStation opens it from the rooms and reads it to its end
// with one finger, its passage included.
func TestAnEasyVersionIsReadAtAStation(t *testing.T) {
	for _, f := range append(formats(), format{size: "1280x800"}) {
		t.Run(f.size, func(t *testing.T) {
			b := erect(t, f.size, f.lines...)
			b.folder = easyFolder(t)
			b.screen()
			b.begin()
			b.touch(b.last.Window[0]/2, 40)
			b.phase(kiosk.Tongues)
			b.open("de")
			for n := 0; n < 5 && !has(b.last, frame.RefText, "1990/easy"); n++ { // on a small screen the rooms have leaves
				was := b.last.Frame
				b.do(frame.RefLeaf, state.Next, "more rooms", func(o session.Observation) bool { return o.Frame > was })
			}
			b.hasWords("Einfache Fassung, Entwurf")
			b.shot("rooms")
			b.do(frame.RefText, "1990/easy", "the easy version", isEasy)
			b.shot("title")
			b.turn()
			b.shot("page")
			passage := b.toOffer()
			b.hasWords("Lesen")
			b.shot("fold")
			b.do(frame.RefOpen, passage, "the passage", func(o session.Observation) bool { return o.Settled && o.Choices[passage] == "read" })
			b.shot("passage")
			b.end()
		})
	}
}
