//go:build !windows

package call

// AttachConsole is for systems where every program has its streams.
func AttachConsole() {}

// systemLanguage is empty: the environment says which language the user speaks.
func systemLanguage() string { return "" }
