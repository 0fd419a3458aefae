package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestWindowsAndMacOSAnswerScreenReaders(t *testing.T) {
	for goos, want := range map[string]bool{"windows": true, "darwin": true, "linux": false} {
		tags := strings.Split(releaseTags(goos), ",")
		if slices.Contains(tags, "accessibility") != want {
			t.Errorf("%s is built with %v", goos, tags)
		}
		if !slices.Contains(tags, "no_emoji") {
			t.Errorf("%s brings the toolkit's emoji along: %v", goos, tags)
		}
	}
}

// A second list of tags would be forgotten at the next change: what is compiled to
// hold that it compiles would then be another program than the released one.
func TestScriptsTakeTheTagsFromHere(t *testing.T) {
	tags := regexp.MustCompile(`go (build|vet|test) .*-tags `)
	for _, name := range []string{"cross", "macos"} {
		script, err := os.ReadFile("../../.ci/" + name)
		if err != nil {
			t.Fatal(err)
		}
		found := tags.FindAllIndex(script, -1)
		if len(found) == 0 {
			t.Errorf(".ci/%s compiles without tags", name)
		}
		for _, at := range found {
			if !strings.HasPrefix(string(script[at[1]:]), `"$tags"`) {
				t.Errorf(".ci/%s names tags itself: %s", name, script[at[0]:at[1]+20])
			}
		}
	}
}
