package station

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/svc"
	"golang.org/x/sys/windows/svc/debug"
	"golang.org/x/sys/windows/svc/eventlog"
)

// eventNumber is that of all entries in the event log: they differ in their words.
const eventNumber = 1

// serve runs a watch until Windows stops the service, or until Ctrl+C where it was
// called by hand. What is not set yet is the system's own.
func serve(w *watch) error {
	w.up, w.staff = windows.DurationSinceBoot, strangers
	if w.restart == nil {
		w.restart = w.restartWindows
	}
	if w.tell == nil {
		log, err := eventlog.Open(watchService)
		if err != nil {
			return err
		}
		defer log.Close()
		w.tell = func(bad bool, text string) {
			report := log.Info
			if bad {
				report = log.Warning
			}
			_ = report(eventNumber, text) // there is nobody else to tell
		}
	}
	err := svc.Run(watchService, served{w})
	if errors.Is(err, windows.ERROR_FAILED_SERVICE_CONTROLLER_CONNECT) { // nobody runs services here: a call by hand
		return debug.Run(watchService, served{w})
	}
	return err
}

// restartWindows restarts the machine.
func (w *watch) restartWindows() error {
	folder, err := windows.GetSystemDirectory()
	if err != nil {
		return err
	}
	out, err := exec.Command(filepath.Join(folder, "shutdown.exe"), w.restartArgs()...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("shutdown.exe: %w %s", err, strings.TrimSpace(string(out)))
	}
	return nil
}

// served is a watch as Windows runs a service.
type served struct {
	*watch
}

// Execute looks until it is asked to stop.
func (s served) Execute(_ []string, asked <-chan svc.ChangeRequest, status chan<- svc.Status) (bool, uint32) {
	s.begin()
	tick := time.NewTicker(s.vigil.Look)
	defer tick.Stop()
	status <- svc.Status{State: svc.Running, Accepts: svc.AcceptStop | svc.AcceptShutdown}
	for s.look(); ; {
		select {
		case <-tick.C:
			s.look()
		case r := <-asked:
			switch r.Cmd {
			case svc.Interrogate:
				status <- r.CurrentStatus
			case svc.Stop, svc.Shutdown:
				status <- svc.Status{State: svc.StopPending}
				return false, 0
			}
		}
	}
}

// strangers reports whether somebody else than the station's account, named by its
// SID, is signed in and works here: at the machine itself or from afar.
func strangers(station string) bool {
	var first *windows.WTS_SESSION_INFO
	var n uint32
	if windows.WTSEnumerateSessions(0, 0, 1, &first, &n) != nil {
		return false
	}
	defer windows.WTSFreeMemory(uintptr(unsafe.Pointer(first)))
	for _, s := range unsafe.Slice(first, n) {
		if s.State != windows.WTSActive {
			continue
		}
		if sid, err := signedIn(s.SessionID); err == nil && sid != station {
			return true
		}
	}
	return false
}

// signedIn is the SID of who is signed in to a session; an error is nobody.
func signedIn(session uint32) (string, error) {
	var token windows.Token
	if err := windows.WTSQueryUserToken(session, &token); err != nil {
		return "", err
	}
	user, err := token.GetTokenUser()
	if err := errors.Join(err, token.Close()); err != nil {
		return "", err
	}
	return user.User.Sid.String(), nil
}

// watching reports whether the service runs.
func watching() bool {
	system, err := windows.OpenSCManager(nil, nil, windows.SC_MANAGER_CONNECT)
	if err != nil {
		return false
	}
	defer windows.CloseServiceHandle(system)
	name, err := windows.UTF16PtrFromString(watchService)
	if err != nil {
		return false
	}
	service, err := windows.OpenService(system, name, windows.SERVICE_QUERY_STATUS)
	if err != nil {
		return false
	}
	defer windows.CloseServiceHandle(service)
	var status windows.SERVICE_STATUS
	return windows.QueryServiceStatus(service, &status) == nil && status.CurrentState == windows.SERVICE_RUNNING
}
