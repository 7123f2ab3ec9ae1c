import { describe, expect, it } from 'vitest'
import { agendaTemplates } from '../../../src/main/resources/agenda-templates.ts'
import { ruleSets } from '../../../src/main/resources/rule-sets.ts'
import type { ContentClass } from '../../../src/shared/rules/agenda.ts'
import { checkAgenda } from '../../../src/shared/rules/agenda-check.ts'
import type { CheckedAgenda, CheckedItem, Finding } from '../../../src/shared/rules/agenda-finding.ts'
import { templateRows } from '../../../src/shared/rules/agenda-template.ts'
import { meetingKinds } from '../../../src/shared/rules/meeting.ts'
import type { StepStanding } from '../../../src/shared/rules/preparation.ts'
import { minimumOn, ruleSetOn } from '../../../src/shared/rules/rule-set.ts'
import { thresholdsFrom, usageSource } from '../../../src/shared/rules/thresholds.ts'

const rule = 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025'

function item(
  contentClass: ContentClass,
  plannedMinutes: number,
  changes: Partial<CheckedItem> = {},
): CheckedItem {
  return {
    id: 10 + contentClass.length,
    part: 'main',
    contentClass,
    title: contentClass,
    ownerId: 1,
    plannedMinutes,
    privateNote: 'riêng',
    ...changes,
  }
}

/** Ninety minutes with nothing amiss. */
const good = [
  item('formalities', 10),
  item('ideology', 20, { id: 2 }),
  item('lastResolution', 10),
  item('professional', 10),
  item('partyBuilding', 20, { title: 'Rèn luyện của đảng viên' }),
  item('discussion', 20),
]
/** The same with one class of items changed, and `lastResolution` taking up what that leaves of 90 minutes. */
function withMinutes(minutes: Partial<Record<ContentClass, number>>): CheckedItem[] {
  const changed = good.map((each) => ({
    ...each,
    plannedMinutes: minutes[each.contentClass] ?? each.plannedMinutes,
  }))
  const others = changed.reduce(
    (sum, each) => (each.contentClass === 'lastResolution' ? sum : sum + each.plannedMinutes),
    0,
  )
  return changed.map((each) =>
    each.contentClass === 'lastResolution' ? { ...each, plannedMinutes: 90 - others } : each,
  )
}

type Changes = Partial<Omit<CheckedAgenda, 'meeting' | 'thresholds'>> & {
  meeting?: Partial<CheckedAgenda['meeting']>
  thresholds?: Partial<CheckedAgenda['thresholds']>
}

function agenda({ meeting: meetingChanges, thresholds, ...changes }: Changes = {}): CheckedAgenda {
  const meeting = {
    id: 7,
    kind: 'regular' as const,
    period: '2026-11',
    heldOn: '2026-11-28',
    startTime: '14:00',
    place: 'Phòng họp',
    mode: 'inPerson' as const,
    chairId: 1,
    minuteTakerId: 2,
    theme: '',
    note: '',
    ...meetingChanges,
  }
  return {
    meeting,
    items: good,
    people: [
      { id: 1, fullName: 'Lò Thị Én', takesPart: true },
      { id: 2, fullName: 'Mã Văn Đủ', takesPart: true },
      { id: 3, fullName: 'Vàng Thị Sáo', takesPart: false },
    ],
    suggested: { chairId: 1, minuteTakerId: 2 },
    minimum: minimumOn(ruleSets, meeting.kind, meeting.heldOn),
    ruleSet: ruleSetOn(ruleSets, meeting.heldOn),
    thresholds: { ...thresholdsFrom([]), ...thresholds },
    themedInQuarter: 1,
    themeToMeet: null,
    themesInYear: 0,
    steps: [],
    tasks: [],
    today: '2026-11-21',
    ...changes,
  }
}

