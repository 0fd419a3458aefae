package station

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lesestein/content"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// illustrated is the embedded exhibition with two pictures before each main text of 1917.
func illustrated(tb testing.TB) session.Opened {
	tb.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(content.Embedded(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Embedded(), name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	var plate bytes.Buffer
	if err := png.Encode(&plate, image.NewGray(image.Rect(0, 0, 900, 1200))); err != nil {
		tb.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		files["1917/"+name+".png"] = &fstest.MapFile{Data: plate.Bytes()}
		rights := "\n[[figure]]\nfile = \"" + name + ".png\"\nholder = \"Haus\"\nlicence = \"CC0\"\nuses = [\"screen\"]\n"
		files["1917/room.toml"].Data = append(files["1917/room.toml"].Data, rights...)
		for _, lang := range []string{"de", "en"} {
			text := files["1917/text."+lang+".md"]
			text.Data = append([]byte("![A picture to look at "+name+"]("+name+".png \"A caption\"){#picture-"+name+" credit=\"Haus\"}\n\n"), text.Data...)
		}
	}
	x := embedded(tb)
	x.Pictures = content.NewGallery(files)
	x.Exhibition, _ = content.Load(files)
	return x
}

// looks opens the first picture of 1917 by a touch on it.
func (h *house) looks() {
	h.tb.Helper()
	h.touch(500, 900)
	h.settle()
	h.wait(time.Second)
	h.act(frame.RefKind(kiosk.Open), "de")
	h.act(frame.RefRoom, "1917")
	for range 5 {
		for _, s := range h.spots() {
			if s.Role == frame.Image {
				h.touch(((s.Rect.MinX + s.Rect.MaxX) / 2).Floor(), ((s.Rect.MinY + s.Rect.MaxY) / 2).Floor())
				h.settle()
				h.wait(time.Second)
				if h.state().View.Sheet != state.Picture {
					h.tb.Fatalf("a touch on the picture leads to %+v", h.state().View)
				}
				return
			}
		}
		h.act(frame.RefTurn, state.Next)
	}
	h.tb.Fatal("no page has a picture")
}

func TestAPictureAtAStationOpensByATouchAndGoesNearerByTouches(t *testing.T) {
	h := newHouseOf(t, illustrated(t), 1080, 1920, kiosk.Config{})
	h.looks()
	said := strings.Builder{}
	for _, s := range h.spots() {
		said.WriteString(s.Name + "\n")
	}
	for _, want := range []string{"A picture to look at b", "A caption", "Haus", "Schließen", "Größer"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not said: %s", want, said.String())
		}
	}
	place := h.state().Reading.Place
	seen := h.shown().Screen.Page.Pictures[0].Seen()
	x, y := ((seen.MinX + seen.MaxX) / 2).Floor(), ((seen.MinY + seen.MaxY) / 2).Floor()
	var steps []int
	for range 3 {
		h.touch(x, y)
		h.settle()
		h.wait(time.Second)
		steps = append(steps, h.state().View.Lens.Steps)
	}
	if steps[0] <= 0 || steps[1] <= steps[0] || steps[2] != 0 {
		t.Errorf("touches lead to the steps %v", steps)
	}
	before := h.state().View
	for _, slip := range []input.Event{input.Swipe{DX: 300}, input.Swipe{DX: -300}, input.Swipe{DY: 200}, input.Wheel{Steps: 2}} {
		h.Input(slip)
		h.settle()
	}
	if h.state().View != before {
		t.Errorf("a slip led to %+v", h.state().View)
	}
	h.act(frame.RefDismiss, "")
	if v := h.state().View; v.Sheet != state.NoSheet || v.Route != state.Reader || h.state().Reading.Place != place {
		t.Errorf("closed is %+v at %v", v, h.state().Reading.Place)
	}
}

func TestAPictureAtAStationGoesWithTheVisit(t *testing.T) {
	for name, leave := range waysOut() {
		t.Run(name, func(t *testing.T) {
			h := newHouseOf(t, illustrated(t), 1080, 1920, kiosk.Config{})
			h.looks()
			leave(h)
			h.settle()
			if v := h.state().View; v.Sheet != state.NoSheet || v.Subject != "" || v.Lens != (state.Lens{}) || v.Stage != (state.Stage{}) {
				t.Errorf("left is %+v", v)
			}
			for _, s := range h.spots() {
				if strings.Contains(s.Name, "A picture to look at") {
					t.Errorf("%q is said", s.Name)
				}
			}
		})
	}
}
