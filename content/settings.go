package content

import "lesestein/content/doc"

// TOMLFault says where a TOML file is broken, line 0 for the file as a whole, and
// what is wrong there, for those who read other TOML files than an exhibition's.
func TOMLFault(err error) (line int, said doc.Sentence) { return syntax(err) }

// TOMLLines returns the line of each key of a TOML file, by its path: "hours.week",
// and of each table. Keys within inline tables are not told.
func TOMLLines(data string) map[string]int { return keyLines(data) }
