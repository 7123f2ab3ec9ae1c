import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentClasses } from '../../../src/shared/rules/agenda.ts'
import {
  type CarryDrop,
  type CarryFacts,
  carryKinds,
  carryProposals,
  type OpenTask,
  type PastConclusion,
  type PastItem,
} from '../../../src/shared/rules/carry.ts'

const october = 'Sinh hoạt thường kỳ tháng 10/2026'

const item = (changes: Partial<PastItem> = {}): PastItem => ({
  id: 4,
  part: 'main',
  contentClass: 'professional',
  title: 'Sửa nhà văn hóa',
  ownerId: 2,
  plannedMinutes: 15,
  privateNote: 'hỏi xã',
  state: 'notRun',
  said: false,
  meetingTitle: october,
  ...changes,
})
const conclusion = (changes: Partial<PastConclusion> = {}): PastConclusion => ({
  id: 5,
  content: 'Trồng cây ven đường',
  meetingTitle: october,
  doneOn: null,
  tasks: 0,
  earlierAgendas: 0,
  ...changes,
})
const task = (changes: Partial<OpenTask> = {}): OpenTask => ({
  id: 6,
  title: 'Lập danh sách',
  dueOn: '2026-11-25',
  reportedHere: false,
  ownerId: 3,
  ownerName: 'Mã Văn Đủ',
  conclusion: null,
  earlierAgendas: 0,
  ...changes,
})
const drop = (changes: Partial<CarryDrop> = {}): CarryDrop => ({
  id: 1,
  kind: 'task',
  sourceId: 6,
  meetingId: 7,
  meetingTitle: 'Sinh hoạt thường kỳ tháng 11/2026',
  reason: 'chờ xã',
  droppedOn: '2026-11-20',
  ...changes,
})

function facts(changes: Partial<CarryFacts> = {}): CarryFacts {
  return {
    meeting: { id: 7, heldOn: '2026-11-28', chairId: 1 },
    today: '2026-11-21',
    agenda: [],
    items: [],
    conclusions: [],
    tasks: [],
    drops: [],
    ...changes,
  }
}
const links = { carriedFromId: null, conclusionId: null, taskId: null }
const back = (changes: Partial<CarryFacts>) => carryProposals(facts(changes))

describe('an item of the last meeting', () => {
  it.each([
    ['never taken up', {}, 'chưa tiến hành'],
    ['cut short', { state: 'unfinished' }, 'chưa xong'],
    ['unfinished by word', { state: 'unfinished', said: true }, 'chưa xong'],
    [
      'form, unfinished by word',
      { state: 'unfinished', said: true, contentClass: 'formalities' },
      'chưa xong',
    ],
  ] as const)('%s comes back as it was', (_, changes, why) => {
    const [proposal] = back({ items: [item(changes)] })
    expect(proposal).toMatchObject({
      kind: 'item',
      sourceId: 4,
      title: 'Sửa nhà văn hóa',
      why: `${why} ở ${october}`,
      pressing: false,
    })
    expect(proposal?.item).toEqual({
      part: 'main',
      contentClass: item(changes).contentClass,
      title: 'Sửa nhà văn hóa',
      ownerId: 2,
      plannedMinutes: 15,
      privateNote: 'hỏi xã',
      carriedFromId: 4,
    })
  })

  it.each([
    ['finished', { state: 'finished' }],
    ['still to come', { state: 'planned' }],
    ['of a meeting not clocked', { state: 'unknown' }],
    ['form not taken up', { contentClass: 'formalities' }],
    ['a conclusion cut short', { contentClass: 'conclusion', state: 'unfinished' }],
  ] as const)('%s does not come back', (_, changes) => {
    expect(back({ items: [item(changes)] })).toEqual([])
  })

  it.each([
    ['taken up by this agenda', { ...links, title: 'Sửa nhà', carriedFromId: 4 }],
    ['on every agenda', { ...links, title: ' sua  NHÀ văn hóa' }],
  ])('%s does not come back', (_, onAgenda) => {
    expect(back({ items: [item()], agenda: [onAgenda] })).toEqual([])
  })

  it('of a themed part comes back in the main one', () => {
    expect(back({ items: [item({ part: 'themed' })] })[0]?.item.part).toBe('main')
  })
})

describe('a conclusion', () => {
  it('comes back to be reported on by the chair until it is noted as carried out', () => {
    const [proposal] = back({ conclusions: [conclusion({ earlierAgendas: 1 })] })
    expect(proposal).toEqual({
      kind: 'conclusion',
      sourceId: 5,
      title: 'Trồng cây ven đường',
      why: `kết luận của ${october}, chưa ghi ngày thực hiện, đã có trong 1 chương trình trước`,
      pressing: false,
      item: {
        part: 'main',
        contentClass: 'lastResolution',
        title: 'Kết quả thực hiện kết luận: Trồng cây ven đường',
        ownerId: 1,
        plannedMinutes: 3,
        privateNote: '',
        conclusionId: 5,
      },
    })
  })

  it.each([
    ['carried out', { conclusions: [conclusion({ doneOn: '2026-11-01' })] }],
    ['that comes back as its tasks', { conclusions: [conclusion({ tasks: 1 })] }],
    ['on the agenda', { conclusions: [conclusion()], agenda: [{ ...links, title: '', conclusionId: 5 }] }],
  ])('%s does not come back', (_, changes) => expect(back(changes)).toEqual([]))
})

