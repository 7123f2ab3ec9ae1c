/** Who signs papers otherwise than is usual: of a kind of paper, or of one meeting's or one year's. */
export const signing = `
CREATE TABLE signing (
  id INTEGER PRIMARY KEY,
  paper TEXT NOT NULL
    CHECK (paper IN ('notice', 'agenda', 'resolution', 'conclusionNotice', 'score', 'themePlan')),
  meetingId INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
  year INTEGER CHECK (year BETWEEN 1900 AND 2200),
  form TEXT CHECK (form IN ('cell', 'committee', 'forSecretary', 'byOrder')),
  memberId INTEGER REFERENCES member (id) ON DELETE SET NULL,
  office TEXT NOT NULL DEFAULT '',
  CHECK (meetingId IS NULL OR year IS NULL)
) STRICT;
CREATE UNIQUE INDEX signingOfPaper ON signing (paper, coalesce(meetingId, 0), coalesce(year, 0));
CREATE INDEX signingByMeeting ON signing (meetingId);
CREATE INDEX signingByMember ON signing (memberId);
`
