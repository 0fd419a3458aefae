// Package structure holds no code of the program. Its tests hold the shape of
// the whole tree, so that a rule of the house is a failing test with a reason
// and not a sentence that somebody remembers:
//
//   - imports_test.go: which package may import which, and why not.
//   - source_test.go: formatting, package comments, sizes, package variables,
//     what may not be called where.
//   - kinds_test.go: what a spot leads to is a constant, never a literal.
//   - tree_test.go: what may lie at the top of the tree.
//
// An exception stands in exceptions_test.go with its reason. An exception that
// is no longer needed fails too.
package structure
