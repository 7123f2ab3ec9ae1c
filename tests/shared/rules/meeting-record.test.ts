import { describe, expect, it } from 'vitest'
import {
  comrade,
  reasonOf,
  rollParts,
  sentence,
  taskInWords,
} from '../../../src/shared/rules/meeting-record.ts'
import { fullRecord } from '../../support/meeting-record.ts'

describe('words of a meeting’s record', () => {
  it.each([
    [{ reasonKind: 'duty', note: 'họp tỉnh' }, 'đi công tác: họp tỉnh'],
    [{ reasonKind: 'health', note: '' }, 'bệnh, sức khỏe'],
    [{ reasonKind: 'other', note: 'mưa lũ' }, 'mưa lũ'],
    [{ reasonKind: 'other', note: '' }, 'lý do khác'],
    [{ reasonKind: null, note: '' }, ''],
  ] as const)('the reason %j is told as "%s"', (row, words) => {
    expect(reasonOf(row)).toBe(words)
  })

  it.each([
    ['Nhất trí', 'Nhất trí.'],
    [' Nhất trí. ', 'Nhất trí.'],
    ['Khi nào?', 'Khi nào?'],
    ['', ''],
  ])('%j ends as %j', (text, ended) => {
    expect(sentence(text)).toBe(ended)
  })

  it('names a person with their office, a task with whatever is known of it', () => {
    expect(comrade({ fullName: 'Lò Thị Én', role: 'member' })).toBe('Đồng chí Lò Thị Én')
    const task = { id: 1, title: 'Dọn kho', owners: [], dueOn: null, doneOn: null, reportTitle: null }
    expect(taskInWords(task)).toBe('Dọn kho.')
  })

  it('parts the roll without losing anybody obliged', () => {
    const { obliged, present, excused, unexcused, unmarked } = rollParts(fullRecord)
    expect(present.length + excused.length + unexcused.length + unmarked.length).toBe(obliged.length)
  })
})
