package content_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content"
)

// TestAHeadingIsWhatTheOpenedSourceSays: read alone or with all else.
func TestAHeadingIsWhatTheOpenedSourceSays(t *testing.T) {
	folder := on(t, map[string]string{
		"essay.md":    "# Über Fähren\n\nDie Fähre legt am Morgen ab, und der Fluss ist still.\n",
		"letters.txt": "Die Fähre legt am Morgen ab, und der Fluss ist still.\n",
		"empty.epub":  "",
		"no.epub":     "PK\x03\x04 no archive",
	})
	if err := os.CopyFS(filepath.Join(folder, "rooms"), content.Embedded()); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]content.Heading{
		"essay.md":    {Title: "Über Fähren", Lang: "de", Book: true},
		"letters.txt": {Title: "letters", Lang: "de", Book: true},
		"rooms":       {Title: "Zögern. Verschweigen. Versprechen?", Lang: "de"},
		"empty.epub":  {}, "no.epub": {}, "missing": {},
	} {
		source := filepath.Join(folder, name)
		got, err := content.Head(source)
		o, fault := content.Open(source)
		if fault == nil {
			want.Authors = o.Heading().Authors
			if d := cmp.Diff(want, o.Heading()); d != "" {
				t.Errorf("%s: opened %s", name, d)
			}
			o.Close()
		}
		if d := cmp.Diff(want, got); d != "" || (err == nil) != (fault == nil) {
			t.Errorf("%s: %v, opened %v: %s", name, err, fault, d)
		}
	}
}
