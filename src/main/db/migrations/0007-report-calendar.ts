/** When each report is due to whom, where a cell set it otherwise than usual; and which reports have been sent. */
export const reportCalendar = `
CREATE TABLE reportDue (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL UNIQUE CHECK (report <> ''),
  recipient TEXT NOT NULL,
  anchor TEXT NOT NULL CHECK (anchor IN ('before', 'last', 'after', 'meeting')),
  day INTEGER CHECK (day BETWEEN 1 AND 31)
) STRICT;

CREATE TABLE reportSent (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL CHECK (report <> ''),
  fromDate TEXT NOT NULL CHECK (fromDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  toDate TEXT NOT NULL CHECK (toDate GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sentOn TEXT NOT NULL CHECK (sentOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (report, fromDate, toDate)
) STRICT;
`
