/** Days that speak for a line of a meeting's score and that the program cannot find: entered once, told as evidence. */
export const scoreEvidence = `
CREATE TABLE scoreEvidence (
  id INTEGER PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (day IN ('committeeMinutes', 'minutes', 'handbook', 'upload')),
  doneOn TEXT NOT NULL CHECK (doneOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (meetingId, day)
) STRICT;
`
