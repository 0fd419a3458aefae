// Package measure says in figures how well paragraphs are set: the evenness of
// their spaces, hyphens, ladders, rivers, how hard expansion and tracking work,
// and how long each stage takes, with a first-fit breaker beside it.
//
// # Words
//
//   - Space: the width of a justified space in units of the normal one. Last
//     lines of paragraphs and lines before a forced break are left out of the
//     figures on spaces, expansion and tracking; they count as lines.
//   - Hyphen: a line that ends in one, added or the text's own.
//   - Ladder: three or more such lines in a row, counted once.
//   - River: spaces of three or more lines that stand above each other.
//   - Limit: the most that expansion (2 %) or tracking (0.5 % of the em) may give.
//
// Widows, orphans and ragged bottoms are the pages' figures, not the
// paragraphs'; who lays pages fills them into a Report's Pages (see package flow
// for what they are).
//
// measure.go runs the measurement, figures.go counts, print.go prints, and book.go is
// the book that speed is measured with.
//
// Run is a pure function but for the clock it is given. Figures are printed with
// three digits; the layouts they are taken from are exact.
package measure

import (
	"time"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
	"lesestein/ui/typeset/internal/hyphen"
	"lesestein/ui/typeset/internal/inline"
)

// Paragraph is one paragraph of plain text. Lang is BCP 47.
type Paragraph struct{ Text, Lang string }

// Params say what to measure.
type Params struct {
	Fonts     map[frame.Face]face.File
	Patterns  map[string][]byte // compiled, by "de", "en-gb", "en-us"
	Face      frame.Face
	Em        frame.Unit // size of the text
	Ems       int        // the measure in ems
	MinLeft   int        // hyphen minima
	MinRight  int
	Clock     func() time.Duration // CPU or wall time; nil: times are left out
	PlainOnly bool                 // leave out the settings that are there to compare
}

// Setting is one way to set the text.
type Setting struct {
	Name     string
	FirstFit bool
	params   inline.Params
}

// Stage is how long a stage took.
type Stage struct {
	Name string
	Time time.Duration
}

// Pages are the figures of pages, where they were laid.
type Pages struct {
	Window        string // what they were laid for, in words
	Pages         int
	Widows        int
	Orphans       int
	RaggedBottoms int
}

// Report is the result: one column of figures for each setting.
type Report struct {
	Paragraphs, Characters, Words int
	Ems                           int
	Settings                      []Setting
	Figures                       []Figures
	Stages                        []Stage
	Pages                         *Pages // nil: not laid
}

// Run measures the paragraphs.
func Run(paragraphs []Paragraph, p Params) (Report, error) {
	clock := p.Clock
	if clock == nil {
		clock = func() time.Duration { return 0 }
	}
	report := Report{Paragraphs: len(paragraphs), Ems: p.Ems}
	from := clock()
	stage := func(name string) {
		now := clock()
		report.Stages = append(report.Stages, Stage{name, now - from})
		from = now
	}
	setter, err := newSetter(p)
	if err != nil {
		return Report{}, err
	}
	stage("fonts and patterns")
	prepared := make([]*inline.Prepared, len(paragraphs))
	for i, para := range paragraphs {
		prepared[i] = setter.Prepare(inlinePara(para, p))
		report.Characters += len([]rune(para.Text))
	}
	stage("words, cold")
	for _, para := range paragraphs {
		report.Words += setter.Prepare(inlinePara(para, p)).Words()
	}
	stage("words, warm")
	report.Settings = settings(p)
	breaks := make([][][]inline.Break, len(report.Settings))
	for i, st := range report.Settings {
		breaks[i] = breakAll(setter, prepared, st)
		stage("lines: " + st.Name)
	}
	for i, st := range report.Settings {
		report.Figures = append(report.Figures, figures(setter, prepared, breaks[i], st))
	}
	stage("placing and counting")
	return report, nil
}

func newSetter(p Params) (*inline.Setter, error) {
	table, err := face.NewTable(p.Fonts)
	if err != nil {
		return nil, err
	}
	patterns := map[string]*hyphen.Patterns{}
	for lang, data := range p.Patterns {
		if patterns[lang], err = hyphen.Load(data); err != nil {
			return nil, err
		}
	}
	return inline.New(table, patterns, nil), nil
}

func inlinePara(para Paragraph, p Params) inline.Para {
	return inline.Para{Lang: para.Lang, Spans: []inline.Span{{Text: para.Text, Face: p.Face, Size: p.Em}}}
}

func settings(p Params) []Setting {
	plain := inline.Params{
		Measure: frame.Unit(p.Ems) * p.Em, Align: inline.Justify, Hyphenate: true, Hang: true,
		MinLeft: p.MinLeft, MinRight: p.MinRight,
	}
	expand := plain
	expand.Expand = true
	track := expand
	track.Track = true
	list := []Setting{
		{Name: "total fit, both", params: track},
		{Name: "expansion only", params: expand},
	}
	if p.PlainOnly {
		return list
	}
	none := plain
	none.Hyphenate = false
	return append(list,
		Setting{Name: "neither", params: plain},
		Setting{Name: "no hyphens", params: none},
		Setting{Name: "first fit", FirstFit: true, params: plain},
		Setting{Name: "first fit, both", FirstFit: true, params: track},
	)
}

func breakAll(s *inline.Setter, prepared []*inline.Prepared, st Setting) [][]inline.Break {
	all := make([][]inline.Break, len(prepared))
	for i, p := range prepared {
		if st.FirstFit {
			all[i] = s.FirstFit(p, st.params)
		} else {
			all[i] = s.Break(p, st.params)
		}
	}
	return all
}
