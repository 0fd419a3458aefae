package station

import (
	"context"
	"os"
	"os/exec"
	"time"
)

// toolWait is how long another program may take to answer the doctor.
const toolWait = 5 * time.Second

// observed reads the facts from the machine.
func observed(s Setup, built time.Time, x Examined) facts {
	f := facts{
		screen:  observeScreen(os.Getenv),
		touch:   touchable(),
		config:  s.Problems,
		folder:  folderFacts{name: s.State, writable: writable(s.State), disk: storageOf(s.State)},
		clock:   clockFacts{now: s.Config.Hours.In(time.Now()), built: built},
		manager: observeManager(),
		shows:   x,
		kept:    observeKept(s.Source()),
	}
	width, height := f.screen.size()
	f.place = s.Config.Place.On(width, height, taughtIn(s).Calibrations)
	f.pin.guard, f.pin.err = s.PIN().state()
	f.pin.common = f.pin.err == nil && f.pin.guard == guarded && s.PIN().guessable()
	return f
}

// observeKept looks whether the exhibition can be kept.
func observeKept(s Source) keptFacts {
	if s.Embedded() {
		return keptFacts{embedded: true}
	}
	ctx, cancel := context.WithTimeout(context.Background(), toolWait)
	defer cancel()
	return keptFacts{bounds: s.store.Bounds, err: s.Fits(ctx)}
}

// tool is what a program prints, and empty when it fails or is not there.
func tool(name string, args ...string) string {
	ctx, cancel := context.WithTimeout(context.Background(), toolWait)
	defer cancel()
	out, err := exec.CommandContext(ctx, name, args...).Output()
	if err != nil {
		return ""
	}
	return string(out)
}

// writable reports whether a folder can be made and written to.
func writable(folder string) bool {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return false
	}
	f, err := os.CreateTemp(folder, ".doctor")
	if err != nil {
		return false
	}
	_, werr := f.WriteString("x")
	cerr := f.Close()
	return os.Remove(f.Name()) == nil && werr == nil && cerr == nil
}
