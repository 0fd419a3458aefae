// Command lesestein opens the reader, and does without a window what can be done
// without one.
//
//	lesestein [FOLDER]         reads the embedded exhibition, or the one in FOLDER
//	lesestein proof [FOLDER]   writes pages as pictures or as text, or measures them
//	lesestein check FOLDER     lists every error of an exhibition
//
// # Stages
//
//	arguments --root.go, one file per subcommand--> options
//	options + assets.go, exhibition.go --> values the packages below ui take
//	--> run, show, write
//
// Each subcommand is a plain function over an options struct and a station (the
// streams, the environment and the words of one call), so that tests call it
// without a process. This is the only package that imports assets: it decides
// which font file stands for which face, which patterns for which language.
//
// # What is said
//
// Everything is said in the user's language (LC_ALL, LC_MESSAGES, LANG) from the
// message files. What goes wrong is one sentence on the error stream. The exit
// status is 1 when the work could not be done or found errors, 2 when the call was
// wrong, 3 when there is no display or no graphics to open a window with.
package main

import "os"

func main() {
	attachConsole()
	os.Exit(run(os.Args[1:], here()))
}
