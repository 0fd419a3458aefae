package station

import (
	"context"
	"os/exec"
	"path/filepath"
	"time"

	"golang.org/x/sys/windows"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/ui/keepfile"
)

// What a station asks of Windows. Its folders have the rights of the account that
// the station runs as.

// displayed reports whether there is a screen to show a station on: Windows has one.
func displayed(func(string) string) error { return nil }

// sticks are the roots of removable drives.
func sticks() []string {
	drives, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var all []string
	for letter := 'A'; letter <= 'Z'; letter++ {
		root := string(letter) + ":\\"
		name, err := windows.UTF16PtrFromString(root)
		if drives&(1<<(letter-'A')) != 0 && err == nil && windows.GetDriveType(name) == windows.DRIVE_REMOVABLE {
			all = append(all, root)
		}
	}
	return all
}

// Lights switches the displays on or off. Windows wakes them with the next touch;
// the screen is black all the same.
func Lights(on bool) {
	const (
		broadcast    = 0xffff // HWND_BROADCAST
		systemDoes   = 0x0112 // WM_SYSCOMMAND
		monitorPower = 0xf170 // SC_MONITORPOWER
	)
	mode := uintptr(2) // off
	if on {
		mode = ^uintptr(0) // -1: on
	}
	post := windows.NewLazySystemDLL("user32.dll").NewProc("PostMessageW")
	_, _, _ = post.Call(broadcast, systemDoes, monitorPower, mode) // who does not listen stays as he is
}

// clockCommand sets the system's clock to a local time.
func clockCommand(at time.Time) *exec.Cmd {
	return exec.Command("powershell.exe", "-NoProfile", "-NonInteractive", "-Command",
		"Set-Date -Date '"+at.Format("2006-01-02T15:04:05")+"' -ErrorAction Stop")
}

// powerOffCommand shuts the machine down.
func powerOffCommand(ctx context.Context) *exec.Cmd {
	return exec.CommandContext(ctx, "shutdown.exe", "/s", "/t", "0")
}

// manage is the service manager of a station, how long it waits for a beat, and what
// is told at the end: here the file that our own service looks at.
func manage(st call.Streams, folder string) (m supervise.Manager, watchdog time.Duration, ended func(status int)) {
	heart := supervise.Heart{
		Write: func(line string) error {
			return keepfile.WriteFile(filepath.Join(folder, beatFile), []byte(line), 0o600)
		},
		Now: time.Now, Up: windows.DurationSinceBoot, Failed: st.Complain,
		Rest: func() { time.Sleep(100 * time.Millisecond) },
	}
	return heart.Manager(), 0, heart.End
}

// giveTo is for systems where root sets a PIN for somebody else.
func giveTo(string, string) error { return nil }