const kinds = (changes: Changes = {}) => checkAgenda(agenda(changes)).map((finding) => finding.kind)
function only(changes: Changes): Finding {
  const findings = checkAgenda(agenda(changes))
  expect(findings).toHaveLength(1)
  return findings[0] as Finding
}
/** The agenda after its finding was mended. */
function mended(changes: Changes): CheckedAgenda {
  const before = agenda(changes)
  const { mend } = only(changes)
  if (mend?.operation === 'agenda.update')
    return { ...before, items: before.items.map((each) => (each.id === mend.input.id ? mend.input : each)) }
  if (mend?.operation === 'agenda.create') {
    const { meetingId: _meetingId, ...fields } = mend.input
    return { ...before, items: [...before.items, { id: 99, ...fields }] }
  }
  if (mend?.operation === 'agenda.assignRest') {
    const { ownerId } = mend.input
    return { ...before, items: before.items.map((each) => ({ ...each, ownerId: each.ownerId ?? ownerId })) }
  }
  if (mend?.operation === 'meetings.update') return { ...before, meeting: mend.input }
  throw new Error('nothing to mend with')
}

describe('an agenda with nothing amiss', () => {
  it('passes', () => expect(kinds()).toEqual([]))

  it.each(meetingKinds)('the template of a %s meeting has nothing amiss but owners to be named', (kind) => {
    const items = templateRows(agendaTemplates[kind], 'office', { chair: 1, deputy: 2, minuteTaker: 2 })
    expect(
      kinds({ meeting: { kind }, items: items.map((row, id) => ({ id, ...row })) }).filter(
        (found) => found !== 'noOwner',
      ),
    ).toEqual([])
  })

  it('is judged the same every time', () => {
    const bad = agenda({ items: [], meeting: { chairId: null }, themedInQuarter: 0 })
    expect(checkAgenda(bad)).toEqual(checkAgenda(structuredClone(bad)))
  })
})

describe('length', () => {
  it.each([
    [90, []],
    [89, ['tooShort']],
  ])('%i minutes against 90', (total, found) => {
    const items = good.map((each) =>
      each.contentClass === 'lastResolution' ? { ...each, plannedMinutes: total - 80 } : each,
    )
    expect(kinds({ items })).toEqual(found)
  })

  it('names what is missing, the rule, and mends it by more discussion', () => {
    const items = good.filter((each) => each.id !== 2)
    expect(only({ items })).toMatchObject({
      severity: 'must',
      sentence: 'Chương trình dài 70 phút, thiếu 20 phút so với tối thiểu 90 phút.',
      source: rule,
      mend: {
        label: 'Thêm 20 phút cho “discussion”',
        operation: 'agenda.update',
        input: { plannedMinutes: 40 },
      },
    })
    expect(checkAgenda(mended({ items }))).toEqual([])
  })

  it('goes by the rule of the meeting’s own day', () => {
    const short = { items: withMinutes({}).slice(1), themedInQuarter: 0 }
    expect(only({ ...short, meeting: { heldOn: '2020-05-05', period: '2020-05' } })).toMatchObject({
      kind: 'tooShort',
      source: 'Hướng dẫn 12-HD/BTCTW ngày 06/07/2018',
    })
    expect(kinds({ ...short, meeting: { heldOn: '2017-05-05', period: '2017-05' } })).toEqual([])
  })
})

describe('a look at themes and at members’ progress in a month without a theme', () => {
  const titled = (title: string, contentClass: ContentClass = 'partyBuilding') =>
    good.map((each) => (each.contentClass === 'partyBuilding' ? { ...each, title, contentClass } : each))

  it.each([
    ['Công tác xây dựng Đảng: quản lý, phát triển đảng viên', ['noProgressReview']],
    ['Phân công nhiệm vụ từng đảng viên', ['noProgressReview']],
    ['Đánh giá kết quả thực hiện nhiệm vụ của từng đảng viên', []],
    ['Sự tiến bộ của ĐẢNG VIÊN dự bị', []],
    ['Đảng viên báo cáo việc tu dưỡng, rèn luyện', []],
  ])('members’ progress, with the item %j', (title, found) => {
    expect(kinds({ items: titled(title) })).toEqual(found)
  })

  it.each([
    [0, 'Công tác Đảng', []],
    [4, 'Công tác Đảng', ['noThemeReview']],
    [4, 'Kết luận các chuyên đề quý trước', []],
  ])('the year’s %i themes, with the item %j', (themesInYear, title, found) => {
    const items = [...good.slice(1), item('formalities', 10, { title })]
    expect(kinds({ items, themesInYear })).toEqual(found)
  })

  it('says both gently, after everything else, and each is mended by the item it adds', () => {
    const changes = { items: titled('Công tác Đảng'), themesInYear: 4, meeting: { minuteTakerId: null } }
    expect(kinds(changes)).toEqual(['minuteTakerIdMissing', 'noThemeReview', 'noProgressReview'])
    for (const one of [{ items: good, themesInYear: 4 }, { items: titled('Công tác Đảng') }]) {
      expect(only(one)).toMatchObject({ severity: 'note', source: 'thông lệ' })
      expect(only(one).mend).toMatchObject({ operation: 'agenda.create', input: { ownerId: 1 } })
      expect(checkAgenda(mended(one))).toEqual([])
    }
    expect(only({ items: good, themesInYear: 4 }).sentence).toBe(
      'Năm 2026 có 4 chuyên đề; có thể lồng ghép một mục xem tiến độ và việc thực hiện kết luận các chuyên đề.',
    )
  })

  it.each(['regularThemed', 'themed', 'committee', 'extraordinary'] as const)('is not for: %s', (kind) => {
    const found = kinds({ meeting: { kind }, items: titled('Công tác Đảng'), themesInYear: 4 })
    expect(found).not.toContain('noThemeReview')
    expect(found).not.toContain('noProgressReview')
  })

  it('is not asked of an agenda with nothing on it yet', () => {
    expect(kinds({ items: [], themesInYear: 4 })).not.toContain('noThemeReview')
  })
})

