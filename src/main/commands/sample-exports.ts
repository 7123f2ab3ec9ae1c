import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '../../shared/contract/errors.ts'
import type { Input, OperationName, Output } from '../../shared/contract/index.ts'
import type { Paper } from '../../shared/documents/papers.ts'
import { formValue } from '../../shared/rules/form-value.ts'
import { reportPeriod } from '../../shared/rules/report-period.ts'
import { writtenPaperNames, writtenPapers } from '../../shared/rules/written-paper.ts'
import { dispatch } from '../api/dispatch.ts'
import type { Program } from '../api/program.ts'
import type { WorkbookSpec } from '../excel/workbook-spec.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { sampleForm } from '../sample/sample-form.ts'
import { sampleList } from '../sample/sample-list.ts'

/** The program at work for the sample: its operations, asked through the one door as the screens ask them. */
export type Exporting = {
  folder: string
  today: string
  call: <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
}

export type SampleExport = {
  /** What is being made, for the line of progress. */
  label: string
  /** Makes it and answers the file's path. Throws AppError where it cannot be made. */
  save: (exporting: Exporting) => Promise<string>
}

/** Everything the program can make of the sample office. A feature that writes files adds its own here. */
export const sampleExports: readonly SampleExport[] = [
  {
    label: 'Sổ theo dõi dự sinh hoạt và phát biểu, năm nay',
    save: (exporting) => saveRollBook(exporting, `${exporting.today.slice(0, 4)}-01-01`),
  },
  {
    label: 'Sổ theo dõi dự sinh hoạt và phát biểu, cả thời gian',
    save: async (exporting) => saveRollBook(exporting, (await allMeetings(exporting)).at(-1)?.heldOn ?? ''),
  },
  {
    label: 'Mọi báo cáo của năm nay trong một tệp',
    save: (exporting) =>
      saveReport(exporting, { report: 'everything', ...reportPeriod('year', exporting.today) }),
  },
  {
    label: 'Chương trình buổi gần nhất đã họp',
    save: async (exporting) => savePaper(exporting, 'agenda', await lastMeeting(exporting)),
  },
  {
    label: 'Danh sách điểm danh buổi đó',
    save: async (exporting) => savePaper(exporting, 'signIn', await lastMeeting(exporting)),
  },
  {
    label: 'Thông báo buổi sắp tới',
    save: async (exporting) => savePaper(exporting, 'notice', await nextMeeting(exporting)),
  },
  {
    label: 'Chương trình buổi sắp tới',
    save: async (exporting) => savePaper(exporting, 'agenda', await nextMeeting(exporting)),
  },
  {
    label: 'Phiếu mời phát biểu buổi sắp tới',
    save: async (exporting) => savePaper(exporting, 'slips', await nextMeeting(exporting)),
  },
  {
    label: 'Danh sách ký tên buổi sắp tới',
    save: async (exporting) => savePaper(exporting, 'blankSignIn', await nextMeeting(exporting)),
  },
  {
    label: 'Kịch bản điều hành buổi sắp tới',
    save: async (exporting) => savePaper(exporting, 'runningSheet', await nextMeeting(exporting)),
  },
  {
    label: 'Chương trình buổi sắp tới, để sửa bằng Word',
    save: async (exporting) => {
      const meetingId = await nextMeeting(exporting)
      return pathOf(await exporting.call('documents.saveWord', { paper: 'agenda', meetingId }))
    },
  },
  ...writtenPapers.flatMap((paper) => [
    {
      label: `${writtenPaperNames[paper]} buổi gần nhất đã chấm`,
      save: async (exporting: Exporting) => savePaper(exporting, paper, await lastScored(exporting)),
    },
    {
      label: `${writtenPaperNames[paper]} đó, để sửa bằng Word`,
      save: async (exporting: Exporting) => {
        const meetingId = await lastScored(exporting)
        return pathOf(await exporting.call('documents.saveWord', { paper, meetingId }))
      },
    },
  ]),
  {
    label: 'Phiếu chấm điểm buổi gần nhất đã chấm',
    save: async (exporting) => savePaper(exporting, 'score', await lastScored(exporting)),
  },
  {
    label: 'Sổ đăng ký văn bản của nhiệm kỳ',
    save: async ({ call }) => {
      const { terms } = await call('register.get', {})
      return pathOf(await call('register.export', { termId: terms.at(-1)?.id ?? null }))
    },
  },
  {
    label: 'Kế hoạch sinh hoạt chuyên đề năm nay',
    save: async ({ call, today }) => pathOf(await call('themes.exportPlan', { year: yearOf(today) })),
  },
  {
    label: 'Kế hoạch sinh hoạt chuyên đề năm nay, bản in',
    save: async ({ call, today }) =>
      pathOf(await call('documents.savePdf', { paper: 'themePlan', year: yearOf(today) })),
  },
  {
    label: 'Phiếu giao chuẩn bị chuyên đề năm tới',
    save: async ({ call, today }) =>
      pathOf(await call('documents.savePdf', { paper: 'themeSlips', year: yearOf(today) + 1 })),
  },
  {
    label: 'Báo cáo sinh hoạt chuyên đề quý này',
    save: (exporting) =>
      saveReport(exporting, { report: 'themes', ...reportPeriod('quarter', exporting.today) }),
  },
  {
    label: 'Danh sách đảng viên để thử nhập',
    save: (exporting) => saveWorkbook(exporting, listName, sampleList(exporting.today)),
  },
  {
    label: 'Kết quả kiểm tra danh sách đó',
    save: async ({ call, folder }) => {
      const bytes = await readFile(join(folder, listName))
      const list = { fileName: listName, base64: bytes.toString('base64'), sheet: null, columns: null }
      return pathOf(await call('members.exportFindings', list))
    },
  },
  {
    label: 'Biểu của cấp trên để thử điền',
    save: (exporting) => saveWorkbook(exporting, formName, sampleForm(exporting.today)),
  },
  { label: 'Biểu đó, đã điền số liệu của chi bộ', save: saveFilledForm },
]

