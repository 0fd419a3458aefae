// Package widget holds the one thing the window shows: a PageView, which is a
// painted page with the objects over it that can be focused, pressed and read by
// a screen reader. It knows frames and pixels and nothing of state or content;
// what a person does goes out through PageView.On as an input.Event.
//
// One raster lives as long as the window and shows the buffer it was last given:
// new canvas objects for each page would leave their textures behind. The spots
// over it are recycled: there are as many as the fullest page needed.
//
// Everything here runs on the toolkit's goroutine.
package widget
