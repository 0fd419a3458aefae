package station

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/ui/keepfile"
	"lesestein/ui/message"
)

// watchService is the name of the service that watches over a station on Windows.
const watchService = "LesesteinHeartbeat"

// The files in the state folder that the service and the station's supervisor share.
const (
	beatFile     = "beat"          // the supervisor's, see supervise.Heart
	onFile       = "on"            // there as long as the machine is a station: kiosk.ps1 writes the station's account into it
	restartsFile = "restarts.json" // the service's own
)

// keepEvery is after how many looks the ages of the restarts are kept.
const keepEvery = 60

// rehearsal is the pace of a watch that writes down what it would do.
func rehearsal() supervise.Pace {
	return supervise.Pace{
		Look: time.Second, Grace: 5 * time.Second, Silence: 25 * time.Second,
		Hour: time.Minute, Day: time.Hour, Most: 3,
	}
}

// watch is one run of the service: the files that it reads and keeps, and what it may
// ask of the system.
type watch struct {
	folder  string
	say     message.Catalogue
	tell    func(bad bool, text string)
	staff   func(station string) bool // somebody else than the account is signed in
	up      func() time.Duration      // how long the machine runs
	restart func() error

	vigil supervise.Vigil
	past  *keepfile.File // of the restarts
	looks int
}

// Watch runs the service over the state folder until the system stops it. With a file
// for a log it is a rehearsal: it looks often, and writes down what it would do.
func Watch(st call.Streams, folder, log string) error {
	w := watch{folder: folder, say: st.Say, vigil: supervise.Vigil{Pace: supervise.Watchful()}}
	if log != "" {
		w.vigil.Pace = rehearsal()
		w.tell = func(_ bool, text string) {
			if err := appendLine(log, text); err != nil {
				st.Complain(err)
			}
		}
		w.restart = func() error { return appendLine(log, "shutdown.exe "+strings.Join(w.restartArgs(), " ")) }
	}
	return serve(&w)
}

// appendLine adds a line to a file.
func appendLine(file, line string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, time.Now().Format(time.DateTime), line)
	return errors.Join(err, f.Close())
}

// restartArgs are what shutdown.exe is asked: a restart that is meant, and that whoever
// stands by may call off for half a minute, with shutdown /a.
func (w *watch) restartArgs() []string {
	return []string{"/r", "/t", "30", "/d", "p:4:1", "/c", w.say.T("watch.warning")}
}

// past is the content of the file of restarts: for how many seconds the machine has
// run since each.
type past struct {
	Since ages `json:"since"`
}

// ages are none below 0: a file that says so was damaged.
type ages []int64

func (a *ages) UnmarshalJSON(data []byte) error {
	var all []int64
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	if slices.ContainsFunc(all, func(s int64) bool { return s < 0 }) {
		return fmt.Errorf("%v", all)
	}
	*a = all
	return nil
}

// begin reads which restarts there were. A file that cannot be read counts as if the
// day's restarts had all been.
func (w *watch) begin() {
	w.tell(false, w.say.T("watch.begun", "folder", w.folder))
	w.past = &keepfile.File{Name: filepath.Join(w.folder, restartsFile), Version: storeVersion}
	p, _, err := keepfile.Load[past](w.past)
	if err == nil {
		for _, s := range p.Since {
			w.vigil.Past = append(w.vigil.Past, time.Duration(min(s, int64(w.vigil.Day/time.Second)))*time.Second)
		}
		return
	}
	w.vigil.Past = w.vigil.Spent()
	w.tell(true, call.Explain(w.say, unkept(err)))
	if err := w.keep(); err != nil {
		w.tell(true, call.Explain(w.say, err))
	}
}

// keep writes which restarts there were.
func (w *watch) keep() error {
	p := past{Since: ages{}}
	for _, ago := range w.vigil.Past {
		p.Since = append(p.Since, int64(ago/time.Second))
	}
	if err := keepfile.Save(w.past, p); err != nil {
		return unkept(err)
	}
	return nil
}

// look looks once and does what follows. A restart that cannot be written down is none:
// it would not be counted.
func (w *watch) look() {
	count := len(w.vigil.Past)
	v, alarm := w.vigil.Next(w.sight())
	w.vigil = v
	w.looks++
	switch alarm {
	case supervise.Revive:
		w.tell(true, w.say.T("watch.silent", "minutes", minutes(v.Silence)))
		err := w.keep()
		if err == nil {
			err = w.restart()
		}
		if err != nil {
			w.tell(true, w.say.T("watch.stays", "reason", call.Explain(w.say, err)))
		}
	case supervise.Bear:
		w.tell(true, w.say.N("watch.borne", len(v.Past), "minutes", minutes(v.Silence)))
	case supervise.Woke:
		w.tell(false, w.say.T("watch.woke"))
	default:
		if count > 0 && (w.looks%keepEvery == 0 || len(v.Past) < count) {
			if err := w.keep(); err != nil {
				w.tell(true, call.Explain(w.say, err))
			}
		}
	}
}

func minutes(d time.Duration) string { return fmt.Sprintf("%.0f", max(1, d.Minutes())) }

// sight is what is to be seen now.
func (w *watch) sight() supervise.Sight {
	mark, err := w.read(onFile)
	s := supervise.Sight{On: err == nil, Up: w.up()}
	if beat, err := w.read(beatFile); err == nil {
		s.Beat = beat
	}
	account := strings.TrimSpace(strings.TrimPrefix(mark, "\ufeff"))
	s.Staff = s.On && account != "" && w.staff(account)
	return s
}

// read reads a file of the state folder, which the station may write to: only a small
// one that is a file.
func (w *watch) read(name string) (string, error) {
	file := filepath.Join(w.folder, name)
	info, err := os.Lstat(file)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > 1<<10 {
		return "", fs.ErrInvalid
	}
	data, err := os.ReadFile(file)
	return string(data), err
}
