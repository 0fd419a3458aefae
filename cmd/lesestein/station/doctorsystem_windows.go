package station

import (
	"strconv"

	"golang.org/x/sys/windows"
)

// observeScreen has nothing to ask: the desktop is part of the system.
func observeScreen(func(string) string) screenFacts { return screenFacts{own: true} }

// touchable are the touch devices: Windows says how many fingers they tell apart,
// not what they are called.
func touchable() []string {
	const (
		digitizer = 94   // SM_DIGITIZER
		ready     = 0x80 // NID_READY
		touches   = 95   // SM_MAXIMUMTOUCHES
	)
	metric := windows.NewLazySystemDLL("user32.dll").NewProc("GetSystemMetrics")
	if has, _, _ := metric.Call(digitizer); has&ready == 0 {
		return nil
	}
	n, _, _ := metric.Call(touches)
	return []string{"Windows × " + strconv.Itoa(int(n))}
}

// observeManager asks Shell Launcher which shells it starts, and Windows whether our
// service runs.
func observeManager() managerFacts {
	return managerFacts{own: true, runs: watching(), unit: tool("powershell.exe", "-NoProfile", "-NonInteractive", "-Command",
		`(Get-CimInstance -Namespace root\standardcimv2\embedded -ClassName WESL_UserSetting).Shell`)}
}
