package session

import (
	"errors"
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
// is used by one goroutine at a time; its copies are the same store.
type Store struct {
	File       string // absolute; its folder is made when needed
	Exhibition string // id: places of different exhibitions stand side by side

	unread *bool // the file is there and could not be read yet
}

// NewStore is the store in a file.
func NewStore(file string) Store { return Store{File: file, unread: new(bool)} }

// stored is the file's form. Unknown fields of a later version are not read, and
// a file of a later version is kept aside rather than written over.
type stored struct {
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

// file is where the store lies.
func (s Store) file() *keepfile.File { return &keepfile.File{Name: s.File, Version: storeVersion} }

// Load reads what was kept. A missing file is no error. A file that cannot be
// understood is moved aside, never overwritten, and said by a *keepfile.BrokenError; the
// defaults come with it, as they do with a *keepfile.WithheldError, when it cannot be
// read.
func (s Store) Load() (Kept, error) {
	var was stored
	version, err := 0, error(nil)
	if s.File != "" {
		was, version, err = keepfile.Load[stored](s.file())
	}
	if s.unread != nil {
		*s.unread = errors.As(err, new(*keepfile.WithheldError))
	}
	kept := Kept{
		Prefs: was.Prefs, Policy: was.Policy, Places: map[state.Text]doc.Locator{},
		Width: was.Window[0], Height: was.Window[1],
	}
	if version == 0 { // nothing was kept; a policy that shows every level is one
		kept.Policy = note.Default()
	}
	for _, p := range was.Exhibitions[s.Exhibition] {
		kept.Places[p.Text] = p.Place
	}
	return kept, err
}

// Save writes k beside what is kept of other exhibitions. While the file cannot be read
// it is not written; when it can be read after all, it is put aside first, since k knows
// nothing of it.
func (s Store) Save(k Kept) error {
	if s.File == "" {
		return nil
	}
	f := s.file()
	var was stored
	if s.unread == nil || !*s.unread {
		var err error
		if was, _, err = keepfile.Load[stored](f); err != nil && !errors.As(err, new(*keepfile.BrokenError)) {
			return err
		}
	}
	was.Prefs, was.Policy, was.Window = k.Prefs, k.Policy, [2]int{k.Width, k.Height}
	if was.Exhibitions == nil {
		was.Exhibitions = map[string][]placement{}
	}
	was.Exhibitions[s.Exhibition] = placements(k.Places)
	if err := keepfile.Save(f, was); err != nil && !errors.As(err, new(*keepfile.BrokenError)) {
		return err
	}
	if s.unread != nil {
		*s.unread = false
	}
	return nil
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
