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
	fmt.Fprintf(&sb, "%d paragraphs, %d words, %d characters, %d em\n\n%-30s", r.Paragraphs, r.Words, r.Characters, r.Ems, "")
	for _, s := range r.Settings {
		fmt.Fprintf(&sb, "%17s", s.Name)
	}
	sb.WriteByte('\n')
	for _, row := range rows() {
		fmt.Fprintf(&sb, "%-30s", row.name)
		for _, f := range r.Figures {
			fmt.Fprintf(&sb, "%17s", fmt.Sprintf(row.format, row.value(f)))
		}
		sb.WriteByte('\n')
	}
	r.printPages(&sb)
	sb.WriteByte('\n')
	for _, s := range r.Stages {
		fmt.Fprintf(&sb, "%-40s%9.1f ms\n", s.Name, float64(s.Time)/float64(time.Millisecond))
	}
	return sb.String()
}

// row is one line of the table.
type row struct {
	name, format string
	value        func(Figures) float64
}

func rows() []row {
	const number, share, count, one = "%.3f", "%.1f %%", "%.0f", "%.1f"
	return []row{
		{"lines", count, func(f Figures) float64 { return float64(f.Lines) }},
		{"space, sd", number, func(f Figures) float64 { return f.Space.SD }},
		{"space, mean", number, func(f Figures) float64 { return f.Space.Mean }},
		{"space, p1", number, func(f Figures) float64 { return f.Space.P1 }},
		{"space, p99", number, func(f Figures) float64 { return f.Space.P99 }},
		{"spaces under 0.75", share, func(f Figures) float64 { return 100 * f.Space.Under75 }},
		{"spaces over 1.5", share, func(f Figures) float64 { return 100 * f.Space.Over15 }},
		{"spaces over 2", share, func(f Figures) float64 { return 100 * f.Space.Over20 }},
		{"hyphens per 100 lines", one, func(f Figures) float64 { return f.Hyphens }},
		{"ladders of three", count, func(f Figures) float64 { return float64(f.Ladders) }},
		{"rivers", count, func(f Figures) float64 { return float64(f.Rivers) }},
		{"overfull lines", count, func(f Figures) float64 { return float64(f.Overfull) }},
		{"expansion, sd (1/1000)", one, func(f Figures) float64 { return f.Effort.ExpandSD }},
		{"tracking, sd (1/1000 em)", one, func(f Figures) float64 { return f.Effort.TrackSD }},
		{"lines at limit of expansion", share, func(f Figures) float64 { return 100 * f.Effort.ExpandLimit }},
		{"lines at limit of tracking", share, func(f Figures) float64 { return 100 * f.Effort.TrackLimit }},
		{"hyphens in last full lines", count, func(f Figures) float64 { return float64(f.LastHyphens) }},
		{"stub last lines", count, func(f Figures) float64 { return float64(f.Stubs) }},
	}
}

func (r Report) printPages(sb *strings.Builder) {
	if r.Pages == nil {
		return
	}
	fmt.Fprintf(sb, "\npages at %s: %d, widows %d, orphans %d, ragged bottoms %d\n",
		r.Pages.Window, r.Pages.Pages, r.Pages.Widows, r.Pages.Orphans, r.Pages.RaggedBottoms)
}
