package structure

import (
	"encoding/json"
	"errors"
	"go/ast"
	"io"
	"os/exec"
	"path"
	"strings"
	"testing"
)

// module is the import path of the whole; root is its folder, seen from here.
const (
	module = "lesestein"
	root   = "../../.."
)

// A goPackage is what `go list -json` says about one package.
type goPackage struct {
	ImportPath   string
	Name         string
	Dir          string
	Standard     bool
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
}

// A rule forbids an edge of the import graph. Paths are below the module; a
// path that ends in /... means the package and all below it. "fyne" stands for
// the whole toolkit, "std only" for everything outside the standard library.
type rule struct {
	from, to string
	deep     bool // also what is imported by what is imported
	except   []string
	why      string
}

const (
	stdOnly = "std only"
	fyne    = "fyne.io/"
)

// rules are the forbidden edges. Direct imports run one way: cmd -> ui -> content.
var rules = []rule{
	{from: "content/...", to: "ui/...", why: "content knows no screen: it must serve other programs and be tested without one"},
	{from: "content/...", to: "cmd/...", why: "libraries know no command line"},
	{from: "ui/...", to: "cmd/...", why: "libraries know no command line"},
	{from: "assets/...", to: "ui/...", why: "assets are bytes, they know no reader"},

	{from: "content/...", to: fyne, deep: true, why: "content is loaded, checked and fuzzed without a window or a C compiler"},
	{from: "ui/state/...", to: fyne, deep: true, why: "Update is a pure function: journeys are tables of events"},
	{from: "ui/kiosk/...", to: fyne, deep: true, why: "policy is tested on an injected clock, a day in a millisecond"},
	{from: "ui/session/...", to: fyne, deep: true, why: "a reading is led by tests and proofs without a window, under the race detector"},
	{from: "ui/station/...", to: fyne, deep: true, why: "months at a station are tested in seconds, without a window"},
	{from: "ui/typeset/...", to: fyne, deep: true, why: "pages are set on workers and by proof, where there is no display"},
	{from: "ui/screen/...", to: fyne, deep: true, why: "a screen is a function from state to a page, tested as text"},
	{from: "ui/theme/...", to: fyne, deep: true, why: "colours are values; their contrast is a table test"},
	{from: "ui/message/...", to: fyne, deep: true, why: "words serve the command line too, where there is no window"},

	{from: "ui/session/...", to: "ui/station/...", why: "a session is led, it does not ask by whom"},
	{from: "ui/session/...", to: "ui/widget/...", why: "pictures leave a session as values"},
	{from: "ui/station/...", to: "ui/widget/...", why: "pictures leave a session as values"},
	{from: "ui/platform/...", to: "ui/session/...", why: "what differs between systems knows nothing of what is read"},
	{from: "ui/platform/...", to: "ui/state/...", why: "what differs between systems knows nothing of what is read"},
	{from: "ui/platform/...", to: "ui/kiosk/...", why: "what differs between systems knows nothing of what is read"},

	{from: "ui/widget/...", to: "ui/state/...", why: "a widget signals intent; what it means is decided elsewhere"},
	{from: "ui/widget/...", to: "content/...", why: "a widget draws frames; it cannot show what was folded because it never has it"},
	{from: "ui/search/...", to: "ui/...", why: "a text is searched without a page or a screen"},
	{from: "ui/state/...", to: "ui/typeset", why: "state speaks of places in a text, never of pages"},
	{from: "ui/state/...", to: "ui/screen/...", why: "screens are functions of the state, not the other way round"},

	{from: "content/doc/...", to: stdOnly, why: "a leaf: the tree of a text is everybody's word"},
	{from: "ui/typeset/frame/...", to: stdOnly, why: "a leaf: the vocabulary of what is drawn"},
	{from: "ui/input/...", to: stdOnly, why: "a leaf: what people do, whatever takes it from them"},
	{from: "ui/kiosk/...", to: stdOnly, why: "a leaf: a machine over events and times"},
	{from: "assets/...", to: stdOnly, why: "a leaf: bytes"},
	{from: "content/note/...", to: "content/markup/...", why: "what is folded does not depend on how it was written"},
	{from: "content/exhibit/...", to: "content/markup/...", why: "values know no file format"},

	{from: "content/...", to: "assets/...", why: "only the composition root gives bytes to libraries, so that each can be used with others"},
	{from: "ui/...", to: "assets/...", why: "only the composition root gives bytes to libraries, so that each can be used with others"},
	{from: "ui/typeset/internal/face/...", to: "content/...", why: "the engine's parts see spans, not texts: what may be shown was decided before"},
	{from: "ui/typeset/internal/hyphen/...", to: "content/...", why: "the engine's parts see spans, not texts: what may be shown was decided before"},
	{from: "ui/typeset/internal/inline/...", to: "content/...", why: "the engine's parts see spans, not texts: what may be shown was decided before"},
	{from: "ui/typeset/internal/paint/...", to: "content/...", why: "the engine's parts see spans, not texts: what may be shown was decided before"},
}

