/** The first schema: the cell, its members, meetings with all that is noted of them, tasks, and the undo log. */
export const initial = `
CREATE TABLE cell (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  upperBody TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('residential', 'office', 'stateEnterprise', 'privateEnterprise', 'school', 'armedForces')),
  place TEXT NOT NULL,
  abbreviation TEXT NOT NULL,
  meetingPlace TEXT NOT NULL,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1))
) STRICT;

CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  fullName TEXT NOT NULL CHECK (fullName <> ''),
  fullNameFolded TEXT NOT NULL,
  sex TEXT CHECK (sex IN ('male', 'female')),
  birthDate TEXT CHECK (birthDate GLOB '[0-9][0-9][0-9][0-9]' OR birthDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR birthDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  cardNumber TEXT,
  identityNumber TEXT,
  fileNumber TEXT,
  admittedOn TEXT CHECK (admittedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  officialOn TEXT CHECK (officialOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  job TEXT NOT NULL DEFAULT '',
  politicalTheory TEXT NOT NULL DEFAULT '',
  residenceCell TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  removedAt TEXT
) STRICT;

CREATE TABLE memberStatus (
  id INTEGER PRIMARY KEY,
  memberId INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('full', 'probationary', 'exempt', 'temporaryElsewhere', 'temporaryHere', 'movedAway', 'removed', 'deceased')),
  fromDate TEXT NOT NULL CHECK (fromDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  toDate TEXT CHECK (toDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND toDate >= fromDate),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX memberStatusByMember ON memberStatus (memberId, fromDate);

CREATE TABLE memberRole (
  id INTEGER PRIMARY KEY,
  memberId INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('secretary', 'deputy', 'committeeMember', 'member')),
  fromDate TEXT NOT NULL CHECK (fromDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  toDate TEXT CHECK (toDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND toDate >= fromDate)
) STRICT;
CREATE INDEX memberRoleByMember ON memberRole (memberId, fromDate);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'themed', 'regularThemed', 'committee', 'extraordinary')),
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  heldOn TEXT NOT NULL CHECK (heldOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  startTime TEXT NOT NULL CHECK (startTime GLOB '[0-2][0-9]:[0-5][0-9]'),
  place TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('inPerson', 'online', 'mixed')),
  chairId INTEGER REFERENCES member (id),
  minuteTakerId INTEGER REFERENCES member (id),
  theme TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  closedAt TEXT,
  removedAt TEXT
) STRICT;
CREATE INDEX meetingByDate ON meeting (heldOn);

CREATE TABLE agendaItem (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('opening', 'main', 'themed', 'closing')),
  contentClass TEXT NOT NULL CHECK (contentClass IN ('formalities', 'ideology', 'lastResolution', 'professional', 'partyBuilding', 'theme', 'discussion', 'conclusion')),
  title TEXT NOT NULL CHECK (title <> ''),
  ownerId INTEGER REFERENCES member (id),
  plannedMinutes INTEGER NOT NULL CHECK (plannedMinutes BETWEEN 0 AND 600),
  privateNote TEXT NOT NULL DEFAULT '',
  taskId INTEGER REFERENCES task (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX agendaItemByMeeting ON agendaItem (meetingId, position);
CREATE INDEX agendaItemByTask ON agendaItem (taskId);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  memberId INTEGER NOT NULL REFERENCES member (id),
  state TEXT NOT NULL CHECK (state IN ('present', 'late', 'leftEarly', 'excused', 'unexcused')),
  lateMinutes INTEGER CHECK (lateMinutes BETWEEN 1 AND 600),
  reasonKind TEXT CHECK (reasonKind IN ('duty', 'health', 'family', 'other')),
  note TEXT NOT NULL DEFAULT '',
  paper TEXT NOT NULL DEFAULT '',
  CHECK (lateMinutes IS NULL OR state = 'late'),
  CHECK (reasonKind IS NULL OR state = 'excused'),
  CHECK (paper = '' OR state = 'excused'),
  UNIQUE (meetingId, memberId)
) STRICT;
CREATE INDEX attendanceByMember ON attendance (memberId);

CREATE TABLE speakingTurn (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  agendaItemId INTEGER REFERENCES agendaItem (id) ON DELETE SET NULL,
  memberId INTEGER REFERENCES member (id),
  guestName TEXT CHECK (guestName <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('prepared', 'opinion', 'question', 'selfCriticism', 'criticism', 'reply')),
  startedAt TEXT,
  stoppedAt TEXT,
  speakingSeconds INTEGER CHECK (speakingSeconds BETWEEN 0 AND 36000),
  gist TEXT NOT NULL DEFAULT '',
  CHECK (memberId IS NULL OR guestName IS NULL),
  CHECK (stoppedAt IS NULL OR startedAt IS NOT NULL)
) STRICT;
CREATE INDEX speakingTurnByMeeting ON speakingTurn (meetingId);
CREATE INDEX speakingTurnByMember ON speakingTurn (memberId);
CREATE UNIQUE INDEX speakingTurnRunning ON speakingTurn (meetingId) WHERE startedAt IS NOT NULL AND stoppedAt IS NULL;

CREATE TABLE agendaRun (
  id INTEGER PRIMARY KEY,
  agendaItemId INTEGER NOT NULL REFERENCES agendaItem (id) ON DELETE CASCADE,
  startedAt TEXT NOT NULL,
  stoppedAt TEXT CHECK (stoppedAt >= startedAt)
) STRICT;
CREATE INDEX agendaRunByItem ON agendaRun (agendaItemId);

CREATE TABLE speakerQueue (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  memberId INTEGER REFERENCES member (id) ON DELETE CASCADE,
  guestName TEXT CHECK (guestName <> ''),
  position INTEGER NOT NULL,
  addedAt TEXT NOT NULL,
  CHECK ((memberId IS NULL) <> (guestName IS NULL)),
  UNIQUE (meetingId, memberId)
) STRICT;
CREATE INDEX speakerQueueByMember ON speakerQueue (memberId);

CREATE TABLE inviteChoice (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  memberId INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  choice TEXT NOT NULL CHECK (choice IN ('pinned', 'notThisTime')),
  chosenAt TEXT NOT NULL,
  UNIQUE (meetingId, memberId)
) STRICT;
CREATE INDEX inviteChoiceByMember ON inviteChoice (memberId);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 1000)
) STRICT;

CREATE TABLE preparationStep (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('assign', 'committee', 'notice', 'noticeUpper', 'ask', 'papers')),
  doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (meetingId, step)
) STRICT;

CREATE TABLE speakerAsk (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  agendaItemId INTEGER NOT NULL REFERENCES agendaItem (id) ON DELETE CASCADE,
  memberId INTEGER NOT NULL REFERENCES member (id),
  question TEXT NOT NULL DEFAULT '',
  askedAt TEXT,
  UNIQUE (agendaItemId, memberId)
) STRICT;
CREATE INDEX speakerAskByMeeting ON speakerAsk (meetingId);
CREATE INDEX speakerAskByMember ON speakerAsk (memberId);

CREATE TABLE vote (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  agendaItemId INTEGER REFERENCES agendaItem (id) ON DELETE SET NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  rule TEXT NOT NULL CHECK (rule IN ('moreThanHalf', 'twoThirds')),
  method TEXT NOT NULL CHECK (method IN ('showOfHands', 'secret')),
  entitledCount INTEGER NOT NULL CHECK (entitledCount > 0),
  presentCount INTEGER NOT NULL CHECK (presentCount BETWEEN 0 AND entitledCount),
  forCount INTEGER CHECK (forCount >= 0),
  againstCount INTEGER CHECK (againstCount >= 0),
  blankCount INTEGER CHECK (blankCount >= 0),
  CHECK ((forCount IS NULL) = (againstCount IS NULL) AND (forCount IS NULL) = (blankCount IS NULL)),
  CHECK (forCount + againstCount + blankCount <= presentCount)
) STRICT;
CREATE INDEX voteByMeeting ON vote (meetingId);

CREATE TABLE conclusion (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  agendaItemId INTEGER REFERENCES agendaItem (id) ON DELETE SET NULL,
  content TEXT NOT NULL CHECK (content <> '')
) STRICT;
CREATE INDEX conclusionByMeeting ON conclusion (meetingId);

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
  conclusionId INTEGER REFERENCES conclusion (id) ON DELETE SET NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  dueOn TEXT CHECK (dueOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reportMeetingId INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
  doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX taskByMeeting ON task (meetingId);
CREATE INDEX taskByReport ON task (reportMeetingId);
CREATE INDEX taskByDone ON task (doneOn);
CREATE INDEX taskByConclusion ON task (conclusionId);

CREATE TABLE taskOwner (
  id INTEGER PRIMARY KEY,
  taskId INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  memberId INTEGER NOT NULL REFERENCES member (id),
  UNIQUE (taskId, memberId)
) STRICT;
CREATE INDEX taskOwnerByMember ON taskOwner (memberId);

CREATE TABLE undoStep (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation TEXT NOT NULL,
  description TEXT NOT NULL,
  doneAt TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE undoChange (
  id INTEGER PRIMARY KEY,
  stepId INTEGER NOT NULL REFERENCES undoStep (id) ON DELETE CASCADE,
  tableName TEXT NOT NULL,
  rowId INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX undoChangeByStep ON undoChange (stepId, id);
`
