/**
 * What one meeting hands on to the next: where an item comes from, what it follows up, whether it was finished, when a
 * conclusion was carried out, what was put aside and why. The draft of a resolution becomes a step of the preparation,
 * a mark says when somebody came or left, and an ask says that a paper is prepared for it.
 */
export const carryOver = `
ALTER TABLE agendaItem ADD COLUMN carriedFromId INTEGER REFERENCES agendaItem (id) ON DELETE SET NULL;
ALTER TABLE agendaItem ADD COLUMN conclusionId INTEGER REFERENCES conclusion (id) ON DELETE SET NULL;
ALTER TABLE agendaItem ADD COLUMN finished INTEGER CHECK (finished IN (0, 1));
CREATE INDEX agendaItemByCarried ON agendaItem (carriedFromId);
CREATE INDEX agendaItemByConclusion ON agendaItem (conclusionId);

ALTER TABLE conclusion ADD COLUMN doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
CREATE INDEX conclusionByItem ON conclusion (agendaItemId);

CREATE TABLE carryDrop (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  itemId INTEGER REFERENCES agendaItem (id) ON DELETE CASCADE,
  conclusionId INTEGER REFERENCES conclusion (id) ON DELETE CASCADE,
  taskId INTEGER REFERENCES task (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason <> ''),
  droppedOn TEXT NOT NULL CHECK (droppedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((itemId IS NOT NULL) + (conclusionId IS NOT NULL) + (taskId IS NOT NULL) = 1),
  UNIQUE (itemId, meetingId),
  UNIQUE (conclusionId, meetingId),
  UNIQUE (taskId, meetingId)
) STRICT;
CREATE INDEX carryDropByMeeting ON carryDrop (meetingId);

CREATE TABLE newPreparationStep (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('assign', 'draft', 'committee', 'notice', 'noticeUpper', 'ask', 'papers')),
  doneOn TEXT CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (meetingId, step)
) STRICT;
INSERT INTO newPreparationStep SELECT id, meetingId, step, doneOn, note FROM preparationStep;
DROP TABLE preparationStep;
ALTER TABLE newPreparationStep RENAME TO preparationStep;

ALTER TABLE attendance ADD COLUMN atTime TEXT
  CHECK (atTime IS NULL OR (state IN ('late', 'leftEarly') AND atTime GLOB '[0-2][0-9]:[0-5][0-9]'));
ALTER TABLE attendance ADD COLUMN agendaItemId INTEGER REFERENCES agendaItem (id) ON DELETE SET NULL
  CHECK (agendaItemId IS NULL OR state IN ('late', 'leftEarly'));
CREATE INDEX attendanceByItem ON attendance (agendaItemId);

ALTER TABLE speakerAsk ADD COLUMN prepared INTEGER NOT NULL DEFAULT 0 CHECK (prepared IN (0, 1));
`
