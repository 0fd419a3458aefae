package kiosk

import (
	"slices"
	"strings"
	"testing"
)

func TestUsualKeysReachEveryNeededButton(t *testing.T) {
	k := UsualKeypad()
	for name, want := range map[string]Button{
		"Up": ButtonUp, "Down": ButtonDown, "Left": ButtonLeft, "Right": ButtonRight, "Return": ButtonAction,
		"KP_Enter": ButtonAction, "Space": ButtonAction, "F1": ButtonHelp, "BackSpace": ButtonBack,
	} {
		if b, ok := k.Button(name, 0); !ok || b != want {
			t.Errorf("%s means %q", name, b)
		}
	}
	for _, name := range []string{"", "F11", "Print", "Q", "scan:0", "F13"} {
		if b, ok := k.Button(name, 0); ok {
			t.Errorf("%q means %q", name, b)
		}
	}
	if missing := k.Missing(); len(missing) > 0 {
		t.Errorf("no key for %v", missing)
	}
	if missing := (Keypad{}).Missing(); len(missing) != 7 {
		t.Errorf("the zero keypad misses %v", missing)
	}
}

func TestKeysAreWrittenByNameNumberOrAsF13(t *testing.T) {
	for text, want := range map[string]string{
		"Up": "Up", " Space ": "Space", "Enter": "KP_Enter", "Backspace": "BackSpace", "F1": "F1", "F12": "F12",
		"F13": "scan:191", "F23": "scan:201", "F24": "scan:202", "enter": "KP_Enter", "up": "Up", "a": "A", "PageUp": "Prior", "\\": "\\",
		"scan:191": "scan:191", "scan: 0191": "scan:191", "scan:65535": "scan:65535",
	} {
		if got, ok := ParseKey(text); !ok || got != want {
			t.Errorf("%q is %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", " ", "scan:", "scan:0", "scan:-4", "scan:65536", "scan:x", "Up Down", "Ä", strings.Repeat("A", 25), "F25", "Runter", "Escape", "Esc"} {
		if got, ok := ParseKey(text); ok {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}

func TestTheNearestKeyIsTheOneThatWasMeant(t *testing.T) {
	for text, want := range map[string]string{
		"Dwon": "Down", "Entr": "Enter", "Retrun": "Return", "Backspce": "BackSpace", "Spaces": "Space", "F133": "F13",
		"Runter": "", "": "", "Esc": "", "Leertaste": "", strings.Repeat("x", 1000): "",
	} {
		if got := NearestKey(text); got != want {
			t.Errorf("%.30q: %q, want %q", text, got, want)
		}
	}
}

func TestAScanCodeGoesBeforeTheName(t *testing.T) {
	k, said := UsualKeypad().Learn(ButtonHelp, 36)
	if len(said) > 0 {
		t.Errorf("said %v", said)
	}
	if b, _ := k.Button("Return", 36); b != ButtonHelp {
		t.Errorf("the learnt key means %q", b)
	}
	if b, _ := k.Button("Return", 104); b != ButtonAction {
		t.Errorf("the other one means %q", b)
	}
}

func TestLearningMakesANewMapAndSaysConflicts(t *testing.T) {
	one, said := UsualKeypad().Learn(ButtonUp, 191)
	if len(said) > 0 {
		t.Errorf("a free key: %v", said)
	}
	two, said := one.Learn(ButtonDown, 191)
	if len(said) != 1 || !slices.Equal(said[0].Args, []string{"key", "scan:191", "from", "up", "to", "down"}) {
		t.Errorf("a taken key: %v", said)
	}
	if b, _ := one.Button("", 191); b != ButtonUp {
		t.Errorf("learning changed the old map: %q", b)
	}
	if b, _ := two.Button("", 191); b != ButtonDown {
		t.Errorf("the new map says %q", b)
	}
	if _, said := two.Learn(ButtonDown, 191); len(said) > 0 {
		t.Errorf("learnt again: %v", said)
	}
	only := MakeKeypad(map[Button][]string{ButtonUp: {"scan:191"}})
	if _, said := only.Learn(ButtonDown, 191); len(said) != 2 || said[1].Key != "kiosk-config.button-without-key" {
		t.Errorf("the only key of a button: %v", said)
	}
	for _, scan := range []int{0, -1, 1 << 20} {
		if k, said := one.Learn(ButtonUp, scan); len(said) != 1 || !slices.Equal(k.Keys(ButtonUp), one.Keys(ButtonUp)) {
			t.Errorf("scan code %d: %v", scan, said)
		}
	}
	if k, _ := (Keypad{}).Learn(ButtonUp, 191); len(k.Keys(ButtonUp)) != 1 {
		t.Error("the zero keypad learns nothing")
	}
}

func TestKeysOfAFileReplaceThoseOfTheirButton(t *testing.T) {
	k, said := UsualKeypad().With(MakeKeypad(map[Button][]string{ButtonUp: {"scan:191"}, ButtonBack: {"Left", "scan:192"}}))
	if got := k.Keys(ButtonUp); !slices.Equal(got, []string{"scan:191"}) {
		t.Errorf("up: %v", got)
	}
	if got := k.Keys(ButtonBack); !slices.Equal(got, []string{"Left", "scan:192"}) {
		t.Errorf("back: %v", got)
	}
	if len(k.Keys(ButtonAction)) != 3 {
		t.Errorf("action lost its keys: %v", k.Keys(ButtonAction))
	}
	if keys := keysOf(said); !slices.Equal(keys, []string{"kiosk-config.key-moved", "kiosk-config.button-without-key"}) {
		t.Errorf("said %v", said)
	}
}

func TestAKeypadSurvivesItsTextForm(t *testing.T) {
	k, _ := UsualKeypad().Learn(ButtonSpeak, 202)
	text, err := k.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	var back Keypad
	if err := back.UnmarshalText(text); err != nil {
		t.Fatal(err)
	}
	for _, b := range Buttons() {
		if !slices.Equal(k.Keys(b), back.Keys(b)) {
			t.Errorf("%s: %v became %v", b, k.Keys(b), back.Keys(b))
		}
	}
	for _, bad := range []string{"leap Up", "up", "up scan:x", strings.Repeat("up Up\n", 5000)} {
		if err := back.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%.20q was read", bad)
		}
	}
	if len(back.Keys(ButtonUp)) != 1 {
		t.Error("a broken text changed the keypad")
	}
}
