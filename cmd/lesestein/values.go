package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// errValue is what a flag's value says when it does not suit; the sentence about
// it is made in explain.
var errValue = errors.New("does not suit")

// A size is the size of a window in pixels, written 1920x1080.
type size struct{ width, height int }

// The sides of a window that proof sets pages for.
const (
	minSide = 160
	maxSide = 16384
)

func (s *size) Set(v string) error {
	w, h, ok := strings.Cut(v, "x")
	width, err1 := strconv.Atoi(w)
	height, err2 := strconv.Atoi(h)
	if !ok || err1 != nil || err2 != nil || min(width, height) < minSide || max(width, height) > maxSide {
		return errValue
	}
	*s = size{width, height}
	return nil
}

func (s *size) String() string { return fmt.Sprintf("%dx%d", s.width, s.height) }
func (*size) Type() string     { return "size" }

// A stretch is a run of pages, counted from 1, both ends included, written 3,
// 1-6 or 4-. The zero stretch is all pages.
type stretch struct{ first, last int }

func (s *stretch) Set(v string) error {
	from, to, ok := strings.Cut(v, "-")
	first, err := strconv.Atoi(from)
	last := first
	switch {
	case err != nil || first < 1:
		return errValue
	case ok && to == "":
		last = math.MaxInt
	case ok:
		if last, err = strconv.Atoi(to); err != nil || last < first {
			return errValue
		}
	}
	*s = stretch{first, last}
	return nil
}

func (s *stretch) String() string {
	switch {
	case s.first == 0:
		return ""
	case s.last == math.MaxInt:
		return fmt.Sprintf("%d-", s.first)
	case s.first == s.last:
		return strconv.Itoa(s.first)
	}
	return fmt.Sprintf("%d-%d", s.first, s.last)
}

func (*stretch) Type() string { return "pages" }

// touches reports whether one of the pages first to last lies in the stretch.
func (s stretch) touches(first, last int) bool {
	return s.first == 0 || first <= s.last && last >= s.first
}

// A percentage is a text size, 100 to 400.
type percentage int

func (p *percentage) Set(v string) error {
	n, err := strconv.Atoi(strings.TrimSuffix(v, "%"))
	if err != nil || n < 100 || n > 400 {
		return errValue
	}
	*p = percentage(n)
	return nil
}

func (p *percentage) String() string { return strconv.Itoa(int(*p)) }
func (*percentage) Type() string     { return "percent" }

// An ems is the length of a line in ems, 5 to 200.
type ems int

func (e *ems) Set(v string) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < 5 || n > 200 {
		return errValue
	}
	*e = ems(n)
	return nil
}

func (e *ems) String() string { return strconv.Itoa(int(*e)) }
func (*ems) Type() string     { return "em" }

// A oneOf is a value out of a list.
type oneOf struct {
	value string
	among []string
}

func (o *oneOf) Set(v string) error {
	for _, a := range o.among {
		if a == v {
			o.value = v
			return nil
		}
	}
	return errValue
}

func (o *oneOf) String() string { return o.value }
func (*oneOf) Type() string     { return "name" }
