package kiosk

// Sentence is something to say, by its key in the files of words; Args are names
// of placeholders and their values in turn, as message.Catalogue.T takes them.
type Sentence struct {
	Key  string
	Args []string
}

func say(key string, args ...string) Sentence { return Sentence{key, args} }
