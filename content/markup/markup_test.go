package markup_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"lesestein/content/doc"
	"lesestein/content/markup"
)

var update = flag.Bool("update", false, "write what the parser gives into testdata")

// Each archive in testdata is named by a fact and holds a text (in.md), what it
// becomes (tree), its errors if it has any, and how Format writes it (out.md).
func TestTexts(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in := file(archive, "in.md")
			parsed, errs := markup.Parse("in.md", "de", in, markup.Options{})
			got := &txtar.Archive{Comment: archive.Comment}
			add := func(name, data string) {
				if data != "" {
					got.Files = append(got.Files, txtar.File{Name: name, Data: []byte(data)})
				}
			}
			add("in.md", string(in))
			add("tree", dump(parsed))
			add("errors", messages(errs))
			if len(errs) == 0 {
				out := markup.Format(parsed)
				add("out.md", string(out))
				checkRoundTrip(t, parsed, markup.Options{})
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(got))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func file(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func messages(errs []doc.Problem) string {
	var b strings.Builder
	for _, e := range errs {
		b.WriteString(e.String() + "\n")
	}
	return b.String()
}

// checkRoundTrip checks that Parse gives back what Format wrote.
func checkRoundTrip(t interface {
	Helper()
	Fatalf(string, ...any)
}, p markup.Parsed, o markup.Options) {
	t.Helper()
	out := markup.Format(p)
	again, errs := markup.Parse("in.md", p.Doc.Lang, out, o)
	if len(errs) > 0 {
		t.Fatalf("what was written has errors:\n%s\n%s", messages(errs), out)
	}
	places := cmpopts.IgnoreTypes(doc.Pos{})
	if diff := cmp.Diff(p, again, places, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("what was written is read otherwise (-want +got):\n%s\n%s", diff, out)
	}
}
