package station

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"lesestein/cmd/lesestein/call"
)

// Options are what a call says about a station.
type Options struct {
	Exhibition string // folder; "" for the embedded one
	Config     string // kiosk.toml; "" for the one beside the exhibition
	State      string // folder; "" for the service manager's or the user's own
	Demo       bool   // no PIN is needed
	Observe    string // file of observations, for tests; with Demo alone
	Waits      bool   // of the notice: the station cannot begin, and waits for the cause to go
}

// A Setup is a station as it was asked for, with what its kiosk.toml says. The file is
// read once a start: all that follow look at the same words.
type Setup struct {
	Options
	Config   Config
	Problems []Problem // of kiosk.toml
	unread   error     // why nobody knows what kiosk.toml says; nil: it is known, or there is none
}

// Read reads kiosk.toml: the one that was named, or the one beside the exhibition, or,
// when the exhibition is away, beside its last good version; without any, the defaults
// hold. The folder of the state is found, too. A file that does not answer in time is
// away.
func (o Options) Read() Setup {
	o.State = stateFolder(o.State)
	most := AnswerWithin
	if _, err := o.Source().Peek(); err == nil && o.Config == "" {
		most = keptWithin
	}
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	return o.read(ctx)
}

// read reads kiosk.toml, where there is an answer before ctx ends.
func (o Options) read(ctx context.Context) Setup {
	s, now := Setup{Options: o}, time.Now()
	var f configFile
	if o.Config == "" {
		f, s.unread = o.beside(ctx)
	} else {
		f = o.named(ctx)
		if f.err != nil && !errors.Is(f.err, errLarge) {
			s.unread = call.Because(f.err, "kiosk.error.config", "file", o.Config)
		}
	}
	s.Config, s.Problems = f.config(surroundings{now: now, zone: ownZone(now)})
	return s
}

// named is the kiosk.toml that was named.
func (o Options) named(ctx context.Context) configFile {
	f, err := Within(ctx, func() (configFile, error) { return readFile(o.Config), nil })
	if err != nil {
		return configFile{name: o.Config, err: err}
	}
	return f
}

// beside is the kiosk.toml that lies beside the exhibition, or beside its last good
// version. Without that, an exhibition that does not answer is an error.
func (o Options) beside(ctx context.Context) (configFile, error) {
	source := o.Source()
	if source.Embedded() {
		return configFile{}, nil
	}
	f, err := Within(ctx, func() (configFile, error) { return readIn(source.Name) })
	if err == nil {
		return f, nil
	}
	if v, none := source.Peek(); none == nil {
		f, _ = readIn(source.Folder(v)) // what is wrong with it is said when it is to be shown
		return f, nil
	}
	if ctx.Err() != nil {
		return f, source.silence()
	}
	return f, nil
}

// readIn reads the kiosk.toml in a folder, which there need not be. An error says that
// the folder is away.
func readIn(folder string) (configFile, error) {
	if _, err := os.Stat(folder); err != nil {
		return configFile{}, err
	}
	file := filepath.Join(folder, "kiosk.toml")
	if !call.Exists(file) {
		return configFile{}, nil
	}
	return readFile(file), nil
}

// PIN is where the PIN is kept: where kiosk.toml says, or in the state folder.
func (s Setup) PIN() PIN {
	if s.Config.PINFile != "" {
		return PIN{file: s.Config.PINFile, folder: s.State}
	}
	return PIN{file: filepath.Join(s.State, usualPINFile), folder: s.State}
}

// ownZone is how people call the zone of this computer.
func ownZone(now time.Time) string {
	if name := strings.TrimPrefix(os.Getenv("TZ"), ":"); name != "" {
		return name
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(link, "zoneinfo/"); ok {
			return name
		}
	}
	name, _ := now.Zone()
	return name + now.Format(" (UTC-07:00)")
}

// args are the arguments that hand the options on to a child.
func (o Options) args(child string) []string {
	all := []string{"kiosk", child, "--state", o.State}
	if o.Config != "" {
		all = append(all, "--config", o.Config)
	}
	if o.Demo {
		all = append(all, "--demo")
	}
	if o.Observe != "" {
		all = append(all, "--observe", o.Observe)
	}
	if o.Waits {
		all = append(all, "--waits")
	}
	if o.Exhibition != "" {
		all = append(all, "--", o.Exhibition)
	}
	return all
}

// stateFolder is where a station keeps what outlives a restart: the one that was
// asked for, the service manager's, or the user's own.
func stateFolder(asked string) string {
	if asked != "" {
		return asked
	}
	if managed, _, _ := strings.Cut(os.Getenv("STATE_DIRECTORY"), ":"); managed != "" {
		return managed
	}
	return filepath.Join(xdg.StateHome, "lesestein", "kiosk")
}
