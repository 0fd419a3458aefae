package platform

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long the toolkit may take to quit: now and then it never returns.
const grace = 2 * time.Second

// EndSoon ends the process when the toolkit, which is asked to quit as well, does not
// return in time.
func EndSoon() { time.AfterFunc(grace, func() { os.Exit(0) }) }

// EndWhenAsked ends the process when the system asks it to, also when the toolkit,
// which is asked as well, never returns.
func EndWhenAsked() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM, os.Interrupt)
	go func() {
		<-asked
		time.AfterFunc(grace*3/4, func() { os.Exit(0) })
	}()
}