describe('chair and minute-taker', () => {
  it.each([
    ['chairId', 'Chưa có chủ trì.', 'Chọn Lò Thị Én', 1],
    ['minuteTakerId', 'Chưa có thư ký.', 'Chọn Mã Văn Đủ', 2],
  ] as const)('%s missing', (field, sentence, label, id) => {
    const finding = only({ meeting: { [field]: null } })
    expect(finding).toMatchObject({ kind: `${field}Missing`, severity: 'must', sentence, source: rule })
    expect(finding.mend).toMatchObject({ label, operation: 'meetings.update', input: { id: 7, [field]: id } })
    expect(checkAgenda(mended({ meeting: { [field]: null } }))).toEqual([])
  })

  it.each(['chairId', 'minuteTakerId'] as const)('%s not taking part that day', (field) => {
    const finding = only({ meeting: { [field]: 3 } })
    expect(finding.kind).toBe(`${field}NotTakingPart`)
    expect(finding.sentence).toMatch(
      /^(Chủ trì|Thư ký) Vàng Thị Sáo không thuộc diện dự sinh hoạt tại chi bộ vào ngày 28\/11\/2026\.$/,
    )
  })

  it('offers nobody where nobody holds the office', () => {
    const suggested = { chairId: null, minuteTakerId: null }
    expect(only({ meeting: { minuteTakerId: null }, suggested }).mend).toBeNull()
  })
})

describe('what a regular meeting must have', () => {
  it.each(['regular', 'regularThemed', 'themed', 'committee', 'extraordinary'] as const)(
    'the review of last month’s resolution: %s',
    (kind) => {
      const items = good.filter((each) => each.contentClass !== 'lastResolution')
      const theme = item('theme', 60)
      const found = kinds({ meeting: { kind }, items: [...items, theme] })
      expect(found.includes('noLastResolution')).toBe(kind === 'regular' || kind === 'regularThemed')
    },
  )

  it('adds the review, led by the chair', () => {
    const items = [...good.filter((each) => each.contentClass !== 'lastResolution'), item('conclusion', 10)]
    expect(only({ items })).toMatchObject({
      kind: 'noLastResolution',
      severity: 'must',
      source: rule,
      mend: {
        operation: 'agenda.create',
        input: { meetingId: 7, part: 'main', contentClass: 'lastResolution', ownerId: 1, plannedMinutes: 5 },
      },
    })
    expect(checkAgenda(mended({ items }))).toEqual([])
  })

  it('a discussion, but not of the committee', () => {
    const items = [...good.filter((each) => each.contentClass !== 'discussion'), item('conclusion', 20)]
    expect(only({ items })).toMatchObject({ kind: 'noDiscussion', severity: 'must', source: rule })
    expect(checkAgenda(mended({ items }))).toEqual([])
    expect(kinds({ items, meeting: { kind: 'committee' } })).toEqual([])
  })
})

