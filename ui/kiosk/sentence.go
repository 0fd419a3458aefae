package kiosk

// Sentence is something to say, by its key in the files of words; Args are names
// of placeholders and their values in turn, as message.Catalogue.T takes them.
type Sentence struct {
	Key  string
	Args []string
}

func say(key string, args ...string) Sentence { return Sentence{key, args} }

// InWords is what is said in words already, by the system or by a check.
func InWords(words string) Sentence { return say("staff.remark", "what", words) }