const listName = 'Danh sách đảng viên để thử nhập.xlsx'
const formName = 'Biểu của cấp trên để thử điền.xlsx'

async function saveWorkbook({ folder }: Exporting, name: string, workbook: WorkbookSpec): Promise<string> {
  const path = join(folder, name)
  await writeWorkbook(workbook, path, { progress: () => {}, signal: new AbortController().signal })
  return path
}

/** The form above as the screen fills it: of the period its title asks for, every column as proposed. */
async function saveFilledForm({ call, folder }: Exporting): Promise<string> {
  const file = { fileName: formName, base64: (await readFile(join(folder, formName))).toString('base64') }
  const { sheet, period, ownRow, columns } = await call('forms.read', { ...file, sheet: null })
  if (period === null || ownRow === null) throw new AppError('form-not-found')
  const { tables } = await call('reports.preview', { report: 'summary', ...period })
  const cells = columns.flatMap(({ letter, suggested }) => {
    const value = suggested && formValue(tables, suggested).cell
    return value === null ? [] : [{ letter, value }]
  })
  return pathOf(await call('forms.fill', { ...file, sheet, row: ownRow, cells, raiseRow: false }))
}

/** Every meeting, newest first. */
async function allMeetings({ call }: Exporting) {
  const years = await call('meetings.years', {})
  const lists = await Promise.all(years.map((year) => call('meetings.list', { year })))
  return lists.flat()
}

async function lastMeeting(exporting: Exporting): Promise<number> {
  const meetings = await allMeetings(exporting)
  return idOf(meetings.find(({ heldOn }) => heldOn < exporting.today))
}

async function lastScored(exporting: Exporting): Promise<number> {
  for (const meeting of await allMeetings(exporting)) {
    if (meeting.heldOn >= exporting.today || meeting.kind === 'committee') continue
    const papers = await exporting.call('documents.list', { meetingId: meeting.id })
    if (papers.some(({ paper, ready }) => paper === 'score' && ready)) return meeting.id
  }
  throw new AppError('not-found')
}

async function nextMeeting(exporting: Exporting): Promise<number> {
  const meetings = await allMeetings(exporting)
  return idOf(meetings.findLast(({ heldOn }) => heldOn >= exporting.today))
}

function idOf(meeting: { id: number } | undefined): number {
  if (meeting === undefined) throw new AppError('not-found')
  return meeting.id
}

async function savePaper({ call }: Exporting, paper: Paper, meetingId: number): Promise<string> {
  return pathOf(await call('documents.savePdf', { paper, meetingId }))
}

const saveRollBook = (exporting: Exporting, fromDate: string) =>
  saveReport(exporting, { report: 'rollBook', fromDate, toDate: exporting.today })

async function saveReport({ call }: Exporting, report: Input<'reports.export'>): Promise<string> {
  const started = await call('reports.export', report)
  if (started === null) throw new AppError('save-cancelled')
  for (;;) {
    const status = await call('jobs.status', started)
    if (status.state === 'finished') return status.path
    if (status.state === 'failed') throw new AppError(status.code)
    await setTimeout(50)
  }
}

const yearOf = (day: string) => Number(day.slice(0, 4))

function pathOf(saved: { path: string } | null): string {
  if (saved === null) throw new AppError('save-cancelled')
  return saved.path
}

/** Makes every export, a line for each; answers how many could not be made. */
export async function exportAll(
  program: Program,
  { folder, today }: Pick<Exporting, 'folder' | 'today'>,
  say: (line: string) => void,
): Promise<number> {
  const call: Exporting['call'] = async (name, input) => {
    const reply = await dispatch(program, name, input)
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.fields)
    return reply.value as never
  }
  let failed = 0
  for (const [index, { label, save }] of sampleExports.entries()) {
    const line = `[${index + 1}/${sampleExports.length}] ${label}`
    try {
      say(`${line}: ${basename(await save({ folder, today, call }))}`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failed++
      say(`${line}: không làm được. ${error.message}`)
    }
  }
  return failed
}
