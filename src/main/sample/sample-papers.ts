import type { Kysely } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import type { Schema } from '../db/schema.ts'

/** Papers made elsewhere under numbers of the present term, days before today; one number was left out. */
const outside = [
  {
    code: 'CV',
    number: 1,
    daysBefore: 530,
    title: 'Công văn về việc cử đảng viên dự lớp bồi dưỡng nghiệp vụ',
  },
  {
    code: 'CV',
    number: 2,
    daysBefore: 302,
    title: 'Công văn về việc xác nhận lý lịch của người xin vào Đảng',
  },
  {
    code: 'CV',
    number: 3,
    daysBefore: 75,
    title: 'Công văn về việc giới thiệu đảng viên giữ mối liên hệ nơi cư trú',
  },
  { code: 'BC', number: 1, daysBefore: 480, title: 'Báo cáo kết quả công tác 6 tháng đầu năm' },
  { code: 'BC', number: 2, daysBefore: 335, title: 'Báo cáo tổng kết công tác năm' },
  { code: 'BC', number: 4, daysBefore: 140, title: 'Báo cáo kết quả thực hiện chuyên đề quý II' },
] as const

/** The term of the committee, and what was numbered before the program was in use. */
export async function insertPapers(db: Kysely<Schema>, today: string): Promise<void> {
  await db
    .insertInto('committeeTerm')
    .values({ startsOn: addDays(today, -600) })
    .execute()
  await db
    .insertInto('outsidePaper')
    .values(outside.map(({ daysBefore, ...paper }) => ({ ...paper, issuedOn: addDays(today, -daysBefore) })))
    .execute()
}
