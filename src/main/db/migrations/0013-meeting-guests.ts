/** Who visits a meeting without being on its roll, one a line. */
export const meetingGuests = `
ALTER TABLE meeting ADD COLUMN guests TEXT NOT NULL DEFAULT '';
`
