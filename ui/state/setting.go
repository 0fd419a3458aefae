package state

import (
	"maps"
	"slices"
	"strings"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// actSetting does what the sheets of settings offer; done says whether the Ref
// was one of theirs.
func actSetting(s State, e Act) (_ State, _ []Effect, done bool) {
	id := e.Ref.ID
	switch e.Ref.Kind {
	case frame.RefSet:
		key, value, _ := strings.Cut(id, "=")
		if id == StopReading {
			return s, []Effect{StopGathering{}}, true
		}
		if source, is := strings.CutPrefix(id, Remove); is {
			return s.dismiss(), []Effect{Unshelve{Source: source}}, true
		}
		if source, is := strings.CutPrefix(id, PageOf); is {
			s, eff := s.ofWork(source)
			return s, eff, true
		}
		if next, done := s.homeSetting(key, value); done {
			return next, nil, true
		}
		if key == "interface" {
			s, eff := s.speak(value)
			return s, eff, true
		}
		if key == "face" && !s.offersFace(value) {
			return s, nil, true
		}
		s, eff := s.prefer(s.Prefs.set(key, value))
		return s, eff, true
	case frame.RefStep:
		key, by := strings.TrimRight(id, "+-"), 1
		if strings.HasSuffix(id, "-") {
			by = -1
		}
		s, eff := s.prefer(s.stepped(key, by))
		return s, eff, true
	case frame.RefPolicy:
		s, eff := s.judge(ruled(s.Policy, id))
		return s, eff, true
	case frame.RefPreset:
		p, ok := note.Preset(id)
		if !ok {
			return s, nil, true
		}
		s, eff := s.judge(p)
		return s, eff, true
	case frame.RefReset:
		s, eff := s.reset(id)
		return s, eff, true
	}
	return s, nil, false
}

func (s State) reset(what string) (State, []Effect) {
	switch what {
	case "display":
		return s.prefer(Preferences{Lang: s.Prefs.Lang, Interface: s.Prefs.Interface, NoLetters: s.Prefs.NoLetters}.valid())
	case "policy":
		if s.Visit.Station {
			return s.judge(s.Visit.Given)
		}
		return s.judge(note.Default())
	}
	return s, nil
}

// prefer takes new preferences; the pages are laid anew only where they change.
func (s State) prefer(p Preferences) (State, []Effect) {
	old := s.Prefs
	if s.Visit.Station && p.Percent() < 100 { // what its place asks for is the least
		p.Size = 100
	}
	if p == old {
		return s, nil
	}
	s.Prefs = p
	old.Theme, old.Still, old.NoLetters = p.Theme, p.Still, p.NoLetters
	if old == p {
		return s, []Effect{SavePreferences{}}
	}
	s, eff := s.lay()
	return s, append(eff, SavePreferences{})
}

// judge takes a new policy. At a station it can only be tightened. Who tightens
// it wants to see less: what was opened under the looser one is folded again.
func (s State) judge(p note.Policy) (State, []Effect) {
	if s.Visit.Station && !stricter(p, s.Visit.Given) {
		return s, nil
	}
	if !stricter(s.Policy, p) {
		s = s.letGo()
		s.Visit.Opened, s.Visit.GoneOn = unread(s.Visit.Opened), nil
	}
	s.Policy = p
	s, eff := s.lay()
	return s, append(eff, SavePreferences{})
}

// unread returns the choices without the passages that were opened; summaries stay.
func unread(opened map[Text]note.Opened) map[Text]note.Opened {
	kept := map[Text]note.Opened{}
	for t, of := range opened {
		of = maps.Clone(of)
		maps.DeleteFunc(of, func(_ string, c note.Choice) bool { return c == note.Read })
		if len(of) > 0 {
			kept[t] = of
		}
	}
	return kept
}

// set returns p with one preference changed; what is not offered changes nothing.
func (p Preferences) set(key, value string) Preferences {
	q := p
	switch key {
	case "theme":
		q.Theme = value
	case "face":
		q.Family = value
	case "layout":
		q.Layout = value
	case "alignment":
		q.Block.Align = value
	case "margins":
		q.Block.Margins = value
	case "hyphens":
		q.NoHyph = value == "off"
	case "reduced-motion":
		q.Still = value == "on"
	case "letter-keys":
		q.NoLetters = value == "off"
	case "low":
		q.Low = value == "on"
	}
	if q.valid() != q {
		return p
	}
	return q
}

// stepped returns the preferences with one that has steps moved by one.
func (s State) stepped(key string, by int) Preferences {
	p := s.Prefs
	switch key {
	case "size":
		return s.Sized(step(Sizes(), s.Percent(), by))
	case "leading":
		p.Spacing.Leading = step(Steps(key), p.Spacing.Leading, by)
	case "paragraph":
		p.Spacing.Paragraph = step(Steps(key), p.Spacing.Paragraph, by)
	case "word":
		p.Spacing.Word = step(Steps(key), p.Spacing.Word, by)
	case "letter":
		p.Spacing.Letter = step(Steps(key), p.Spacing.Letter, by)
	}
	return p
}

// ruled returns p with the rule that an id such as "war=fold", "war=level" or
// "2=mark" names.
func ruled(p note.Policy, id string) note.Policy {
	of, what, _ := strings.Cut(id, "=")
	treat, isTreatment := map[string]note.Treatment{"show": note.Show, "mark": note.Mark, "fold": note.Fold}[what]
	if len(of) == 1 && of >= "1" && of <= "3" && isTreatment {
		p.Levels[of[0]-'0'] = treat
		return p
	}
	c := note.Category(of)
	if !slices.Contains(note.Categories(), c) {
		return p
	}
	rule, ok := map[string]note.Rule{
		"level": note.ByLevel, "show": note.AlwaysShow, "mark": note.AlwaysMark, "fold": note.AlwaysFold,
	}[what]
	if !ok {
		return p
	}
	m := maps.Clone(p.Category)
	if m == nil {
		m = map[note.Category]note.Rule{}
	}
	m[c] = rule
	if rule == note.ByLevel {
		delete(m, c)
	}
	p.Category = m
	return p
}

// stricter reports whether p treats every category at every level, flagged or
// not, at least as strictly as q.
func stricter(p, q note.Policy) bool {
	for _, c := range note.Categories() {
		for l := note.Level(1); l <= 3; l++ {
			for _, fold := range []bool{false, true} {
				ps := note.Passage{Tags: []note.Tag{{Category: c, Level: l}}, Fold: fold}
				if p.Of(ps) < q.Of(ps) {
					return false
				}
			}
		}
	}
	return true
}
