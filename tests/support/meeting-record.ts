import type { MeetingRecord, RollFact } from '../../src/shared/rules/meeting-record.ts'

/** A row of the roll: a full member who came, unless said otherwise. */
export function rollFact(fullName: string, row: Partial<RollFact> = {}): RollFact {
  return {
    fullName,
    place: 'obliged',
    reason: null,
    status: 'full',
    state: 'present',
    lateMinutes: null,
    atTime: null,
    itemNumber: null,
    reasonKind: null,
    note: '',
    ...row,
  }
}

/** A regular meeting of a small cell with everything recorded, for tests of the papers written from it. */
export const fullRecord: MeetingRecord = {
  cell: { name: 'Chi bộ Phòng Đào tạo', upperBody: 'Đảng bộ Trường Chính trị tỉnh', abbreviation: 'CB' },
  kind: 'regular',
  period: '2026-11',
  heldOn: '2026-11-03',
  asOf: '2026-11-03',
  plannedStart: '14:00',
  place: 'Phòng họp tầng 2',
  mode: 'inPerson',
  theme: '',
  startedAt: '14:05',
  endedAt: '16:00',
  roll: [
    rollFact('Nguyễn Văn An'),
    rollFact('Trần Thị Hạnh', { state: 'late', lateMinutes: 10 }),
    rollFact('Lê Minh Khánh', { state: 'excused', reasonKind: 'duty', note: 'họp tại tỉnh' }),
    rollFact('Phạm Thị Mai', { state: 'unexcused' }),
    rollFact('Vũ Thị Én', { status: 'probationary' }),
    rollFact('Hoàng Văn Sáu', { place: 'apart', reason: 'exempt', status: 'exempt', state: null }),
  ],
  rollCalled: true,
  chair: { memberId: 1, fullName: 'Nguyễn Văn An', role: 'secretary' },
  minuteTaker: { memberId: 2, fullName: 'Trần Thị Hạnh', role: 'committeeMember' },
  items: [
    {
      id: 1,
      part: 'opening',
      contentClass: 'formalities',
      title: 'Điểm danh; báo cáo tình hình đóng đảng phí',
      ownerName: 'Trần Thị Hạnh',
      begun: true,
    },
    {
      id: 2,
      part: 'main',
      contentClass: 'lastResolution',
      title: 'Kết quả tháng trước',
      ownerName: 'Nguyễn Văn An',
      begun: true,
    },
    {
      id: 3,
      part: 'main',
      contentClass: 'discussion',
      title: 'Thảo luận',
      ownerName: 'Nguyễn Văn An',
      begun: true,
    },
    {
      id: 4,
      part: 'main',
      contentClass: 'partyBuilding',
      title: 'Học tập, làm theo Bác',
      ownerName: null,
      begun: false,
    },
    { id: 5, part: 'closing', contentClass: 'conclusion', title: 'Kết luận', ownerName: null, begun: true },
  ],
  turns: [
    {
      id: 11,
      agendaItemId: 3,
      memberName: 'Vũ Thị Én',
      guestName: null,
      kind: 'opinion',
      gist: 'Nên chia nhóm',
    },
    {
      id: 12,
      agendaItemId: 3,
      memberName: null,
      guestName: 'Bà Chu Thị Lan (Đảng ủy viên)',
      kind: 'question',
      gist: 'Khi nào xong?',
    },
    {
      id: 13,
      agendaItemId: null,
      memberName: 'Trần Thị Hạnh',
      guestName: null,
      kind: 'selfCriticism',
      gist: 'Tôi còn nộp muộn.',
    },
  ],
  conclusions: [
    { id: 21, agendaItemId: 1, content: 'Đảng phí tháng 11 đã nộp đủ' },
    { id: 22, agendaItemId: 3, content: 'Làm thử một tháng rồi đánh giá.' },
  ],
  votes: [
    {
      id: 31,
      subject: 'Thông qua nghị quyết tháng 11/2026',
      rule: 'moreThanHalf',
      method: 'showOfHands',
      entitledCount: 4,
      presentCount: 3,
      forCount: 3,
      againstCount: 0,
      blankCount: 0,
    },
  ],
  tasks: [
    {
      id: 41,
      title: 'Lập danh sách nhóm',
      owners: ['Vũ Thị Én', 'Lê Minh Khánh'],
      dueOn: '2026-11-28',
      doneOn: null,
      reportTitle: 'Sinh hoạt thường kỳ tháng 12/2026',
    },
  ],
  last: {
    period: '2026-10',
    tasks: [
      {
        id: 51,
        title: 'Dọn kho lưu trữ',
        owners: ['Phạm Thị Mai'],
        dueOn: '2026-10-20',
        doneOn: '2026-10-22',
        reportTitle: null,
      },
      { id: 52, title: 'Sửa quy chế', owners: [], dueOn: '2026-10-30', doneOn: null, reportTitle: null },
      { id: 53, title: 'Giữ gìn vệ sinh', owners: [], dueOn: null, doneOn: null, reportTitle: null },
    ],
  },
  score: {
    total: 92.5,
    maximum: 100,
    missing: 0,
    level: 'good',
    groups: [
      { title: 'Thời lượng', points: 5, maximum: 5 },
      { title: 'Tổ chức sinh hoạt', points: 87.5, maximum: 95 },
    ],
  },
}

/** A meeting that only has its day: what stands before anything is recorded. */
export const emptyRecord: MeetingRecord = {
  ...fullRecord,
  place: '',
  startedAt: null,
  endedAt: null,
  roll: [rollFact('Nguyễn Văn An', { state: null })],
  rollCalled: false,
  chair: null,
  minuteTaker: null,
  items: [],
  turns: [],
  conclusions: [],
  votes: [],
  tasks: [],
  last: null,
  score: null,
}
