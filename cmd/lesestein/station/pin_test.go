package station

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
)

func newPIN(t *testing.T) PIN {
	dir := t.TempDir()
	return PIN{file: filepath.Join(dir, usualPINFile), folder: dir}
}

func TestThePINIsKeptAsAHashForItsOwnerAlone(t *testing.T) {
	p := newPIN(t)
	if g, err := p.state(); g != unguarded || err != nil {
		t.Fatalf("before: %v, %v", g, err)
	}
	if p.verify("") || p.verify("0000") {
		t.Error("without a PIN something is the PIN")
	}
	if err := p.set("0815"); err != nil {
		t.Fatal(err)
	}
	if g, err := p.state(); g != guarded || err != nil {
		t.Errorf("after: %v, %v", g, err)
	}
	info, err := os.Stat(p.file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	data, err := os.ReadFile(p.file)
	if err != nil || strings.Contains(string(data), "0815") {
		t.Errorf("%s, %v", data, err)
	}
	for digits, want := range map[string]bool{"0815": true, "0816": false, "08150": false, "": false, "815": false} {
		if got := p.verify(digits); got != want {
			t.Errorf("%q: %v", digits, got)
		}
	}
}

func TestTwoPINsWithTheSameDigitsAreKeptDifferently(t *testing.T) {
	a, b := newPIN(t), newPIN(t)
	if err := a.set("123456"); err != nil {
		t.Fatal(err)
	}
	if err := b.set("123456"); err != nil {
		t.Fatal(err)
	}
	one, _ := os.ReadFile(a.file)
	two, _ := os.ReadFile(b.file)
	if string(one) == string(two) {
		t.Error("no salt")
	}
}

func TestAPINHasFourToTwelveDigits(t *testing.T) {
	for digits, want := range map[string]bool{
		"1234": true, "123456789012": true,
		"": false, "123": false, "1234567890123": false, "12 4": false, "12a4": false, "١٢٣٤": false, "-123": false,
	} {
		if got := suitable(digits); got != want {
			t.Errorf("%q: %v", digits, got)
		}
		if err := newPIN(t).set(digits); (err == nil) != want {
			t.Errorf("%q: %v", digits, err)
		}
	}
}

func TestAHashThatIsNoneLetsNobodyIn(t *testing.T) {
	good := phc{time: 2, memory: 19 << 10, threads: 1, salt: make([]byte, 16), sum: make([]byte, 32)}
	if _, err := parsePHC(good.String()); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{
		"empty":        "",
		"other kind":   strings.Replace(good.String(), "argon2id", "argon2i", 1),
		"other age":    strings.Replace(good.String(), "v=19", "v=16", 1),
		"no passes":    strings.Replace(good.String(), "t=2", "t=0", 1),
		"no threads":   strings.Replace(good.String(), "p=1", "p=0", 1),
		"for ever":     strings.Replace(good.String(), "t=2", "t=4000000000", 1),
		"all memory":   strings.Replace(good.String(), "m=19456", "m=4000000000", 1),
		"short":        good.String()[:40],
		"not base64":   good.String() + "!",
		"cut":          good.String()[:len(good.String())-4],
		"a plain word": "1234",
	} {
		if _, err := parsePHC(s); err == nil {
			t.Errorf("%s: %q is taken", name, s)
		}
		p := newPIN(t)
		if err := os.WriteFile(p.file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		if g, err := p.state(); g != guarded || err == nil {
			t.Errorf("%s: %v, %v", name, g, err)
		}
		if p.verify("1234") {
			t.Errorf("%s: lets in", name)
		}
	}
}

func TestALostPINIsPutAsideWhereAFileAsksForIt(t *testing.T) {
	for _, where := range []string{"state folder", "stick", "nowhere"} {
		t.Run(where, func(t *testing.T) {
			p, stick := newPIN(t), t.TempDir()
			if err := p.set("4711"); err != nil {
				t.Fatal(err)
			}
			folder := map[string]string{"state folder": p.folder, "stick": stick}[where]
			if folder != "" {
				if err := os.WriteFile(filepath.Join(folder, pinResetFile), nil, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			reset, err := p.reset(context.Background(), func() []string { return []string{stick} })
			if err != nil || reset != (folder != "") {
				t.Fatalf("%v, %v", reset, err)
			}
			want := guarded
			if reset {
				want = locked
			}
			if g, err := p.state(); g != want || err != nil {
				t.Errorf("%v, %v", g, err)
			}
			if p.verify("4711") == reset {
				t.Error("the old PIN counts, or the present one does not")
			}
			if call.Exists(filepath.Join(p.folder, pinResetFile)) {
				t.Error("the file asks again at the next start")
			}
			if err := p.set("1147"); err != nil || !p.verify("1147") || call.Exists(p.aside()) {
				t.Errorf("a new PIN: %v", err)
			}
		})
	}
}
