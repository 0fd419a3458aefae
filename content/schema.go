package content

// The tables of an exhibition's files, as they are written.

type exhibitionTable struct {
	Format    int
	ID        string
	Languages []string
	Rooms     []string
	Title     words
	Subtitle  words
	Notes     notesTable
	Contact   []contactTable
	Attract   attractTable
	publicationTable
	peopleTable
}

type publicationTable struct {
	Edition    string
	Date       date
	Licence    string
	Feedback   string
	Imprint    words
	Correction []correctionTable
}

type peopleTable struct {
	Author     []personTable
	Translator []personTable
	Reviewer   []reviewerTable
	Funder     []funderTable
}

type personTable struct{ Name words }

type reviewerTable struct {
	Name  words
	Field words
	State string
	Date  date
}

type funderTable struct {
	Name      words
	Logo      string
	Order     int
	MinSizeMM float64 `toml:"min_size_mm"`
}

type correctionTable struct {
	Date date
	Text words
}

type contactTable struct {
	ID        string
	Kind      string
	Name      words
	Number    string
	What      words
	Hours     words
	Languages words
	Region    string
	Published int
	CheckedBy words `toml:"checked-by"`
	Verified  date
	Asked     *bool
}

type attractTable struct{ Sentences map[string][]string }

type notesTable struct {
	Status   string
	Assessor words
	Date     date
	Reviewed []string
	Whole    []string
	Line     words
	Summary  words
}

type roomTable struct {
	ID        string
	Mark      string
	Title     words
	Span      words
	Teaser    words
	Notes     notesTable
	Review    reviewTable
	Easy      easyTable
	Figure    []figureTable
	Rendition []renditionTable
}

type reviewTable struct {
	State  string
	Remark words
}

type easyTable struct {
	State    string
	TestedBy words `toml:"tested-by"`
	Date     date
}

type figureTable struct {
	File    string
	Holder  string
	Licence string
	Uses    []string
	Expires date
}

type renditionTable struct {
	Kind string
	Lang string
	File string
	Cue  []cueTable
}

type cueTable struct {
	Section string
	At      float64
}

type chronologyTable struct{ Event []eventTable }

type eventTable struct {
	ID     string
	Date   date
	End    date
	When   words
	Text   words
	Common bool
	Note   string
}

type glossaryTable struct{ Entry []entryTable }

type entryTable struct {
	ID           string
	Term         words
	Original     string
	OriginalLang string `toml:"original_lang"`
	Text         words
	Note         string
}

type sourcesTable struct{ Source []sourceTable }

type sourceTable struct {
	ID        string
	Author    string
	Title     string
	Place     string
	Publisher string
	Year      string
	Remark    words
	Note      string
}
