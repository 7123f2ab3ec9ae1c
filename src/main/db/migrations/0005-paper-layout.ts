/** Where a cell lays its papers out otherwise than is usual: only what differs stands here. */
export const paperLayout = `
CREATE TABLE layoutChoice (
  id INTEGER PRIMARY KEY,
  point TEXT NOT NULL UNIQUE CHECK (point <> ''),
  value TEXT NOT NULL CHECK (value <> '')
) STRICT;
`
