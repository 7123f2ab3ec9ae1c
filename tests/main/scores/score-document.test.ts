import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { sampleCell } from '../../support/program.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number

beforeEach(async () => {
  office = startRollOffice({ printToPdf: printHtmlToPdf })
  await office.call('cell.update', sampleCell)
  office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]], [['secretary', '2020-01-01', null]])
  meetingId = office.addMeeting('2026-11-05')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})
afterAll(closeChromium)

const paper = () => office.call('documents.get', { paper: 'score', meetingId })
const standing = async () =>
  (await office.call('documents.list', { meetingId })).find((each) => each.paper === 'score')
const setLine = (criterion: string, points: number, reason: string) =>
  office.call('scores.setLine', { meetingId, criterion, points, reason })

it('is handed in line by line, with groups, every lost point explained and the total', async () => {
  expect(await standing()).toMatchObject({ ready: false, words: 'Chưa chấm điểm' })
  await expect(paper()).rejects.toMatchObject({ code: 'not-scored' })
  await office.call('scores.create', { meetingId, sheet: 'hd-42-2025' })
  expect(await standing()).toMatchObject({ ready: true, words: '2/100, còn 26 dòng chưa chấm' })
  await office.call('scores.fillRest', { meetingId })
  await setLine('attendance', 3, 'Một đồng chí ốm')
  await setLine('flexible', 1.5, '')
  const { name, blocks } = await paper()
  expect(name).toBe('Phiếu chấm điểm sinh hoạt chi bộ thường kỳ tháng 11 năm 2026')
  const table = blocks.find((block) => block.kind === 'table')
  const rows = (table?.rows ?? []).map((row) => (row.kind === 'group' ? row.text : row.cells.join(' | ')))
  // A line alone in its group is one row with it.
  expect(rows.slice(0, 4)).toEqual([
    '1 | Chấp hành thời gian, thời lượng: đủ thời lượng tối thiểu | 5 | 5 | ',
    'Tỷ lệ đảng viên dự: 4/5',
    '2 | Tỷ lệ đảng viên dự sinh hoạt | 4 | 3 | Một đồng chí ốm',
    '3 | Không ai vắng có lý do quá 3 lần liên tiếp trong năm | 1 | 1 | ',
  ])
  expect(rows).toContain('16 | Điều hành linh hoạt | 2 | 1,5 | ')
  expect(table?.total).toEqual({ label: 'Tổng điểm, xếp loại', value: '98,5/100, Tốt' })
  expect(blocks.at(-2)).toMatchObject({
    kind: 'paragraph',
    runs: [{ text: 'Chi bộ tự chấm 98,5/100 điểm, xếp loại Tốt.' }],
  })
  expect(blocks.at(-1)).toMatchObject({ kind: 'closing', right: { name: 'Nguyễn Văn An' } })
})

it('prints on two pages with its signature where a few points were lost', async () => {
  await office.call('scores.create', { meetingId, sheet: 'hd-42-2025' })
  await office.call('scores.fillRest', { meetingId })
  await setLine('attendance', 1, 'Có mặt 11/14 (78,6%), vắng có lý do 2, vắng không lý do 1')
  await setLine('speakers', 2, '3/12 người có mặt phát biểu (25%)')
  await setLine('upload', 0, 'Đăng tài liệu ngày 08/11/2026, hạn 07/11/2026')
  expect((await office.call('documents.pdf', { paper: 'score', meetingId })).pages).toBe(2)
})
