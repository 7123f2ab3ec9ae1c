import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reports } from '../../../src/main/reports/registry.ts'
import { workbookOf } from '../../../src/main/reports/report.ts'
import { reportSource } from '../../../src/main/reports/report-source.ts'
import { accentedLetters, hostileTexts } from '../../support/hostile.ts'
import { sampleCell } from '../../support/program.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'
import { cellsOf, inFolder, parts, write } from '../../support/workbook.ts'

const typed = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...accentedLetters), minLength: 1, maxLength: 40 }),
)
const day = fc
  .integer({ min: Date.UTC(1930, 0, 1) / 86_400_000, max: Date.UTC(2030, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))

let office: RollOffice
let memberId: number
let meetingId: number
beforeAll(async () => {
  office = startRollOffice()
  await office.call('cell.update', sampleCell)
  memberId = office.addMember('Lê An', [['full', '2020-01-01', null]], [['secretary', '2020-01-01', null]])
  meetingId = office.addMeeting('2026-10-05', 'regularThemed')
  office.sqlite.exec(`INSERT INTO attendance (meetingId, memberId, state) VALUES (${meetingId}, ${memberId}, 'present');
    INSERT INTO speakingTurn (meetingId, guestName, kind, speakingSeconds) VALUES (${meetingId}, 'x', 'opinion', 60);
    INSERT INTO conclusion (meetingId, content) VALUES (${meetingId}, 'x');
    INSERT INTO task (meetingId, title) VALUES (${meetingId}, 'x');
    INSERT INTO taskOwner (taskId, memberId) VALUES (1, ${memberId});
    INSERT INTO meetingScore (meetingId, sheet, sheetName, total, missing, level) VALUES (${meetingId}, 's', 's', 1, 0, 'poor');
    INSERT INTO scoreLine (meetingId, position, criterion, title, maximum, points) VALUES (${meetingId}, 1, 'c', 'x', 5, 1);
    INSERT INTO remark (meetingId, kind, content) VALUES (${meetingId}, 'petition', 'x');
    INSERT INTO theme (year, quarter, position, title, titleFolded, leadId, meetingId) VALUES (2026, 4, 1, 'x', 'x', ${memberId}, ${meetingId});
    INSERT INTO themeContributor (themeId, memberId, position, minutes, topic) VALUES (1, ${memberId}, 1, 5, 'x')`)
})
afterAll(() => office.close())

test('whatever people typed comes out of every report as text, with no formula and no link but ours', async () => {
  const { office: open } = office.program
  if ('problem' in open) throw new Error(open.problem)
  const { db } = open.database
  const set = (sql: string, ...values: string[]) => office.sqlite.prepare(sql).run(...values)
  const period = { fromDate: '2026-01-01', toDate: '2026-12-31' }
  // Which formulas the reports hold does not depend on what was typed.
  const formulasOf = async (folder: string, name: string) => {
    const source = reportSource(db, '2026-11-21', period)
    const spec = await workbookOf(await reports.everything(source), source)
    const path = join(folder, name)
    await write(spec, path)
    for (const [part, xml] of await parts(path))
      expect(xml, part).not.toMatch(/<hyperlink|TargetMode|<ddeLink|<externalReference/)
    return (await cellsOf(path)).cells.flat().flatMap(({ formula }) => formula ?? [])
  }
  await inFolder(async (folder) => {
    const usual = await formulasOf(folder, 'usual.xlsx')
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 12, maxLength: 12 }), day, async (texts, born) => {
        const [
          a = '',
          b = '',
          c = '',
          d = '',
          e = '',
          f = '',
          g = '',
          h = '',
          i = '',
          j = '',
          k = '',
          l = '',
        ] = texts
        set('UPDATE cell SET name = ?, upperBody = ?, place = ?', a, b, c)
        set(
          'UPDATE member SET fullName = ?, phone = ?, job = ?, cardNumber = ?, residenceCell = ?, birthDate = ?',
          d,
          e,
          f,
          g,
          h,
          born,
        )
        set('UPDATE meeting SET theme = ?, place = ?', i, j)
        set('UPDATE speakingTurn SET guestName = ?', k)
        set('UPDATE conclusion SET content = ?', l)
        set('UPDATE task SET title = ?', a)
        set('UPDATE scoreLine SET title = ?, evidence = ?, reason = ?', b, c, d)
        set('UPDATE remark SET content = ?', e)
        set('UPDATE theme SET title = ?, problem = ?, figures = ?, product = ?, note = ?', f, g, h, i, j)
        set('UPDATE themeContributor SET topic = ?', k)
        expect(await formulasOf(folder, `${++count}.xlsx`)).toEqual(usual)
      }),
      { numRuns: 12 },
    )
  })
})
