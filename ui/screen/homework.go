package screen

import (
	"path/filepath"
	"time"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// ofWork is the page of a work on the shelf: what it is, where it lies, how far one has
// come in it, and what can be done with it.
func (c *composer) ofWork(x, width frame.Unit) []piece {
	w, is := c.State.Library.Home.Work(c.State.View.Subject)
	if !is {
		return nil
	}
	ps := c.text(x, width, c.of(frame.SerifItalic, 1080), w.Authors)
	percent, left := c.homeProgress(w)
	lang := ""
	if w.Lang != "und" {
		lang = c.langName(w.Lang)
	}
	ps = append(ps, spaced(c.size.em, c.text(x, width, c.plain(), joinWords(separator(c.Words), lang, percent, left)))...)
	if w.Read > 0 {
		ps = append(ps, spaced(c.size.em/4, c.text(x, width, c.small(), c.Words.T("home.work-last", "date", c.Words.Day(time.Unix(w.Read, 0)))))...)
	}
	ps = append(ps, spaced(c.size.em/4, c.text(x, width, c.small(), c.fileIn(w.Source)))...)
	if w.Gone {
		ps = append(ps, spaced(c.size.em, append(c.text(x, width, c.strong(), c.Words.T("home.gone")), c.text(x, width, c.plain(), c.Words.T("home.work-gone"))...))...)
	}
	button := min(width, 16*c.size.em)
	read := c.button(x, button, c.Words.T("home.work-read"), frame.Ref{Kind: frame.RefSource, ID: w.Source}, !w.Gone)
	remove := c.button(x, button, c.Words.T("home.remove"), frame.Ref{Kind: frame.RefSet, ID: state.Remove + w.Source}, false)
	ps = append(ps, spaced(c.size.em*3/2, []piece{read})...)
	ps = append(ps, spaced(c.size.em, joined([]piece{remove}))...)
	return append(ps, spaced(c.size.em/2, c.text(x, width, c.small(), c.Words.T("home.work-remove")))...)
}

// fileIn is where a file lies, in words.
func (c *composer) fileIn(source string) string {
	return c.Words.T("home.work-file", "file", filepath.Base(source), "folder", filepath.Dir(source))
}

// unread is the list of the files of folders that could not be opened, with a sentence
// each that says why.
func (c *composer) unread(x, width frame.Unit) []piece {
	var ps []piece
	for _, f := range c.State.Library.Home.Unopened {
		why := f.Why
		if why == "" || !c.Words.Has("unopened."+why) {
			why = "other"
		}
		about := c.text(x, width, c.plain(), c.Words.T("unopened."+why))
		about = append(about, c.text(x, width, c.small(), c.fileIn(f.File))...)
		ps = append(ps, spaced(c.size.em, together(about))...)
	}
	return ps
}