func TestImportsRunOneWay(t *testing.T) {
	pkgs, std := list(t)
	for _, r := range rules {
		for _, p := range pkgs {
			if !matches(p.ImportPath, r.from) {
				continue
			}
			imports := p.Imports
			if r.deep {
				imports = p.Deps
			}
			for _, imp := range imports {
				if forbidden(imp, r, std) && !matches(imp, r.from) {
					t.Errorf("%s imports %s: %s", p.ImportPath, imp, r.why)
				}
			}
		}
	}
}

func TestNoPackageOpensASocket(t *testing.T) {
	pkgs, _ := list(t)
	for _, p := range pkgs {
		for _, imp := range p.Imports {
			if imp == "net" && p.ImportPath == module+"/cmd/lesestein/instance" {
				continue // see TestTheOneSocketIsInTheFileSystem
			}
			if imp == "net" || strings.HasPrefix(imp, "net/") && imp != "net/url" || imp == "crypto/tls" {
				t.Errorf("%s imports %s: Lesestein is offline by construction", p.ImportPath, imp)
			}
		}
	}
}

// TestTheOneSocketIsInTheFileSystem: what one process hands to another goes through a
// socket of the kind that has no address in any network, and of net nothing else is used.
func TestTheOneSocketIsInTheFileSystem(t *testing.T) {
	kind := map[string]int{"Dial": 0, "Listen": 0} // which argument says it
	other := map[string]bool{"Conn": true, "Dialer": true, "Listener": true}
	for _, s := range sources(t) {
		if s.test() || path.Dir(s.name) != "cmd/lesestein/instance" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if id, ok := sel.X.(*ast.Ident); ok && id.Name == "net" && !other[sel.Sel.Name] && sel.Sel.Name != "Listen" {
					t.Errorf("%v: net.%s is used", s.at(n), sel.Sel.Name)
				}
			}
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if at, is := kind[sel.Sel.Name]; is {
				if lit, ok := call.Args[at].(*ast.BasicLit); !ok || lit.Value != `"unix"` {
					t.Errorf("%v: a socket that is none of the file system", s.at(n))
				}
			}
			return true
		})
	}
}

func TestPackageNamesSayWhatIsInThem(t *testing.T) {
	pkgs, _ := list(t)
	for _, p := range pkgs {
		for _, bad := range []string{"util", "common", "helper", "manager"} {
			if strings.Contains(p.Name, bad) {
				t.Errorf("%s: a package called %s says nothing", p.ImportPath, p.Name)
			}
		}
	}
}

// matches reports whether an import path lies within a pattern below the module.
func matches(path, pattern string) bool {
	full := module + "/" + strings.TrimSuffix(pattern, "/...")
	if path == full {
		return true
	}
	return strings.HasSuffix(pattern, "/...") && strings.HasPrefix(path, full+"/")
}

func forbidden(imp string, r rule, std map[string]bool) bool {
	for _, e := range r.except {
		if matches(imp, e) {
			return false
		}
	}
	switch r.to {
	case stdOnly:
		return !std[imp]
	case fyne:
		return strings.HasPrefix(imp, fyne)
	}
	return matches(imp, r.to)
}

// list returns the packages of the module, and which import paths are the
// standard library's.
func list(t *testing.T) (ours []goPackage, std map[string]bool) {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-deps",
		"-json=ImportPath,Name,Dir,Standard,Imports,TestImports,XTestImports,Deps", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	std = map[string]bool{"C": true}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); err == io.EOF {
			return ours, std
		} else if err != nil {
			t.Fatal(err)
		}
		if p.Standard {
			std[p.ImportPath] = true
		} else if p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/") {
			ours = append(ours, p)
		}
	}
}
