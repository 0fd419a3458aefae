//go:build !windows

package main

// attachConsole is for systems where every program has its streams.
func attachConsole() {}

// systemLanguage is empty: the environment says which language the user speaks.
func systemLanguage() string { return "" }
