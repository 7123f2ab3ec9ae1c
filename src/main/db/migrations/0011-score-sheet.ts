/** Sheets of the cell's own are written in the program: when they hold, for which meetings, and steps bound to facts. */
export const scoreSheet = `
ALTER TABLE scoreSheet ADD COLUMN validFrom TEXT
  CHECK (validFrom GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE scoreSheet ADD COLUMN kinds TEXT NOT NULL DEFAULT 'regular regularThemed themed' CHECK (kinds <> '');
ALTER TABLE scoreSheet ADD COLUMN replaces TEXT CHECK (replaces <> '');

CREATE TABLE scoreCriterionWritten (
  id INTEGER PRIMARY KEY,
  scoreSheetId INTEGER NOT NULL REFERENCES scoreSheet (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  groupTitle TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (title <> ''),
  maximum REAL NOT NULL CHECK (maximum BETWEEN 0 AND 100),
  maximumThemed REAL CHECK (maximumThemed BETWEEN 0 AND 100),
  rule TEXT NOT NULL DEFAULT '',
  gap TEXT NOT NULL DEFAULT '',
  facts TEXT,
  scale TEXT CHECK (json_valid(scale))
) STRICT;
INSERT INTO scoreCriterionWritten (id, scoreSheetId, position, groupTitle, title, maximum)
  SELECT id, scoreSheetId, position, groupTitle, title, maximum FROM scoreCriterion;
DROP TABLE scoreCriterion;
ALTER TABLE scoreCriterionWritten RENAME TO scoreCriterion;
CREATE INDEX scoreCriterionBySheet ON scoreCriterion (scoreSheetId, position);
`