describe('shares', () => {
  it.each([
    ['littleDiscussion', { discussion: 18 }, []],
    ['littleDiscussion', { discussion: 17 }, ['littleDiscussion']],
    ['muchReading', { formalities: 16, ideology: 20 }, []],
    ['muchReading', { formalities: 16, ideology: 21 }, ['muchReading']],
    ['muchProfessional', { professional: 20, partyBuilding: 20 }, []],
    ['muchProfessional', { professional: 21, partyBuilding: 20 }, ['muchProfessional']],
  ] as const)('%s with %o of 90 minutes', (_kind, minutes, found) => {
    const items = withMinutes(minutes)
    expect(kinds({ items })).toEqual(found)
    if (found.length > 0) expect(checkAgenda(mended({ items }))).toEqual([])
  })

  it.each([
    ['littleDiscussion', { discussionPercentAtLeast: 22 }, 'should', '20/90 phút (22,2%)', null],
    [
      'littleDiscussion',
      { discussionPercentAtLeast: 23 },
      'should',
      '20/90 phút (22,2%)',
      'Thêm 1 phút cho “discussion”',
    ],
    [
      'muchReading',
      { readingPercentAtMost: 30 },
      'should',
      '30/90 phút (33,3%)',
      'Thêm 10 phút cho “discussion”',
    ],
    [
      'muchProfessional',
      { professionalPercentAtMost: 30 },
      'should',
      'Chuyên môn 10 phút, xây dựng Đảng 20 phút',
      'Thêm 4 phút cho “Rèn luyện của đảng viên”',
    ],
  ] as const)('%s by the cell’s own %o', (kind, thresholds, severity, figures, label) => {
    if (label === null) expect(kinds({ thresholds })).toEqual([])
    else
      expect(only({ thresholds })).toMatchObject({
        kind,
        severity,
        source: usageSource,
        sentence: expect.stringContaining(figures),
        mend: { label },
      })
  })

  it('is shortened where the meeting stays long enough', () => {
    const items = [...withMinutes({ ideology: 50 }), item('conclusion', 40)].map((each) =>
      each.contentClass === 'lastResolution' || each.contentClass === 'discussion'
        ? { ...each, plannedMinutes: 27 }
        : each,
    )
    const thresholds = { discussionPercentAtLeast: 5, readingPercentAtMost: 30 }
    expect(only({ items, thresholds }).mend?.label).toBe('Bớt 7 phút cho “ideology”')
    expect(
      checkAgenda({ ...mended({ items, thresholds }), thresholds: agenda({ thresholds }).thresholds }),
    ).toEqual([])
  })

  it('has no mend where none can be', () => {
    expect(only({ thresholds: { discussionPercentAtLeast: 100 } }).mend).toBeNull()
    expect(only({ thresholds: { readingPercentAtMost: 0 } }).mend).toBeNull()
  })

  it('is nobody’s measure outside the monthly meeting', () => {
    const items = withMinutes({ ideology: 45, professional: 15, partyBuilding: 0 })
    expect(kinds({ items, meeting: { kind: 'extraordinary' } })).toEqual([])
  })
})

