/** Numbers given outside the program; and papers of a year, and any that carries a number, may be issued. */
export const paperRegister = `
CREATE TABLE outsidePaper (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  issuedOn TEXT NOT NULL CHECK (issuedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  title TEXT NOT NULL CHECK (title <> '')
) STRICT;
CREATE INDEX outsidePaperByCode ON outsidePaper (code, issuedOn);

CREATE TABLE issuedPaperOfAnyKind (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER REFERENCES meeting (id),
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),
  paper TEXT NOT NULL
    CHECK (paper IN ('notice', 'minutes', 'resolution', 'conclusionNotice', 'themePlan')),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  code TEXT NOT NULL CHECK (code <> ''),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  issuedOn TEXT NOT NULL CHECK (issuedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  symbol TEXT NOT NULL CHECK (symbol <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  reason TEXT NOT NULL DEFAULT '',
  issuedAt TEXT NOT NULL,
  document TEXT NOT NULL,
  layout TEXT NOT NULL,
  UNIQUE (meetingId, paper, revision),
  UNIQUE (year, paper, revision),
  CHECK ((meetingId IS NULL) <> (year IS NULL)),
  CHECK ((revision = 0) = (reason = ''))
) STRICT;
INSERT INTO issuedPaperOfAnyKind
  (id, meetingId, paper, revision, code, number, issuedOn, symbol, title, reason, issuedAt, document, layout)
  SELECT id, meetingId, paper, revision, code, number, issuedOn, symbol, title, reason, issuedAt, document, layout
  FROM issuedPaper;
DROP TABLE issuedPaper;
ALTER TABLE issuedPaperOfAnyKind RENAME TO issuedPaper;
CREATE INDEX issuedPaperByCode ON issuedPaper (code, issuedOn);
`
