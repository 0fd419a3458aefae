package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// makeMacOS lays out Lesestein.app. The program in it is the one of -program: it
// can be built, signed and packed into a disk image on a Mac alone, which
// .github/workflows/release.yml does. Without one for a Mac the layout is made all the same,
// so that it can be looked at everywhere.
func makeMacOS(j job) error {
	bundle, err := j.bundle()
	if err != nil {
		return err
	}
	if j.program != "" {
		binary, err := os.ReadFile(j.program)
		if err != nil {
			return err
		}
		if isMachO(binary) {
			bundle = bundle.with(program("Contents/MacOS/"+j.Packages.Binary, binary))
		}
	}
	app := filepath.Join(j.dist, j.Name+".app")
	if err := os.RemoveAll(app); err != nil {
		return err
	}
	return bundle.write(app)
}

// isMachO reports whether a program is one for macOS: of one architecture (64 bits)
// or of many.
func isMachO(binary []byte) bool {
	return bytes.HasPrefix(binary, []byte{0xcf, 0xfa, 0xed, 0xfe}) || bytes.HasPrefix(binary, []byte{0xca, 0xfe, 0xba, 0xbe})
}

// bundle is what is in the .app besides the program.
func (j job) bundle() (tree, error) {
	info, err := fill(j.root, "macos/Info.plist", j.product)
	if err != nil {
		return nil, err
	}
	svg, err := j.icon(j.root)
	if err != nil {
		return nil, err
	}
	icns, err := svg.icns()
	if err != nil {
		return nil, err
	}
	t := tree{plain("Contents/PkgInfo", []byte("APPL????")), plain("Contents/LICENSE", j.licence())}
	t = t.with(plain("Contents/Info.plist", info), plain("Contents/Resources/"+j.Packages.Binary+".icns", icns))
	for _, lang := range languages {
		words := fmt.Sprintf("CFBundleDisplayName = %q;\nCFBundleGetInfoString = %q;\n", j.Name, j.Words[lang].Summary)
		t = t.with(plain("Contents/Resources/"+lang+".lproj/InfoPlist.strings", []byte(words)))
	}
	return t, t.check()
}
