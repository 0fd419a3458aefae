package station

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // opening hours hold on a machine without a data base of zones

	"lesestein/cmd/lesestein/call"
	"lesestein/content/doc"
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
)

// Config is what kiosk.toml says. Its defaults are those of
// assets/packaging/kiosk.toml, where each key is explained.
type Config struct {
	Place   kiosk.Place
	Times   kiosk.Times
	Hours   kiosk.Hours
	Keypad  kiosk.Keypad
	Fade    bool   // the pictures of the attract sequence fade into each other
	Web     string // the exhibition's address, for taking away; may be empty
	Memory  int64  // bytes at which the window is started anew; 0 is no limit
	Counted bool   // statistics are kept
	Metrics string // file for node_exporter's textfile collector; empty: none
	PINFile string // of the staff; empty: in the state folder
}

// usualConfig is what holds without a kiosk.toml.
func usualConfig() Config {
	return Config{
		Place:   kiosk.Place{Mount: kiosk.Wall, Low: 800, High: 1100},
		Times:   kiosk.Times{}.Valid(),
		Hours:   kiosk.Hours{Zone: time.Local},
		Keypad:  kiosk.UsualKeypad(),
		Fade:    true,
		Memory:  700 * megabyte,
		Counted: true,
	}
}

// A Problem is what is wrong with a line of kiosk.toml, or worth a remark.
type Problem struct {
	file   string
	line   int  // 0: the file as a whole
	remark bool // the value was brought within its bounds and holds
	said   kiosk.Sentence
	broken doc.Sentence // goes into {reason}, where the file is no TOML
	err    error        // goes into {reason}, where there is no file to read
}

// In is the problem as file:line: words.
func (p Problem) In(say message.Catalogue) string {
	args := p.said.Args
	switch {
	case p.broken.Form != "":
		args = append(slices.Clone(args), "reason", p.broken.In(call.Translation(say.Lang())))
	case p.err != nil:
		args = []string{"reason", systemWords(say, p.err)}
	}
	place := p.file
	if p.line > 0 {
		place = fmt.Sprintf("%s:%d", p.file, p.line)
	}
	return place + ": " + say.T(p.said.Key, args...)
}

// A configFile is the text of a kiosk.toml, or why it cannot be read. The zero one is
// none.
type configFile struct {
	name string
	text []byte
	err  error
}

// readFile reads a kiosk.toml.
func readFile(name string) configFile {
	text, err := readBounded(name)
	return configFile{name, text, err}
}

// config is what the file says, and without a file the defaults.
func (f configFile) config(env surroundings) (Config, []Problem) {
	switch {
	case f.name == "":
		return usualConfig(), nil
	case f.err != nil:
		return usualConfig(), []Problem{{file: f.name, said: kiosk.Sentence{Key: "kiosk-config.unreadable"}, err: f.err}}
	}
	return parseConfig(f.name, f.text, env)
}

// surroundings are what a kiosk.toml does not say: the day, and the computer's own zone.
type surroundings struct {
	now  time.Time
	zone string // its name, for people
}

// parseConfig reads the bytes of a kiosk.toml. It lists all problems in the order of
// their lines; what cannot be read keeps its default, so that a slip of the pen costs
// nothing but its key. In the opening hours a slip opens: no station stays dark by one.
func parseConfig(path string, data []byte, env surroundings) (Config, []Problem) {
	r := configReader{file: path, config: usualConfig(), env: env}
	r.read("", r.decode(r.text(data)), settings())
	r.finish()
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return cmp.Compare(a.line, b.line) })
	return r.config, r.problems
}

// A configReader goes through the tree of a kiosk.toml.
type configReader struct {
	file     string
	lines    map[string]int
	config   Config
	env      surroundings
	problems []Problem
	keys     map[kiosk.Button][]string // of [keypad]
	times    []timed                   // of [time] and [attract]
	hours    hoursRead
}

// say lists a problem with a key.
func (r *configReader) say(key, words string, args ...string) {
	r.problems = append(r.problems, Problem{file: r.file, line: r.line(key), said: kiosk.Sentence{Key: words, Args: args}})
}

// line is where a key stands, or the table around it.
func (r *configReader) line(key string) int {
	for key != "" {
		if n, ok := r.lines[key]; ok {
			return n
		}
		below := 0 // of a table whose name stands only before that of another one
		for name, n := range r.lines {
			if strings.HasPrefix(name, key+".") && (below == 0 || n < below) {
				below = n
			}
		}
		if below > 0 {
			return below
		}
		key = key[:max(0, strings.LastIndexByte(key, '.'))]
	}
	return 0
}

// read takes the values of a table by the settings; what none of them knows is a
// problem.
func (r *configReader) read(prefix string, tree map[string]any, known map[string]setting) {
	for _, name := range sortedKeys(tree) {
		key := prefix + name
		if set, ok := known[key]; ok {
			set(r, key, tree[name])
			continue
		}
		inner, isTable := tree[name].(map[string]any)
		if isTable && hasTable(known, key) {
			r.read(key+".", inner, known)
			continue
		}
		if !isTable && hasTable(known, key) {
			r.say(key, "kiosk-config.kind-table", "key", key)
			continue
		}
		r.say(key, "kiosk-config.unknown", "key", key)
		r.hours.doubtful = r.hours.doubtful || prefix == "hours."
		r.hours.broken = r.hours.broken || prefix != "hours." && holdsHours(tree[name])
	}
}

func hasTable(known map[string]setting, name string) bool {
	for key := range known {
		if strings.HasPrefix(key, name+".") {
			return true
		}
	}
	return false
}

// beside is a path that a kiosk.toml gives: relative to its own folder.
func (r *configReader) beside(path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(r.file), path)
}
