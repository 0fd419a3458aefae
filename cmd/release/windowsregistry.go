package main

import (
	"slices"
	"strings"
)

// A registryValue is a string that an installation writes. Its key lies below the
// machine's root, or the user's.
type registryValue struct {
	Key, Name, Value string
	shared           bool // the key is not ours alone
}

const (
	classes = `Software\Classes\`
	appPath = `Software\Microsoft\Windows\CurrentVersion\App Paths\`
)

// registry is all that the desktop is told: the program, the kinds of files that it
// opens, that it may be chosen for them. No kind is taken from another program: who
// opens text files with something else goes on doing so. folder is where the program
// lies, with a separator at its end; kinds are what the files are called.
func (p product) registry(folder string, kinds []string) []registryValue {
	exe := folder + p.Exe()
	command := `"` + exe + `" "%1"`
	own, application := `Software\`+p.Name, classes+`Applications\`+p.Exe()
	capable := own + `\Capabilities`
	all := []registryValue{
		{Key: appPath + p.Exe(), Value: exe},
		{Key: application, Name: "FriendlyAppName", Value: p.Name},
		{Key: application + `\DefaultIcon`, Value: exe + ",0"},
		{Key: application + `\shell\open\command`, Value: command},
		{Key: capable, Name: "ApplicationName", Value: p.Name},
		{Key: capable, Name: "ApplicationDescription", Value: p.English().Summary},
		{Key: `Software\RegisteredApplications`, Name: p.Name, Value: capable, shared: true},
	}
	for i, t := range p.Packages.Type {
		kind := p.kind(i)
		all = append(all,
			registryValue{Key: classes + kind, Value: kinds[i]},
			registryValue{Key: classes + kind + `\DefaultIcon`, Value: exe + ",0"},
			registryValue{Key: classes + kind + `\shell\open\command`, Value: command},
		)
		for _, suffix := range t.suffixes() {
			all = append(all,
				registryValue{Key: application + `\SupportedTypes`, Name: suffix},
				registryValue{Key: capable + `\FileAssociations`, Name: suffix, Value: kind},
				registryValue{Key: classes + suffix + `\OpenWithProgids`, Name: kind, shared: true},
			)
		}
	}
	return all
}

// kind is what the registry calls a kind of file, by its number in the product: the
// program, the suffix, a version, as Windows asks for.
func (p product) kind(i int) string {
	return p.Name + p.Packages.Type[i].suffixes()[0] + ".1"
}

// suffixes are the ends of a type's names, with their dots. Windows tells files by
// nothing else: a type that is known by its whole name is every file of its suffix,
// and the program, which is only offered for them, says what a wrong one lacks.
func (t fileType) suffixes() []string {
	var all []string
	if i := strings.LastIndexByte(t.Glob, '.'); i >= 0 {
		all = append(all, t.Glob[i:])
	}
	for _, s := range t.Suffixes {
		all = append(all, "."+s)
	}
	return all
}

// OwnKeys are the keys that an uninstallation takes away with all below them.
func (p product) OwnKeys() []string {
	own := []string{`Software\` + p.Name, appPath + p.Exe(), classes + `Applications\` + p.Exe()}
	for i := range p.Packages.Type {
		own = append(own, classes+p.kind(i))
	}
	return own
}

// SharedValues are the values that an uninstallation takes out of the keys of
// others.
func (p product) SharedValues() []registryValue {
	return slices.DeleteFunc(p.registry("", p.Languages()[0].Types), func(v registryValue) bool { return !v.shared })
}
