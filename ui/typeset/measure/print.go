package measure

import (
	"fmt"
	"strings"
	"time"
)

// String prints the report as a table: a row for each figure, a column for each
// setting.
func (r Report) String() string {
	var sb strings.Builder
	fmt.Fprintf(&sb, "%d paragraphs, %d words, %d characters, %d em\n\n", r.Paragraphs, r.Words, r.Characters, r.Ems)
	row := func(name string, cell func(Figures) string) {
		fmt.Fprintf(&sb, "%-30s", name)
		for _, f := range r.Figures {
			fmt.Fprintf(&sb, "%17s", cell(f))
		}
		sb.WriteByte('\n')
	}
	fmt.Fprintf(&sb, "%-30s", "")
	for _, s := range r.Settings {
		fmt.Fprintf(&sb, "%17s", s.Name)
	}
	sb.WriteByte('\n')
	number := func(name string, v func(Figures) float64) {
		row(name, func(f Figures) string { return fmt.Sprintf("%.3f", v(f)) })
	}
	share := func(name string, v func(Figures) float64) {
		row(name, func(f Figures) string { return fmt.Sprintf("%.1f %%", 100*v(f)) })
	}
	count := func(name string, v func(Figures) int) {
		row(name, func(f Figures) string { return fmt.Sprint(v(f)) })
	}
	count("lines", func(f Figures) int { return f.Lines })
	number("space, sd", func(f Figures) float64 { return f.SpaceSD })
	number("space, mean", func(f Figures) float64 { return f.SpaceMean })
	number("space, p99", func(f Figures) float64 { return f.SpaceP99 })
	share("spaces over 1.5", func(f Figures) float64 { return f.Over15 })
	share("spaces over 2", func(f Figures) float64 { return f.Over20 })
	row("hyphens per 100 lines", func(f Figures) string { return fmt.Sprintf("%.1f", f.Hyphens) })
	count("ladders of three", func(f Figures) int { return f.Ladders })
	count("rivers", func(f Figures) int { return f.Rivers })
	count("overfull lines", func(f Figures) int { return f.Overfull })
	row("expansion, sd (1/1000)", func(f Figures) string { return fmt.Sprintf("%.1f", f.ExpandSD) })
	row("tracking, sd (1/1000 em)", func(f Figures) string { return fmt.Sprintf("%.1f", f.TrackSD) })
	share("lines at limit of expansion", func(f Figures) float64 { return f.ExpandLimit })
	share("lines at limit of tracking", func(f Figures) float64 { return f.TrackLimit })
	count("hyphens in last full lines", func(f Figures) int { return f.LastHyphens })
	count("stub last lines", func(f Figures) int { return f.Stubs })
	r.printPages(&sb)
	sb.WriteByte('\n')
	for _, s := range r.Stages {
		fmt.Fprintf(&sb, "%-40s%9.1f ms\n", s.Name, float64(s.Time)/float64(time.Millisecond))
	}
	return sb.String()
}

func (r Report) printPages(sb *strings.Builder) {
	if r.Pages == nil {
		return
	}
	fmt.Fprintf(sb, "pages %d, widows %d, orphans %d, ragged bottoms %d\n",
		r.Pages.Pages, r.Pages.Widows, r.Pages.Orphans, r.Pages.RaggedBottoms)
}
