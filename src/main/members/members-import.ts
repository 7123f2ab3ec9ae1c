import { AppError } from '../../shared/contract/errors.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { importContract } from '../../shared/contract/members-import.ts'
import type { HandlersOf, ReadContext } from '../api/context.ts'
import { runExcelProcess } from '../excel/run-excel-process.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { fileName } from '../files/file-name.ts'
import { findingsWorkbook } from './findings-workbook.ts'
import { matchList } from './match-list.ts'
import { readMember } from './members-queries.ts'
import { mergeMember, newMember } from './merge-member.ts'
import { readList } from './read-list.ts'
import { createMember, updateMember } from './save-member.ts'

/** Members out of an Excel list: looked at first, taken over in one step. */
export const importHandlers = {
  'members.readList': preview,

  'members.exportFindings': async (context, input) => {
    const list = await preview(context, input)
    const name = fileName(`Kết quả kiểm tra - ${input.fileName.replace(/\.[^.]*$/, '')}`, '.xlsx')
    const path = await context.host.chooseSavePath('findings', name)
    if (path === null) return null
    await writeWorkbook(findingsWorkbook(list), path, {
      progress: () => undefined,
      signal: new AbortController().signal,
    })
    return { path }
  },

  'members.import': async ({ db, today, describe }, { rows }) => {
    let created = 0
    let updated = 0
    for (const { memberId, member } of rows) {
      try {
        if (memberId === null) {
          await createMember(db, newMember(member, today))
          created += 1
        } else {
          const { id, ...known } = await readMember(db, memberId)
          await updateMember(db, id, mergeMember(known, member, today))
          updated += 1
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        throw new AppError(error.code, { [member.fullName]: Object.values(error.fields).join('. ') })
      }
    }
    const parts = [created > 0 ? `thêm ${created}` : '', updated > 0 ? `cập nhật ${updated}` : '']
    describe(`Nhập danh sách: ${parts.filter((part) => part !== '').join(', ')} đảng viên`)
    return { created, updated }
  },
} satisfies HandlersOf<typeof importContract>

async function preview({ db, today }: ReadContext, input: Input<'members.readList'>) {
  const bytes = Buffer.from(input.base64, 'base64')
  const sheets = await runExcelProcess<'read'>({ kind: 'read', bytes })
  return matchList(db, today, input.fileName, readList(sheets, { ...input, today }))
}