describe('an open task', () => {
  it.each([
    ['overdue', { dueOn: '2026-11-15' }, 'quá hạn 6 ngày, của Mã Văn Đủ', true],
    ['due by the meeting', { dueOn: '2026-11-28' }, 'đến hạn 28/11/2026, của Mã Văn Đủ', true],
    ['due later', { dueOn: '2026-12-15' }, 'đến hạn 15/12/2026, của Mã Văn Đủ', false],
    ['reported on here', { dueOn: null, reportedHere: true }, 'hẹn báo cáo ở buổi này, của Mã Văn Đủ', true],
    ["nobody's", { dueOn: null, ownerId: null, ownerName: null }, 'không có hạn, chưa có người làm', false],
    [
      'of a conclusion',
      { conclusion: 'Trồng cây', earlierAgendas: 2 },
      'đến hạn 25/11/2026, của Mã Văn Đủ, thực hiện kết luận “Trồng cây”, đã có trong 2 chương trình trước',
      true,
    ],
  ] as const)('%s comes back, and says when it is due', (_, changes, why, pressing) => {
    expect(back({ tasks: [task(changes)] })).toMatchObject([
      {
        kind: 'task',
        sourceId: 6,
        why,
        pressing,
        item: { taskId: 6, title: 'Báo cáo nhiệm vụ: Lập danh sách' },
      },
    ])
  })

  it('does not come back once it is on the agenda', () => {
    expect(back({ tasks: [task()], agenda: [{ ...links, title: '', taskId: 6 }] })).toEqual([])
  })

  it('that presses stands before one that does not', () => {
    const tasks = [task({ id: 8, dueOn: '2026-12-20' }), task({ id: 9 })]
    expect(back({ tasks }).map((proposal) => proposal.sourceId)).toEqual([9, 8])
  })
})

describe('what was put aside', () => {
  it('is not proposed for that meeting', () => {
    expect(back({ tasks: [task()], drops: [drop()] })).toEqual([])
  })

  it('comes back for a later one with the last word why', () => {
    const drops = [
      drop({ meetingId: 6, meetingTitle: october }),
      drop({ meetingId: 5, meetingTitle: 'Sinh hoạt thường kỳ tháng 9/2026', reason: 'bận mùa' }),
    ]
    expect(back({ tasks: [task()], drops })[0]?.why).toBe(
      `đến hạn 25/11/2026, của Mã Văn Đủ; đã gác lại ở ${october}: chờ xã`,
    )
  })

  it('puts nothing else aside that bears the same number', () => {
    expect(
      back({ tasks: [task()], drops: [drop({ kind: 'item' }), drop({ kind: 'conclusion' })] }),
    ).toHaveLength(1)
  })
})

const states = ['planned', 'finished', 'unfinished', 'notRun', 'unknown'] as const
const someFacts: fc.Arbitrary<CarryFacts> = fc
  .record({
    items: fc.uniqueArray(
      fc
        .record({
          id: fc.integer({ min: 1, max: 9 }),
          state: fc.constantFrom(...states),
          said: fc.boolean(),
          contentClass: fc.constantFrom(...contentClasses),
          title: fc.constantFrom('Thảo luận', 'Sửa đường', 'Trồng cây'),
        })
        .map(item),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
    conclusions: fc.uniqueArray(
      fc
        .record({
          id: fc.integer({ min: 1, max: 9 }),
          doneOn: fc.constantFrom(null, '2026-11-01'),
          tasks: fc.nat({ max: 2 }),
        })
        .map(conclusion),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
    tasks: fc.uniqueArray(
      fc
        .record({
          id: fc.integer({ min: 1, max: 9 }),
          dueOn: fc.constantFrom(null, '2026-11-01', '2026-12-01'),
          reportedHere: fc.boolean(),
        })
        .map(task),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
    drops: fc.array(
      fc
        .record({
          kind: fc.constantFrom(...carryKinds),
          sourceId: fc.integer({ min: 1, max: 9 }),
          meetingId: fc.constantFrom(6, 7),
        })
        .map(drop),
      { maxLength: 4 },
    ),
  })
  .map(facts)

const key = ({ kind, sourceId }: { kind: string; sourceId: number }) => `${kind} ${sourceId}`

describe('the proposals', () => {
  it('name each matter once, and none that was put aside for this meeting', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const keys = carryProposals(given).map(key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const each of given.drops) if (each.meetingId === 7) expect(keys).not.toContain(key(each))
      }),
      { numRuns: 100 },
    )
  })

  it('go away one by one as they are taken onto the agenda, and leave the others as they were', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), (given, pick) => {
        const before = carryProposals(given)
        const taken = before[pick % Math.max(1, before.length)]
        if (!taken) return
        const agenda = [...given.agenda, { ...links, ...taken.item }]
        const after = carryProposals({ ...given, agenda }).map(key)
        // One of the same words would stand on the agenda twice.
        const same = before.filter((each) => each.kind === 'item' && each.title === taken.item.title).map(key)
        expect(after).toEqual(before.map(key).filter((each) => each !== key(taken) && !same.includes(each)))
      }),
      { numRuns: 100 },
    )
  })
})