describe('the theme', () => {
  it.each([
    ['2026-10', 'note', 'Quý IV/2026 mới có 0 trên ít nhất 1 buổi sinh hoạt chuyên đề.'],
    ['2026-11', 'note', 'Quý IV/2026 mới có 0 trên ít nhất 1 buổi sinh hoạt chuyên đề.'],
    [
      '2026-12',
      'must',
      'Quý IV/2026 mới có 0 trên ít nhất 1 buổi sinh hoạt chuyên đề, và đây là tháng cuối quý.',
    ],
  ] as const)('is missing in %s', (period, severity, sentence) => {
    const finding = only({ meeting: { period }, themedInQuarter: 0 })
    expect(finding).toMatchObject({
      kind: 'themedMissing',
      severity,
      sentence,
      source: rule,
      mend: { operation: 'meetings.update', input: { id: 7, kind: 'regularThemed' } },
    })
  })

  it('knows the theme planned: a day of its own still to come is no fault of the month, nor of this meeting', () => {
    const themeToMeet = { title: 'Tiết kiệm điện', sessionDay: '2026-12-20' }
    expect(only({ meeting: { period: '2026-12' }, themedInQuarter: 0, themeToMeet })).toMatchObject({
      severity: 'note',
      sentence:
        'Quý IV/2026 mới có 0 trên ít nhất 1 buổi sinh hoạt chuyên đề, và đây là tháng cuối quý. Kế hoạch có chuyên đề “Tiết kiệm điện” dự kiến ngày 20/12/2026, chưa có buổi họp.',
      mend: { input: { theme: 'Tiết kiệm điện' } },
    })
    const undated = { ...themeToMeet, sessionDay: null }
    expect(only({ meeting: { period: '2026-12' }, themedInQuarter: 0, themeToMeet: undated }).severity).toBe(
      'must',
    )
  })

  it('is nobody’s duty where no rule in force says so', () => {
    expect(kinds({ meeting: { heldOn: '2024-12-03', period: '2024-12' }, themedInQuarter: 0 })).toEqual([])
  })

  it.each(['themed', 'regularThemed'] as const)('has to be on the agenda of a %s meeting', (kind) => {
    const items = good.map((each) =>
      each.contentClass === 'discussion' ? { ...each, plannedMinutes: 50 } : each,
    )
    expect(only({ meeting: { kind }, items })).toMatchObject({
      kind: 'noTheme',
      severity: 'must',
      mend: {
        operation: 'agenda.create',
        input: { part: 'themed', contentClass: 'theme', plannedMinutes: 30 },
      },
    })
    expect(checkAgenda(mended({ meeting: { kind }, items }))).toEqual([])
  })
})

describe('notice and papers', () => {
  const standing = (changes: Partial<StepStanding>): StepStanding => ({
    step: 'papers',
    dueOn: '2026-11-20',
    source: rule,
    byRule: true,
    doneOn: null,
    found: false,
    state: 'late',
    lateDays: 1,
    note: 'bản giấy',
    ...changes,
  })

  it.each([
    [{}, 'papersLate', 'must', 'Tài liệu chưa gửi, chậm 1 ngày so với hạn 20/11/2026.'],
    [
      { state: 'doneLate', doneOn: '2026-11-21' },
      'papersLate',
      'note',
      'Tài liệu đã gửi chậm 1 ngày so với hạn 20/11/2026.',
    ],
    [
      { step: 'notice', byRule: false, source: usageSource, lateDays: 3 },
      'noticeLate',
      'should',
      'Thông báo chưa gửi, chậm 3 ngày so với hạn 20/11/2026.',
    ],
  ] as const)('late: %o', (changes, kind, severity, sentence) => {
    const finding = only({ steps: [standing(changes)] })
    expect(finding).toMatchObject({ kind, severity, sentence })
    if (severity === 'note') expect(finding.mend).toBeNull()
    else
      expect(finding.mend).toMatchObject({
        operation: 'preparation.mark',
        input: {
          meetingId: 7,
          step: 'step' in changes ? changes.step : 'papers',
          doneOn: '2026-11-21',
          note: 'bản giấy',
        },
      })
  })

  it.each(['open', 'done', 'planned', 'unrecorded'] as const)('not late: %s', (state) => {
    expect(kinds({ steps: [standing({ state, lateDays: 0 })] })).toEqual([])
  })

  describe('and the draft of a resolution', () => {
    const resolution = item('conclusion', 10, {
      id: 5,
      part: 'closing',
      title: 'Biểu quyết Nghị quyết tháng',
    })
    const draft = (changes: Partial<StepStanding> = {}) =>
      standing({ step: 'draft', dueOn: '2026-11-22', state: 'open', lateDays: 0, byRule: false, ...changes })
    const items = [...withMinutes({ lastResolution: 0, ideology: 20 }), resolution]
    const found = (changes: Partial<StepStanding>, on: CheckedItem[] = items) =>
      checkAgenda(agenda({ items: on, steps: [draft(changes)] })).filter(({ kind }) => kind === 'noDraft')

    it.each([
      [{}, 'note', 'hạn 22/11/2026'],
      [{ state: 'late', lateDays: 2 }, 'must', 'chậm 2 ngày so với hạn 22/11/2026'],
    ] as const)('%o is told by how near its day is', (changes, severity, when) => {
      const sentence = `Mục “Biểu quyết Nghị quyết tháng” thông qua nghị quyết nhưng chưa có dự thảo, ${when}.`
      expect(found(changes)).toMatchObject([{ severity, sentence, source: rule }])
      expect(found(changes)[0]?.mend).toEqual({
        label: 'Ghi đã có dự thảo hôm nay',
        operation: 'preparation.mark',
        input: { meetingId: 7, step: 'draft', doneOn: '2026-11-21', note: 'bản giấy' },
      })
    })

    it.each([
      ['done', items],
      ['doneLate', items],
      ['planned', items],
      ['unrecorded', items],
      ['open', good],
      ['open', [...good, item('conclusion', 0, { id: 6, title: 'Kết luận' })]],
      ['open', [...good, item('lastResolution', 0, { id: 6, title: 'Kết quả thực hiện nghị quyết' })]],
    ] as const)('%s: nothing where it is there, or nothing is resolved', (state, on) => {
      expect(found({ state }, [...on])).toEqual([])
    })

    it('nothing for a meeting whose preparation knows no draft', () => {
      expect(kinds({ items: [...good, { ...resolution, plannedMinutes: 0 }] })).toEqual([])
    })
  })

  it('of other steps says nothing: their panel does', () => {
    expect(kinds({ steps: [standing({ step: 'assign' })] })).toEqual([])
  })
})

