package input

// Frame is where a window stands when it covers no whole screen, in pixels.
type Frame struct {
	Width     int  `json:"width"` // 0: not known
	Height    int  `json:"height"`
	X         int  `json:"x"` // of its top left corner, its title bar included, on all screens together
	Y         int  `json:"y"`
	Placed    bool `json:"placed"` // X and Y are known; not every system tells
	Maximised bool `json:"maximised"`
	// Whole is how wide and high the screen was that it covered last; zero: none. A start
	// in full screen sets its first picture for it.
	Whole [2]int `json:"whole"`
}

// Screen is what a window may cover of one screen, in pixels of all screens together.
type Screen struct{ X, Y, Width, Height int }

// least is the least side of a window that is restored: smaller ones are slips.
const least = 320

// Usual reports whether the size of a frame is one that somebody chose.
func (f Frame) Usual() bool { return f.Width >= least && f.Height >= least }

// On returns the frame as it can stand on the screens that are there: whole, on the one
// that it covers most of, else on the first. Without screens nothing is known better.
func (f Frame) On(screens []Screen) Frame {
	if len(screens) == 0 {
		return f
	}
	best := screens[f.Mostly(screens)]
	f.Width, f.Height = min(f.Width, best.Width), min(f.Height, best.Height)
	f.X = max(best.X, min(f.X, best.X+best.Width-f.Width))
	f.Y = max(best.Y, min(f.Y, best.Y+best.Height-f.Height))
	return f
}

// Mostly is the index of the screen that a frame covers most of, else 0.
func (f Frame) Mostly(screens []Screen) int {
	best, most := 0, 0
	for i, s := range screens {
		if n := f.common(s); n > most {
			best, most = i, n
		}
	}
	return best
}

// Density is how many pixels a metre of a screen has that is so many wide and high, or 0
// where the millimetres that it says of itself cannot be true: many projectors and
// virtual screens say none, or the proportions of another one.
func Density(pixels, millimetres [2]int) int {
	const least, most = 1000, 40000 // 25 and 1,000 on an inch
	if millimetres[0] <= 0 || millimetres[1] <= 0 {
		return 0
	}
	x, y := pixels[0]*1000/millimetres[0], pixels[1]*1000/millimetres[1]
	made := made(pixels[0]) == millimetres[0] && made(pixels[1]) == millimetres[1]
	if made || x < least || x > most || max(x, y)-min(x, y) > x/10 {
		return 0
	}
	return x
}

// made are the millimetres that GLFW makes up for a side where the X server names none.
func made(pixels int) int { return int(float32(pixels) * 25.4 / 96) }

// common is the area that a frame and a screen have in common.
func (f Frame) common(s Screen) int {
	w := min(f.X+f.Width, s.X+s.Width) - max(f.X, s.X)
	h := min(f.Y+f.Height, s.Y+s.Height) - max(f.Y, s.Y)
	return max(0, w) * max(0, h)
}

// Behind is the frame of the nth further window: it does not hide the first.
func (f Frame) Behind(n int) Frame {
	const step = 32
	f.X, f.Y = f.X+n*step, f.Y+n*step
	return f
}
