package kiosk

import "time"

const (
	shiftEvery = time.Minute
	shiftSide  = 8 // of the square of positions; even, so that a closed walk exists
	shiftStep  = 2 // pixels
)

// shiftAt is where a still picture stands at a time: each minute one step of two
// pixels up, down or aside, over all positions of a square of 8 x 8, each once in
// 64 minutes, and back where it began without a leap. The walk goes to and fro in
// all columns but the first and returns through that.
func shiftAt(now time.Duration) Shift {
	i := int(now/shiftEvery) % (shiftSide * shiftSide)
	const snake = shiftSide - 1
	var col, row int
	switch row = i / snake; {
	case row >= shiftSide:
		col, row = 0, shiftSide-1-(i-snake*shiftSide)
	case row%2 == 0:
		col = 1 + i%snake
	default:
		col = snake - i%snake
	}
	return Shift{X: (col - shiftSide/2) * shiftStep, Y: (row - shiftSide/2) * shiftStep}
}