describe('tasks that wait', () => {
  const task = { id: 40, title: 'Thanh lý máy hỏng', dueOn: '2026-11-18', ownerId: 2, earlierAgendas: 0 }

  it.each([
    [{}, 'should', 'quá hạn 3 ngày'],
    [{ earlierAgendas: 2 }, 'should', 'quá hạn 3 ngày, đã có trong 2 chương trình trước'],
    [{ dueOn: '2026-11-20' }, 'should', 'quá hạn 1 ngày'],
    [{ dueOn: '2026-11-21' }, 'note', 'đến hạn 21/11/2026'],
    [{ dueOn: null }, 'note', 'hẹn báo cáo ở buổi này'],
  ] as const)('%o', (changes, severity, when) => {
    expect(only({ tasks: [{ ...task, ...changes }] })).toMatchObject({
      kind: 'taskWaiting',
      severity,
      sentence: `Nhiệm vụ “Thanh lý máy hỏng” ${when}, chưa có trong chương trình.`,
      source: 'thông lệ',
      mend: {
        label: 'Đưa “Thanh lý máy hỏng” vào chương trình, 3 phút',
        operation: 'agenda.create',
        input: {
          meetingId: 7,
          taskId: 40,
          ownerId: 2,
          title: 'Báo cáo nhiệm vụ: Thanh lý máy hỏng',
          plannedMinutes: 3,
        },
      },
    })
  })
})

describe('owners', () => {
  const items = good.map((each) => (each.id === 2 ? { ...each, ownerId: null } : each))

  it('are given, by default the chair', () => {
    expect(only({ items })).toMatchObject({
      kind: 'noOwner',
      severity: 'should',
      sentence: 'Mục “ideology” chưa có người phụ trách.',
      mend: {
        label: 'Giao Lò Thị Én',
        operation: 'agenda.assignRest',
        input: { meetingId: 7, ownerId: 1 },
      },
    })
    expect(checkAgenda(mended({ items }))).toEqual([])
  })

  it('that several items lack are one finding, mended at once', () => {
    const none = good.map((each, index) => (index < 3 ? { ...each, ownerId: null } : each))
    expect(only({ items: none })).toMatchObject({
      sentence: '3 mục chưa có người phụ trách, đầu tiên là “formalities”.',
      mend: { label: 'Giao Lò Thị Én cả 3 mục' },
    })
    expect(checkAgenda(mended({ items: none }))).toEqual([])
  })

  it('cannot be given to a chair who is not there', () => {
    const findings = checkAgenda(agenda({ items, meeting: { chairId: null } }))
    expect(findings.map(({ kind, mend }) => [kind, mend !== null])).toEqual([
      ['chairIdMissing', true],
      ['noOwner', false],
    ])
  })
})

it('puts what must be mended first', () => {
  const findings = checkAgenda(
    agenda({
      items: good.slice(1).map((each) => ({ ...each, ownerId: null })),
      meeting: { minuteTakerId: null },
      themedInQuarter: 0,
    }),
  )
  const order = ['must', 'should', 'note']
  const weights = findings.map((finding) => order.indexOf(finding.severity))
  expect(weights).toEqual([...weights].sort())
  expect(new Set(weights).size).toBe(3)
})
