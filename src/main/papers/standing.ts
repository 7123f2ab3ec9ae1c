import type { PaperStanding } from '../../shared/documents/papers.ts'
import { type At, type PaperOf, paperInHand } from './papers-queries.ts'

/** What the list of papers says of a written one that is not issued yet: what is still missing. */
export async function paperStanding(at: At, of: PaperOf): Promise<PaperStanding> {
  const { paragraphs } = await paperInHand(at, of)
  const missing = missingOf(paragraphs)
  const stale = paragraphs.filter((each) => each.stale !== null).length
  const words = [
    missing === 0 ? 'Đủ dữ kiện' : `Thiếu ${missing} dữ kiện`,
    ...(stale === 0 ? [] : [`${stale} đoạn cần xem lại`]),
  ]
  return { ready: true, words: words.join('; ') }
}

/** How many facts a written paper still lacks. */
export async function missingFacts(at: At, of: PaperOf): Promise<number> {
  return missingOf((await paperInHand(at, of)).paragraphs)
}

function missingOf(paragraphs: Awaited<ReturnType<typeof paperInHand>>['paragraphs']): number {
  return paragraphs.reduce((sum, each) => sum + each.missing.length, 0)
}
