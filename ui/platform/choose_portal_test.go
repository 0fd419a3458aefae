//go:build !windows && !darwin

package platform

import (
	"testing"

	"github.com/godbus/dbus/v5"
)

// TestAFileChosenByThePortalKeepsItsName: a plus, a per cent sign and letters of any
// language stand in names.
func TestAFileChosenByThePortalKeepsItsName(t *testing.T) {
	answer := func(status uint32, uris ...string) []any {
		return []any{status, map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)}}
	}
	for _, c := range []struct {
		answer []any
		file   string
		fails  bool
	}{
		{answer(0, "file:///home/a/C+%2B%20100%25/B%C3%BCcher.epub"), "/home/a/C++ 100%/Bücher.epub", false},
		{answer(1), "", false},
		{answer(2, "file:///a"), "", false},
		{answer(0), "", true},
		{answer(0, "https://example.org/a.epub"), "", true},
		{answer(0, "file:///%zz"), "", true},
		{[]any{uint32(0)}, "", true},
		{[]any{"0", 1}, "", true},
		{[]any{uint32(0), map[string]dbus.Variant{}}, "", true},
		{[]any{uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant(7)}}, "", true},
	} {
		if file, err := portalFile(c.answer); file != c.file || (err != nil) != c.fails {
			t.Errorf("%v: %q, %v", c.answer, file, err)
		}
	}
}
