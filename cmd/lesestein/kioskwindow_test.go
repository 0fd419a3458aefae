package main

import (
	"context"
	"testing"
)

// TestStaffLeaveThoughADiskDoesNotAnswer: a window that hung over it would be killed and
// started anew.
func TestStaffLeaveThoughADiskDoesNotAnswer(t *testing.T) {
	ctx, end := context.WithCancel(context.Background())
	kept, never, left := false, make(chan bool), 0
	defer close(never)
	keptBefore(ctx, func() { kept = true }, func() { left++ })
	if !kept || left != 1 {
		t.Errorf("kept: %v, left %d times", kept, left)
	}
	end()
	keptBefore(ctx, func() { <-never }, func() { left++ })
	if left != 2 {
		t.Error("nobody leaves")
	}
}
