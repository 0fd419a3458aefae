package session

import (
	"sync"

	"lesestein/content/note"
	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// New returns a session over what was opened. It shows nothing before its first
// event; its worker is run by the caller.
func New(c Config) *Session {
	if c.Lead == nil {
		c.Lead = reader{}
	}
	s := &Session{conf: c, inbox: newInbox()}
	s.state = state.New(state.Library{}, state.Preferences{}, note.Default())
	s.worker = newWorker(c.Opened, c.Store, c.Paint, &answers{session: s})
	return s
}

// reader is a session that its reader leads.
type reader struct{}

func (reader) Scene(state.State) *screen.Station { return nil }
func (reader) Slides(was, is Picture) bool       { return false }
func (reader) Shown(Picture)                     {}

// answers brings what the worker made to the loop's goroutine.
type answers struct {
	session *Session
	once    sync.Once // of the pictures only the first is waited for
}

// bring has the loop do what an answer is, behind those before it.
func (a *answers) bring(n answer) {
	a.session.inbox.put(n)
	a.session.conf.Loop.Post(func() { a.session.inbox.next(true) })
}

func (a *answers) post(f func()) { a.bring(answer{do: f}) }

func (a *answers) laid(sp state.Spread) {
	s := a.session
	a.post(func() { s.Event(state.Laid{Spread: sp, At: s.conf.Loop.Now()}) })
}

func (a *answers) painted(p Picture) {
	s := a.session
	a.once.Do(func() { s.inbox.first <- p.Image })
	a.bring(answer{func() { s.painted(p) }, true})
}

// marked shows what is selected now, whether or not a further move is asked for: who
// draws sees each step.
func (a *answers) marked(e state.Selected) {
	s := a.session
	a.post(func() {
		s.Event(e)
		if s.state.Reading.Marking.Waiting() {
			s.Show()
		}
	})
}

// found brings what a search found so far. Words that were looked for before are dropped
// by their generation.
func (a *answers) found(e state.Found) {
	s := a.session
	a.post(func() { s.Event(e) })
}

// reached brings the places that a reader may mean.
func (a *answers) reached(e state.Reached) {
	s := a.session
	s.conf.Loop.Post(func() { s.Event(e) })
}

func (a *answers) copied(words string) {
	s := a.session
	a.post(func() {
		if words != "" && s.copies { // they may be folded by now, or the visit over
			s.conf.Screen.Copy(words)
		}
	})
}

func (a *answers) failed(err error) {
	s := a.session
	s.conf.Failed(err)
	a.post(func() { s.amiss(err, notSaved) })
}
