-- A library of version 4, as the program wrote it.
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1281717068;
CREATE TABLE works (
	id      BLOB PRIMARY KEY NOT NULL,
	path    TEXT NOT NULL,      -- where it was seen last
	title   TEXT NOT NULL,
	authors TEXT NOT NULL,      -- as one reads them
	lang    TEXT NOT NULL,      -- BCP 47
	folder  INTEGER NOT NULL,   -- 1: an exhibition
	shelved INTEGER NOT NULL,   -- 0: it was taken off the shelf
	added   INTEGER NOT NULL,
	read    INTEGER NOT NULL
) STRICT;
CREATE TABLE places (
	work  BLOB NOT NULL,
	room  TEXT NOT NULL,
	kind  TEXT NOT NULL,
	place TEXT NOT NULL,        -- a doc.Locator, as JSON
	PRIMARY KEY (work, room, kind)
) STRICT;
CREATE TABLE waiting (
	source TEXT NOT NULL,       -- the path of a file, or the id of an exhibition
	room   TEXT NOT NULL,
	kind   TEXT NOT NULL,
	place  TEXT NOT NULL,
	PRIMARY KEY (source, room, kind)
) STRICT;
CREATE TABLE settings (
	name  TEXT PRIMARY KEY NOT NULL,
	value TEXT NOT NULL         -- JSON
) STRICT;
ALTER TABLE works ADD COLUMN at  INTEGER NOT NULL DEFAULT 0; -- code points before the place where it was left
ALTER TABLE works ADD COLUMN len INTEGER NOT NULL DEFAULT 0; -- of the text that was read last, in code points
CREATE TABLE files (            -- of the folders that were read in
	path    TEXT PRIMARY KEY NOT NULL,
	size    INTEGER NOT NULL,
	changed INTEGER NOT NULL,   -- nanoseconds since 1970
	work    BLOB                -- NULL: it could not be opened
) STRICT;
ALTER TABLE files ADD COLUMN why TEXT NOT NULL DEFAULT ''; -- it could not be opened: content.OpenError.Why
CREATE TABLE folders (          -- that were read in
	path TEXT PRIMARY KEY NOT NULL
) STRICT;
PRAGMA user_version = 4;
INSERT INTO settings VALUES
	('taken-over', 'true'), ('preference.lang', '"de"'), ('preference.theme', '"night"'), ('preference.size', '0'), ('preference.percent', '117'),
	('preference.pixel', '264550'), ('preference.block', '{"margins":"wide","alignment":"justified"}'),
	('policy', '{"Levels":[0,0,1,2],"Flagged":2,"Category":null}'), ('window', '[1280,860]');
INSERT INTO works VALUES
	(x'0100000000000000000000000000000000000000000000000000000000000000', '/books/faehre.epub', 'Die Fähre am Weidenkamp', 'Mara Lind', 'de', 0, 1, 1000, 2000, 40, 100),
	(x'0200000000000000000000000000000000000000000000000000000000000000', '/books/off.epub', 'Off the shelf', '', 'en', 0, 0, 1000, 0, 0, 0);
INSERT INTO places VALUES
	(x'0100000000000000000000000000000000000000000000000000000000000000', 'text', 'standard', '{"block":"b.1","offset":7,"after":"Größe"}');
INSERT INTO waiting VALUES ('/books/waits.epub', 'text', 'standard', '{"block":"b.1","offset":3,"after":"Größe"}');
