package station

import (
	"image"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// ways out of a visit, from a page with a fold that was opened.
func waysOut() map[string]func(*house) {
	return map[string]func(*house){
		"the visitor's end": func(h *house) {
			h.act(frame.RefEnd, "")
			h.phase(kiosk.Farewell)
			h.wait(time.Minute)
		},
		"the prompt's expiry": func(h *house) {
			h.wait(11 * time.Minute)
		},
		"starting again at the prompt": func(h *house) {
			for h.told.view.Phase == kiosk.Visiting {
				h.wait(time.Second)
			}
			h.phase(kiosk.Asking)
			h.act(frame.RefKind(kiosk.Again), "")
		},
		"the pause's expiry": func(h *house) {
			h.Station.do(frame.Ref{Kind: frame.RefPause})
			h.settle()
			h.phase(kiosk.Resting)
			h.wait(6 * time.Minute)
		},
		"three times Esc": func(h *house) {
			for range 3 {
				h.Input(input.Key{Name: "Escape", ScanCode: 9, Down: true})
				h.settle()
				h.wait(300 * time.Millisecond)
			}
			h.wait(time.Minute)
		},
	}
}

// read is a visit that leaves traces wherever one can: room 1945 in English, a fold
// summarised and one opened, other letters, colours, categories, sheets.
func (h *house) read() {
	h.tb.Helper()
	h.touch(500, 900)
	h.settle()
	h.wait(time.Second)
	h.act(frame.RefKind(kiosk.Open), "de")
	h.phase(kiosk.Visiting)
	h.act(frame.RefRoom, "1945")
	h.act(frame.RefSheet, string(state.Display))
	h.read1(state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "theme=night"}})
	h.read1(state.Act{Ref: frame.Ref{Kind: frame.RefStep, ID: "size+"}})
	h.read1(state.Act{Ref: frame.Ref{Kind: frame.RefPolicy, ID: "suicide=fold"}})
	h.read1(state.Act{Ref: frame.Ref{Kind: frame.RefDismiss}})
	h.read1(state.Act{Ref: frame.Ref{Kind: frame.RefLang, ID: "en"}})
	choices := []frame.RefKind{frame.RefSummary, frame.RefOpen}
	for range 60 {
		for len(choices) > 0 && h.try(choices[0], "") {
			choices = choices[1:]
		}
		if len(choices) == 0 {
			break
		}
		h.read1(state.Turn{Forward: true})
	}
	if len(choices) > 0 || len(h.state().Visit.Opened) == 0 {
		h.tb.Fatalf("no fold was found to open: %v", h.state().Visit.Opened)
	}
	h.Input(input.Key{Name: "Down", ScanCode: 116, Down: true}) // the focus
	h.settle()
	h.wait(time.Second)
	h.count()
	h.phase(kiosk.Visiting)
}

// read1 is an event of the reader, as a spot on one of its screens would send it.
func (h *house) read1(e state.Event) {
	h.Station.read(e)
	h.settle()
	h.wait(time.Second)
}

// TestNothingOfAVisitIsLeftInMemory compares all that the loop holds before a visit
// with what it holds after one.
func TestNothingOfAVisitIsLeftInMemory(t *testing.T) {
	for way, out := range waysOut() {
		t.Run(way, func(t *testing.T) {
			h := newHouse(t, 1080, 1920, kiosk.Config{})
			h.paints = true
			h.Session().Show()
			h.settle()
			h.phase(kiosk.Attract)
			h.wait(time.Hour + 7*time.Second)
			before, invites := held(h.Station), h.state()
			files := filesIn(t, h.folder)
			h.read()
			secret := map[string]bool{}
			for place, value := range held(h.Station) {
				if before[place] != value {
					secret[place] = true
				}
			}
			if len(secret) < 100 {
				t.Fatalf("the visit left only %d traces while it went on", len(secret))
			}
			out(h)
			h.phase(kiosk.Attract)
			h.wait(time.Hour)
			after := held(h.Station)
			for place, value := range after {
				if was, ok := before[place]; (!ok || was != value) && !mayDiffer(place) {
					t.Errorf("%s was %q and is %q", place, was, value)
				}
			}
			if want := h.compose(invites); !reflect.DeepEqual(h.shown().Screen, want) {
				t.Error("the station invites in another way than before the visit")
			}
			for file, was := range filesIn(t, h.folder) {
				if files[file] != was {
					t.Errorf("the visit was written into %s", file)
				}
			}
			for _, c := range h.counted {
				if strings.Contains(c.Which, "p") && strings.Contains(c.Which, "1945") || len(c.Which) > 16 {
					t.Errorf("counted %+v: that is more than a counter", c)
				}
			}
		})
	}
}

