// Package widget holds the one thing the window shows: a PageView, which is a
// painted page with the objects over it that can be focused, pressed and read by
// a screen reader. It knows frames and pixels and nothing of state or content;
// what a person does goes out through PageView.On as an input.Event.
//
// One raster lives as long as the window and shows the buffer it was last given:
// new canvas objects for each page would leave their textures behind. The spots
// over it are recycled: there are as many as the fullest page needed.
//
// # Files
//
//   - pageview.go is the view, spot.go the objects over it, fade.go a page that
//     turns, pulse.go the pixel that says whether the window still paints;
//     spent_*.go is the processor time that a fade took.
//   - pointer.go and typing.go are what the toolkit says of pointers and keys, and
//     gesture.go tells taps, swipes and drags over words apart.
//
// Everything here runs on the toolkit's goroutine.
package widget
