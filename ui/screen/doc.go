// Package screen composes what the window shows: a function from the state to
// one frame.Page.
//
//	State × size × words × setter -> Screen{Page, Areas, leaves}
//
// Every screen and every sheet is set by the same engine as the books: lines,
// shapes and spots, no widgets. The page of a book arrives as a frame.Spread and
// is put on the reader's screen between the words above and below it.
//
// # Words
//
//   - bar: the words at the top right that stand on every screen; its last two
//     are always help and end, in the same place.
//   - piece: the smallest part of a long screen, a line or a row of words.
//   - leaf: the pieces that fit into the window at once. What does not fit is on
//     the next leaf, never cut off and never scrolled.
//   - element: several pieces that are one thing to act on or to read, a card.
//   - sheet: paper over the screen with one hairline towards it. What lies under
//     it is cut away glyph by glyph, as paper does, and its spots are gone.
//   - area: a part of the window that answers a tap beside all spots.
//   - station: an unattended screen. It has neither bar nor sheets: what is read
//     stands above, and all that is acted on in the band that everybody reaches.
//   - band: the reach band, the part of a screen that everybody reaches.
//   - choice: a button of a station; its rows stand in the band one under the other.
//   - tongues: the choice of a language. said: what was told last, for who sees it and
//     who hears it (the live region). still: a screen that only says something.
//
// # Invariants
//
//   - Every glyph and shape lies inside the page, at every size of window and text.
//   - Acting spots do not overlap, and each has a name in a known language.
//   - The order of the spots is the reading order and the focus order.
//   - A word that cannot be acted on now is absent rather than grey.
//
// # Files
//
// The reader's screens:
//
//   - screen.go: what goes in and comes out; composer. measure.go: the lengths that
//     follow from a window and what the system says of its screen. set.go: words in lines. piece.go: pieces and leaves.
//   - row.go, table.go, grid.go: words side by side, labels beside words, cards in
//     columns. bar.go: the words on every screen,
//     barbook.go those of a book and of its menu, aboutbook.go what is known of it. popup.go: footnotes and terms.
//   - shelf.go with shelffoot.go, reader.go, contents.go, display.go, faces.go, about.go: a screen or a sheet each.
//     still.go: pause and end, which only say something. unopened.go: what cannot be
//     opened. sheet.go: what lies over.
//   - home.go, homerow.go, homework.go: the shelf of a reader's own works, a work on it, and
//     the page of a work.
//   - notes.go, notesline.go: content notes in full and in one line.
//   - search.go: the sheet of a search. besidesheet.go: the page beside a sheet. field.go: a line in which one types.
//   - keys.go: the page of the keys. going.go: the sheet on which one goes to a page or a chapter.
//   - picture.go: a picture that is open large.
//   - slider.go: the line of progress, which is dragged.
//   - hit.go: what a tap means.
//
// A station's screens:
//
//   - station.go: which screen a machine asks for. stationplan.go: where things stand,
//     by the sizes of its place. clear.go: what would be covered is composed smaller.
//   - stationband.go: what is read above, what is acted on in the reach band, in
//     leaves. stationchoice.go: its buttons. stationwords.go: the words of every
//     screen and the buttons that turn.
//   - stationattract.go: the attract loop and the choice of a language.
//     stationask.go: questions, pause and the end of a visit. stationnotice.go: closed,
//     paused, out of order.
//   - stationvisit.go: rooms, contacts, about. stationpage.go: a page with what its
//     folds offer. stationpassage.go: where that has no room there. stationsheet.go: what lies over a page in the reader, as screens.
//     stationpicture.go: a picture of it, large.
//   - stationstaff.go, stationreport.go: the pad, the pages of staff, and how the
//     station is.
package screen