// mayDiffer reports whether a place in memory is no trace: counts that keep late
// answers apart, times, the sequence of pictures, where the last finger was.
func mayDiffer(place string) bool { return harmless.MatchString(place) }

var harmless = regexp.MustCompile(`(?i)generation$|\.frames$|^station\.filter\.|^station\.machine\.(now|since|clock)|` +
	`\.(Slide|Shift\.[XY])$|^station\.session\.state\.Focus\.Acting|\.worker\.untidy$|^station\.session\.(ended|drops)$|\.View\.Leaf\.Count$`)

// held is all that can be reached from a station, by its place, but what belongs to
// the exhibition and the program and is the same for every visit.
func held(s *Station) map[string]string {
	w := walk{held: map[string]string{}, been: map[uintptr]bool{}}
	w.value("station", reflect.ValueOf(s))
	return w.held
}

// compose is the screen of a state, with nothing open.
func (h *house) compose(st state.State) screen.Screen {
	return screen.Compose(screen.Input{
		State: st, Words: h.of.Words.In(st.Prefs.Lang), Set: h.of.Setter, Exhibition: h.of.Exhibition, Station: h.Scene(st),
	})
}

type walk struct {
	held map[string]string
	been map[uintptr]bool
	skip reflect.Type // nil: none
}

// shared are the types of what is the same for every visit, and of what has no
// words in it: pictures are looked at apart.
func shared() []reflect.Type {
	return []reflect.Type{
		reflect.TypeFor[state.Library](), reflect.TypeFor[edition.Interface](), reflect.TypeFor[Config](), reflect.TypeFor[session.Config](),
		reflect.TypeFor[kiosk.Config](), reflect.TypeFor[Loop](), reflect.TypeFor[message.Catalogue](),
	}
}

