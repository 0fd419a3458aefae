#!/bin/sh
# install.sh [PREFIX]: installs {{.Name}} {{.Version}} for one user, without root, below
# PREFIX, or else ~/.local. install.sh --uninstall [PREFIX] takes away what it
# brought; settings stay in ~/.local/state/{{.Packages.Binary}}.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

remove=
if [ "${1:-}" = --uninstall ]; then
	remove=1
	shift
fi
prefix=${1:-$HOME/.local}
list=$prefix/share/{{.Packages.Binary}}/installed

# refresh tells the desktop what came or went, where it wants to be told. What it
# makes of our files goes with the last of them.
refresh() {
	apps=$prefix/share/applications types=$prefix/share/mime icons=$prefix/share/icons/hicolor
	if ls "$apps"/*.desktop >/dev/null 2>&1; then
		if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$apps" || true; fi
	else
		rm -f "$apps/mimeinfo.cache"
	fi
	if ls "$types"/packages/*.xml >/dev/null 2>&1; then
		if command -v update-mime-database >/dev/null; then update-mime-database "$types" || true; fi
	else
		rm -rf "$types"
	fi
	if [ -f "$icons/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -f "$icons" || true; fi
	rmdir "$apps" "$prefix/share" "$prefix" 2>/dev/null || true
}

# uninstall removes the files of the list, and folders that are empty then.
uninstall() {
	[ -f "$list" ] || return 0
	while read -r file; do
		rm -f "$prefix/$file"
	done <"$list"
	while read -r file; do
		dir=$(dirname "$file")
		while [ "$dir" != . ]; do
			rmdir "$prefix/$dir" 2>/dev/null || break
			dir=$(dirname "$dir")
		done
	done <"$list"
	rm -f "$list"
	rmdir "$(dirname "$list")" 2>/dev/null || true
}

if [ -n "$remove" ]; then
	[ -f "$list" ] || {
		echo "{{.Name}} is not installed below $prefix" >&2
		exit 1
	}
	uninstall
	refresh
	echo "{{.Name}} is gone from $prefix."
	exit
fi

uninstall
mkdir -p "$(dirname "$list")"
(cd "$here" && find bin share -type f | sort) >"$list"
while read -r file; do
	mkdir -p "$prefix/$(dirname "$file")"
	rm -f "$prefix/$file"
	cp "$here/$file" "$prefix/$file"
done <"$list"
# A desktop does not look into ~/.local/bin.
desktop=$prefix/share/applications/{{.ID}}.desktop
sed "s|Exec={{.Packages.Binary}}|Exec=$prefix/bin/{{.Packages.Binary}}|" "$desktop" >"$desktop.new"
mv "$desktop.new" "$desktop"
refresh
echo "{{.Name}} {{.Version}} is in $prefix/bin/{{.Packages.Binary}}."
case :$PATH: in
*":$prefix/bin:"*) ;;
*) echo "$prefix/bin is not in your PATH: open it from the menu, or by its whole name." ;;
esac
