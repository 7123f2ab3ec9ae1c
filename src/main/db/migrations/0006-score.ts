/** The score of a meeting line by line, as it was given; and the sheets a cell brought itself. */
export const score = `
CREATE TABLE scoreSheet (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE scoreCriterion (
  id INTEGER PRIMARY KEY,
  scoreSheetId INTEGER NOT NULL REFERENCES scoreSheet (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  groupTitle TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (title <> ''),
  maximum REAL NOT NULL CHECK (maximum > 0 AND maximum <= 100)
) STRICT;
CREATE INDEX scoreCriterionBySheet ON scoreCriterion (scoreSheetId, position);

CREATE TABLE meetingScore (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL UNIQUE REFERENCES meeting (id) ON DELETE CASCADE,
  sheet TEXT NOT NULL CHECK (sheet <> ''),
  sheetName TEXT NOT NULL,
  total REAL NOT NULL CHECK (total BETWEEN 0 AND 1000),
  missing INTEGER NOT NULL CHECK (missing >= 0),
  level TEXT CHECK (level IN ('good', 'fair', 'average', 'poor')),
  CHECK (level IS NULL OR missing = 0)
) STRICT;

CREATE TABLE scoreLine (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  criterion TEXT NOT NULL CHECK (criterion <> ''),
  groupTitle TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (title <> ''),
  maximum REAL NOT NULL CHECK (maximum > 0 AND maximum <= 100),
  points REAL CHECK (points BETWEEN 0 AND maximum),
  computed REAL CHECK (computed BETWEEN 0 AND maximum),
  evidence TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  UNIQUE (meetingId, criterion)
) STRICT;
`
