package frame

// Ref is an opaque reference: what a spot or run leads to. Comparable.
type Ref struct {
	Kind RefKind
	ID   string
}

// RefKind is what kind of thing a Ref leads to; the Ref's ID says which. All kinds
// stand here, so that a misspelt one does not compile. Only the deeds of a
// station's staff, which are the kiosk's, have theirs in package kiosk.
type RefKind string

// Kinds that the typesetter makes. The ID is what stands behind each.
const (
	RefSummary  RefKind = "summary"  // a passage
	RefSkip     RefKind = "skip"     // a passage
	RefOpen     RefKind = "open"     // a passage
	RefClose    RefKind = "close"    // a passage that was opened, or its summary
	RefGoOn     RefKind = "goon"     // a passage
	RefPause    RefKind = "pause"    // a passage, or nothing
	RefContacts RefKind = "contacts" // a passage, or nothing
	RefFootnote RefKind = "footnote" // its id
	RefTerm     RefKind = "term"     // the glossary entry's id
	RefLink     RefKind = "link"     // "#id" in the room, or an external address
	RefPicture  RefKind = "picture"  // the block of a figure: opens it large
	RefNote     RefKind = "note"     // a passage: the notice in its place, which is read
	RefWords    RefKind = "words"    // words that are read: of which block, and which of its
)

// Kinds that screens make.
const (
	RefRoom      RefKind = "room"       // a room: opens its main text
	RefText      RefKind = "text"       // "1945/short": a room and the kind of text to open
	RefSources   RefKind = "sources"    // a room: opens its main text at the sources
	RefRendition RefKind = "kind"       // of the open room's text, or the introduction
	RefPlace     RefKind = "place"      // a block's id
	RefRoute     RefKind = "route"      // a route
	RefSheet     RefKind = "sheet"      // a sheet
	RefDismiss   RefKind = "dismiss"    // – closes the sheet
	RefBack      RefKind = "back"       // – one step
	RefTurn      RefKind = "turn"       // next or previous, a spread
	RefLeaf      RefKind = "leaf"       // next or previous, of the screen
	RefOver      RefKind = "sheet-leaf" // next or previous, of the sheet
	RefLang      RefKind = "lang"       // BCP 47: of interface and texts
	RefReadIn    RefKind = "read-in"    // BCP 47: of this text alone
	RefSet       RefKind = "set"        // "theme=night": a preference and its value
	RefStep      RefKind = "step"       // "size+": a preference and its direction
	RefPolicy    RefKind = "policy"     // "war=fold", "2=mark": a category or level and what is done
	RefPreset    RefKind = "preset"     // a policy by its name
	RefReset     RefKind = "reset"      // "display" or "policy"
	RefField     RefKind = "field"      // – the field of a sheet, in which one types
	RefSlide     RefKind = "slide"      // – the line of progress, which is dragged
	RefAim       RefKind = "aim"        // "page 41": a place to go to
	RefHit       RefKind = "hit"        // of a search, its number from 0
	RefHitPage   RefKind = "hit-page"   // the same, and its page in the place of the sheet
	RefCopy      RefKind = "copy"       // the words to copy
	RefZoom      RefKind = "zoom"       // in, out or whole: of a picture that is open; empty: where it is touched
	RefEnd       RefKind = "end"        // – ends the visit; on the end screen closes the window
	RefStart     RefKind = "start"      // – begins a new visit
	RefResume    RefKind = "resume"     // – from the pause
	RefChoose    RefKind = "choose"     // – asks for a file or folder to open
	RefSource    RefKind = "source"     // a file or folder: opens it
	RefNone      RefKind = ""           // a touch that leads nowhere
)
