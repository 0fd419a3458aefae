package lastgood

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"syscall"
	"testing/fstest"

	"pgregory.net/rapid"
)

// errPower is what every operation says after the power failed.
var errPower = errors.New("no power")

// A mem is a disk in memory that knows what would survive a loss of power: what was
// synced. It fails at the operation number fails, once or, without power, for ever.
type mem struct {
	root  *node
	op    int
	fails int // 0: never
	power bool
}

// A node is a file, or a folder when names is there.
type node struct {
	data         []byte
	names, saved map[string]*node // now, and as they were synced
}

func newMem() *mem { return &mem{root: newFolder(), power: true} }

func newFolder() *node { return &node{names: map[string]*node{}, saved: map[string]*node{}} }

// step counts an operation and says whether it fails.
func (m *mem) step() error {
	m.op++
	switch {
	case m.fails == 0 || m.op < m.fails:
		return nil
	case !m.power:
		return errPower
	case m.op == m.fails:
		return &fs.PathError{Op: "write", Path: "state", Err: syscall.ENOSPC}
	}
	return nil
}

func (m *mem) find(name string) *node {
	n := m.root
	if name == "." {
		return n
	}
	for part := range strings.SplitSeq(name, "/") {
		if n == nil || n.names == nil {
			return nil
		}
		n = n.names[part]
	}
	return n
}

func (m *mem) parent(name string) *node { return m.find(path.Dir(name)) }

func (m *mem) Open(name string) (fs.File, error) {
	all := fstest.MapFS{}
	fill(all, "", m.root)
	return all.Open(name)
}

func fill(all fstest.MapFS, at string, n *node) {
	for name, c := range n.names {
		if c.names == nil {
			all[at+name] = &fstest.MapFile{Data: c.data}
			continue
		}
		all[at+name] = &fstest.MapFile{Mode: fs.ModeDir | 0o700}
		fill(all, at+name+"/", c)
	}
}

func (m *mem) Mkdir(name string) error {
	if err := m.step(); err != nil || m.find(name) != nil {
		return err
	}
	p := m.parent(name)
	if p == nil {
		return fs.ErrNotExist
	}
	p.names[path.Base(name)] = newFolder()
	return nil
}

// Write writes byte by byte, so to say: when it fails half of them are there.
func (m *mem) Write(name string, content io.Reader) error {
	data, err := io.ReadAll(content)
	if err != nil {
		return err
	}
	p := m.parent(name)
	if p == nil || p.names[path.Base(name)] != nil {
		return fs.ErrExist
	}
	err = m.step()
	if err != nil {
		data = data[:len(data)/2]
	}
	if !errors.Is(err, errPower) || m.op == m.fails {
		p.names[path.Base(name)] = &node{data: data}
	}
	return err
}

func (m *mem) Sync(name string) error {
	if err := m.step(); err != nil {
		return err
	}
	n := m.find(name)
	if n == nil {
		return fs.ErrNotExist
	}
	n.saved = maps.Clone(n.names)
	return nil
}

func (m *mem) Rename(from, to string) error {
	if err := m.step(); err != nil {
		return err
	}
	n := m.find(from)
	if n == nil || m.find(to) != nil {
		return fs.ErrExist
	}
	delete(m.parent(from).names, path.Base(from))
	m.parent(to).names[path.Base(to)] = n
	return nil
}

func (m *mem) Remove(name string) error {
	if err := m.step(); err != nil {
		return err
	}
	if p := m.parent(name); p != nil {
		delete(p.names, path.Base(name))
	}
	return nil
}

// restarted is the disk after the power came back: of every name that was not synced,
// the old state is there or the new one.
func (m *mem) restarted(t *rapid.T) *mem {
	return &mem{root: m.root.restarted(t), power: true}
}

func (n *node) restarted(t *rapid.T) *node {
	if n.names == nil {
		return n
	}
	out := newFolder()
	all := maps.Clone(n.saved)
	maps.Copy(all, n.names)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		is := n.names[name]
		if was := n.saved[name]; was != is && rapid.Bool().Draw(t, "lost "+name) {
			is = was
		}
		if is != nil {
			out.names[name] = is.restarted(t)
		}
	}
	out.saved = maps.Clone(out.names)
	return out
}
