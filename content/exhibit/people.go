package exhibit

import "lesestein/content/doc"

// Credits names who made an exhibition, in the order shown.
type Credits struct {
	Authors     []Person
	Translators []Person
	Reviewers   []Reviewer
	Funders     []Funder
}

// Person is somebody who is named; a role or an organisation is a name too.
type Person struct {
	Name Words
}

// Reviewer is somebody who examined the texts.
type Reviewer struct {
	Name  Words
	Field Words       // what they know about
	State ReviewState // what the review came to
	Date  string      // ISO 8601, or empty
}

// Funder is somebody who paid. Funders are shown by Order, then as listed.
type Funder struct {
	Name    Words
	Logo    string // from the exhibition's folder, or empty
	Order   int
	MinSize float64 // least width of the logo in millimetres; 0: none demanded
}

// ReviewState says how far the review of a text has come.
type ReviewState string

// The states, in rising order.
const (
	Draft         ReviewState = "draft"
	Editorial     ReviewState = "editorial"
	Historian     ReviewState = "historian"
	SurvivorGroup ReviewState = "survivor-group"
)

// Valid reports whether s is one of the four.
func (s ReviewState) Valid() bool {
	return s == Draft || s == Editorial || s == Historian || s == SurvivorGroup
}

// Review is the state of a room, with a remark that is shown.
type Review struct {
	State  ReviewState
	Remark Words
}

// EasyState says whether people whom an easy version is made for have read it.
type EasyState string

// The states.
const (
	EasyDraft  EasyState = "draft"
	EasyTested EasyState = "tested"
)

// Valid reports whether s is one of the two.
func (s EasyState) Valid() bool { return s == EasyDraft || s == EasyTested }

// EasyReview is the state of a room's easy version. The zero value is a draft that
// nobody promised.
type EasyReview struct {
	State EasyState
	By    Words  // who tested it
	Date  string // ISO 8601: when
}

// Tested reports whether somebody tested the version.
func (r EasyReview) Tested() bool { return r.State == EasyTested }

// ContactKind is who answers.
type ContactKind string

// The kinds of contacts.
const (
	Staff    ContactKind = "staff"
	Helpline ContactKind = "helpline"
)

// Valid reports whether k is one of the two.
func (k ContactKind) Valid() bool { return k == Staff || k == Helpline }

// Contact is somebody a reader can turn to. Staff move and helplines change: see
// Unsure.
type Contact struct {
	ID        string
	Kind      ContactKind
	Name      Words
	Number    string // of a telephone, as printed; empty for staff
	What      Words  // what it is for
	Hours     Words
	Languages Words  // in words
	Region    string // ISO 3166
	Sure      Sure
	Pos       doc.Pos
}

// Sure is how far the details of a contact can be relied on.
type Sure struct {
	Published int    // the year in which the service published them; 0: not said
	By        Words  // who rang or asked; nil: nobody did
	On        string // ISO 8601: when they did; says nothing without By
}

// Checked reports whether somebody who is named made sure, on a day.
func (s Sure) Checked() bool { return len(s.By) > 0 && s.On != "" }
