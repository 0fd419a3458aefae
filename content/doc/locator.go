package doc

// Locator is a place in a text that outlives every layout: a block, an offset in
// code points into the block's text, and a little quoted context that finds the
// place again when the text was corrected. The zero Locator is the start.
type Locator struct {
	Block  string `json:"block"`
	Offset int    `json:"offset"`
	Before string `json:"before,omitempty"` // up to 32 code points before the place
	After  string `json:"after,omitempty"`  // up to 32 code points behind it
}

// Range is the text from From up to, not including, To.
type Range struct{ From, To Locator }
