package kiosk

// Sentence is something to say, by its key in the files of words; Args are names
// of placeholders and their values in turn, as message.Catalogue.T takes them. A
// value that is itself the last part of a key is put in words by who says it.
type Sentence struct {
	Key  string
	Args []string
}

func say(key string, args ...string) Sentence { return Sentence{key, args} }
