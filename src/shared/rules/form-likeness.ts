/** A form's headings as its fingerprint holds them, in their order. */
const headingsOf = (fingerprint: string) => fingerprint.split(' | ')

/**
 * Where each column of one form stands in another, positions from 1, by its heading alone. A heading that one of them
 * has oftener than the other says nothing: none of its columns is found, so that no figure lands in a wrong one.
 */
function samePlaces(before: string, now: string): Map<number, number> {
  const places = (fingerprint: string) => {
    const headings = headingsOf(fingerprint).map((heading, index) => ({ heading, position: index + 1 }))
    return Map.groupBy(headings, ({ heading }) => heading)
  }
  const old = places(before)
  const found = new Map<number, number>()
  for (const [heading, there] of places(now)) {
    const of = old.get(heading) ?? []
    if (heading === '' || of.length !== there.length) continue
    for (const [index, { position }] of there.entries()) {
      const from = of[index]
      if (from) found.set(from.position, position)
    }
  }
  return found
}

/** The form most like this one, the latest of several; null where less than half of its columns are found in any. */
export function likestForm<Form extends { fingerprint: string }>(
  fingerprint: string,
  forms: readonly Form[],
): Form | null {
  const columns = headingsOf(fingerprint).length
  let likest: Form | null = null
  let most = 0
  for (const form of forms) {
    const found = samePlaces(form.fingerprint, fingerprint).size
    if (found * 2 < Math.max(columns, headingsOf(form.fingerprint).length) || found < most) continue
    likest = form
    most = found
  }
  return likest
}

/** What the columns of a form were filled with, at their places in one like it; `lost`: columns it has no more. */
export function foundAgain<Column extends { position: number; figure: string | null; words: string }>(
  columns: readonly Column[],
  before: string,
  now: string,
): { columns: Column[]; lost: Pick<Column, 'figure' | 'words'>[] } {
  const places = samePlaces(before, now)
  const again: Column[] = []
  const lost: Pick<Column, 'figure' | 'words'>[] = []
  for (const column of columns) {
    const position = places.get(column.position)
    const { figure, words } = column
    if (position !== undefined) again.push({ ...column, position })
    else if (figure !== null || words !== '') lost.push({ figure, words })
  }
  return { columns: again.sort((a, b) => a.position - b.position), lost }
}
