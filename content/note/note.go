// Package note holds the content notes: what a text says about itself, what a
// reader chose, and the one door between them.
//
//	Text --Disclose(policy, opened)--> Visible
//
// A Text keeps its document to itself. Disclose alone opens it, and what comes
// out holds no word of a passage that is folded: a Notice stands in its place,
// and footnotes, figures, glossary entries and headings that occur only inside
// a fold are absent. Typesetter, search, export and read-aloud take a Visible
// or nothing.
//
// # Stages
//
//   - text.go, owned.go: a Text owns its document and locates its passages;
//   - category.go: the fourteen subjects and three levels;
//   - policy.go: what is done with a passage, by level, flag and category;
//   - hidden.go, graph.go: which blocks and footnotes that leaves out;
//   - disclose.go, visible.go: what remains, with notices;
//   - count.go, place.go: counting in folds, and places, without their words;
//   - range.go: what stands between two places, in the text or in a footnote.
//
// # Invariants
//
//   - No word of a folded passage can be reached from a Visible, by any means.
//   - Offsets, lengths and reference pages do not depend on what is shown.
//   - Who has folded what a text deals with throughout (Whole) finds one notice in the
//     place of all of it.
//   - What is doubtful folds: an unknown category, a note whose place is lost.
package note

import "lesestein/content/doc"

// Category is one of the fourteen subjects a note can name. Its value is the
// stable key; the words for it stand in the message files.
type Category string

// Level says how near the text comes: 1 mentioned, 2 described, 3 detailed.
type Level int

// Tag is one category with its level, as a note gives it.
type Tag struct {
	Category Category
	Level    Level
}

// Status says whether anybody looked: silence is never an answer.
type Status string

// The three states of a text.
const (
	Unassessed   Status = "unassessed"
	AssessedNone Status = "assessed-none"
	Assessed     Status = "assessed"
)

// Assessment is who looked at a text, in which role, and when.
type Assessment struct {
	Status   Status
	Assessor map[string]string // a role, by language
	Date     string            // ISO 8601
	Whole    Whole
}

// Whole is what a text deals with from its beginning to its end. Who has one of the
// categories folded always finds one notice in place of the text; once it is opened,
// the passages inside fold as they do elsewhere.
type Whole struct {
	Categories []Category
	Line       map[string]string // of the notice, by language
	Summary    map[string]string
}

// WholePassage is the id of the passage that a Whole folds.
const WholePassage = "whole"

// Passage is what a note covers. It holds no word of the passage itself.
type Passage struct {
	ID      string // "p1", "p2" … in the order of the text, equal in all languages
	Tags    []Tag
	Fold    bool // folds by default whatever its level
	Line    string
	Summary string
}

// Treatment is what a policy does with a passage. Larger is stricter.
type Treatment uint8

// The treatments.
const (
	Show Treatment = iota
	Mark
	Fold
)

// Choice is what a reader chose for one folded passage.
type Choice uint8

// The choices. A passage that is not in Opened is Folded.
const (
	Folded Choice = iota
	Summarised
	Read
)

// Opened holds a reader's choices by passage id. A nil Opened opens nothing.
type Opened map[string]Choice

// Item is one element of what is shown: a block, or the notice in the place of a
// folded passage. Exactly one of Block and Notice is set.
type Item struct {
	Block  *doc.Block
	Notice *Notice
	Cover  *Cover // the shown passage that this block belongs to, or nil
}

// Cover says that a shown block belongs to a noted passage.
type Cover struct {
	Passage     string
	Tags        []Tag
	Marked      bool // to be marked in the margin
	Opened      bool // folded by policy, opened by the reader
	First, Last bool // the passage begins, ends with this block
}

// Notice stands in the place of a folded passage.
type Notice struct {
	Passage    string
	Tags       []Tag
	Line       string
	Summary    string // always there, shown when Choice is Summarised
	Choice     Choice // Folded or Summarised
	Paragraphs int    // how long the passage is, headings not counted
	Extent     doc.Extent
}
