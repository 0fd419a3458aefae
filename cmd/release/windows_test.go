package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// testWindows is a run for Windows at the top of the tree, in folders of its own.
func testWindows(t *testing.T) windows {
	t.Helper()
	top, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	j := job{product: testProduct(t), root: top, dist: t.TempDir(), work: t.TempDir()}
	w, err := j.windows()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func filledWindows(t *testing.T, name string, data any) []byte {
	t.Helper()
	text, err := fill(root, "windows/"+name, data)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWhatWindowsReadsIsWellFormed(t *testing.T) {
	w := testWindows(t)
	for name, text := range map[string][]byte{
		"app.manifest":  filledWindows(t, "app.manifest", w),
		"lesestein.wxs": filledWindows(t, "lesestein.wxs", w.msiPackage()),
	} {
		d := xml.NewDecoder(bytes.NewReader(text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	var resources map[string]any
	if err := json.Unmarshal(filledWindows(t, "winres.json", w), &resources); err != nil {
		t.Error(err)
	}
	manifest := string(filledWindows(t, "app.manifest", w))
	for _, want := range []string{"PerMonitorV2", "longPathAware", "UTF-8", "asInvoker", `version="` + w.Quad() + `"`} {
		if !strings.Contains(manifest, want) {
			t.Errorf("the manifest does not say %s", want)
		}
	}
}

func TestAnUpgradeOnWindowsIsAnotherProductOfTheSameFamily(t *testing.T) {
	p := testProduct(t)
	later := p
	later.Version = "0.1.1"
	if p.ProductCode() == later.ProductCode() || p.UpgradeCode() != later.UpgradeCode() {
		t.Errorf("%s, %s; %s, %s", p.ProductCode(), later.ProductCode(), p.UpgradeCode(), later.UpgradeCode())
	}
	// Once a version is out, this can never change: it would no longer replace it.
	if got, want := p.UpgradeCode(), "A47A4932-676D-5435-98E3-78D3F9583228"; got != want {
		t.Errorf("the family is %s, not %s", got, want)
	}
	if !regexp.MustCompile(`^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$`).MatchString(p.UpgradeCode()) {
		t.Errorf("%s is no GUID", p.UpgradeCode())
	}
}

func TestVersionsThatWindowsCannotSayAreRefused(t *testing.T) {
	p := testProduct(t)
	for version, ok := range map[string]bool{"0.1.0": true, "255.255.9999": true, "256.0.0": false, "1.256.0": false} {
		p.Version = version
		if err := p.numbered(); (err == nil) != ok {
			t.Errorf("%s: %v", version, err)
		}
	}
}

func TestNoKindOfFileIsTakenFromAnotherProgram(t *testing.T) {
	p := testProduct(t)
	values := p.registry(`C:\folder\`, p.Languages()[0].Types)
	var suffixes []string
	for _, v := range values {
		rest, class := strings.CutPrefix(v.Key, classes+".")
		if suffix, ours := strings.CutSuffix(rest, `\OpenWithProgids`); class && ours {
			suffixes = append(suffixes, "."+suffix)
			if !v.shared || v.Value != "" {
				t.Errorf("%+v", v)
			}
		} else if class {
			t.Errorf("%s is not ours to write", v.Key)
		}
	}
	for _, kind := range p.Packages.Type {
		for _, s := range kind.suffixes() {
			if !slices.Contains(suffixes, s) {
				t.Errorf("the program is not offered for %s", s)
			}
		}
	}
}

func TestAnUninstallationTakesAllThatAnInstallationWrote(t *testing.T) {
	p := testProduct(t)
	own, shared := p.OwnKeys(), p.SharedValues()
	for _, v := range p.registry("", p.Languages()[0].Types) {
		taken := slices.ContainsFunc(own, func(k string) bool { return v.Key == k || strings.HasPrefix(v.Key, k+`\`) })
		alone := slices.ContainsFunc(shared, func(s registryValue) bool { return s.Key == v.Key && s.Name == v.Name })
		if taken == alone {
			t.Errorf("%+v: below a key that goes: %v, a value that goes: %v", v, taken, alone)
		}
	}
	script := string(filledWindows(t, "lesestein.nsi", testWindows(t).setupProgram()))
	for _, laid := range regexp.MustCompile(`(?m)^\s+File "windows/(.*)"$`).FindAllStringSubmatch(script, -1) {
		if !strings.Contains(script, `Delete "$INSTDIR\`+laid[1]+`"`) {
			t.Errorf("%s stays", laid[1])
		}
	}
}

func TestOnlyTheMachinesPackageHasTheStation(t *testing.T) {
	w := testWindows(t)
	if script := string(filledWindows(t, "lesestein.nsi", w.setupProgram())); strings.Contains(script, "kiosk") {
		t.Error("the installer for one user brings a station")
	}
	source := string(filledWindows(t, "lesestein.wxs", w.msiPackage()))
	_, station, ok := strings.Cut(source, `<Feature Id="Kiosk"`)
	if !ok || strings.Count(station, "<ComponentRef") != 2 || !strings.Contains(station, `Level="1000"`) {
		t.Errorf("%s", station)
	}
	if regexp.MustCompile(`CommonAppDataFolder|CustomAction`).MatchString(source) {
		t.Error("the package touches ProgramData or runs something")
	}
}

// TestKioskScriptKnowsTheProgramsExitCodes compares with cmd/lesestein/supervise:
// what staff chose must not be started again.
func TestKioskScriptKnowsTheProgramsExitCodes(t *testing.T) {
	script := string(filledWindows(t, "kiosk.ps1", testWindows(t)))
	if !strings.Contains(script, "@(10, 12), @($doNothing, $shutDown), $restartShell") {
		t.Error("the codes of supervise.CodeLeave and CodePowerOff are not told to Shell Launcher")
	}
	if strings.Contains(script, "{{") || strings.Contains(script, "<no value>") {
		t.Error("the script is not filled in")
	}
	for _, pair := range []string{"()", "{}", "[]"} {
		if a, b := strings.Count(script, pair[:1]), strings.Count(script, pair[1:]); a != b {
			t.Errorf("%d %c, %d %c", a, pair[0], b, pair[1])
		}
	}
}

func TestTheWindowsIconHoldsWhatItsTableSays(t *testing.T) {
	data, err := testIcon(t).ico()
	if err != nil {
		t.Fatal(err)
	}
	if n := int(binary.LittleEndian.Uint16(data[4:])); n != len(windowsIcons) {
		t.Fatalf("%d pictures", n)
	}
	for i, size := range windowsIcons {
		row := data[6+16*i:]
		at, length := binary.LittleEndian.Uint32(row[12:]), binary.LittleEndian.Uint32(row[8:])
		picture, err := png.Decode(bytes.NewReader(data[at : at+length]))
		if err != nil || picture.Bounds().Dx() != size || row[0] != uint8(size) {
			t.Errorf("%d: %v", size, err)
		}
	}
}

func TestASummaryThatIsNoneIsRefused(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":  nil,
		"format": append(make([]byte, 40), summaryFormat...),
		"twice":  append(append(make([]byte, 40), summaryFormat...), summaryFormat...),
		"far":    append(append(make([]byte, 40), summaryFormat...), 0xff, 0xff, 0xff, 0xff, 0, 0),
	} {
		if s, err := summaryOf(data); err == nil {
			t.Errorf("%s: %+v", name, s)
		}
	}
}
