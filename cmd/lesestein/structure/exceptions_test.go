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
	"ui.worker":                "what it was given, what its lock guards, its channels: three groups in one type",
}

// packageVariables may change while the program runs.
var packageVariables = map[string]string{}

// uncalled are exported names that no code of the program calls yet, each with what
// calls it next.
var uncalled = map[string]string{}
