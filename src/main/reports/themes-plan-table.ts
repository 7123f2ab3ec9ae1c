import type { Kysely } from 'kysely'
import { quarterName } from '../../shared/rules/theme.ts'
import type { Schema } from '../db/schema.ts'
import { ordinalColumn, type ReportTable, tableOf, textColumn } from './report-table.ts'
import type { Session } from './themed-sessions.ts'

type Row = { session: Session; reason: string; contributors: string; product: string; note: string }

const day = { type: 'date', width: 11, centered: true } as const

/** The plan of the period's themes with what came of it, in the columns such plans have (T16). */
export async function themesPlanTable(
  db: Kysely<Schema>,
  sessions: readonly Session[],
  conclusions: readonly { meetingId: number; content: string }[],
): Promise<ReportTable> {
  const ids = sessions.flatMap(({ from }) => ('theme' in from ? [from.theme.id] : []))
  const texts = await db
    .selectFrom('theme')
    .where('id', 'in', ids)
    .select(['id', 'problem', 'figures', 'product', 'note'])
    .execute()
  const contributors = await db
    .selectFrom('themeContributor')
    .innerJoin('member', 'member.id', 'themeContributor.memberId')
    .where('themeId', 'in', ids)
    .orderBy('themeContributor.position')
    .select(['themeId', 'fullName', 'topic'])
    .execute()
  const textOf = new Map(texts.map((text) => [text.id, text]))
  const contributorsOf = Map.groupBy(contributors, ({ themeId }) => themeId)
  const conclusionsOf = Map.groupBy(conclusions, ({ meetingId }) => meetingId)
  const rowOf = (session: Session): Row => {
    const id = 'theme' in session.from ? session.from.theme.id : 0
    const text = textOf.get(id)
    const concluded = conclusionsOf.get(session.meetingId ?? 0) ?? []
    return {
      session,
      reason: together([text?.problem, text?.figures], ' '),
      contributors: (contributorsOf.get(id) ?? [])
        .map(({ fullName, topic }) => together([fullName, topic], ': '))
        .join('\n'),
      product: together([text?.product, ...concluded.map(({ content }) => content)], '\n'),
      note: together([text?.note], ''),
    }
  }
  return tableOf<Row>(
    {
      key: 'plan',
      name: 'Kế hoạch và kết quả',
      title: 'Kế hoạch sinh hoạt chuyên đề và kết quả',
      notes: ['Ngày sinh hoạt: ngày đã họp, hoặc ngày dự kiến nếu chưa họp.'],
      sentUpward: true,
      frozenColumns: 3,
    },
    [
      ordinalColumn(),
      textColumn('month', 'Quý / tháng', ({ session }) => monthWords(session), { centered: true, width: 10 }),
      textColumn('name', 'Tên chuyên đề', ({ session }) => session.title, { width: 26 }),
      textColumn('reason', 'Lý do chọn, vấn đề cần giải quyết', ({ reason }) => reason || null, {
        width: 29,
      }),
      textColumn('lead', 'Người chuẩn bị (báo cáo đề dẫn)', ({ session }) => session.leadName, { width: 16 }),
      textColumn('contributors', 'Người phát biểu tham luận', (row) => row.contributors || null, {
        width: 22,
      }),
      textColumn('draft', 'Thời hạn gửi dự thảo', ({ session }) => draftDueOn(session), day),
      textColumn('session', 'Ngày sinh hoạt', ({ session }) => session.sessionDay, day),
      textColumn('product', 'Sản phẩm / kết luận', ({ product }) => product || null, { width: 24 }),
      textColumn('reported', 'Ngày báo cáo cấp trên', ({ session }) => session.reportedOn, day),
      textColumn('note', 'Ghi chú', ({ note }) => note || null, { width: 13 }),
    ],
    sessions.map((session) => ({ key: session.key, slice: rowOf(session) })),
    null,
  )
}

function monthWords({ from, quarter, year, sessionDay }: Session): string {
  const month = 'theme' in from ? from.theme.month : Number(sessionDay?.slice(5, 7))
  return month ? `${quarterName(quarter)} / ${month}` : `${quarterName(quarter)}/${year}`
}

function draftDueOn({ from }: Session): string | null {
  return 'theme' in from ? (from.theme.steps.find(({ step }) => step === 'draft')?.dueOn ?? null) : null
}

function together(texts: readonly (string | undefined)[], between: string): string {
  return texts
    .map((text) => text?.trim() ?? '')
    .filter((text) => text !== '')
    .join(between)
}
