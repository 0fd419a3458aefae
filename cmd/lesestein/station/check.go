package station

import (
	"fmt"
	"time"

	"lesestein/cmd/lesestein/call"
)

// CheckConfig lists what is wrong with a kiosk.toml, or worth a remark. It fails
// only for what is wrong: a value that was brought within its bounds holds.
func CheckConfig(st call.Streams, file string) error {
	now := time.Now()
	_, problems := readFile(file).config(surroundings{now: now, zone: ownZone(now)})
	wrong := 0
	for _, p := range problems {
		fmt.Fprintln(st.Out, p.In(st.Say))
		if !p.remark {
			wrong++
		}
	}
	if wrong > 0 {
		return call.ErrSaid
	}
	if len(problems) == 0 {
		fmt.Fprintln(st.Out, st.Say.T("kiosk.config-fine", "file", file))
	}
	return nil
}
