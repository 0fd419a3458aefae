// Package lastgood keeps the last version of an exhibition that was found good, so
// that a station shows that one and nothing else: whatever becomes of the folder that
// a curator writes to, and whenever the power fails.
//
//	source --survey--> list --copy--> staged --check--> version --verify--> what is shown
//
// # Words
//
//   - Source: the folder or the one file that the station was told to show. It may be
//     changed, broken or gone at any time.
//   - Version: a copy of the source that passed the check, with its manifest. It has a
//     number; the highest that is whole is the current one.
//   - Manifest: the list of a version's files with their sizes and SHA-256, closed by a
//     sum of its own.
//   - Print: names, sizes and times of a source in one string, to see that it changed
//     without reading it.
//   - Left: what lies in a source and is no part of a version: hidden files, what is
//     neither file nor folder, and links that lead out of the source, nowhere, or round
//     in a circle. Links that stay inside are followed: their files are copied.
//
// # Stages
//
//   - source.go    a source is opened: a folder, or one file
//   - survey.go    what there is in a source, within the bounds
//   - manifest.go  the list of a version, written and read
//   - store.go     a source becomes a version; the current version is found again
//   - disk.go      all that a store asks of a disk; a folder does it
//   - watch.go     when a source that changed lies still again
//
// # Invariants
//
//   - What was checked is what is shown: the check sees the copy, and the manifest of
//     the copy is compared with every byte before it is shown again.
//   - At each instant the disk holds the older version whole or the newer one: a version
//     gets its number by one rename, after all its bytes are on the disk.
//   - An older version goes only when a newer one stands and the older is shown no more.
//   - Nothing is written outside the store's folder, and nothing stays open.
package lastgood
