package markup_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/markup"
	"lesestein/content/note"
)

// secret stands in the passage of a text that is made around it.
const secret = "GEHEIMNIS"

// noted is a text with one note, whose first line is given.
func noted(head string) string {
	return "Am Anfang.\n\n" + head + "\nline: Ein Unglück.\nsummary: Es geschah ein Unglück.\n\n" +
		secret + " steht hier.\n:::\n\nAm Ende.\n"
}

// shows reports whether a text shows the secret to whom nothing was opened.
func shows(src string) (shown bool, errs string) {
	p, list := markup.Parse("in.md", "de", []byte(src), markup.Options{})
	v := note.Disclose(p.Text(note.Assessment{}), note.Default(), nil)
	for _, it := range v.Items() {
		if it.Block != nil && (strings.Contains(it.Block.Text(), secret) ||
			it.Block.Figure != nil && strings.Contains(it.Block.Figure.Alt, secret)) {
			shown = true
		}
	}
	for _, f := range v.Footnotes() {
		for _, b := range f.Blocks {
			shown = shown || strings.Contains(b.Text(), secret)
		}
	}
	return shown, messages(list)
}

// TestWhateverStandsInThePlaceOfFoldFolds, and is named with its line.
func TestWhateverStandsInThePlaceOfFoldFolds(t *testing.T) {
	for _, behind := range []string{
		" Fold", " FOLD", " flod", " folds", " folded", " fold.", " eingeklappt", " fold, war 1", " 2fold", " 2 - fold", "!", " 2", ", fold",
		" fold fold", " ｆｏｌｄ", " fo\u200bld", " fold\u200b", "\u00a0Fold", "\u00a0fold", "\u2003fold", " \u202efold", "\ufe0f", "\u200d", " // fold", " # fold",
		" <!-- fold -->", " {fold}", "{fold}", " (fold)", "; fold", " = fold", ".fold", "-fold", "fold", " f", " –", " \\fold", " *fold*", " `fold`",
		", war", ", war 2 Fold", ", war two fold", ", war ２", ", wra 1", ",", ",,", "\u2028fold", "\rfold", "\x00", " \xff", " fold war 1",
	} {
		head := "::: note death 2" + behind
		shown, errs := shows(noted(head))
		if shown || !strings.Contains(errs, "in.md:") {
			t.Errorf("%q: shown: %v; said: %s", head, shown, errs)
		}
	}
	for _, head := range []string{
		"::: note death ２", "::: note death ②", "::: note death II", "::: note death +2", "::: note death 02", "::: note death 2.0", "::: note death\u200b 2",
		"::: Note death 2", "::: NOTE death 2", "::: notes death 2", "::: note: death 2", "::: hinweis death 2", "::: {note} death 2", ":::note,death 2",
		":: note death 2", ":: Note death 2", ": note death 2", ": Note death 2", ": : : note death 2", "：：： note death 2", "∷: note death 2",
		"\u200b::: note death 2", "\ufeff ::: note death 2", "\u00a0::: note death 2", ":\u200b:: note death 2", "::::: Note death 2", "> : note death 2",
		"::: death 2 fold", ":: death 2 fold", ":::\nnote death 2 fold", "", "::: note", "::: note fold", "::: 2 death fold", "|::: note death 2", "## ::: note death 2",
	} {
		if shown, errs := shows(noted(head)); shown || errs == "" {
			t.Errorf("%q: shown: %v; said: %s", head, shown, errs)
		}
	}
	for _, head := range []string{"::: note death 2", ":::note death\u00a02", "::: note death 2 ", "::: note death 2, war 1"} {
		if shown, _ := shows(noted(head)); !shown {
			t.Errorf("%q folds", head)
		}
	}
}

// understood is all that may stand behind a category and its level without folding.
var understood = regexp.MustCompile(`^[\s\pZ]*(,[\s\pZ]*(war|torture)[\s\pZ]+[12][\s\pZ]*)*$`)

