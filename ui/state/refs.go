package state

// The kinds of frame.Ref that Update understands. The ID says what of; those of
// the first group are made by the typesetter, the others by the screens.
const (
	RefSummary  = "summary"  // a passage
	RefSkip     = "skip"     // a passage
	RefOpen     = "open"     // a passage
	RefClose    = "close"    // a passage that was opened, or its summary
	RefGoOn     = "goon"     // a passage
	RefPause    = "pause"    // –
	RefContacts = "contacts" // –
	RefFootnote = "footnote" // its id
	RefTerm     = "term"     // the glossary entry's id
	RefLink     = "link"     // "#id" in the room, or an external address

	RefRoom    = "room"       // a room: opens its main text
	RefText    = "text"       // "1945/short": a room and the kind of text to open
	RefSources = "sources"    // a room: opens its main text at the sources
	RefKind    = "kind"       // a kind of text of the open room, or Intro
	RefPlace   = "place"      // a block's id
	RefRoute   = "route"      // a Route
	RefSheet   = "sheet"      // a Sheet
	RefDismiss = "dismiss"    // – closes the sheet
	RefBack    = "back"       // – one step
	RefTurn    = "turn"       // Next or Previous, a spread
	RefLeaf    = "leaf"       // Next or Previous, of the screen
	RefOver    = "sheet-leaf" // Next or Previous, of the sheet
	RefLang    = "lang"       // BCP 47: of interface and texts
	RefReadIn  = "read-in"    // BCP 47: of this text alone
	RefSet     = "set"        // "theme=night": a preference and its value
	RefStep    = "step"       // "size+": a preference and its direction
	RefPolicy  = "policy"     // "war=fold", "2=mark": a category or level and what is done
	RefPreset  = "preset"     // a policy by its name
	RefReset   = "reset"      // "display" or "policy"
	RefCopy    = "copy"       // the words to copy
	RefEnd     = "end"        // – ends the visit; on the end screen closes the window
	RefStart   = "start"      // – begins a new visit
	RefResume  = "resume"     // – from the pause
	RefNone    = ""           // a touch that leads nowhere
)

// The IDs of the turning refs.
const (
	Next     = "next"
	Previous = "previous"
)
