import { weekday } from '../../shared/rules/long-date.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { obligationOn } from '../../shared/rules/obligation.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { formula } from '../excel/workbook-spec.ts'
import type { MeetingDetail } from './meeting-details.ts'
import type { Report } from './report.ts'
import { counted, numberColumn, ordinalColumn, tableOf, textColumn } from './report-table.ts'
import type { BookMember } from './roll-book.ts'

type Slice = { meeting: MeetingDetail | null; members: readonly BookMember[] }

/** When and where the cell meets, as it is told to the upper body and to the members. */
export const scheduleReport: Report = async (source) => {
  const { book } = await source.noted()
  const meetings = [...(await source.details()).values()].filter(({ kind }) => kind !== 'committee')
  const secretary = [book.secretary, book.secretaryPhone].filter(Boolean).join(', ')
  const comeTo = (meeting: MeetingDetail) =>
    book.members.filter((member) => obligationOn(member, meeting).place === 'obliged')
  const slices = meetings.map((meeting) => ({
    key: `meeting${meeting.id}`,
    slice: { meeting, members: comeTo(meeting) },
  }))
  const table = await tableOf<Slice>(
    {
      key: 'meetings',
      name: 'Lịch sinh hoạt',
      title: 'Lịch sinh hoạt chi bộ',
      notes: [
        'Số lượng: đảng viên thuộc diện phải dự vào ngày họp. Tổng số: số đảng viên của buổi đông nhất.',
      ],
      sentUpward: true,
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Chi bộ', () => book.cell.name, { width: 28 }),
      textColumn('kind', 'Nội dung', ({ meeting }) => meeting && meetingKindNames[meeting.kind], {
        width: 24,
      }),
      numberColumn(
        'members',
        'Số lượng',
        ({ members }) =>
          counted('Đảng viên phải dự', 'member', members, ({ id, fullName }) => ({
            text: fullName,
            path: `/dang-vien/${id}`,
          })),
        { width: 10 },
      ),
      textColumn('time', 'Thời gian', ({ meeting }) => meeting && timeWords(meeting), {
        centered: true,
        width: 22,
      }),
      textColumn('place', 'Địa điểm', ({ meeting }) => meeting?.place ?? null, { width: 28 }),
      textColumn('secretary', 'Bí thư, điện thoại', () => secretary, { width: 26 }),
    ],
    slices,
    { meeting: null, members: slices.at(-1)?.slice.members ?? [] },
  )
  const most = Math.max(0, ...slices.map(({ slice }) => slice.members.length))
  const total = table.totals[0]?.cells[3]
  if (total && table.totals[0]) {
    const figure = table.rows.map((row) => row.cells[3]).find((each) => each?.value === most)
    table.totals[0].cells[3] = {
      value: most,
      formula: formula(most)`MAX(${{ column: 'members', row: 'all' }})`,
      lists: figure?.lists ?? null,
    }
    const secretaryCell = table.totals[0].cells.length - 1
    table.totals[0].cells[secretaryCell] = { value: null, formula: null, lists: null }
  }
  return { something: meetings.length > 0, tables: [table] }
}

/** "07/08/2026 14:00" over "(thứ Sáu)", as such notices are printed. */
function timeWords({ heldOn, startTime }: MeetingDetail): string {
  return `${startTime} ngày ${formatVietnameseDate(heldOn)}\n(${weekday(heldOn)})`
}
