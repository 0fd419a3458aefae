package exhibit

// Vocabulary is words of the interface that an exhibition brings in one language:
// for a language that the program does not speak, or in the place of its own.
type Vocabulary struct {
	Lang  string // BCP 47; one of the exhibition's, or such a one without its region
	File  string // from the exhibition's folder
	Words []Word // in the order of the file
}

// Word is one message with its dotted key. Which keys there are, and which
// placeholders and plural forms belong to them, the interface knows.
type Word struct {
	Key, Text string
	Line      int // in the file
}
