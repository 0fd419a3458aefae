package session

import (
	"encoding/json"
	"fmt"

	"lesestein/content/note"
	"lesestein/ui/keepfile"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Observation is what --observe writes after each painted frame: what is on the
// screen, as the semantic tree says it, and where the reader stands. Tests and
// nobody else read it.
type Observation struct {
	Frame int `json:"frame"` // counts painted frames from 1
	ObservedScreen
	ObservedLook
	ObservedPage
	Station   ObservedStation   `json:"station"`
	Selection ObservedSelection `json:"selection"`
	Choices   map[string]string `json:"choices"` // of folds, by passage
	Focus     int               `json:"focus"`   // index into Spots, or -1
	Spots     []ObservedSpot    `json:"spots"`
}

// ObservedScreen is what is shown.
type ObservedScreen struct {
	Route   state.Route `json:"route"`
	Sheet   state.Sheet `json:"sheet"`
	Subject string      `json:"subject"`
	Lens    state.Lens  `json:"lens"`            // over a picture that is open
	Phase   kiosk.Phase `json:"phase,omitempty"` // of a station
	Said    string      `json:"said"`
}

// ObservedStation is what an unattended station shows besides its phase; the zero value is a reader's.
// The digits of the pad are not in it.
type ObservedStation struct {
	Staff  string `json:"staff"`  // the page of the staff screen
	Digits int    `json:"digits"` // typed on the pad
	Wait   int    `json:"wait"`   // seconds until the pad takes the next try
	Wrong  bool   `json:"wrong"`  // the pad's last try was
	Slide  int    `json:"slide"`  // of the attract sequence
	Failed bool   `json:"failed"` // the notice in the place of a station that does not run
	Left   int    `json:"left"`   // of the prompt's time, 0 to 1000
}

// observedStation says what a station's screen shows; s is nil in a reader.
func observedStation(s *screen.Station) ObservedStation {
	if s == nil {
		return ObservedStation{}
	}
	v := s.View
	return ObservedStation{
		Staff: v.Staff.Page, Digits: v.Pad.Entered, Wait: int(v.Pad.Wait.Seconds()), Wrong: v.Pad.Wrong,
		Slide: v.Slide, Failed: v.Phase == kiosk.Failed, Left: v.Remaining,
	}
}

// ObservedLook is how it is shown.
type ObservedLook struct {
	Lang      string `json:"lang"`      // of the text
	Interface string `json:"interface"` // its language
	Theme     string `json:"theme"`
	Size      int    `json:"size"`   // percent
	Window    [2]int `json:"window"` // pixels
}

// ObservedPage is where in a text the spread stands.
type ObservedPage struct {
	Text      state.Text `json:"text"`
	Block     string     `json:"block"`  // of the locator where the spread starts
	Offset    int        `json:"offset"` // in that block
	Place     string     `json:"place"`  // block of the reader's own place
	From      int        `json:"from"`   // code points of the whole text
	To        int        `json:"to"`
	Number    int        `json:"number"`
	Count     int        `json:"count"`
	Reference int        `json:"reference"`
	Settled   bool       `json:"settled"` // the spread answers the last question and is counted
}

// ObservedSelection is what is selected; the zero value is nothing. It holds no words.
type ObservedSelection struct {
	Document state.Document `json:"document"`
	From     ObservedPlace  `json:"from"`
	To       ObservedPlace  `json:"to"`
	Rects    [][4]int       `json:"rects"` // on the screen: left, top, right, bottom
}

// ObservedPlace is a place in a text.
type ObservedPlace struct {
	Block  string `json:"block"`
	Offset int    `json:"offset"`
}

// observedSelection says what is selected, and where the overlays of it stand.
func observedSelection(of state.Selection, overlays []frame.Overlay) ObservedSelection {
	if of.Empty() {
		return ObservedSelection{}
	}
	o := ObservedSelection{Document: of.Document,
		From: ObservedPlace{of.From.Block, of.From.Offset}, To: ObservedPlace{of.To.Block, of.To.Offset}}
	for _, over := range overlays {
		for _, r := range over.Rects {
			o.Rects = append(o.Rects, edges(r))
		}
	}
	return o
}

// ObservedSpot is one node of the semantic tree; the rectangle is in pixels.
type ObservedSpot struct {
	Role  frame.SpotRole `json:"role"`
	Name  string         `json:"name"`
	Kind  frame.RefKind  `json:"kind"`
	ID    string         `json:"id"`
	Lang  string         `json:"lang"`
	Value string         `json:"value,omitempty"` // of a text field
	Level int            `json:"level,omitempty"` // of a heading
	// Phrases are the stretches of the name in another language.
	Phrases []frame.Phrase  `json:"phrases,omitempty"`
	State   frame.SpotState `json:"state"`
	Rect    [4]int          `json:"rect"`           // left, top, right, bottom
	More    [][4]int        `json:"more,omitempty"` // where else it stands
}

// edges are a rectangle's in pixels.
func edges(r frame.Rect) [4]int {
	return [4]int{r.MinX.Floor(), r.MinY.Floor(), r.MaxX.Ceil(), r.MaxY.Ceil()}
}

// observe says what a scene shows on a page. n counts painted frames.
func observe(of Scene, page frame.Page, focus, n int) Observation {
	s := of.State
	sp := s.Reading.Spread
	o := Observation{
		Frame:          n,
		ObservedScreen: ObservedScreen{Route: s.View.Route, Sheet: s.View.Sheet, Subject: s.View.Subject, Lens: s.View.Lens, Said: s.Said},
		ObservedLook: ObservedLook{
			Lang: s.TextLang(), Interface: s.WordsLang(), Theme: s.Prefs.ThemeKey(s.Window.Dark), Size: s.Percent(),
			Window: [2]int{s.Window.Width, s.Window.Height},
		},
		ObservedPage: ObservedPage{
			Text: s.Reading.Text, Block: sp.Start.Block, Offset: sp.Start.Offset, Place: s.Reading.Place.Block,
			From: sp.From, To: sp.To, Number: sp.Number, Count: sp.Count, Reference: sp.Reference,
			Settled: s.View.Route != state.Reader || s.Missing() || s.Reading.Fresh() && sp.Count > 0,
		},
		Station:   observedStation(of.Station),
		Selection: observedSelection(s.Reading.Marking.Selection, page.Overlays),
		Choices:   map[string]string{},
		Focus:     focus,
	}
	if of.Station != nil {
		o.Phase = of.Station.View.Phase
	}
	for p, c := range s.Opened() {
		o.Choices[p] = map[note.Choice]string{note.Folded: "folded", note.Summarised: "summarised", note.Read: "read"}[c]
	}
	for _, spot := range page.Spots {
		var more [][4]int
		for _, r := range spot.More {
			more = append(more, edges(r))
		}
		o.Spots = append(o.Spots, ObservedSpot{
			Role: spot.Role, Name: spot.Name, Kind: spot.Ref.Kind, ID: spot.Ref.ID, Lang: spot.Lang, Value: spot.Value, Level: spot.Level, Phrases: spot.Phrases, State: spot.State,
			Rect: edges(spot.Rect), More: more,
		})
	}
	return o
}

// Write puts the observation in the place of the last one in a file, whole.
func (o Observation) Write(file string) error {
	out, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("observe: %w", err)
	}
	return keepfile.WriteFile(file, out, 0o600)
}
