import type { Kysely } from 'kysely'
import type { Block, PaperDocument, TableRow } from '../../shared/documents/blocks.ts'
import { paragraph, plain } from '../../shared/documents/parts.ts'
import { type RuleSet, ruleSetName, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Schema } from '../db/schema.ts'
import { type Issue, numberInHead } from '../documents/issue.ts'
import { letterhead } from '../documents/meeting-facts.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { contributorText, planRecipients } from './plan-workbook.ts'
import { type PlanLine, type YearPlan, yearPlan } from './year-plan.ts'

/**
 * `Kế hoạch sinh hoạt chuyên đề năm` as a Party document. Throws `cell-missing`, and `year-without-themes` where
 * nothing is planned.
 */
export async function planDocument(
  db: Kysely<Schema>,
  year: number,
  today: string,
  issue: Issue,
): Promise<PaperDocument> {
  // Who signs is judged by the day it bears.
  const madeOn = issue?.issuedOn ?? today
  const plan = await yearPlan(db, year, madeOn)
  const ruleSet = ruleSetOn(ruleSets, `${year}-12-31`)
  return {
    name: `Kế hoạch sinh hoạt chuyên đề năm ${year}`,
    blocks: [
      letterhead(plan, numberInHead('themePlan', issue, plan.cell.abbreviation), madeOn),
      { kind: 'title', type: 'Kế hoạch', excerpt: `Sinh hoạt chuyên đề năm ${year}` },
      paragraph(
        `${ruleSet ? `Thực hiện ${ruleSetName(ruleSet)}, ` : ''}${plan.cell.name} xây dựng kế hoạch sinh hoạt chuyên đề năm ${year} như sau:`,
      ),
      { kind: 'heading', level: 1, text: 'I. Mục đích, yêu cầu' },
      { kind: 'list', marker: 'dash', items: aims(ruleSet).map((aim) => [plain(aim)]) },
      { kind: 'heading', level: 1, text: 'II. Nội dung' },
      planTable(plan),
      { kind: 'heading', level: 1, text: 'III. Tổ chức thực hiện' },
      { kind: 'list', marker: 'number', items: duties(ruleSet).map((duty) => [plain(duty)]) },
      {
        kind: 'closing',
        left: { recipients: planRecipients(plan) },
        right: plan.signature,
      },
    ],
  }
}

function aims(ruleSet: RuleSet | null): string[] {
  const least = ruleSet?.values.themedSessionsPerQuarter?.value
  return [
    'Mỗi chuyên đề giải quyết một vấn đề cụ thể của chi bộ, có số liệu, nguyên nhân, giải pháp, người thực hiện và thời hạn.',
    ...(least === undefined ? [] : [`Mỗi quý sinh hoạt chuyên đề ít nhất ${least} lần.`]),
    'Phân công đảng viên am hiểu nội dung chuẩn bị, nhiều người cùng tham gia.',
  ]
}

function duties(ruleSet: RuleSet | null): string[] {
  const days = ruleSet?.values.papersDaysBefore?.value
  return [
    'Đồng chí được phân công chuẩn bị gửi dự thảo đúng thời hạn; chi ủy cho ý kiến' +
      (days === undefined
        ? ' trước khi gửi đến đảng viên.'
        : `, hoàn chỉnh và gửi đến đảng viên trước buổi sinh hoạt ít nhất ${days} ngày.`),
    'Đồng chí được phân công tham luận chuẩn bị ý kiến gắn với công việc của mình.',
    'Sau mỗi buổi sinh hoạt, kết luận được giao người thực hiện, thời hạn và kiểm điểm trong sinh hoạt thường kỳ; chi bộ báo cáo kết quả lên cấp ủy cấp trên.',
  ]
}

function planTable(plan: YearPlan): Block {
  let ordinal = 0
  const rows = plan.quarters.flatMap(({ quarter, lines }): TableRow[] => [
    { kind: 'group', text: `${quarterName(quarter)}${lines.length === 0 ? ' (chưa có chuyên đề)' : ''}` },
    ...lines.map((line): TableRow => ({ kind: 'cells', cells: themeCells(line, ++ordinal) })),
  ])
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', widthPercent: 6, align: 'center' },
      { heading: 'Chuyên đề, vấn đề cần giải quyết', widthPercent: 42, align: 'left' },
      { heading: 'Chuẩn bị; tham luận', widthPercent: 30, align: 'left' },
      { heading: 'Hạn gửi dự thảo; ngày sinh hoạt', widthPercent: 22, align: 'left' },
    ],
    rows,
    leastRowMm: null,
    total: null,
  }
}

function themeCells(line: PlanLine, ordinal: number): string[] {
  const contributors = line.contributors.map(contributorText).join('; ')
  return [
    String(ordinal),
    line.reason === '' ? line.title : `${line.title.replace(/[.\s]+$/, '')}. ${line.reason}`,
    [line.lead ?? 'Chưa phân công', contributors === '' ? '' : `Tham luận: ${contributors}`]
      .filter((text) => text !== '')
      .join('. '),
    dayWords(line),
  ]
}

/** "Dự thảo 20/10/2026; sinh hoạt 03/11/2026": what of it is known. */
function dayWords({ draftDueOn, sessionDay, month }: PlanLine): string {
  const session =
    sessionDay !== null ? formatVietnameseDate(sessionDay) : month !== null ? `tháng ${month}` : ''
  const draft = draftDueOn === null ? '' : `Dự thảo ${formatVietnameseDate(draftDueOn)}`
  if (session === '') return draft
  return draft === '' ? `Sinh hoạt ${session}` : `${draft}; sinh hoạt ${session}`
}
