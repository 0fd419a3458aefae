// Package station is what a station of an exhibition has besides its window: its
// configuration, the PIN of its staff, what it keeps, the doctor, and what keeps the
// window open. It knows no toolkit, so that the race detector runs over it.
//
// # Words
//
// A setup is a station as it was asked for, with what its kiosk.toml says. A record is
// what a station keeps: statistics, the report of its health, what staff taught it. A
// guard is what protects the staff screen. The doctor looks at the machine; a finding is
// one sentence about it. A source is where the exhibition comes from, with its last good
// version; a hindrance is why a station cannot begin apart from that.
//
// # Stages
//
//	Options --Read: kiosk.toml--> Setup --Run--> supervise.Keeper --> window, notice
//	window: Setup --Hindrance--> Source --Begin--> a version, or the notice's turn
//	window: Setup + OpenRecord --> what the window is told, and what it tells
//	notice: Waiting --Run--> the window's turn again
//
// # What always holds
//
// Only a version that passed the check is shown, after whatever end. A station that
// cannot begin is no black screen: it waits for what it lacks. Nothing that does not
// answer holds up the window or the notice: not the source, not what is mounted. A damaged PIN keeps staff
// out, and nobody else. kiosk.toml is read once a start. A slip of the pen costs nothing
// but its line, and in the opening hours it opens. What a station keeps is written by
// one goroutine and is dirty until the disk has it; what was not read is never written
// over.
//
// # Files
//
// options.go is the call and the setup; run.go runs a station, begin.go looks whether it
// may begin, source.go has its exhibition, await.go waits for both, within.go waits for
// nobody for ever, and keepopen.go keeps its window open.
//
// config.go reads kiosk.toml: config_text.go its encoding and the lines that are no
// TOML, config_values.go the kinds of values, config_hours.go the opening hours,
// config_check.go the keypad and what several keys say together; check.go lists what is
// wrong with one.
//
// pin.go has the PIN and pinweak.go those that are easy to guess; record.go what is
// kept, stores.go the files it is kept in, staff.go what staff may have done.
//
// watch.go, watch_unix.go and watch_windows.go are the service that restarts a silent
// machine of Windows. doctor.go judges the facts that doctorfacts.go, doctordevices.go,
// doctorsystem_unix.go, doctorsystem_windows.go, doctordisk_linux.go,
// doctordisk_windows.go and doctordisk_other.go read from the machine. system_unix.go
// and system_windows.go are what a station asks of its system.
package station
