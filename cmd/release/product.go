package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"

	"github.com/BurntSushi/toml"
)

// A product is what every package says about the program. It is read once from
// FyneApp.toml, from assets/packaging/words.<lang>.toml and from git; whoever
// makes a package takes its words from here and nowhere else.
type product struct {
	Name       string // "Lesestein"
	ID         string // "de.lesestein.reader"
	Version    string // "0.1.0": three numbers
	Build      int
	Website    string // without a slash at the end
	Icon       string // the SVG, a path from the top of the tree
	Categories []string
	Packages   packages
	Words      map[string]words // by language: "de", "en"
	Source     source
}

// Packages is the section of FyneApp.toml that the toolkit does not know.
type packages struct {
	Binary  string // "lesestein"
	Vendor  string
	Email   string // of the maintainer
	Licence string // an SPDX expression for all in the packages that is no module
	Type    []fileType
}

// A fileType is a kind of file that the reader opens.
type fileType struct {
	ID       string   // media type
	Glob     string   // the name of its files, for a type that is our own; otherwise empty
	Suffixes []string // without dots; none for one that is known by its whole name
}

// words are what a package says in one language.
type words struct {
	Generic     string // what kind of program it is
	Summary     string // one line without a full stop
	Description []string
	Keywords    []string
	Kiosk       kioskWords
	Type        map[string]string // what a file of a type is called, by media type
	Picture     map[string]string // captions, by name in assets/pictures
}

type kioskWords struct {
	Summary     string
	Description []string
}

// A source is the state of the tree that packages are made from.
type source struct {
	Commit string    // twelve digits; with "+" behind them if files were changed
	Time   time.Time // of the commit, in UTC: the date of every file in every package
}

// languages of the packages; the first is the one without a mark.
var languages = []string{"en", "de"}

// readProduct reads what packages say from the tree at root.
func readProduct(root string) (product, error) {
	var app struct {
		Website string
		Details struct {
			Icon, Name, ID, Version string
			Build                   int
		}
		LinuxAndBSD struct{ Categories []string }
		Packages    packages
	}
	if _, err := toml.DecodeFile(filepath.Join(root, "FyneApp.toml"), &app); err != nil {
		return product{}, err
	}
	p := product{
		Name: app.Details.Name, ID: app.Details.ID, Version: app.Details.Version, Build: app.Details.Build,
		Website: app.Website, Icon: app.Details.Icon, Categories: app.LinuxAndBSD.Categories,
		Packages: app.Packages, Words: map[string]words{},
	}
	for _, lang := range languages {
		var w words
		file := filepath.Join(root, "assets/packaging/words."+lang+".toml")
		meta, err := toml.DecodeFile(file, &w)
		if err != nil {
			return product{}, err
		}
		if u := meta.Undecoded(); len(u) > 0 {
			return product{}, fmt.Errorf("%s: unknown keys %v", file, u)
		}
		p.Words[lang] = w
	}
	var err error
	p.Source, err = readSource(root)
	return p, err
}

// readSource asks git. SOURCE_DATE_EPOCH and SOURCE_COMMIT answer in its place,
// for trees that are no checkout.
func readSource(root string) (source, error) {
	seconds, commit := os.Getenv("SOURCE_DATE_EPOCH"), os.Getenv("SOURCE_COMMIT")
	if seconds == "" || commit == "" {
		out, err := git(root, "log", "-1", "--format=%ct %H")
		if err != nil {
			return source{}, fmt.Errorf("when was the source written? Set SOURCE_DATE_EPOCH and SOURCE_COMMIT: %w", err)
		}
		seconds, commit, _ = strings.Cut(strings.TrimSpace(out), " ")
		commit = commit[:min(12, len(commit))]
		changed, err := git(root, "status", "--porcelain", "--untracked-files=no")
		if err != nil {
			return source{}, err
		}
		if changed != "" {
			commit += "+"
		}
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return source{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return source{Commit: commit, Time: time.Unix(n, 0).UTC()}, nil
}

func git(root string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = root
	out, err := cmd.Output()
	return string(out), err
}

// versions are those that every kind of package can say.
var versions = regexp.MustCompile(`^(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,3})$`)

// In returns the product under another version, for trying upgrades. Without
// rehearsal the version must be the one that the program says itself.
func (p product) in(version string, rehearsal bool) (product, error) {
	if !versions.MatchString(version) {
		return p, fmt.Errorf("version %q: want three numbers, such as %s", version, p.Version)
	}
	if version != p.Version && !rehearsal {
		return p, fmt.Errorf("version %s: the program says %s; change FyneApp.toml and cmd/lesestein/metadata.go first, or rehearse with -rehearse", version, p.Version)
	}
	p.Version = version
	return p, nil
}

// Maintainer is who answers for a package, as deb and rpm write it.
func (p product) Maintainer() string { return p.Packages.Vendor + " <" + p.Packages.Email + ">" }

// Domain is who the program's ID belongs to.
func (p product) Domain() string { return strings.TrimPrefix(p.Website, "https://") }

// Day is the day of the source.
func (p product) Day() string { return p.Source.Time.Format(time.DateOnly) }

// Pictures are the names of the pictures that shops show, the first one first.
func (p product) Pictures() []string { return slices.Sorted(maps.Keys(p.English().Picture)) }

// ShopLicence is the licence for shops, whose lists of identifiers are older: they
// do not know that the all-permissive licence comes without its disclaimer, too.
func (p product) ShopLicence() string {
	return strings.ReplaceAll(p.Packages.Licence, "FSFAP-no-warranty-disclaimer", "FSFAP")
}

// English are the words without a language.
func (p product) English() words { return p.Words["en"] }

// MediaTypes are the types of the files that the reader opens.
func (p product) MediaTypes() []string {
	var all []string
	for _, t := range p.Packages.Type {
		all = append(all, t.ID)
	}
	return all
}

// OwnTypes are those of them that no desktop knows yet.
func (p product) OwnTypes() []fileType {
	return slices.DeleteFunc(slices.Clone(p.Packages.Type), func(t fileType) bool { return t.Glob == "" })
}

// fill executes a template of assets/packaging with data: a product, or a struct
// with one in it. A key that is missing is an error. Functions: join, xml, quote,
// wrap N, nsis, ps.
func fill(root, name string, data any) ([]byte, error) {
	file := filepath.Join(root, "assets/packaging", name)
	t, err := template.New(filepath.Base(name)).Option("missingkey=error").Funcs(template.FuncMap{
		"join":  strings.Join,
		"xml":   escapeXML,
		"quote": strconv.Quote,
		"wrap":  wrap,
		"nsis":  quoteNSIS,
		"ps":    quotePowerShell,
	}).ParseFiles(file)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// wrap breaks a text into lines of at most n runes, each with indent before it.
func wrap(n int, indent, text string) string {
	var b strings.Builder
	length := 0
	for i, w := range strings.Fields(text) {
		size := len([]rune(w))
		switch {
		case i == 0:
			b.WriteString(indent)
		case length+1+size > n:
			b.WriteString("\n" + indent)
			length = 0
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(w)
		length += size
	}
	return b.String()
}
