package doc

import "fmt"

// Sentence says what is wrong with a text or a file, in English: Form with the
// verbs of package fmt, filled with Args. Who speaks another language translates
// the forms; the arguments are names, numbers, words of the text, and sentences
// again. The zero Sentence says nothing.
type Sentence struct {
	Form string
	Args []any
}

// Say makes a sentence.
func Say(form string, args ...any) Sentence { return Sentence{form, args} }

// String is the sentence in English.
func (s Sentence) String() string {
	return s.In(func(form string) string { return form })
}

// Error is String: a sentence can be what is wrong.
func (s Sentence) Error() string { return s.String() }

// In is the sentence in another language: translate gets its form, and the forms
// of the sentences among its arguments, and returns each with the same verbs, in
// any order by their indexes ("%[2]s").
func (s Sentence) In(translate func(form string) string) string {
	if len(s.Args) == 0 {
		return translate(s.Form)
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		if inner, ok := a.(Sentence); ok {
			a = inner.In(translate)
		}
		args[i] = a
	}
	return fmt.Sprintf(translate(s.Form), args...)
}
