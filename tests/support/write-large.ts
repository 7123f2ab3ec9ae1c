import { writeWorkbook } from '../../src/main/excel/write-workbook.ts'
import { largeBook } from './workbook.ts'

// Run as a process of its own: begins a large workbook at the path it is given and says when rows are being written.
await writeWorkbook(largeBook(), process.argv[2] ?? '', {
  progress: () => process.stdout.write('writing\n'),
  signal: new AbortController().signal,
})
