package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
)

// Kept is what lives on between runs. It holds no word of any text but the quoted
// context of a place, and nothing about a person.
type Kept struct {
	Prefs  state.Preferences
	Policy note.Policy
	Width  int // of the window, in pixels; 0: not known
	Height int
	Places map[state.Text]doc.Locator // of the exhibition asked for
}

// Store keeps settings and places in one file. The zero Store keeps nothing. It
// is used by one goroutine at a time.
type Store struct {
	File       string // absolute; its folder is made when needed
	Exhibition string // id: places of different exhibitions stand side by side
}

// stored is the file's form. Unknown fields of a later version are not read, and
// a file of a later version is kept aside rather than written over.
type stored struct {
	Version     int                    `json:"version"`
	Prefs       state.Preferences      `json:"preferences"`
	Policy      note.Policy            `json:"policy"`
	Window      [2]int                 `json:"window"`
	Exhibitions map[string][]placement `json:"exhibitions"`
}

type placement struct {
	state.Text
	Place doc.Locator `json:"place"`
}

// storeVersion is the version of the file's form.
const storeVersion = 1

// Load reads what was kept. A missing file is no error. A file that cannot be
// understood is moved aside, never overwritten, and said by a *keepfile.BrokenError; the
// defaults come with it.
func (s Store) Load() (Kept, error) {
	file, err := s.read()
	kept := Kept{
		Prefs: file.Prefs, Policy: file.Policy, Places: map[state.Text]doc.Locator{},
		Width: file.Window[0], Height: file.Window[1],
	}
	if file.Version == 0 { // nothing was kept; a policy that shows every level is one
		kept.Policy = note.Default()
	}
	for _, p := range file.Exhibitions[s.Exhibition] {
		kept.Places[p.Text] = p.Place
	}
	return kept, err
}

// Save writes k beside what is kept of other exhibitions: into a temporary file,
// synced, then renamed, so that the file is the old one or the new one whole.
func (s Store) Save(k Kept) error {
	if s.File == "" {
		return nil
	}
	file, err := s.read()
	var broken *keepfile.BrokenError
	if err != nil && !errors.As(err, &broken) {
		return err
	}
	file.Version, file.Prefs, file.Policy = storeVersion, k.Prefs, k.Policy
	file.Window = [2]int{k.Width, k.Height}
	if file.Exhibitions == nil {
		file.Exhibitions = map[string][]placement{}
	}
	file.Exhibitions[s.Exhibition] = placements(k.Places)
	out, err := json.MarshalIndent(file, "", "\t")
	if err != nil {
		return fmt.Errorf("keep settings: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(s.File), 0o700); err != nil {
		return fmt.Errorf("keep settings: %w", err)
	}
	return keepfile.WriteFile(s.File, append(out, '\n'), 0o600)
}

// placements is sorted, so that the same places make the same file.
func placements(places map[state.Text]doc.Locator) []placement {
	var out []placement
	for t, l := range places {
		out = append(out, placement{Text: t, Place: l})
	}
	slices.SortFunc(out, func(a, b placement) int {
		return strings.Compare(a.Room+"\x00"+a.Kind, b.Room+"\x00"+b.Kind)
	})
	return out
}

func (s Store) read() (stored, error) {
	if s.File == "" {
		return stored{}, nil
	}
	raw, err := os.ReadFile(s.File)
	if errors.Is(err, fs.ErrNotExist) {
		return stored{}, nil
	}
	if err != nil {
		return stored{}, fmt.Errorf("read settings: %w", err)
	}
	var file stored
	err = json.Unmarshal(raw, &file)
	if err == nil && file.Version > storeVersion {
		err = fmt.Errorf("made by a later version of the program (%d)", file.Version)
	}
	if err != nil {
		return stored{}, s.aside(err)
	}
	return file, nil
}

// aside moves the file to the first free name beside it.
func (s Store) aside(cause error) error {
	for n := 1; ; n++ {
		to := fmt.Sprintf("%s.broken-%d", s.File, n)
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		if err := os.Rename(s.File, to); err != nil {
			return fmt.Errorf("keep a broken settings file aside: %w", err)
		}
		return &keepfile.BrokenError{File: s.File, Aside: to, Cause: cause}
	}
}
