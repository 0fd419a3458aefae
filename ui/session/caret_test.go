package session

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// said is a paragraph of words.
func said(id, words string) doc.Block {
	return doc.Block{ID: id, Spans: []doc.Span{{Text: words}}}
}

// laidOut is a text on the first spread of a window, its block "top.3" folded.
func laidOut(s *typeset.Setter, lang string, blocks ...doc.Block) pages {
	d := doc.Document{Lang: lang, Blocks: blocks}
	var placed []note.Placed
	for i, b := range blocks {
		if b.ID == "top.3" {
			placed = []note.Placed{{Passage: note.Passage{Tags: []note.Tag{{Category: "war", Level: 3}}, Line: "Eine Zeile."}, First: i, Last: i}}
		}
	}
	seen := note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), nil)
	book := s.Open(typeset.Work{Text: seen}, typeset.Spec{
		Area: typeset.Area{Width: frame.Px(900), Height: frame.Px(1200)}, Em: frame.Px(20),
	})
	return pages{seen, book.SpreadAt(context.Background(), 0)}
}

// story is a text with what a selection can go wrong by.
func story(s *typeset.Setter) pages {
	return laidOut(s, "de",
		said("top.1", "Der Rechts\u00ADschutz, 1945 verloren, kam zurück."),
		said("top.2", "Ein e\u0301tude-Satz."),
		said("top.3", "Geheim und gefaltet."),
		said("top.4", "Danach geht es weiter, und zwar in mehr als nur einer Zeile, damit der Satz umbrochen wird, wie es sich in einem Buch gehört."))
}

// answer is the selection after moves, one after the other.
func (p pages) answer(moves ...state.Move) state.Selection {
	var sel state.Selection
	of := state.Document{Text: state.Text{Room: "1945"}, Lang: "de"}
	for _, m := range moves {
		sel = p.selected(state.Select{Document: of, From: sel, Move: m})
	}
	return sel
}

// at is where the first of words stands, as a point in the middle of their letters.
func (p pages) at(words string) state.Move {
	text := []rune(p.seen.Words(0, p.seen.End()))
	_ = text
	for _, s := range p.seen.Stretches(0) {
		if i := strings.Index(s.Block.Text(), words); i >= 0 {
			from := s.From + len([]rune(s.Block.Text()[:i]))
			r := p.shown.Rects(from, from+1)[0]
			return state.Move{Goal: state.ToPoint, X: (r.MinX + r.Width()/4).Round(), Y: ((r.MinY + r.MaxY) / 2).Round()}
		}
	}
	return state.Move{}
}

func extended(goal state.Goal, g state.Grain) state.Move {
	return state.Move{Goal: goal, Grain: g, Extend: true}
}

func repeated(n int, m state.Move) []state.Move {
	var out []state.Move
	for range n {
		out = append(out, m)
	}
	return out
}

func TestAMoveTakesWhatItsGrainSays(t *testing.T) {
	p := story(embedded(t).Setter)
	right, left := extended(state.ToRight, state.Character), extended(state.ToLeft, state.Character)
	rightWord, leftWord := extended(state.ToRight, state.Word), extended(state.ToLeft, state.Word)
	down, up := extended(state.ToDown, state.Paragraph), extended(state.ToUp, state.Paragraph)
	begin := p.at("1945")
	for _, c := range []struct {
		name  string
		moves []state.Move
		want  string
	}{
		{"letters", append([]state.Move{begin}, repeated(3, right)...), "194"},
		{"letters and back", append([]state.Move{begin}, right, right, left), "1"},
		{"letters before", append([]state.Move{begin}, left, left), ", "},
		{"a letter with its accent", append([]state.Move{p.at("e\u0301tude")}, right), "e\u0301"},
		{"a letter with the hint behind it", append([]state.Move{p.at("s\u00AD")}, right, right), "ss"},
		{"a word", []state.Move{begin, rightWord}, "1945"},
		{"words", []state.Move{begin, rightWord, rightWord}, "1945 verloren"},
		{"a word with hints", []state.Move{begin, leftWord}, "Rechtsschutz, "},
		{"to the paragraph's end", []state.Move{begin, down}, "1945 verloren, kam zurück."},
		{"to the next one's", []state.Move{begin, down, down}, "1945 verloren, kam zurück.\n\nEin e\u0301tude-Satz."},
		{"to the paragraph's start", []state.Move{begin, up}, "Der Rechtsschutz, "},
		{"over a fold", append([]state.Move{p.at("Satz.")}, repeated(8, right)...), "Satz.\n\nDan"},
		{"over a fold by word", append([]state.Move{p.at("Satz.")}, rightWord, rightWord), "Satz.\n\nDanach"},
		{"back over a fold", append([]state.Move{p.at("Danach")}, left, left), "z."},
		{"to the text's start", []state.Move{p.at("Ein e"), extended(state.ToStart, state.Whole)}, "Der Rechtsschutz, 1945 verloren, kam zurück."},
		{"to the line's end", []state.Move{begin, extended(state.ToEnd, state.Line)}, "1945 verloren, kam zurück."},
		{"to the line's start", []state.Move{begin, extended(state.ToStart, state.Line)}, "Der Rechtsschutz, "},
		{"a word at a point", []state.Move{{Goal: state.ToPoint, Grain: state.Word, X: begin.X, Y: begin.Y}}, "1945"},
		{"a paragraph at a point", []state.Move{{Goal: state.ToPoint, Grain: state.Paragraph, X: begin.X, Y: begin.Y}},
			"Der Rechtsschutz, 1945 verloren, kam zurück."},
		{"from nowhere", repeated(3, right), "Der"},
	} {
		sel := p.answer(c.moves...)
		if got := typeset.Source(p.seen, sel.Range); got != c.want {
			t.Errorf("%s: selected is %q, want %q", c.name, got, c.want)
		}
	}
}

