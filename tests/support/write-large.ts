import { readdirSync, watch, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeWorkbook } from '../../src/main/excel/write-workbook.ts'
import { largeBook } from './workbook.ts'

// Run as a process of its own: writes a large workbook to the path it is given, says what stands in that folder as
// soon as anything does, and dies at that moment without warning.
const path = process.argv[2] ?? ''
watch(dirname(path), () => {
  writeSync(1, readdirSync(dirname(path)).join('\n'))
  process.kill(process.pid, 'SIGKILL')
})
await writeWorkbook(largeBook(), path, { progress: () => {}, signal: new AbortController().signal })
