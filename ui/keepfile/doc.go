// Package keepfile keeps values in files between runs of a program, so that nothing is
// lost: neither by a power cut, nor by a file that was damaged, nor by a program that is
// older than the file.
//
// # Words
//
// A file is kept when Save puts a value into it and Load finds it again. It is broken
// when its bytes were read and are no such value, and newer when a later version of the
// program wrote it. Both are put aside: renamed to the first free NAME.broken-1,
// NAME.broken-2 … A file is withheld when its bytes cannot be read (no permission, a
// fault of the disk, a link that leads nowhere): it stays where it is and nothing is
// written over it.
//
// # What always holds
//
// A write is whole or not at all: who reads the file sees the old content or the new,
// whenever the power fails. The content goes into a new file in the same folder, its
// bytes are brought to the disk, it takes the place of the old one, and then the folder
// is brought to the disk. On Windows a rename that replaces is the best there is: it is
// one step for whoever looks, and the bytes are on the disk before it.
//
// Bytes that were not read are never written over: Save looks at what lies there, and
// puts it aside when it is not what was loaded or saved last.
//
// A file has one writer at a time. From two goroutines each write is whole, the last
// one wins.
//
// # Files
//
// keepfile.go has Load, Save and what is put aside; atomic.go, atomic_unix.go and
// atomic_windows.go write one file whole.
package keepfile
