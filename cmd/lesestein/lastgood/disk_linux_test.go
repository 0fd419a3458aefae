package lastgood

import "testing"

// TestAFileSystemThatSyncsNoFolderIsNoFailure: some of networks and sticks say EINVAL, as
// the one of the processes does.
func TestAFileSystemThatSyncsNoFolderIsNoFailure(t *testing.T) {
	if err := Folder("/proc/self").Sync("."); err != nil {
		t.Error(err)
	}
	if err := Folder(t.TempDir()).Sync("none"); err == nil {
		t.Error("a folder that is not there is synced")
	}
}
