import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { guestKey, type TurnKind, turnKinds } from '../../shared/rules/speaking.ts'
import { breathe } from './breathe.ts'
import { meetingsFigure, minutesFigure, rollFigures, speakersFigure, turnsFigure } from './facts.ts'
import type { Report } from './report.ts'
import { came, type Entry, type Noted, type Speech } from './report-source.ts'
import {
  type FigureColumn,
  numberColumn,
  ordinalColumn,
  type ReportTable,
  shareOf,
  type TableChart,
  tableOf,
  textColumn,
} from './report-table.ts'
import type { BookMeeting } from './roll-book.ts'

type Person = { name: string; entries: readonly Entry[]; speeches: readonly Speech[] }

const shortKinds: Record<TurnKind, string> = {
  prepared: 'Tham luận',
  opinion: 'Ý kiến',
  question: 'Chất vấn',
  selfCriticism: 'Tự phê bình',
  criticism: 'Phê bình',
  reply: 'Trả lời',
}

const meetingsOf = (speeches: readonly Speech[]) => [
  ...new Map(speeches.map(({ meeting }) => [meeting.id, meeting])).values(),
]

const personColumns: FigureColumn<Person>[] = [
  ordinalColumn(),
  textColumn('name', 'Họ và tên', ({ name }) => name, { width: 27 }),
  numberColumn('present', 'Lượt có mặt', ({ entries }) => rollFigures.present(entries)),
  numberColumn('turns', 'Tổng số', ({ speeches }) => turnsFigure('Lượt phát biểu', speeches), {
    group: 'Lượt phát biểu',
    width: 8.5,
  }),
  ...turnKinds.map((kind) =>
    numberColumn<Person>(
      kind,
      shortKinds[kind],
      ({ speeches }) =>
        turnsFigure(
          shortKinds[kind],
          speeches.filter(({ turn }) => turn.kind === kind),
        ),
      { group: 'Lượt phát biểu', width: 8.5 },
    ),
  ),
  numberColumn('minutes', 'Số phút', ({ speeches }) => minutesFigure('Phút phát biểu', speeches), {
    type: 'minutes',
  }),
  numberColumn(
    'meetings',
    'Số buổi có phát biểu',
    ({ speeches }) => meetingsFigure('Buổi có phát biểu', meetingsOf(speeches)),
    // One meeting is many people's: down the column it is no sum.
    { width: 11, total: 'none' },
  ),
]

type Meeting = { meetings: readonly BookMeeting[]; entries: readonly Entry[]; speeches: readonly Speech[] }

const only = ({ meetings: [meeting] }: Meeting) => meeting

const meetingColumns: FigureColumn<Meeting>[] = [
  ordinalColumn(),
  textColumn('heldOn', 'Ngày', (slice) => only(slice)?.heldOn ?? null, {
    type: 'date',
    width: 12,
    centered: true,
  }),
  textColumn(
    'name',
    'Buổi sinh hoạt',
    (slice) => {
      const meeting = only(slice)
      return meeting ? meetingKindNames[meeting.kind] : null
    },
    { width: 36 },
  ),
  numberColumn('present', 'Có mặt', ({ entries }) => rollFigures.present(entries), { width: 11 }),
  numberColumn(
    'speakers',
    'Lượt đảng viên phát biểu',
    ({ speeches }) => speakersFigure('Đảng viên phát biểu', speeches),
    {
      width: 13,
    },
  ),
  numberColumn('share', 'Tỷ lệ phát biểu', shareOf('speakers', 'present'), {
    type: 'percent',
    total: 'own',
    width: 12,
  }),
  numberColumn('turns', 'Số lượt', ({ speeches }) => turnsFigure('Lượt phát biểu', speeches), { width: 11 }),
  numberColumn('minutes', 'Số phút', ({ speeches }) => minutesFigure('Phút phát biểu', speeches), {
    type: 'minutes',
    width: 11,
  }),
]

/** Who spoke over the period, the silent too, and how many of those present spoke at each meeting. */
export const speakingReport: Report = async (source) => {
  const noted = await source.noted()
  const people = await peopleTable(noted)
  await breathe()
  return { something: noted.meetings.length > 0, tables: [people, await meetingsTable(noted)] }
}

function peopleTable({ book, entries, speeches }: Noted): Promise<ReportTable> {
  const entriesOf = Map.groupBy(entries, (entry) => entry.member.id)
  const speechesOf = Map.groupBy(speeches, (speech) => speech.turn.memberId)
  const people = book.members.flatMap(({ id, fullName }) => {
    const slice = { name: fullName, entries: entriesOf.get(id) ?? [], speeches: speechesOf.get(id) ?? [] }
    return slice.entries.length + slice.speeches.length === 0 ? [] : [{ key: `member${id}`, slice }]
  })
  const ofGuests = Map.groupBy(speechesOf.get(null) ?? [], ({ name, turn }) =>
    turn.guestName === null ? '' : guestKey(name),
  )
  const guests = [...ofGuests].map(([key, speeches], index) => ({
    key: `guest${index}`,
    slice: {
      name: `${speeches[0]?.name ?? ''}${key === '' ? '' : ' (khách)'}`,
      entries: [] as Entry[],
      speeches,
    },
  }))
  const silent = people.filter(
    ({ slice }) => slice.speeches.length === 0 && slice.entries.some((entry) => came(entry)),
  )
  return tableOf(
    {
      key: 'people',
      name: 'Từng người',
      title: 'Thống kê phát biểu của từng đảng viên',
      notes: [
        `Có dự mà chưa phát biểu lần nào: ${silent.length} đảng viên.`,
        'Lượt có mặt tính cả đến muộn, về sớm. Không tính họp chi ủy. Lượt chưa ghi thời gian không cộng vào số phút.',
      ],
      frozenColumns: 2,
    },
    personColumns,
    [...people, ...guests],
    { name: '', entries, speeches },
  )
}

const chart: TableChart = {
  title: 'Tỷ lệ người có mặt đã phát biểu theo buổi',
  categories: 'heldOn',
  series: ['share'],
}

function meetingsTable({ meetings, entries, speeches }: Noted): Promise<ReportTable> {
  const entriesOf = Map.groupBy(entries, (entry) => entry.meeting.id)
  const speechesOf = Map.groupBy(speeches, (speech) => speech.meeting.id)
  return tableOf(
    {
      key: 'meetings',
      name: 'Từng buổi',
      title: 'Thống kê phát biểu của từng buổi sinh hoạt',
      notes: [
        'Tỷ lệ phát biểu = đảng viên phát biểu / có mặt. Dòng tổng số cộng lượt người của các buổi: ai phát biểu ở hai buổi tính hai lượt.',
      ],
      frozenColumns: 3,
      charts: [chart],
    },
    meetingColumns,
    meetings.map((meeting) => ({
      key: `meeting${meeting.id}`,
      slice: {
        meetings: [meeting],
        entries: entriesOf.get(meeting.id) ?? [],
        speeches: speechesOf.get(meeting.id) ?? [],
      },
    })),
    { meetings, entries, speeches },
  )
}
