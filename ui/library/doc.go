// Package library is what a reader has at home: the works that were opened, where one
// stands in each of them, and the settings, in one file that several windows and
// several processes may use at once.
//
//	Identify(source) -> ID; Library.Read(ID) -> Reading; Library.Keep(ID, was, is)
//
// # Words
//
//   - Work: a file, or a folder with an exhibition, as it is known by its content: its ID
//     is the SHA-256 of the file's bytes, or of a list of a folder's files with theirs.
//   - Place: where somebody stands in a text of a work, as a doc.Locator.
//   - Shelf: the works that are shown. One that is taken off it keeps its places.
//   - Waiting: a place from the time before there was a library. It is known by the path
//     or the id that stood for its work then, and joins the content that is opened by it.
//   - Version: of the form that the file has; see schema.go.
//
// # What always holds
//
//   - Two contents are never one work, whatever their paths, titles and identifiers say.
//   - What Keep has acknowledged is on the disk (synchronous=FULL).
//   - Bytes that cannot be made sense of are put aside, as package keepfile does it, and
//     what can be read of them goes on. A file of a later version stays where it is and as
//     it is: nothing is kept until that version of the program is there again.
//   - Keep writes what changed since it was read, and nothing else: two windows do not
//     undo each other's settings.
//   - A station has no library.
//
// A Library may be used from every goroutine. All of its methods wait for the disk: none
// is for a goroutine that draws.
//
// # Files
//
//   - library.go   Library: opening the file, and one thing at a time in it
//   - schema.go    the versions of the file's form, and the way from each to the next
//   - reading.go   settings and places
//   - shelf.go     works
//   - gather.go    works of a folder, read in while somebody reads
//   - folders.go   the folders that were read in: what could not be opened, what is gone
//   - identity.go  what a work is known by
//   - takeover.go  what reader.json held, before there was a library
//   - mend.go      what is damaged: put aside, with what can be read of it saved
//   - remote_linux.go, remote_darwin.go, remote_windows.go  whether a folder lies on
//     another machine
package library
