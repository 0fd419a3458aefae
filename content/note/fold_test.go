package note_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/note"
)

func TestNoWordOfAFoldedPassageIsReachable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		p, o := randomPolicy(t), randomChoices(t, s)
		shown, hidden := expected(s, p, o)
		got := reachable(note.Disclose(s.text, p, o))
		for w := range hidden {
			if got[w] {
				t.Fatalf("%s is folded and can be reached", w)
			}
		}
		for w := range shown {
			if !got[w] {
				t.Fatalf("%s is not folded and is lost", w)
			}
		}
	})
}

func TestOverlappingPassagesFoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		n := len(s.doc.Blocks)
		var placed []note.Placed
		for range rapid.IntRange(1, 5).Draw(t, "passages") {
			placed = append(placed, note.Placed{
				Passage: randomPassage(t),
				First:   rapid.IntRange(-2, n+2).Draw(t, "first"),
				Last:    rapid.IntRange(-2, n+2).Draw(t, "last"),
			})
		}
		p := randomPolicy(t)
		got := reachable(note.Disclose(note.New(s.doc, placed, note.Assessment{}), p, nil))
		for _, passage := range placed {
			if p.Of(passage.Passage) != note.Fold {
				continue
			}
			for i := max(0, passage.First); i <= passage.Last && i < n; i++ {
				for w := range reachable(s.doc.Blocks[i].Figure) {
					if got[w] {
						t.Fatalf("%s is folded and can be reached", w)
					}
				}
				if s.doc.Blocks[i].Kind == doc.Paragraph {
					if w := canary.FindString(s.doc.Blocks[i].Spans[0].Text); got[w] {
						t.Fatalf("%s is folded and can be reached", w)
					}
				}
			}
		}
	})
}

func TestOpeningAndClosingGivesBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		p, o := randomPolicy(t), randomChoices(t, s)
		before := note.Disclose(s.text, p, o)
		for _, passage := range s.passages {
			opened := note.Opened{}
			for id, c := range o {
				opened[id] = c
			}
			opened[passage.ID] = note.Read
			during := note.Disclose(s.text, p, opened)
			if during.Len() != before.Len() || during.End() != before.End() {
				t.Fatal("the length depends on what is opened")
			}
			delete(opened, passage.ID)
			if c, ok := o[passage.ID]; ok {
				opened[passage.ID] = c
			}
			if after := note.Disclose(s.text, p, opened); !reflect.DeepEqual(before, after) {
				t.Fatalf("closing %s does not give back what was there", passage.ID)
			}
		}
	})
}

func TestExtentsDoNotDependOnFolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		v := note.Disclose(s.text, randomPolicy(t), randomChoices(t, s))
		end := 0
		for _, it := range v.Items() {
			e := it.Extent()
			if e.Offset < end {
				t.Fatalf("item at %d overlaps what ends at %d", e.Offset, end)
			}
			end = e.End()
			if it.Block == nil {
				continue
			}
			for _, b := range s.doc.Blocks {
				if b.ID == it.Block.ID && b.Extent != it.Block.Extent {
					t.Fatalf("%s moved from %v to %v", b.ID, b.Extent, it.Block.Extent)
				}
			}
		}
	})
}

func TestEveryFoldHasOneNotice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		p, o := randomPolicy(t), randomChoices(t, s)
		v := note.Disclose(s.text, p, o)
		notices := map[string]int{}
		for _, it := range v.Items() {
			if (it.Block == nil) == (it.Notice == nil) {
				t.Fatal("an item is a block or a notice")
			}
			if it.Notice != nil {
				notices[it.Notice.Passage]++
			}
		}
		for _, passage := range s.passages {
			want := 0
			if passage.First <= passage.Last && p.Of(passage.Passage) == note.Fold && o[passage.ID] != note.Read {
				want = 1
			}
			if notices[passage.ID] != want {
				t.Fatalf("%s has %d notices, want %d", passage.ID, notices[passage.ID], want)
			}
		}
	})
}

// TestEveryPassageBeginsAndEndsWithABlockThatIsShown: a pull quote at either end of it may
// be hidden, since it quotes a fold.
func TestEveryPassageBeginsAndEndsWithABlockThatIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		items := note.Disclose(s.text, randomPolicy(t), randomChoices(t, s)).Items()
		first, last := map[string][]int{}, map[string][]int{}
		for i, it := range items {
			if c := it.Cover; c != nil {
				if first[c.Passage] == nil {
					first[c.Passage] = []int{i}
				}
				last[c.Passage] = []int{i}
			}
		}
		for i, it := range items {
			if c := it.Cover; c != nil && (c.First != slices.Contains(first[c.Passage], i) || c.Last != slices.Contains(last[c.Passage], i)) {
				t.Fatalf("item %d of %s: first %v, last %v", i, c.Passage, c.First, c.Last)
			}
		}
	})
}

func TestLocatorsLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		v := note.Disclose(s.text, randomPolicy(t), randomChoices(t, s))
		for _, it := range v.Items() {
			e := it.Extent()
			for off := e.Offset; off < e.End(); off++ {
				want := off
				if it.Notice != nil {
					want = e.Offset
				}
				l := v.Locator(off)
				if got, ok := s.text.Offset(l); !ok || got != want {
					t.Fatalf("offset %d has locator %+v, which leads to %d, want %d", off, l, got, want)
				}
			}
		}
	})
}

func TestCountFoldedCountsWhatIsLeftOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomText(t)
		p, o := randomPolicy(t), randomChoices(t, s)
		all, left := 0, 0
		count := func(text string) int { return len(canary.FindAllString(text, -1)) }
		for _, b := range s.doc.Blocks {
			all += count(b.Text())
			if b.Entry != nil {
				all += count(b.Entry.Term)
			}
		}
		for _, f := range s.doc.Footnotes {
			all += count(f.Blocks[0].Text())
		}
		v := note.Disclose(s.text, p, o)
		for _, it := range v.Items() {
			if it.Block != nil {
				left += count(it.Block.Text())
				if it.Block.Entry != nil {
					left += count(it.Block.Entry.Term)
				}
			}
		}
		for _, f := range v.Footnotes() {
			left += count(f.Blocks[0].Text())
		}
		folded := 0
		for _, c := range note.CountFolded(s.text, p, o, count) {
			folded += c.Count
		}
		if folded != all-left {
			t.Fatalf("%d counted, %d left out", folded, all-left)
		}
	})
}
