/** The year's themed sessions with who prepares what by when; what members are strong in; agenda items of a theme. */
export const themes = `
CREATE TABLE theme (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
  quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  month INTEGER CHECK (month BETWEEN quarter * 3 - 2 AND quarter * 3),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  titleFolded TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'cell' CHECK (origin IN ('upper', 'cell')),
  problem TEXT NOT NULL DEFAULT '',
  figures TEXT NOT NULL DEFAULT '',
  cause TEXT NOT NULL DEFAULT '',
  solution TEXT NOT NULL DEFAULT '',
  aim TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL DEFAULT 'leadPaper' CHECK (form IN ('leadPaper', 'talk', 'story', 'visit')),
  sessionOn TEXT CHECK (sessionOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  meetingId INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
  leadId INTEGER REFERENCES member (id),
  product TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (year, titleFolded)
) STRICT;
CREATE INDEX themeByQuarter ON theme (year, quarter, position);
CREATE INDEX themeByMeeting ON theme (meetingId);
CREATE INDEX themeByLead ON theme (leadId);

CREATE TABLE themeContributor (
  id INTEGER PRIMARY KEY,
  themeId INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  memberId INTEGER NOT NULL REFERENCES member (id),
  topic TEXT NOT NULL DEFAULT '',
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 120),
  position INTEGER NOT NULL,
  UNIQUE (themeId, memberId)
) STRICT;
CREATE INDEX themeContributorByMember ON themeContributor (memberId);

CREATE TABLE themeStep (
  id INTEGER PRIMARY KEY,
  themeId INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('outline', 'draft', 'approval', 'sent', 'held', 'concluded', 'reported')),
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (themeId, step)
) STRICT;

CREATE TABLE themeQuestion (
  id INTEGER PRIMARY KEY,
  themeId INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  question TEXT NOT NULL CHECK (question <> '')
) STRICT;
CREATE INDEX themeQuestionByTheme ON themeQuestion (themeId, position);

CREATE TABLE themeLink (
  id INTEGER PRIMARY KEY,
  themeId INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  target TEXT NOT NULL CHECK (target <> '')
) STRICT;
CREATE INDEX themeLinkByTheme ON themeLink (themeId, position);

CREATE TABLE themeSubject (
  id INTEGER PRIMARY KEY,
  themeId INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  subject TEXT NOT NULL CHECK (subject <> ''),
  subjectFolded TEXT NOT NULL,
  UNIQUE (themeId, subjectFolded)
) STRICT;

CREATE TABLE memberStrength (
  id INTEGER PRIMARY KEY,
  memberId INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  subject TEXT NOT NULL CHECK (subject <> ''),
  subjectFolded TEXT NOT NULL,
  UNIQUE (memberId, subjectFolded)
) STRICT;

ALTER TABLE agendaItem ADD COLUMN themeId INTEGER REFERENCES theme (id) ON DELETE SET NULL;
CREATE INDEX agendaItemByTheme ON agendaItem (themeId);
`