func TestWhatIsNotUnderstoodBehindALevelFolds(t *testing.T) {
	part := rapid.OneOf(
		rapid.SampledFrom([]string{
			" ", " ", ",", "fold", "Fold", "FOLD", "flod", "fold.", "war", "torture", "1", "2", "3", "２", "-", "!", "(", ")", "{", "}", "<!--", "-->", "#", "\\",
			"\u00a0", "\u200b", "\u2003", "\u00ad", "\u202e", "\ufe0f", "&amp;", "`", "*", "::", ":::", "note", "ﬀ", "ſ", "eingeklappt",
		}),
		rapid.StringN(1, 4, -1),
	)
	rapid.Check(t, func(t *rapid.T) {
		behind := strings.Join(rapid.SliceOfN(part, 0, 6).Draw(t, "behind"), "")
		shown, errs := shows(noted("::: note death 2" + behind))
		if shown && (errs != "" || !understood.MatchString(behind)) {
			t.Fatalf("%q: the passage is shown, and said is %q", behind, errs)
		}
	})
}

// TestASlipInTheLineOfANoteNeverShowsWhatFolds: one sign is put in, left out, doubled,
// exchanged or written large anywhere in the head of a note.
func TestASlipInTheLineOfANoteNeverShowsWhatFolds(t *testing.T) {
	sign := rapid.OneOf(rapid.SampledFrom([]rune(" :.,-!{}()<>#*_`~|\n\u00a0\u200b\u2003：∶٢２ſ")), rapid.Rune())
	rapid.Check(t, func(t *rapid.T) {
		lines := "::: note death 2 fold\nline: Ein Unglück.\nsummary: Es geschah.\n"
		runes := []rune(lines)
		at := rapid.IntRange(0, len(runes)-1).Draw(t, "at")
		before, r, behind := string(runes[:at]), string(runes[at]), string(runes[at+1:])
		slip := rapid.IntRange(0, 4).Draw(t, "slip")
		switch slip {
		case 0:
			r += string(sign.Draw(t, "sign"))
		case 1:
			r = ""
		case 2:
			r += r
		case 3:
			r = string(sign.Draw(t, "sign"))
		case 4:
			r = strings.ToUpper(r)
		}
		src := "Am Anfang.\n\n" + before + r + behind + "\n" + secret + " steht hier.\n:::\n\nAm Ende.\n"
		if shown, errs := shows(src); shown {
			t.Fatalf("%q shows the passage, and said is %q", before+r+behind, errs)
		}
	})
}

// TestALostLineOfANoteNeverShowsWhatFolds: any of its lines may be missing, its end
// and its beginning too.
func TestALostLineOfANoteNeverShowsWhatFolds(t *testing.T) {
	lines := strings.Split(noted("::: note torture 2 fold"), "\n")
	for i, lost := range lines {
		src := strings.Join(append(append([]string{}, lines[:i]...), lines[i+1:]...), "\n")
		if shown, errs := shows(src); shown {
			t.Errorf("without %q the passage is shown, and said is %q", lost, errs)
		}
	}
}

// TestAttributesThatAreNotKnownFold what they stand on: they may be a note.
func TestAttributesThatAreNotKnownFold(t *testing.T) {
	for _, src := range []string{
		"## " + secret + ` {#kopf note="death 3 fold"}`, "## " + secret + " {fold}", "## " + secret + " {#kopf .fold}", "## " + secret + " {#kopf fold}",
		"[" + secret + `]{lang=de note="death 2 fold"}`, "[" + secret + "]{fold}", "[" + secret + "]{lang=de nota=torture}", "Hier [steht]{fold} " + secret,
		"![" + secret + `](bild.png){credit="A" note="death 3"}`, "![" + secret + "](bild.png){fold}", "> [" + secret + "]{fold=1}", "- [" + secret + "]{note=death}",
		"Fuß.[^a]\n\n[^a]: Werk\n\n    ::: pull\n    [^b]: Werk\n    :::\n\n    [" + secret + "]{fold=1}", "Fuß.[^a]\n\n[^a]: Werk\n\n    ::: pull\n    [^b]: Werk\n    :::\n\n    ::: : note death 3\n    " + secret,
		secret + " {fold}", secret + ` {note="torture 3 fold"}`, "Fuß.[^a]\n\n[^a]: [" + secret + "]{fold=1}", "Fuß.[^a]\n\n[^a]: " + secret + " {note}",
	} {
		if shown, errs := shows("Am Anfang.\n\n" + src + "\n\nAm Ende.\n"); shown || errs == "" {
			t.Errorf("%q: shown: %v; said: %s", src, shown, errs)
		}
	}
	p, errs := markup.Parse("book.md", "de", []byte("## A {.unnumbered}\n\n[b]{.c} {x}\n"), markup.Options{AnyLevel: true})
	if len(p.Passages) > 0 || len(errs) == 0 {
		t.Errorf("in a book by itself foreign attributes fold: %v", p.Passages)
	}
}

