import type { Generated } from 'kysely'
import type { RemarkKind } from '../../shared/rules/remark.ts'

export type RemarkTable = {
  id: Generated<number>
  meetingId: number
  agendaItemId: number | null
  kind: RemarkKind
  content: string
}

export type RemarkMemberTable = {
  id: Generated<number>
  remarkId: number
  memberId: number
}
