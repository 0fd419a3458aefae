// Package supervise keeps the window of a station alive: it starts the window as
// a child, listens to its beats, ends it when it hangs or grows too large, and
// starts it again. It does no work of the toolkit itself, so that nothing that
// can stop the window can stop it too.
//
//	a child's end --Policy.Next--> Verdict --Keeper.Run--> the next child
//
// # Words
//
//   - Window: the child that people see. Notice: the child that is shown in its
//     place when it fails again and again: a title and one calm sentence.
//   - Beat: a line that the child writes to its Pipe (on Unix its file descriptor
//     3): "beat", and "ready" once a page has been painted. A beat has been through the child's
//     toolkit; whoever cannot send it cannot be touched either.
//     The station's own beat is what the supervisor tells those who watch over it.
//   - Failure: an end that nobody asked for. Ends by staff are none.
//
// # Stages
//
//   - policy.go   what follows on an end: pure, on an injected clock
//   - keeper.go   the loop that carries it out
//   - child.go    one child: its pipe, its end; child_*.go and group_*.go: on Unix it
//     leads a process group, on Windows it lives in a job object
//   - memory.go   how much the child holds, and whether the kernel ended it;
//     resident_*.go asks the system
//   - manager.go  what the service manager is told; it alone speaks to it
//   - heart.go    the same, written to a file where nobody listens (Windows)
//   - vigil.go    what follows when that file falls silent: pure, counted in looks
//
// # Invariants
//
//   - What staff ended stays ended.
//   - A child is never left behind: its whole process group or job is killed, and it
//     dies with the supervisor.
//   - A hang is counted in ticks of the supervisor, not on a clock: neither a
//     stopped supervisor nor a sleeping machine makes the window seem hung. A Vigil
//     counts its looks, for the same reason, and knows no clock at all.
package supervise
