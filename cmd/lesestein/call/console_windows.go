package call

import (
	"os"
	"strings"

	"golang.org/x/sys/windows"
)

// AttachConsole gives the program, which is made for windows and so has no console,
// the streams of the console that it was called from, so that the commands without
// a window can be heard. Streams that lead to a file or a pipe stay as they are.
func AttachConsole() {
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	out, err := windows.GetStdHandle(windows.STD_OUTPUT_HANDLE)
	if kind, kerr := windows.GetFileType(out); err == nil && kerr == nil && kind != windows.FILE_TYPE_UNKNOWN {
		return
	}
	attach := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")
	if ok, _, _ := attach.Call(parent); ok == 0 {
		return // called from no console
	}
	if f, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
		os.Stdout, os.Stderr = f, f
	}
	if f, err := os.OpenFile("CONIN$", os.O_RDWR, 0); err == nil {
		os.Stdin = f
	}
}

// systemLanguage is the language of the user's Windows, BCP 47 without a region, or
// empty when nobody says.
func systemLanguage() string {
	all, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(all) == 0 {
		return ""
	}
	lang, _, _ := strings.Cut(all[0], "-")
	return strings.ToLower(lang)
}
