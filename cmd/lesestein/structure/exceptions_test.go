package structure

// Exceptions from the rules of source_test.go, each with its reason. Keys are
// paths from the top of the tree, with a variable after a colon or a type after a dot.

// longFiles may have more than 500 lines.
var longFiles = map[string]string{}

// wideStructs may have more than 12 fields.
var wideStructs = map[string]string{
	"cmd/release.job":          "a product with where it is read and written: ten and five",
	"cmd/release.windows":      "a job with what is installed on Windows, which the templates name in one word each",
	"cmd/release.msiPackage":   "what a template is filled with: its words are those of the product",
	"cmd/release.setupProgram": "what a template is filled with: its words are those of the product",
	"cmd/release.pack":         "what a template is filled with: its words are those of the product",
	"ui/widget.PageView":       "the toolkit wants one object with its parts; three of them are what it reports to",
	"content.exhibitionTable":  "the keys of exhibition.toml lie flat, and TOML decides",
	"ui/state.Preferences":     "one flat record of what a reader chose, as it is kept between runs",
	"ui/session.Observation":   "one flat record for tests; its parts have names of their own",
	"content/epub.block":       "a block of the document with its words in the making",
}

// packageVariables may change while the program runs.
var packageVariables = map[string]string{}

// uncalled are exported names that no code of the program calls yet, each with what
// calls it next.
var uncalled = map[string]string{
	"content/markup.Format":                 "what is imported and exported is written by it; until then its tests hold Parse to it",
	"cmd/lesestein/supervise.Heart":         "Windows alone has one",
	"cmd/lesestein/supervise.Heart.End":     "Windows alone has one",
	"cmd/lesestein/supervise.Heart.Manager": "Windows alone has one",
	"ui/typeset/internal/flow.Book.Spec":    "the tests of the package above ask for it, in export_test.go",
	"ui/typeset.Setter.Lines":               "called through screen.Setter",
	"ui/typeset/measure.Book":               "the text of the benchmarks of two packages",
}
