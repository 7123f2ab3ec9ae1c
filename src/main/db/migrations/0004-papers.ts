/** Papers written from facts: what a hand wrote on them, the terms they are numbered in, and those issued. */
export const papers = `
CREATE TABLE paperParagraph (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  paper TEXT NOT NULL CHECK (paper IN ('minutes', 'resolution', 'conclusionNotice')),
  key TEXT NOT NULL CHECK (key <> ''),
  field TEXT NOT NULL CHECK (field <> ''),
  afterKey TEXT CHECK (afterKey <> ''),
  style TEXT NOT NULL CHECK (style IN ('heading', 'subheading', 'text', 'row', 'recipient')),
  ownText TEXT NOT NULL,
  writtenOn TEXT NOT NULL CHECK (writtenOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  madeFrom TEXT,
  madeFromFacts TEXT,
  UNIQUE (meetingId, paper, key),
  CHECK ((madeFrom IS NULL) = (madeFromFacts IS NULL))
) STRICT;

CREATE TABLE committeeTerm (
  id INTEGER PRIMARY KEY,
  startsOn TEXT NOT NULL UNIQUE CHECK (startsOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE issuedPaper (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  paper TEXT NOT NULL CHECK (paper IN ('minutes', 'resolution', 'conclusionNotice')),
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
  CHECK ((revision = 0) = (reason = ''))
) STRICT;
CREATE INDEX issuedPaperByCode ON issuedPaper (code, issuedOn);
`
