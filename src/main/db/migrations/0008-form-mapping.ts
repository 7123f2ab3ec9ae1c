/** What the columns of an upper body's form are filled with, remembered by the form's headings. */
export const formMapping = `
CREATE TABLE formMapping (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE CHECK (fingerprint <> ''),
  title TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE formColumn (
  id INTEGER PRIMARY KEY,
  formMappingId INTEGER NOT NULL REFERENCES formMapping (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  figure TEXT CHECK (figure <> ''),
  words TEXT NOT NULL DEFAULT '',
  UNIQUE (formMappingId, position)
) STRICT;
`
