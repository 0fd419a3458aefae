package typeset_test

import (
	"context"
	"fmt"
	"image"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// volume is a book: a cover, and chapters without headings.
func volume(chapters, paragraphs int, cover image.Image) typeset.Work {
	d := doc.Document{Lang: "de", Blocks: []doc.Block{{ID: "top.1", Kind: doc.FigureBlock, Level: 1, Figure: &doc.Figure{File: "cover.png", Alt: "Umschlag"}}}}
	for i := range chapters {
		for k := range paragraphs {
			b := p(fmt.Sprintf("Kapitel %d. ", i+1) + prose[k%len(prose)])
			b.ID = fmt.Sprintf("top.%d", len(d.Blocks)+1)
			if k == 0 {
				b.Level = 1
			}
			d.Blocks = append(d.Blocks, b)
		}
	}
	return typeset.Work{
		Text:  note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil),
		Front: front(), Words: words(), Images: func(string) image.Image { return cover },
	}
}

// TestAChapterWithoutAHeadingBeginsAPage: its first block says that one begins.
func TestAChapterWithoutAHeadingBeginsAPage(t *testing.T) {
	b := setter(t).Open(volume(3, 2, picture), window(500, 1200, 20))
	if err := b.Paginate(context.Background()); err != nil {
		t.Fatal(err)
	}
	if b.Pages() != 5 {
		t.Errorf("%d pages, and not a title, a cover and three chapters:\n%s", b.Pages(), typeset.Dump(b))
	}
}

// TestTheCoverIsSeenBeforeThePagesAreCounted: it has no words, and so no offset of
// its own.
func TestTheCoverIsSeenBeforeThePagesAreCounted(t *testing.T) {
	b := setter(t).Open(volume(40, 8, picture), window(1280, 800, 20))
	s := b.SpreadAt(context.Background(), typeset.FrontOffset)
	if s.Count != 0 || len(s.Pages) != 2 || len(s.Pages[1].Pictures) != 1 {
		t.Errorf("%d of %d pages, no cover beside the title", len(s.Pages), s.Count)
	}
}

// TestASmallPictureIsNotBlownUp: one pixel covers two at most.
func TestASmallPictureIsNotBlownUp(t *testing.T) {
	b := setter(t).Open(volume(1, 1, image.NewRGBA(image.Rect(0, 0, 60, 40))), window(1280, 800, 20))
	var found []frame.Picture
	for _, s := range spreads(t, b) {
		for _, page := range s.Pages {
			found = append(found, page.Pictures...)
		}
	}
	if len(found) == 0 {
		t.Error("there is no picture")
	}
	for _, p := range found {
		if w, h := p.Rect.Width(), p.Rect.Height(); w != frame.Px(120) || h != frame.Px(80) {
			t.Errorf("it is %v by %v", w, h)
		}
	}
}

// TestAPictureBeginsWhereItsCaptionDoes: one that is narrower than the column, too.
func TestAPictureBeginsWhereItsCaptionDoes(t *testing.T) {
	figure := doc.Block{ID: "f", Kind: doc.FigureBlock, Figure: &doc.Figure{File: "f.png", Alt: "Ein Bild", Caption: []doc.Span{{Text: "Eine Unterschrift"}}, Credit: "Archiv"}}
	text := note.Disclose(note.New(doc.Document{Lang: "de", Blocks: []doc.Block{figure}}, nil, note.Assessment{}), note.Default(), nil)
	narrow := func(string) image.Image { return image.NewRGBA(image.Rect(0, 0, 70, 100)) }
	s := setter(t).Open(typeset.Work{Text: text, Images: narrow}, window(1280, 800, 20)).Spread(0)
	for _, page := range s.Pages {
		for _, p := range page.Pictures {
			for _, l := range page.Lines {
				if p.Rect.MinX != l.Ink().MinX {
					t.Errorf("the picture begins at %v, %q at %v", p.Rect.MinX, l.Text(), l.Ink().MinX)
				}
			}
			if sp := page.Spots[0]; sp.Role != frame.Image || sp.Name != "Ein Bild" || sp.Ref != (frame.Ref{Kind: frame.RefPicture, ID: "f"}) || !sp.Acts() {
				t.Errorf("it is said as %+v", sp)
			}
		}
	}
}
