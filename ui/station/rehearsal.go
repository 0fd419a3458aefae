package station

import (
	"context"

	"lesestein/ui/edition"
	"lesestein/ui/session"
	"lesestein/ui/state"
)

// rehearse lays out every text of an exhibition as a visitor would see it first,
// so that whatever is wrong with it is wrong before anybody reads it.
func rehearse(x session.Opened, like state.State) error {
	lib := edition.Library(x.Exhibition)
	like.Library = lib
	for _, t := range lib.Texts {
		st := state.Unattended(like, t.Lang)
		st.Reading.Text = t.Text
		st.View.Route = state.Reader
		if b := x.Prepare(st); b != nil {
			if err := b.Set.Paginate(context.Background()); err != nil {
				return err
			}
		}
	}
	return nil
}