// TestEverySignThatLooksLikeAColonMayFence: the quick test lets none of them through
// unseen.
func TestEverySignThatLooksLikeAColonMayFence(t *testing.T) {
	for _, sign := range "：﹕︓∶∷꞉˸׃܃܄፥᛬⦂" {
		head := strings.Repeat(string(sign), 3) + " note death 2"
		if shown, errs := shows(noted("Wort " + head)); shown {
			t.Errorf("%s behind a word: shown; said: %s", head, errs)
		}
		if shown, errs := shows(noted(head)); shown || errs == "" {
			t.Errorf("%s: shown: %v; said: %s", head, shown, errs)
		}
	}
}

// TestANoteOnAHeadingFoldsToTheEnd: what stands under the heading was meant.
func TestANoteOnAHeadingFoldsToTheEnd(t *testing.T) {
	for _, heading := range []string{
		`## Der Mord {note="death 3"}`, `## Der Mord {#mord note="death 3 fold"}`, `## Der Mord {#mord fold}`, `## Der Mord {note: death 3}`,
		`## Der Mord {#mord .fold}`, `## Der Mord {note} und mehr`, `## *Der Mord* {note="death 3"}`, `## Der [Mord]{note="death 3"}`,
	} {
		src := "Am Anfang.\n\n" + heading + "\n\n" + secret + " steht hier.\n\n## Später {#sp}\n\n" + secret + ".[^a]\n\n[^a]: " + secret + "\n"
		if shown, errs := shows(src); shown || errs == "" {
			t.Errorf("%q: shown: %v; said: %s", heading, shown, errs)
		}
	}
	p, _ := markup.Parse("in.md", "de", []byte("Eins.\n\n## Zwei {#zwei class=x}\n\nDrei.\n"), markup.Options{})
	if len(p.Passages) != 1 || p.Passages[0].First != 1 || p.Passages[0].Last != 1 {
		t.Errorf("another attribute folds %+v", p.Passages)
	}
}

// TestHoweverManyNotesAreLostEachFootnoteIsInFew: eight fences at a time, and two notes
// without an end. The ids of footnotes do not grow with the square of a text.
func TestHoweverManyNotesAreLostEachFootnoteIsInFew(t *testing.T) {
	const n = 300
	for _, lost := range []string{":::", "Wort\n:::", "Wort ::: note death 2", "    ::: note death 2", "## A {note=1}", "::: note death 2\n", "[^x%d]: Wort\n    :::", "[^x%d]: ::: : note death 2"} {
		var src strings.Builder
		for i := range n {
			fmt.Fprintf(&src, "Wort[^a%d].\n\n[^a%d]: Werk\n\n%s\n\n", i, i, strings.ReplaceAll(lost, "%d", fmt.Sprint(i)))
		}
		p, _ := markup.Parse("in.md", "de", []byte(src.String()), markup.Options{})
		ids := 0
		for _, passage := range p.Passages {
			ids += len(passage.Footnotes)
		}
		if len(p.Passages) == 0 || ids == 0 || ids > 10*len(p.Doc.Footnotes) {
			t.Errorf("%q: %d passages take %d footnotes, of which there are %d", lost, len(p.Passages), ids, len(p.Doc.Footnotes))
		}
	}
}

// TestALostEndCoversAllSinceTheLastNote: one such line more makes no difference to what
// stands before the first.
func TestALostEndCoversAllSinceTheLastNote(t *testing.T) {
	src := "Am Anfang.\n\n::: note war 1\nline: l\nsummary: s\n\nMitte.\n:::\n\n" + secret + "[^a].\n\n[^a]: " + secret + "\n\n:::\n\n" + secret + "[^b].\n\n[^b]: " + secret + "\n\n:::\n\nAm Ende.\n"
	if shown, errs := shows(src); shown || errs == "" {
		t.Errorf("shown; said: %s", errs)
	}
	p, _ := markup.Parse("in.md", "de", []byte(src), markup.Options{})
	if len(p.Passages) != 2 || p.Passages[0].Last >= p.Passages[1].First || p.Passages[1].Last != len(p.Doc.Blocks)-2 {
		t.Errorf("%+v of %d blocks", p.Passages, len(p.Doc.Blocks))
	}
}
