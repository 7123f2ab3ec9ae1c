import { column, sheet, write } from './workbook.ts'

// Run as a process of its own with TZ set: writes the dates it is given to the path it is given.
const [path = '', ...dates] = process.argv.slice(2)
await write(
  {
    sheets: [
      sheet(
        [column('date', { type: 'date' })],
        dates.map((date) => [date]),
      ),
    ],
  },
  path,
)
