package main

import (
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
)

func TestMetadataEqualsFyneApp(t *testing.T) {
	var file struct {
		Details struct {
			ID, Name, Version string
			Build             int
		}
		Migrations map[string]bool
	}
	if _, err := toml.DecodeFile("../../FyneApp.toml", &file); err != nil {
		t.Fatal(err)
	}
	got := metadata()
	file2 := got
	file2.ID, file2.Name, file2.Version, file2.Build = file.Details.ID, file.Details.Name, file.Details.Version, file.Details.Build
	file2.Migrations = file.Migrations
	if d := cmp.Diff(file2, got); d != "" {
		t.Errorf("FyneApp.toml (-) and metadata (+) differ:\n%s", d)
	}
}
