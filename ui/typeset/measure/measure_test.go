package measure

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"
)

func testParams(t testing.TB, ems int) Params {
	t.Helper()
	font, err := os.ReadFile("../../../assets/fonts/Literata_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	patterns, err := os.ReadFile("../../../assets/hyphen/de.trie")
	if err != nil {
		t.Fatal(err)
	}
	return Params{
		Fonts: map[frame.Face][]byte{frame.Serif: font}, Patterns: map[string][]byte{"de": patterns},
		Em: 24 * frame.Pixel, Ems: ems, MinLeft: 2, MinRight: 2, Clock: cpu,
	}
}

func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// sources are the paragraphs of over 200 characters that the figures of the
// project are taken on; none where the folder is not there.
func sources(t testing.TB) []Paragraph {
	t.Helper()
	files, _ := filepath.Glob("../../../../shared/sources/*.txt")
	var list []Paragraph
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); utf8.RuneCountInString(line) > 200 {
				list = append(list, Paragraph{Text: line, Lang: "de"})
			}
		}
	}
	return list
}

func TestTheFiguresOfTheSourcesAreReached(t *testing.T) {
	list := sources(t)
	for _, ems := range []int{30, 38} {
		r, err := Run(list, testParams(t, ems))
		if err != nil {
			t.Fatal(err)
		}
		t.Log("\n" + r.String())
	}
}
