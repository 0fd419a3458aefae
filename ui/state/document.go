package state

// Document names one text in one language of one work: what a selection is of,
// and every other range in a text. It is comparable; the zero Document is none.
type Document struct {
	Work string `json:"work"` // id of the exhibition or book
	Text Text   `json:"text"`
	Lang string `json:"lang"` // BCP 47, of the text
}

// Document is the text that is open, or the zero Document.
func (s State) Document() Document {
	if s.Reading.Text == (Text{}) {
		return Document{}
	}
	return Document{Work: s.Library.Work, Text: s.Reading.Text, Lang: s.TextLang()}
}
