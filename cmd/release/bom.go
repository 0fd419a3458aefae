package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// A foreign is one entry of assets/third-party.toml: a file of others.
type foreign struct{ File, Origin, Version, Licence, Text, SHA256 string }

// foreigners are the files of others in the program.
func (j job) foreigners() ([]foreign, error) {
	var l struct{ File []foreign }
	_, err := toml.DecodeFile(filepath.Join(j.root, "assets/third-party.toml"), &l)
	return l.File, err
}

// licence is our own.
func (j job) licence() []byte {
	text, err := os.ReadFile(filepath.Join(j.root, "LICENSE"))
	if err != nil {
		return nil // tree.check names an empty file
	}
	return text
}

// notices is one file with the licences of all that is not ours: binaries have to
// carry them. A text that many have stands once.
func (j job) notices() (tree, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s contains work of others. Each is named here with its licence;\nthe texts of the licences follow.\n\n", j.Name)
	names := map[string][]string{} // by text
	var order []string
	note := func(name, text string) {
		if names[text] == nil {
			order = append(order, text)
		}
		names[text] = append(names[text], name)
	}
	modules, err := j.modules("linux")
	if err != nil {
		return nil, err
	}
	for _, m := range modules {
		ids, err := m.licences()
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "  %s %s: %s\n", m.Path, m.Version, strings.Join(ids, ", "))
		for _, file := range sortedKeys(m.texts) {
			note(m.Path+" ("+file+")", m.texts[file])
		}
	}
	files, err := j.foreigners()
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		fmt.Fprintf(&b, "  %s, from %s %s: %s\n", f.File, f.Origin, f.Version, f.Licence)
		text, err := os.ReadFile(filepath.Join(j.root, "assets", filepath.FromSlash(f.Text)))
		if err != nil {
			return nil, err
		}
		note(f.File, licenceWords(f.Text, string(text)))
	}
	for _, text := range order {
		fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("-", 72), strings.Join(names[text], ", "), strings.TrimSpace(text))
	}
	return tree{plain("THIRD-PARTY", b.Bytes())}, nil
}

// licenceWords are the words about a licence in a file: all of it, and of a file of
// patterns the comments that it begins with.
func licenceWords(name, text string) string {
	if filepath.Ext(name) != ".tex" {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "%") && strings.TrimSpace(line) != "" {
			break
		}
		b.WriteString(line)
	}
	return b.String()
}

// A bill lists what is in the program, in the words of CycloneDX 1.6.
type bill struct {
	Format   string      `json:"bomFormat"`
	Spec     string      `json:"specVersion"`
	Serial   string      `json:"serialNumber"`
	Version  int         `json:"version"`
	Metadata billHead    `json:"metadata"`
	Parts    []component `json:"components"`
}

type billHead struct {
	Timestamp string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type     string    `json:"type"`
	Ref      string    `json:"bom-ref"`
	Name     string    `json:"name"`
	Version  string    `json:"version"`
	PURL     string    `json:"purl,omitempty"`
	Origin   string    `json:"description,omitempty"`
	Hashes   []hash    `json:"hashes,omitempty"`
	Licences []licence `json:"licenses"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type licence struct {
	Expression string `json:"expression"`
}

// makeBOM writes the bill of materials.
func makeBOM(j job) error {
	b, err := j.bill()
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%s-%s.cdx.json", j.Packages.Binary, j.Version)
	return os.WriteFile(filepath.Join(j.dist, name), append(text, '\n'), 0o644)
}

func (j job) bill() (bill, error) {
	b := bill{Format: "CycloneDX", Spec: "1.6", Version: 1, Metadata: billHead{
		Timestamp: j.Source.Time.Format(time.RFC3339),
		Component: component{
			Type: "application", Ref: j.ID, Name: j.Name, Version: j.Version,
			Origin: "commit " + j.Source.Commit, Licences: []licence{{j.Packages.Licence}},
		},
	}}
	seen := map[string]bool{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		modules, err := j.modules(system)
		if err != nil {
			return b, err
		}
		for _, m := range modules {
			if seen[m.Path] {
				continue
			}
			seen[m.Path] = true
			ids, err := m.licences()
			if err != nil {
				return b, err
			}
			purl := "pkg:golang/" + m.Path + "@" + m.Version
			b.Parts = append(b.Parts, component{
				Type: "library", Ref: purl, Name: m.Path, Version: m.Version, PURL: purl, Licences: []licence{{allOf(ids)}},
			})
		}
	}
	files, err := j.foreigners()
	if err != nil {
		return b, err
	}
	for _, f := range files {
		b.Parts = append(b.Parts, component{
			Type: "file", Ref: "assets/" + f.File, Name: f.File, Version: f.Version, Origin: f.Origin,
			Hashes: []hash{{"SHA-256", f.SHA256}}, Licences: []licence{{f.Licence}},
		})
	}
	b.Serial = serial(b)
	return b, nil
}

// allOf joins SPDX expressions that all hold.
func allOf(ids []string) string {
	var all []string
	for _, id := range ids {
		if len(ids) > 1 && strings.Contains(id, " OR ") {
			id = "(" + id + ")"
		}
		all = append(all, id)
	}
	return strings.Join(all, " AND ")
}

// serial is a UUID (RFC 9562, version 8) that follows from the rest of the bill, so
// that the same bill has the same.
func serial(b bill) string {
	text, err := json.Marshal(b)
	if err != nil {
		return "" // a bill is strings and slices
	}
	u := sha256.Sum256(text)
	u[6], u[8] = u[6]&0x0f|0x80, u[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[0:4], u[4:6], u[6:8], u[8:10], u[10:16])
}
