package main

import (
	"context"
	"os"
	"os/exec"
	"time"
)

// toolWait is how long another program may take to answer the doctor.
const toolWait = 5 * time.Second

// observed reads the facts from the machine.
func observed(st station, o kioskOptions) facts {
	o.state = stateFolder(o.state)
	_, problems := o.settings()
	f := facts{
		screen:  observeScreen(os.Getenv),
		touch:   touchable(),
		config:  problems,
		folder:  folderFacts{name: o.state, writable: writable(o.state), disk: storageOf(o.state)},
		clock:   clockFacts{now: time.Now(), built: built()},
		manager: observeManager(),
	}
	f.guard, f.guarded = o.pin().state()
	x, err := open(o.exhibition)
	f.shows = exhibitionFacts{err: err, problems: len(x.problems)}
	if err == nil {
		x.Close()
		f.shows.name, _ = x.Title.In(x.language("", st.speaks))
	}
	return f
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

// built is when the source of the program was committed, as the build says.
func built() time.Time {
	t, err := time.Parse(time.RFC3339, provenance()["vcs.time"])
	if err != nil {
		return time.Time{}
	}
	return t
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
