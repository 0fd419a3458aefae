// Package call is what every subcommand of lesestein stands on: the streams of one call
// of the program, the words it speaks, the errors it ends with.
//
// # What is said
//
// Everything is said in the user's language (LC_ALL, LC_MESSAGES, LANG, or what the
// system says) from the message files. What goes wrong is one sentence on the error
// stream. The exit status is 1 when the work could not be done or found errors, 2 when
// the call was wrong, 3 when there is no display or no graphics to open a window with.
//
// # Files
//
// call.go has the streams and the user's language, console_windows.go and
// console_other.go what a system's console needs, words.go the message files, errors.go
// the errors and exit statuses, problems.go what is wrong with an exhibition in the
// user's language.
package call