func TestADragTakesTheLettersBetweenItsEnds(t *testing.T) {
	p := story(embedded(t).Setter)
	to := p.at("Satz.")
	to.Extend = true
	forth := p.answer(p.at("kam"), to)
	if got := typeset.Source(p.seen, forth.Range); got != "kam zurück.\n\nEin e\u0301tude-" || forth.Backward {
		t.Errorf("selected is %q, backward %v", got, forth.Backward)
	}
	to = p.at("kam")
	to.Extend = true
	if back := p.answer(p.at("Satz."), to); back.Range != forth.Range || !back.Backward {
		t.Errorf("the way back selects %+v", back)
	}
}

func TestALineBelowAndAboveIsTheLineShown(t *testing.T) {
	p := story(embedded(t).Setter)
	begin := p.at("Danach")
	sel := p.answer(begin, extended(state.ToDown, state.Line))
	from, to, _ := p.shown.LineAt(must(t, p, sel.From))
	if at := must(t, p, sel.To); at < to || from != must(t, p, sel.From) {
		t.Errorf("one line down from %d leads to %d, in the line up to %d", from, at, to)
	}
	if back := p.answer(begin, extended(state.ToDown, state.Line), extended(state.ToUp, state.Line)); !back.Empty() {
		t.Errorf("down and up selects %+v", back.Range)
	}
}

func must(t *testing.T, p pages, l doc.Locator) int {
	t.Helper()
	at, ok := p.seen.Offset(l)
	if !ok {
		t.Fatalf("%+v is not shown", l)
	}
	return at
}

func TestLeftGoesOnWhereTheTextRunsToTheLeft(t *testing.T) {
	p := laidOut(embedded(t).Setter, "he", said("top.1", "שלום עולם"))
	sel := p.answer(repeated(4, extended(state.ToLeft, state.Character))...)
	if got := typeset.Source(p.seen, sel.Range); got != "שלום" {
		t.Errorf("four letters to the left select %q", got)
	}
}

func TestANoticeCannotBeSelected(t *testing.T) {
	p := story(embedded(t).Setter)
	for _, l := range p.shown.Pages[0].Lines {
		if l.Text() != "Eine Zeile." {
			continue
		}
		at := state.Move{Goal: state.ToPoint, X: (l.X + frame.Px(30)).Round(), Y: l.Baseline.Round()}
		for _, g := range []state.Grain{state.Character, state.Word, state.Paragraph} {
			at.Grain = g
			if sel := p.answer(at); sel != (state.Selection{}) {
				t.Errorf("on the notice %+v is selected", sel)
			}
		}
		return
	}
	t.Fatal("the notice is not shown")
}

// TestASelectionIsWholeLettersOfWhatIsShown plays any moves over a text with a fold.
func TestASelectionIsWholeLettersOfWhatIsShown(t *testing.T) {
	p := story(embedded(t).Setter)
	all := typeset.Source(p.seen, p.answer(state.Move{Goal: state.ToAll, Grain: state.Whole}).Range)
	rapid.Check(t, func(t *rapid.T) {
		var sel state.Selection
		for range rapid.IntRange(1, 20).Draw(t, "moves") {
			m := state.Move{Goal: state.Goal(rapid.IntRange(0, int(state.ToAll)).Draw(t, "goal")),
				Grain: state.Grain(rapid.IntRange(0, int(state.Whole)).Draw(t, "grain")), Extend: rapid.Bool().Draw(t, "extend"),
				X: rapid.IntRange(-100, 1000).Draw(t, "x"), Y: rapid.IntRange(-100, 1300).Draw(t, "y")}
			sel = p.selected(state.Select{From: sel, Move: m})
			if sel == (state.Selection{}) {
				continue
			}
			from, is := p.seen.Offset(sel.From)
			to, are := p.seen.Offset(sel.To)
			words := typeset.Source(p.seen, sel.Range)
			if !is || !are || from > to || from < to && words == "" || !strings.Contains(all, words) {
				t.Fatalf("%+v leads to %+v, %q", m, sel, words)
			}
			if strings.HasPrefix(words, "\u0301") || strings.Contains(words, "Geheim") {
				t.Fatalf("%+v selects %q", m, words)
			}
		}
	})
}
