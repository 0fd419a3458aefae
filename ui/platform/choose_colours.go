package platform

import (
	"image/color"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"lesestein/ui/theme"
	"lesestein/ui/typeset/frame"
)

// colours are those of a reading theme for what the toolkit draws itself: its dialog
// stands on the page's paper. All else is the toolkit's own.
type colours struct {
	fyne.Theme
	of theme.Palette
}

// Color implements fyne.Theme.
func (c colours) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case toolkit.ColorNameBackground, toolkit.ColorNameOverlayBackground, toolkit.ColorNameMenuBackground, toolkit.ColorNameInputBackground,
		toolkit.ColorNameHeaderBackground, toolkit.ColorNameForegroundOnPrimary:
		return c.of.Colour(frame.Paper)
	case toolkit.ColorNameForeground:
		return c.of.Colour(frame.Ink)
	case toolkit.ColorNamePlaceHolder, toolkit.ColorNameDisabled, toolkit.ColorNameScrollBar:
		return c.of.Colour(frame.Soft)
	case toolkit.ColorNamePrimary, toolkit.ColorNameHyperlink, toolkit.ColorNameFocus:
		return c.of.Colour(frame.Accent)
	case toolkit.ColorNameSeparator, toolkit.ColorNameInputBorder, toolkit.ColorNameButton, toolkit.ColorNameDisabledButton:
		return c.of.Colour(frame.Hairline)
	case toolkit.ColorNameSelection, toolkit.ColorNameHover, toolkit.ColorNamePressed:
		return c.of.Colour(frame.Selection)
	}
	return c.Theme.Color(name, variant)
}
