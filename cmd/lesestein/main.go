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
// Each subcommand is a plain function over an options struct and the streams of one
// call (package call: where it writes, the words, the errors and exit statuses), so
// that tests call it without a process. What a station has besides its window is
// package station; that a later start hands its file to the first process is package
// instance. Here it is decided which font file stands for which face, which
// patterns for which language: only this package and call import assets.
//
// # Files
//
// root.go builds the tree of commands, help.go, man.go and version.go print what each
// says of itself, values.go has the kinds of values that flags take. read.go opens the
// window, reader.go what its windows show, kept.go keeps what lives on of each, ownworks.go has the works on the shelf, follow.go
// tells when it was changed; kiosk.go and kioskpin.go are the commands of a station and its PIN,
// kioskwindow.go, kioskshown.go and kiosknotice.go its window, what is shown in it, and
// its notice. proof.go, proofstation.go and measured.go write pages and figures,
// check.go lists errors, unset.go what cannot be set well. exhibition.go opens what is named, assets.go has
// fonts and patterns, work.go lays a text, metadata.go is what the desktop is told.
package main

import (
	"os"

	"lesestein/cmd/lesestein/call"
)

func main() {
	call.AttachConsole()
	os.Exit(run(os.Args[1:], call.Here()))
}
