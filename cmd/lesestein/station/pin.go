package station

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/crypto/argon2"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/keepfile"
)

// A PIN is the digits that stand between the corner of a station and its staff
// screen, as they are kept: in a file, hashed.
type PIN struct {
	file   string
	folder string // of the station's state: here it is asked to be forgotten
}

// The files of a PIN in the state folder, and the one that asks to forget it.
const (
	usualPINFile = "pin"
	pinResetFile = "lesestein-pin-reset" // in the state folder or at the root of a stick
)

// How many digits a PIN has.
const (
	leastDigits = 4
	mostDigits  = 12
)

// A guard is what protects the staff screen.
type guard int

const (
	unguarded guard = iota // no PIN was ever set
	guarded                // a PIN is set
	locked                 // the PIN was lost and reset: nobody gets in before a new one is set
)

// aside is where a PIN is kept that was reset.
func (p PIN) aside() string { return p.file + ".reset" }

// state says what protects the staff screen. A PIN that cannot be read is an
// error, and guards: nobody gets in.
func (p PIN) state() (guard, error) {
	data, err := os.ReadFile(p.file)
	if err == nil {
		_, err = parsePHC(strings.TrimSpace(string(data)))
		return guarded, err
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return guarded, err
	}
	if _, err := os.Lstat(p.aside()); err == nil {
		return locked, nil
	}
	return unguarded, nil
}

// Admits reports whether digits open the staff screen. A demonstration without a PIN
// is open to everybody. It takes as long as verify.
func (p PIN) Admits(digits string, demo bool) bool {
	g, err := p.state()
	return err == nil && (g == guarded && p.verify(digits) || g == unguarded && demo)
}

// Unguarded reports whether no PIN is set: a demonstration does without.
func (p PIN) Unguarded() bool {
	g, err := p.state()
	return err == nil && g == unguarded
}

// verify reports whether digits are the PIN. It takes tens of milliseconds and
// 19 MiB: it is not for the toolkit's goroutine. How long it takes does not depend
// on how far the digits are right.
func (p PIN) verify(digits string) bool {
	data, err := os.ReadFile(p.file)
	if err != nil {
		return false
	}
	h, err := parsePHC(strings.TrimSpace(string(data)))
	if err != nil {
		return false
	}
	return subtle.ConstantTimeCompare(h.of(digits), h.sum) == 1
}

// set keeps digits as the PIN, readable by the owner of the folder alone.
func (p PIN) set(digits string) error {
	if !suitable(digits) {
		return call.Wrong(call.Sentence("kiosk.error.pin-digits"))
	}
	if err := os.MkdirAll(filepath.Dir(p.file), 0o700); err != nil {
		return err
	}
	salt := make([]byte, 16)
	rand.Read(salt) // never fails: it ends the program instead
	h := phc{time: 2, memory: 19 << 10, threads: 1, salt: salt}
	h.sum = h.of(digits)
	if info, err := os.Lstat(p.file); err == nil && info.IsDir() { // whatever made it one
		if err := p.putAside(); err != nil {
			return err
		}
	}
	if err := keepfile.WriteFile(p.file, []byte(h.String()+"\n"), 0o600); err != nil {
		return err
	}
	if err := giveTo(p.file, filepath.Dir(p.file)); err != nil {
		return err
	}
	if info, err := os.Lstat(p.aside()); err == nil && info.IsDir() {
		return nil // nobody knows what is in it; a PIN that is set counts before it
	}
	return removed(p.aside())
}

// reset looks for the file that asks to forget the PIN, in the state folder and at
// the roots of sticks, and puts the PIN aside if there is one. The file in the
// state folder is taken away; what lies on a stick stays there. What is mounted beside
// the sticks and does not answer before ctx ends is not waited for.
func (p PIN) reset(ctx context.Context, sticks func() []string) (bool, error) {
	own := filepath.Join(p.folder, pinResetFile)
	asks := func(folder string) bool { return call.Exists(filepath.Join(folder, pinResetFile)) }
	if !asks(p.folder) {
		asked, err := Within(ctx, func() (bool, error) { return slices.ContainsFunc(sticks(), asks), nil })
		if err != nil || !asked { // who does not answer asks for nothing
			return false, nil
		}
	}
	err := p.putAside()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	return err == nil, removed(own)
}

// putAside takes what stands in the PIN's place out of the way, be it damaged or a
// folder. A PIN that was put aside before gives way to it.
func (p PIN) putAside() error {
	if _, err := os.Lstat(p.file); err != nil {
		return err
	}
	err := os.Rename(p.file, p.aside())
	if err != nil { // a folder takes no file's place
		err = errors.Join(removed(p.aside()), os.Rename(p.file, p.aside()))
	}
	return err
}

// removed takes a file away, if it is there.
func removed(file string) error {
	if err := os.Remove(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// suitable reports whether digits may be a PIN.
func suitable(digits string) bool {
	return len(digits) >= leastDigits && len(digits) <= mostDigits && strings.Trim(digits, "0123456789") == ""
}

// A phc is an argon2id hash as its encoded form says it:
// $argon2id$v=19$m=…,t=…,p=…$salt$hash, the base64 without padding. The
// parameters are those of the OWASP Password Storage Cheat Sheet.
type phc struct {
	time, memory uint32 // passes; KiB
	threads      uint8
	salt, sum    []byte
}

func (h phc) of(digits string) []byte {
	return argon2.IDKey([]byte(digits), h.salt, h.time, h.memory, h.threads, 32)
}

func (h phc) String() string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		h.memory, h.time, h.threads, b.EncodeToString(h.salt), b.EncodeToString(h.sum))
}

// errPHC says that a file holds no hash that we can compare with.
var errPHC = errors.New("no argon2id hash")

// parsePHC reads the encoded form. Parameters beyond all reason are none: the
// station must not stand still over a file.
func parsePHC(s string) (phc, error) {
	var h phc
	part := strings.Split(s, "$")
	if len(part) != 6 || part[0] != "" || part[1] != "argon2id" || part[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return h, errPHC
	}
	if _, err := fmt.Sscanf(part[3], "m=%d,t=%d,p=%d", &h.memory, &h.time, &h.threads); err != nil {
		return h, errPHC
	}
	var err1, err2 error
	h.salt, err1 = base64.RawStdEncoding.DecodeString(part[4])
	h.sum, err2 = base64.RawStdEncoding.DecodeString(part[5])
	const mostMemory, mostPasses = 256 << 10, 16
	if err1 != nil || err2 != nil || len(h.salt) < 8 || len(h.sum) != 32 ||
		h.time < 1 || h.time > mostPasses || h.memory < 8 || h.memory > mostMemory || h.threads < 1 || h.threads > 8 {
		return h, errPHC
	}
	return h, nil
}

// SetPIN asks for a PIN twice and keeps it. One that is easy to guess is taken, with a
// remark.
func SetPIN(st call.Streams, p PIN, ask func(key string) (string, error)) error {
	first, err := ask("kiosk.pin-ask")
	if err != nil {
		return err
	}
	if !suitable(first) {
		return call.Wrong(call.Sentence("kiosk.error.pin-digits"))
	}
	again, err := ask("kiosk.pin-again")
	if err != nil {
		return err
	}
	if again != first {
		return call.Wrong(call.Sentence("kiosk.error.pin-differs"))
	}
	if err := p.set(first); err != nil {
		return err
	}
	fmt.Fprintln(st.Out, st.Say.T("kiosk.pin-set", "file", p.file))
	if why := weakness(first); why != "" {
		st.Complain(call.Sentence("kiosk.pin-weak", "reason", st.Say.T(why)))
	}
	return nil
}
