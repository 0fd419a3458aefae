//go:build !unix

package widget

import "time"

// spent is the processor time that the process has used; 0 where that is not known.
func spent() time.Duration { return 0 }
