package flow

import (
	"strings"
	"testing"

	"lesestein/content/note"
)

// spoken are words as a catalogue has them, for one language.
type spoken map[string]string

func (s spoken) T(key string, args ...string) string {
	w, ok := s[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(args); i += 2 {
		w = strings.ReplaceAll(w, "{"+args[i]+"}", args[i+1])
	}
	return w
}

func (s spoken) N(key string, _ int, args ...string) string { return s.T(key, args...) }

func TestANoteSaysOnceWhatIsOnlyMentioned(t *testing.T) {
	w := words{spoken{
		"notes.item": "{category}, {level}", "notes.separator": " · ", "notes.group.1": "Erwähnt: {list}",
		"level.1": "erwähnt", "level.2": "geschildert", "category.war": "Krieg", "category.death": "Tod", "category.suicide": "Suizid",
	}}
	war, death, suicide := note.Tag{Category: "war", Level: 2}, note.Tag{Category: "death", Level: 1}, note.Tag{Category: "suicide", Level: 1}
	for _, c := range []struct {
		tags            []note.Tag
		near, mentioned string
	}{
		{nil, "", ""},
		{[]note.Tag{death}, "Tod, erwähnt", ""},
		{[]note.Tag{death, war}, "Krieg, geschildert\u00a0· Tod, erwähnt", ""},
		{[]note.Tag{death, war, suicide}, "Krieg, geschildert", "Erwähnt: Tod\u00a0· Suizid"},
		{[]note.Tag{death, suicide}, "Erwähnt: Tod\u00a0· Suizid", ""},
	} {
		if near, mentioned := w.tags(c.tags); near != c.near || mentioned != c.mentioned {
			t.Errorf("%v: %q, %q", c.tags, near, mentioned)
		}
	}
	if near, _ := (words{}).tags([]note.Tag{death, suicide}); near != "death, 1\u00a0· suicide, 1" {
		t.Errorf("without words: %q", near)
	}
}
