import type { PaperStanding } from '../../shared/documents/papers.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { type At, issuesOf, type PaperOf, paperInHand } from './papers-queries.ts'

/** What the list of papers says of a written one: its number, or what is still missing. */
export async function paperStanding(at: At, of: PaperOf): Promise<PaperStanding> {
  const [last] = await issuesOf(at.db, of)
  if (last) {
    const again = last.revision === 0 ? '' : `, sửa lần ${last.revision}`
    return { ready: true, words: `Số ${last.symbol}, ${formatVietnameseDate(last.issuedOn)}${again}` }
  }
  const { paragraphs } = await paperInHand(at, of)
  const missing = paragraphs.reduce((sum, each) => sum + each.missing.length, 0)
  const stale = paragraphs.filter((each) => each.stale !== null).length
  const words = [
    missing === 0 ? 'Đủ dữ kiện' : `Thiếu ${missing} dữ kiện`,
    ...(stale === 0 ? [] : [`${stale} đoạn cần xem lại`]),
  ]
  return { ready: true, words: words.join('; ') }
}
