import { expect, it } from 'vitest'
import { pastePack } from '../../../src/shared/rules/paste-pack.ts'
import { emptyRecord, fullRecord } from '../../support/meeting-record.ts'

it('has each field of the app as plain text', () => {
  const pack = Object.fromEntries(
    pastePack(fullRecord, ['Biên bản (số 03-BB/CB)']).map(({ part, text }) => [part, text]),
  )
  expect(pack.title).toBe('Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 (14 giờ 05 phút, ngày 03/11/2026)')
  expect(pack.theme).toBe('Kết quả tháng trước; Thảo luận; Học tập, làm theo Bác')
  expect(pack.agenda?.split('\n')).toHaveLength(5)
  expect(pack.conclusions).toContain('2. Làm thử một tháng rồi đánh giá.\nNhiệm vụ:\n- Đồng chí Vũ Thị Én')
  expect(pack.votes).toContain('tán thành 3/4 (75%)')
  expect(pack.attachments).toBe('1. Biên bản (số 03-BB/CB)')
})

it('leaves empty what was not recorded', () => {
  expect(
    pastePack(emptyRecord, [])
      .filter(({ text }) => text === '')
      .map(({ part }) => part),
  ).toEqual(['theme', 'agenda', 'conclusions', 'votes', 'attachments'])
})
