package main

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/exhibit"
	"lesestein/ui/edition"
	"lesestein/ui/keepfile"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/theme"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// proofOptions are what `lesestein proof` takes.
type proofOptions struct {
	source  string // a folder with an exhibition, "" for the embedded one; or a book
	room    string
	lang    string
	kind    oneOf // which text of the room
	look    look
	pages   stretch
	screen  oneOf  // written in place of the pages
	place   place  // of a station, whose screens are written then
	output  string // the folder of the pictures
	galley  bool
	measure bool
	figures figures
}

// figures are what is measured.
type figures struct {
	em   int // line length in ems
	over int // only paragraphs with more code points than this
}

// look is how pages are shown.
type look struct {
	size  size
	theme oneOf
	text  percentage
}

func newProof(st call.Streams) *cobra.Command {
	o := proofOptions{
		kind:    oneOf{exhibit.Standard, []string{exhibit.Standard, exhibit.Short, exhibit.Panel, exhibit.Easy, state.Intro}},
		look:    look{size{1920, 1080}, oneOf{"paper", theme.Names()}, 100},
		screen:  oneOf{"", screens()},
		figures: figures{em: 30},
	}
	c := &cobra.Command{
		Use:   "proof " + st.Say.T("command.folder-optional"),
		Short: st.Say.T("command.proof"),
		Long:  st.Say.T("command.proof-long"),
		Example: `  lesestein proof --room 1945 --pages 1-6 --theme night --output out
  lesestein proof --room 1990 --lang en --galley`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.source = args[0]
			}
			return proof(cmd.Context(), st, o)
		},
	}
	f, say := c.Flags(), st.Say.T
	f.StringVar(&o.room, "room", "", say("command.flag.room"))
	f.StringVar(&o.lang, "lang", "", say("command.flag.lang"))
	f.Var(&o.kind, "text", say("command.flag.text"))
	f.Var(&o.pages, "pages", say("command.flag.pages"))
	f.Var(&o.look.size, "size", say("command.flag.size"))
	f.Var(&o.look.theme, "theme", say("command.flag.theme"))
	f.Var(&o.look.text, "text-size", say("command.flag.text-size"))
	f.Var(&o.screen, "screen", say("command.flag.screen"))
	f.Var(&o.place, "station", say("command.flag.station"))
	f.StringVarP(&o.output, "output", "o", ".", say("command.flag.output"))
	f.BoolVar(&o.galley, "galley", false, say("command.flag.galley"))
	f.BoolVar(&o.measure, "measure", false, say("command.flag.measure"))
	f.Var((*ems)(&o.figures.em), "em", say("command.flag.em"))
	f.IntVar(&o.figures.over, "over", 0, say("command.flag.over"))
	return c
}

// proof sets one text and writes it as pictures, or as text, or measures it.
func proof(ctx context.Context, st call.Streams, o proofOptions) error {
	if o.measure {
		return measured(ctx, st, o)
	}
	setter, err := newSetter()
	if err != nil {
		return err
	}
	x, err := open(o.source)
	if err != nil {
		return err
	}
	defer x.Close()
	x.warn(st, o.source)
	text, err := x.text(o.room, o.kind.value)
	if err != nil {
		return err
	}
	lang := x.language(o.lang, st.Say.Lang())
	r, ok := edition.Rendition(x.Exhibition, text, lang)
	if !ok {
		return call.Wrong(call.Sentence("command.error.text", "room", text.Room, "text", o.kind.value, "language", lang))
	}
	d := x.lay(setter, r, text, o.look)
	if o.screen.value != "" && o.place.Mount != "" {
		return stationPicture(st, x, d, o)
	}
	if o.screen.value != "" {
		return screenPicture(st, x, d, o)
	}
	if err := d.book.Set.Paginate(ctx); err != nil {
		return err
	}
	x.sayUnset(st.Err, st, o.source, edition.Unset(d.book.Set.Diagnostics()))
	if o.galley {
		_, err := fmt.Fprint(st.Out, typeset.Dump(d.book.Set))
		return err
	}
	return pictures(st, d, o)
}

// pictures writes each spread that has one of the pages asked for as a PNG file
// called after the room, the language and the spread's first page.
func pictures(st call.Streams, d sheet, o proofOptions) error {
	about := cmp.Or(d.state.Reading.Text.Room, d.state.Reading.Text.Kind) + "-" + d.book.Visible.Lang()
	easel := newEasel(st, d, o)
	written := 0
	for i := range d.book.Set.Count() {
		s := d.book.Set.Spread(i)
		if !o.pages.touches(s.Number, s.Number+len(s.Pages)-1) {
			continue
		}
		page := s.Flat(frame.Px(o.look.size.width), frame.Px(o.look.size.height))
		if err := easel.write(page, fmt.Sprintf("%s-%03d.png", about, s.Number)); err != nil {
			return err
		}
		written++
	}
	if written == 0 {
		return call.Wrong(call.Sentence("command.error.pages", "pages", o.pages.String(), "count", strconv.Itoa(d.book.Set.Pages())))
	}
	return nil
}

// screens are the screens that can be written without a text being read.
func screens() []string {
	return append(stations(), string(state.Shelf), string(state.About), string(state.Contacts), string(state.Paused), string(state.Ended))
}

// screenPicture writes one screen as a PNG file called after it and the language.
func screenPicture(st call.Streams, x opened, d sheet, o proofOptions) error {
	d.state.View.Route = state.Route(o.screen.value)
	composed := screen.Compose(screen.Input{
		State: d.state, Words: x.words.In(d.book.Visible.Lang()), Set: d.of.Setter, Exhibition: x.Exhibition,
	})
	return newEasel(st, d, o).write(composed.Page, o.screen.value+"-"+d.book.Visible.Lang()+".png")
}

// An easel paints pages of one size and writes them into one folder.
type easel struct {
	st     call.Streams
	sheet  sheet
	folder string
	dst    *image.RGBA
}

func newEasel(st call.Streams, d sheet, o proofOptions) easel {
	return easel{st, d, o.output, image.NewRGBA(image.Rect(0, 0, o.look.size.width, o.look.size.height))}
}

func (e easel) write(p frame.Page, name string) error {
	name = filepath.Join(e.folder, name)
	e.sheet.of.Setter.Paint(e.dst, p, e.sheet.palette)
	err := os.MkdirAll(e.folder, 0o755)
	if err == nil {
		err = writePicture(name, e.dst)
	}
	if err != nil {
		return call.Sentence("proof.not-written", "file", name, "reason", call.Explain(e.st.Say, err))
	}
	_, err = fmt.Fprintln(e.st.Out, e.st.Say.T("proof.written", "file", name))
	return err
}

// writePicture writes a PNG file whole or not at all.
func writePicture(name string, img image.Image) error {
	// Pages are flat: the fastest compression is nearly as small.
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	return keepfile.Write(name, 0o644, func(w io.Writer) error { return e.Encode(w, img) })
}
