package station

import (
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
}

// Read reads kiosk.toml: the one that was named, or the one beside the exhibition, or,
// when the exhibition is away, beside its last good version; without any, the defaults
// hold. The folder of the state is found, too.
func (o Options) Read() Setup {
	o.State = stateFolder(o.State)
	file := o.Config
	if file == "" {
		file = o.beside()
	}
	now := time.Now()
	c, problems := readConfig(file, surroundings{now: now, zone: ownZone(now)})
	return Setup{Options: o, Config: c, Problems: problems}
}

// beside is the kiosk.toml that lies beside the exhibition; "": none.
func (o Options) beside() string {
	source := o.Source()
	if source.Embedded() {
		return ""
	}
	folder := source.Name
	if v, err := source.Peek(); !call.Exists(folder) && err == nil {
		folder = source.Folder(v)
	}
	if file := filepath.Join(folder, "kiosk.toml"); call.Exists(file) {
		return file
	}
	return ""
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