func (w walk) value(place string, v reflect.Value) {
	for _, t := range append(shared(), w.skip) {
		if v.IsValid() && v.Type() == t {
			return
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		w.pointer(place, v)
	case reflect.Interface:
		if !v.IsNil() {
			w.value(place+"("+v.Elem().Type().String()+")", v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if name == "Exhibition" || name == "Setter" || name == "Pictures" ||
				place == "station.session.shown" && (name == "Screen" || name == "spoken") {
				continue // composed from the rest: compared as a whole
			}
			w.value(place+"."+name, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			w.value(place+"[]", v.Index(i))
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			w.value(place+"{key}", it.Key())
			w.value(place+"{}", it.Value())
		}
	case reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Invalid:
	default:
		w.held[place] += " " + leaf(v)
	}
}

// pointer goes on behind a pointer into this program's own values; the toolkit's
// are not followed.
func (w walk) pointer(place string, v reflect.Value) {
	t := v.Type().Elem()
	if v.IsNil() || w.been[v.Pointer()] || !strings.HasPrefix(t.PkgPath(), "lesestein/") {
		return
	}
	w.been[v.Pointer()] = true
	w.value(place, v.Elem())
}

func leaf(v reflect.Value) string {
	switch {
	case v.CanInt():
		return time.Duration(v.Int()).String()
	case v.Kind() == reflect.String:
		return v.String()
	case v.Kind() == reflect.Bool && v.Bool():
		return "yes"
	case v.CanUint():
		return time.Duration(v.Uint()).String()
	case v.CanFloat():
		return time.Duration(v.Float()).String()
	}
	return "no"
}

// filesIn are the files below a folder with their bytes.
func filesIn(tb testing.TB, folder string) map[string]string {
	tb.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[path] = string(data)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// The pictures of a visit's pages are given back to the system with it, not kept
// for painting over.
func TestNoPictureOfAVisitIsKept(t *testing.T) {
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	h.paints = true
	pages := map[*image.RGBA]bool{}
	h.seen = func(p session.Picture) {
		if p.State.View.Route == state.Reader && p.Station.View.Phase == kiosk.Visiting {
			pages[p.Image] = true
		}
	}
	h.read()
	if len(pages) < 2 {
		t.Fatalf("only %d pictures were painted", len(pages))
	}
	h.act(frame.RefEnd, "")
	after := 0
	h.seen = func(p session.Picture) {
		if after++; pages[p.Image] {
			t.Errorf("picture %d after the end is painted over a page of the visit", after)
		}
	}
	for range 8 { // more than there are pictures to paint into
		h.Session().Show()
		h.settle()
	}
	if pages[h.shown().Image] || after < 8 {
		t.Error("the screen after the end is painted over a page of the visit")
	}
}

// TestTheEndForgetsAndIsShown measures and says how long the loop needs to
// forget, until the screen after the visit is painted. It asserts nothing about the
// clock: machines differ.
func TestTheEndForgetsAndIsShown(t *testing.T) {
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	h.paints = true
	h.read()
	began := time.Now()
	h.do(frame.Ref{Kind: frame.RefEnd})
	forgot := time.Since(began)
	h.settle()
	t.Logf("forgotten in %v, the next screen painted after %v (the issue allows 200 ms)", forgot, time.Since(began))
	if h.shown().Station.View.Phase != kiosk.Farewell {
		t.Errorf("phase %s after the end", h.shown().Station.View.Phase)
	}
}

// folded maps words to the passages that alone hold them, as long as nobody opens
// one: no other text in any language, no word of the interface has them.
func folded(s session.Opened) map[string][]secret {
	open, words := map[string]bool{}, map[string][]secret{}
	for _, lang := range s.Exhibition.Languages {
		c := s.Words.In(lang)
		for _, key := range c.Keys() {
			gather(open, c.T(key))
		}
	}
	around := walk{held: map[string]string{}, been: map[uintptr]bool{}, skip: reflect.TypeFor[note.Text]()}
	around.value("", reflect.ValueOf(s.Exhibition))
	for _, text := range around.held { // titles, contacts, captions
		gather(open, text)
	}
	strict := note.Default() // which shows the sentences about more passages
	strict.Category = map[note.Category]note.Rule{}
	for _, c := range note.Categories() {
		strict.Category[c] = note.AlwaysFold
	}
	for t, r := range renditions(s) {
		for w := range visible(note.Disclose(r, strict, nil)) {
			open[w] = true
		}
		seen := note.Disclose(r, note.Default(), nil)
		shut := visible(seen)
		for w := range shut {
			open[w] = true
		}
		for _, it := range seen.Items() {
			if it.Notice == nil {
				continue
			}
			id := it.Notice.Passage
			for w := range visible(note.Disclose(r, note.Default(), note.Opened{id: note.Read})) {
				if !shut[w] {
					words[w] = append(words[w], secret{t.Text, id})
				}
			}
		}
	}
	for w := range words {
		for o := range open { // also a part of it: a page may end within a word
			if strings.HasPrefix(o, w) || strings.HasSuffix(o, w) {
				delete(words, w)
				break
			}
		}
	}
	return words
}

// secret is a passage of a text.
type secret struct {
	text state.Text
	id   string
}

// renditions are all texts of an exhibition, in all languages.
func renditions(s session.Opened) map[state.Rendered]note.Text {
	all := map[state.Rendered]note.Text{}
	for _, r := range edition.Library(s.Exhibition).Texts {
		if found, ok := edition.Rendition(s.Exhibition, r.Text, r.Lang); ok {
			all[r] = found.Text
		}
	}
	return all
}

// visible are the words that can be seen of a text.
func visible(v note.Visible) map[string]bool {
	set := map[string]bool{}
	for _, it := range v.Items() {
		if it.Notice != nil {
			gather(set, it.Notice.Line+" "+it.Notice.Summary)
			continue
		}
		gather(set, doc.Text(it.Block.Spans))
	}
	for _, f := range v.Footnotes() {
		for _, b := range f.Blocks {
			gather(set, doc.Text(b.Spans))
		}
	}
	for _, h := range v.Headings() {
		gather(set, h.Text)
	}
	return set
}

var letters = regexp.MustCompile(`\p{L}{4,}`)

// gather puts the words of a text into a set.
func gather(set map[string]bool, text string) {
	for _, w := range letters.FindAllString(strings.ReplaceAll(text, "\u00AD", ""), -1) {
		set[strings.ToLower(w)] = true
	}
}

// said are the words of a screen: of its lines, a divided word put together, and of
// its spots' names.
func said(p frame.Page) map[string]bool {
	var b strings.Builder
	for _, l := range p.Lines {
		text := l.Text()
		if cut := strings.TrimRight(text, "-\u2010\u00AD"); cut != text || l.Divided {
			b.WriteString(cut)
			continue
		}
		b.WriteString(text + " ")
	}
	for _, s := range p.Spots {
		b.WriteString(" " + s.Name)
	}
	set := map[string]bool{}
	gather(set, b.String())
	return set
}
