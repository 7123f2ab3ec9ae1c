/** What a meeting notes beside its votes, conclusions and tasks, and whom it concerns. */
export const remark = `
CREATE TABLE remark (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  agendaItemId INTEGER REFERENCES agendaItem (id) ON DELETE SET NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('commendation', 'reminder', 'petition', 'massWork', 'reading', 'inspection')),
  content TEXT NOT NULL CHECK (content <> '')
) STRICT;
CREATE INDEX remarkByMeeting ON remark (meetingId);
CREATE INDEX remarkByItem ON remark (agendaItemId);

CREATE TABLE remarkMember (
  id INTEGER PRIMARY KEY,
  remarkId INTEGER NOT NULL REFERENCES remark (id) ON DELETE CASCADE,
  memberId INTEGER NOT NULL REFERENCES member (id),
  UNIQUE (remarkId, memberId)
) STRICT;
CREATE INDEX remarkMemberByMember ON remarkMember (memberId);
`
