// Package instance makes the program a single instance: the first process of a user at a
// display has the windows, and a later one hands over what it was asked to open and ends.
//
//	a later start --source--> a socket in the user's own folder --> the first process
//
// # Words
//
//   - first: the process that holds the lock beside the socket, for as long as it lives.
//   - source: what is to be opened, by its absolute name; "" is what the program begins
//     with when it is asked for nothing.
//
// # Files
//
// instance.go is who is first and what is handed over; lock_unix.go and lock_windows.go
// hold the lock that the system lets go of when a process ends, however it ends.
//
// # Invariants
//
//   - The socket is one of the file system (AF_UNIX), in a folder that nobody else enters.
//   - Nobody waits longer than Patience. Who gets no answer opens its windows itself.
package instance

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Patience is how long a later start waits for the first process.
const Patience = 2 * time.Second

// again is how long it waits before it tries once more, while the first process starts.
const again = 20 * time.Millisecond

// mostName is the longest name of a socket, in bytes, that every system takes: the
// shortest sun_path has 104 with the zero behind it.
const mostName = 103

// mostSource is the longest name of a source that is handed over, in bytes.
const mostSource = 32 << 10

// answer is what the first process says when it opens what it was handed.
const answer = "opened\n"

// Socket names the socket in a folder for those processes that have the same of
// everything that tells them apart: the state folder, the display.
func Socket(folder string, apart ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(apart, "\x00")))
	return filepath.Join(folder, "lesestein-"+hex.EncodeToString(sum[:6])+".sock")
}

// First is the first process at a socket.
type First struct {
	listener net.Listener
	unlock   func()
}

// Join hands a source to the first process at a socket, or becomes it. handed: that
// process opens it. Where neither can be, First is nil, and this process stands alone.
func Join(socket, source string) (first *First, handed bool) {
	if len(socket) > mostName || len(source) > mostSource || os.MkdirAll(filepath.Dir(socket), 0o700) != nil {
		return nil, false
	}
	for until := time.Now().Add(Patience); ; time.Sleep(again) {
		if hand(socket, source, until) {
			return nil, true
		}
		if first = begin(socket); first != nil || !time.Now().Before(until) {
			return first, false
		}
	}
}

// hand gives a source to the first process, if it takes it before until.
func hand(socket, source string, until time.Time) bool {
	d := net.Dialer{Deadline: until}
	c, err := d.Dial("unix", socket)
	if err != nil {
		return false
	}
	defer c.Close()
	if c.SetDeadline(until) != nil {
		return false
	}
	if _, err := c.Write([]byte(source + "\x00")); err != nil {
		return false
	}
	said, err := bufio.NewReader(c).ReadString('\n')
	return err == nil && said == answer
}

// begin becomes the first process; nil: another one is. What a process left behind that
// did not come to its end is in nobody's way.
func begin(socket string) *First {
	unlock, err := lock(socket + ".lock")
	if err != nil {
		return nil
	}
	_ = os.Remove(socket) // nobody listens: who does holds the lock
	l, err := net.Listen("unix", socket)
	if err == nil {
		err = os.Chmod(socket, 0o600)
	}
	if err != nil {
		unlock()
		return nil
	}
	return &First{l, unlock}
}

// Serve has open called with what later processes hand over, one after the other, until
// ctx ends. open returns when what it was given is being opened.
func (f *First) Serve(ctx context.Context, open func(source string)) {
	stop := context.AfterFunc(ctx, func() { f.listener.Close() })
	defer stop()
	for {
		c, err := f.listener.Accept()
		if err != nil {
			return
		}
		take(c, open)
	}
}

// take takes one source. Who says nothing, or too much, is not listened to for long.
func take(c net.Conn, open func(source string)) {
	defer c.Close()
	if c.SetDeadline(time.Now().Add(Patience)) != nil {
		return
	}
	said := bufio.NewReaderSize(c, mostSource+1)
	source, err := said.ReadSlice(0)
	if err != nil {
		return
	}
	open(string(source[:len(source)-1]))
	_, _ = c.Write([]byte(answer)) // who does not wait for it opens it too
}

// Close makes room for another first process. A nil First has none to make.
func (f *First) Close() {
	if f == nil {
		return
	}
	f.listener.Close()
	f.unlock()
}
