import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../src/shared/contract/errors.ts'
import type { Input, WriteName } from '../../../src/shared/contract/index.ts'
import { agendaParts, contentClasses } from '../../../src/shared/rules/agenda.ts'
import { attendanceStates, reasonKinds } from '../../../src/shared/rules/attendance.ts'
import { carryKinds } from '../../../src/shared/rules/carry.ts'
import { inviteChoices } from '../../../src/shared/rules/invite.ts'
import { meetingKinds } from '../../../src/shared/rules/meeting.ts'
import { roles, statuses } from '../../../src/shared/rules/member.ts'
import { preparationSteps } from '../../../src/shared/rules/preparation.ts'
import { remarkKinds } from '../../../src/shared/rules/remark.ts'
import { evidenceDays } from '../../../src/shared/rules/score-facts.ts'
import { signingForms } from '../../../src/shared/rules/signing.ts'
import { turnKinds } from '../../../src/shared/rules/speaking.ts'
import { themeForms, themeSteps } from '../../../src/shared/rules/theme.ts'
import { voteMethods, voteRules } from '../../../src/shared/rules/vote.ts'
import { writtenPapers } from '../../../src/shared/rules/written-paper.ts'
import { contentsOf } from '../../support/contents.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

/** One write to be made: its input is built when its turn comes, from what is there then. */
type Step = { name: WriteName; build: (ids: Ids) => unknown }
type Table =
  | 'member'
  | 'meeting'
  | 'agendaItem'
  | 'agendaRun'
  | 'speakingTurn'
  | 'speakerQueue'
  | 'speakerAsk'
  | 'vote'
  | 'conclusion'
  | 'task'
  | 'theme'
  | 'scoreSheet'
  | 'scoreCriterion'
  | 'committeeTerm'
  | 'outsidePaper'
  | 'carryDrop'
  | 'remark'
  | 'reportSent'
type Ids = {
  of: (table: Table, pick: number) => number
  items: (meetingId: number) => number[]
  queue: (meetingId: number) => number[]
}

const text = fc.string({ maxLength: 8, unit: 'grapheme' })
const name = text.map((part) => `Nguyễn ${part} An`)
const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10))
const pick = fc.nat({ max: 20 })
/** One open period, two that follow each other, or two that clash and must be refused. */
const periods = fc
  .tuple(fc.uniqueArray(day, { minLength: 3, maxLength: 3 }), fc.constantFrom('one', 'one', 'two', 'clash'))
  .map(([days, form]) => {
    const [first = '', second = '', third = ''] = days.sort()
    const open = { fromDate: first, toDate: null }
    if (form === 'one') return [open]
    const last = { fromDate: third, toDate: null }
    return form === 'two' ? [{ fromDate: first, toDate: second }, last] : [open, last]
  })

const person = fc.record({
  fullName: name,
  sex: fc.constantFrom('male' as const, 'female' as const, null),
  birthDate: fc.constantFrom(null, '1975', '1975-06', '1975-06-12'),
  cardNumber: fc.constantFrom(null, null, null, '01', '02'),
  identityNumber: fc.option(text),
  fileNumber: fc.option(text),
  admittedOn: fc.option(day),
  officialOn: fc.option(day),
  job: text,
  politicalTheory: text,
  residenceCell: text,
  phone: text,
  note: text,
})
const statusPeriods = fc
  .tuple(periods, fc.constantFrom(...statuses), text)
  .map(([list, status, note]) => list.map((dates) => ({ ...dates, status, note })))
const rolePeriods = fc
  .tuple(fc.boolean(), periods, fc.constantFrom(...roles))
  .map(([none, list, role]) => (none ? [] : list.map((dates) => ({ ...dates, role }))))
const member = fc
  .tuple(person, statusPeriods, rolePeriods)
  .map(([fields, statuses, roles]) => ({ ...fields, statuses, roles }))
const listed = fc
  .tuple(person, statusPeriods, fc.option(fc.constantFrom(...roles)))
  .map(([fields, statuses, role]) => ({ ...fields, statuses, role }))

const meeting = fc.record({
  kind: fc.constantFrom(...meetingKinds),
  period: fc.constantFrom('2025-12', '2026-11'),
  heldOn: day,
  startTime: fc.constantFrom('08:00', '19:30'),
  place: name,
  mode: fc.constantFrom('inPerson' as const, 'online' as const),
  theme: text,
  note: text,
  guests: text,
})
const item = fc.record({
  part: fc.constantFrom(...agendaParts),
  contentClass: fc.constantFrom(...contentClasses),
  title: name,
  plannedMinutes: fc.integer({ min: 0, max: 60 }),
  privateNote: text,
})
const turn = fc.record({ kind: fc.constantFrom(...turnKinds), gist: text })

const vote = fc.record({
  subject: name,
  rule: fc.constantFrom(...voteRules),
  method: fc.constantFrom(...voteMethods),
  entitledCount: fc.integer({ min: 1, max: 5 }),
  presentCount: fc.integer({ min: 0, max: 5 }),
  forCount: fc.integer({ min: 0, max: 3 }),
  againstCount: fc.integer({ min: 0, max: 2 }),
  blankCount: fc.constant(0),
})
const quarter = fc.integer({ min: 1, max: 4 })
const theme = fc.record({ problem: text, cause: text, form: fc.constantFrom(...themeForms), product: text })
const paper = fc.constantFrom(...writtenPapers)
const paragraphKey = fc.constantFrom('opening', 'opening', 'roll.present', 'gone')
const task = fc.record({ title: name, dueOn: fc.option(day), doneOn: fc.option(day) })

/** A write whose input is made of something drawn and of ids picked when its turn comes. */
function step<Name extends WriteName, Drawn>(
  operation: Name,
  drawn: fc.Arbitrary<Drawn>,
  build: (drawn: Drawn, ids: Ids, pick: number, other: number) => Input<Name>,
): fc.Arbitrary<Step> {
  return fc
    .tuple(drawn, pick, pick)
    .map(([value, one, other]) => ({ name: operation, build: (ids) => build(value, ids, one, other) }))
}

const kinds: (fc.Arbitrary<Step> | { weight: number; arbitrary: fc.Arbitrary<Step> })[] = [
  step('cell.update', name, (cell) => ({ ...sampleCell, name: cell })),
  step('settings.update', fc.integer({ min: 0, max: 60 }), (value, _ids, one) => ({
    name: one % 2 ? 'noticeDaysBefore' : 'readingPercentAtMost',
    value,
  })),
  step('reportCalendar.setDue', text, (recipient, _ids, one) => ({
    report: one % 2 ? 'quarter' : 'schedule',
    recipient,
    anchor: 'after',
    day: one + 1,
  })),
  step('reportCalendar.markSent', fc.constant(null), (_, _ids, one) => ({
    report: 'quarter',
    fromDate: '2026-07-01',
    toDate: one % 2 ? '2026-09-30' : '2026-12-31',
  })),
  step('pack.choose', fc.constant(null), (_, _ids, one) => ({ withPapers: one % 2 === 0 })),
  step('reportCalendar.unmarkSent', fc.constant(null), (_, ids, one) => ({ id: ids.of('reportSent', one) })),
  { weight: 5, arbitrary: step('members.create', member, (fields) => fields) },
  step('members.update', member, (fields, ids, one) => ({ ...fields, id: ids.of('member', one) })),
  step('members.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('member', one) })),
  step('members.import', fc.tuple(listed, listed), ([first, second], ids, one, other) => ({
    rows: [
      { memberId: null, member: first },
      { memberId: other % 2 ? ids.of('member', one) : null, member: second },
    ],
  })),
  {
    weight: 4,
    arbitrary: step('meetings.create', meeting, (fields, ids, one, other) => ({
      ...fields,
      chairId: other % 3 ? null : ids.of('member', one),
      minuteTakerId: null,
    })),
  },
  step('meetings.update', meeting, (fields, ids, one, other) => ({
    ...fields,
    id: ids.of('meeting', one),
    chairId: null,
    minuteTakerId: ids.of('member', other),
  })),
  step('meetings.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('meeting', one) })),
  step('agenda.create', item, (fields, ids, one, other) => ({
    ...fields,
    meetingId: ids.of('meeting', one),
    ownerId: other % 2 ? ids.of('member', other) : null,
    ...(other % 3 === 0 && { carriedFromId: ids.of('agendaItem', other) }),
  })),
  step('agenda.update', item, (fields, ids, one) => ({
    ...fields,
    id: ids.of('agendaItem', one),
    ownerId: null,
  })),
  step('agenda.assignRest', fc.constant(null), (_, ids, one, other) => ({
    meetingId: ids.of('meeting', one),
    ownerId: ids.of('member', other),
  })),
  step('signing.choose', fc.constantFrom(...signingForms), (form, ids, one, other) => ({
    of:
      other % 3 === 0
        ? { paper: 'score' }
        : other % 3 === 1
          ? { paper: 'themePlan', year: 2026 }
          : { paper: 'resolution', meetingId: ids.of('meeting', one) },
    form,
    memberId: other % 2 ? ids.of('member', one) : null,
    office: other % 5 ? '' : 'Thư ký',
  })),
  step('layout.choose', fc.constantFrom('18', '19', '20'), (value) => ({ point: 'lineSpacing', value })),
  step('agenda.setFinished', fc.constantFrom(true, false, null), (finished, ids, one) => ({
    id: ids.of('agendaItem', one),
    finished,
  })),
  {
    weight: 3,
    arbitrary: step(
      'carry.drop',
      fc.tuple(fc.constantFrom(...carryKinds), name),
      ([kind, reason], ids, one, other) => ({
        meetingId: ids.of('meeting', one),
        kind,
        sourceId: ids.of(kind === 'item' ? 'agendaItem' : kind, other),
        reason,
      }),
    ),
  },
  step('carry.restore', fc.constant(null), (_, ids, one) => ({ id: ids.of('carryDrop', one) })),
  step('agenda.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('agendaItem', one) })),
  step('agenda.reorder', fc.boolean(), (turned, ids, one) => {
    const meetingId = ids.of('meeting', one)
    const items = ids.items(meetingId).map((id) => ({ id, part: 'main' as const }))
    return { meetingId, items: turned ? items.reverse() : items }
  }),
  step('agenda.applyTemplate', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one) })),
  step(
    'preparation.mark',
    fc.tuple(fc.option(day), fc.constantFrom(...preparationSteps), text),
    ([doneOn, done, note], ids, one) => ({ meetingId: ids.of('meeting', one), step: done, doneOn, note }),
  ),
  {
    weight: 4,
    arbitrary: step('asks.create', text, (question, ids, one, other) => {
      const meetingId = ids.of('meeting', one)
      const agendaItemId = ids.items(meetingId)[other] ?? 9999
      return { meetingId, agendaItemId, memberId: ids.of('member', other), question }
    }),
  },
  step(
    'asks.update',
    fc.tuple(text, fc.boolean(), fc.boolean()),
    ([question, prepared, asked], ids, one) => ({
      id: ids.of('speakerAsk', one),
      question,
      prepared,
      asked,
    }),
  ),
  step('asks.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('speakerAsk', one) })),
  {
    weight: 3,
    arbitrary: step(
      'attendance.mark',
      fc.tuple(fc.option(fc.constantFrom(...attendanceStates)), fc.constantFrom(...reasonKinds), text),
      ([state, reason, note], ids, one, other) => ({
        meetingId: ids.of('meeting', one),
        memberId: ids.of('member', other),
        state,
        lateMinutes: state === 'late' ? 15 : null,
        reasonKind: state === 'excused' ? reason : null,
        note,
        ...(state === 'leftEarly'
          ? { atTime: '15:20', agendaItemId: ids.items(ids.of('meeting', one))[other] ?? null }
          : {}),
      }),
    ),
  },
  step('attendance.markAllPresent', fc.constant(null), (_, ids, one) => ({
    meetingId: ids.of('meeting', one),
  })),
  step('speaking.create', turn, (fields, ids, one, other) => {
    const meetingId = ids.of('meeting', one)
    return {
      ...fields,
      meetingId,
      agendaItemId: ids.items(meetingId)[other] ?? null,
      memberId: ids.of('member', other),
      guestName: null,
      speakingSeconds: other * 30,
    }
  }),
  step('speaking.start', turn, (fields, ids, one) => ({
    ...fields,
    meetingId: ids.of('meeting', one),
    agendaItemId: null,
    memberId: null,
    guestName: 'Khách mời',
  })),
  step('speaking.stop', fc.constant(null), (_, ids, one) => ({ id: ids.of('speakingTurn', one) })),
  step('speaking.update', turn, (fields, ids, one, other) => ({
    ...fields,
    id: ids.of('speakingTurn', one),
    agendaItemId: null,
    memberId: ids.of('member', other),
    guestName: null,
    speakingSeconds: 90,
  })),
  step('speaking.pause', fc.constant(null), (_, ids, one) => ({ id: ids.of('speakingTurn', one) })),
  step('speaking.swap', fc.constant(null), (_, ids, one, other) => ({
    id: ids.of('speakingTurn', one),
    memberId: ids.of('member', other),
    guestName: null,
  })),
  step('queue.add', fc.constant(null), (_, ids, one, other) => ({
    meetingId: ids.of('meeting', one),
    memberId: ids.of('member', other),
    guestName: null,
  })),
  step('queue.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('speakerQueue', one) })),
  step('queue.reorder', fc.constant(null), (_, ids, one) => {
    const meetingId = ids.of('meeting', one)
    return { meetingId, ids: ids.queue(meetingId).toReversed() }
  }),
  step('queue.start', fc.constant(null), (_, ids, one) => ({ id: ids.of('speakerQueue', one) })),
  step('running.startItem', fc.constant(null), (_, ids, one) => ({
    agendaItemId: ids.of('agendaItem', one),
  })),
  step('running.stopItem', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one) })),
  step('running.nextItem', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one) })),
  step('running.addRun', fc.nat(8), (hour, ids, one) => ({
    agendaItemId: ids.of('agendaItem', one),
    startedAt: `2026-11-05T0${hour}:00:00.000Z`,
    stoppedAt: `2026-11-05T0${hour}:30:00.000Z`,
  })),
  step('running.correctRun', fc.nat(5), (tens, ids, one) => ({
    id: ids.of('agendaRun', one),
    startedAt: `2026-11-06T00:${tens}0:00.000Z`,
    stoppedAt: '2026-11-06T01:00:00.000Z',
  })),
  step('running.removeRun', fc.constant(null), (_, ids, one) => ({ id: ids.of('agendaRun', one) })),
  step('running.chooseInvite', fc.constantFrom(...inviteChoices, null), (choice, ids, one, other) => ({
    meetingId: ids.of('meeting', one),
    memberId: ids.of('member', other),
    choice,
  })),
  step('speaking.note', turn, ({ kind, gist }, ids, one) => ({
    id: ids.of('speakingTurn', one),
    kind,
    gist,
  })),
  step('speaking.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('speakingTurn', one) })),
  step('votes.create', vote, (fields, ids, one, other) => {
    const meetingId = ids.of('meeting', one)
    return { ...fields, meetingId, agendaItemId: ids.items(meetingId)[other] ?? null }
  }),
  step('votes.update', vote, (fields, ids, one) => ({
    ...fields,
    id: ids.of('vote', one),
    agendaItemId: null,
    presentCount: 0,
    forCount: null,
    againstCount: null,
    blankCount: null,
  })),
  step('votes.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('vote', one) })),
  step('conclusions.create', name, (content, ids, one, other) => {
    const meetingId = ids.of('meeting', one)
    return { meetingId, agendaItemId: ids.items(meetingId)[other] ?? null, content }
  }),
  step('conclusions.update', name, (content, ids, one) => ({
    id: ids.of('conclusion', one),
    agendaItemId: null,
    content,
  })),
  step('conclusions.setDone', fc.option(day), (doneOn, ids, one) => ({
    id: ids.of('conclusion', one),
    doneOn,
  })),
  step('conclusions.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('conclusion', one) })),
  step(
    'remarks.create',
    fc.tuple(name, fc.constantFrom(...remarkKinds)),
    ([content, kind], ids, one, other) => {
      const meetingId = ids.of('meeting', one)
      const agendaItemId = ids.items(meetingId)[other] ?? null
      return { meetingId, kind, content, agendaItemId, memberIds: other % 2 ? [ids.of('member', other)] : [] }
    },
  ),
  step(
    'remarks.update',
    fc.tuple(name, fc.constantFrom(...remarkKinds)),
    ([content, kind], ids, one, other) => ({
      id: ids.of('remark', one),
      kind,
      content,
      agendaItemId: null,
      memberIds: [ids.of('member', other)],
    }),
  ),
  step('remarks.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('remark', one) })),
  step('tasks.create', task, (fields, ids, one, other) => ({
    ...fields,
    meetingId: ids.of('meeting', one),
    conclusionId: null,
    reportMeetingId: other % 2 ? ids.of('meeting', other) : null,
    ownerIds: [ids.of('member', one)],
  })),
  step('tasks.update', task, (fields, ids, one, other) => ({
    ...fields,
    id: ids.of('task', one),
    meetingId: null,
    conclusionId: null,
    reportMeetingId: null,
    ownerIds: other % 3 ? [ids.of('member', other)] : [],
  })),
  step('tasks.setDone', fc.option(day), (doneOn, ids, one) => ({ id: ids.of('task', one), doneOn })),
  step('tasks.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('task', one) })),
  {
    weight: 4,
    arbitrary: step('themes.create', fc.tuple(name, quarter), ([title, inQuarter], _ids, one) => ({
      year: 2026,
      quarter: inQuarter,
      month: one % 2 ? inQuarter * 3 : null,
      title,
    })),
  },
  {
    weight: 3,
    arbitrary: step(
      'themes.makeMeeting',
      fc.constantFrom('own' as const, 'regular' as const),
      (into, ids, one) => ({
        // Mostly the one that has a day from the beginning.
        id: ids.of('theme', one % 3),
        into,
      }),
    ),
  },
  step('themes.update', theme, (fields, ids, one, other) => ({
    ...fields,
    id: ids.of('theme', one),
    leadId: other % 2 ? ids.of('member', other) : null,
  })),
  step('themes.move', quarter, (inQuarter, ids, one, place) => ({
    id: ids.of('theme', one),
    quarter: inQuarter,
    place,
  })),
  step(
    'themes.setStep',
    fc.tuple(fc.constantFrom(...themeSteps), fc.option(day), fc.option(day)),
    ([of, dueOn, doneOn], ids, one) => ({ id: ids.of('theme', one), step: of, dueOn, doneOn }),
  ),
  step('themes.setContributors', text, (topic, ids, one, other) => ({
    id: ids.of('theme', one),
    contributors: other % 3 ? [{ memberId: ids.of('member', other), topic, minutes: 10 }] : [],
  })),
  step('themes.setQuestions', fc.array(name, { maxLength: 3 }), (questions, ids, one) => ({
    id: ids.of('theme', one),
    questions,
  })),
  step('themes.setLinks', fc.array(name, { maxLength: 2 }), (targets, ids, one) => ({
    id: ids.of('theme', one),
    links: targets.map((target) => ({ label: '', target })),
  })),
  step('themes.setSubjects', fc.array(name, { maxLength: 3 }), (subjects, ids, one) => ({
    id: ids.of('theme', one),
    subjects,
  })),
  step('strengths.set', fc.array(name, { maxLength: 3 }), (subjects, ids, one) => ({
    memberId: ids.of('member', one),
    subjects,
  })),
  step('themes.importPlan', fc.tuple(name, quarter, day), ([title, inQuarter, reportedOn], ids, one) => ({
    year: 2024,
    rows: [
      {
        quarter: inQuarter,
        month: null,
        title,
        problem: '',
        leadId: one % 2 ? ids.of('member', one) : null,
        contributors: [],
        draftDueOn: null,
        sessionOn: null,
        product: '',
        reportedOn,
        note: '',
        held: false,
      },
    ],
  })),
  step('themes.copyYear', fc.constantFrom(2025, 2027), (toYear) => ({ fromYear: 2026, toYear })),
  step('themes.takeOver', quarter, (inQuarter, ids, one) => ({
    id: ids.of('theme', one),
    year: 2028,
    quarter: inQuarter,
  })),
  step('themes.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('theme', one) })),
  step('scores.create', fc.constantFrom('an-phu-2025', 'cam-le-2025'), (sheet, ids, one) => ({
    meetingId: ids.of('meeting', one),
    sheet,
  })),
  step(
    'scores.setLine',
    fc.tuple(fc.option(fc.integer({ min: 0, max: 5 })), text),
    ([points, reason], ids, one) => ({
      meetingId: ids.of('meeting', one),
      criterion: 'duration',
      points,
      reason,
    }),
  ),
  step(
    'scores.setEvidence',
    fc.tuple(fc.constantFrom(...evidenceDays), fc.option(day)),
    ([of, doneOn], ids, one) => ({ meetingId: ids.of('meeting', one), day: of, doneOn }),
  ),
  step('scores.fillRest', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one) })),
  step('scores.refresh', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one) })),
  step('scores.remove', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one) })),
  step('scoreSheets.create', name, (title) => ({
    name: title,
    lines: [{ groupTitle: '', title, maximum: 100 }],
  })),
  step('scoreSheets.copy', name, (title, _ids, one, other) => ({
    from: one % 2 ? 'an-phu-2025' : null,
    name: title,
    validFrom: '2026-01-01',
    replaces: other % 2 === 0,
  })),
  step('scoreSheets.update', name, (title, ids, one) => ({ id: ids.of('scoreSheet', one), name: title })),
  step('scoreSheets.renameGroup', name, (title, ids, one) => ({
    id: ids.of('scoreSheet', one),
    from: '',
    to: title,
  })),
  step('scoreSheets.addLine', name, (groupTitle, ids, one) => ({
    id: ids.of('scoreSheet', one),
    after: null,
    groupTitle,
  })),
  step('scoreSheets.updateLine', fc.integer({ min: 0, max: 100 }), (maximum, ids, one) => ({
    id: ids.of('scoreCriterion', one),
    maximum,
    measure: { fact: 'committee', scale: { kind: 'met', points: maximum } },
  })),
  step('scoreSheets.moveLine', fc.constantFrom<1 | -1>(1, -1), (by, ids, one) => ({
    id: ids.of('scoreCriterion', one),
    step: by,
  })),
  step('scoreSheets.removeLine', fc.constant(null), (_, ids, one) => ({
    id: ids.of('scoreCriterion', one),
  })),
  step('scoreSheets.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('scoreSheet', one) })),
  step('papers.write', fc.tuple(paper, paragraphKey, text), ([of, key, own], ids, one) => ({
    paper: of,
    meetingId: ids.of('meeting', one),
    key,
    text: own,
  })),
  step('papers.add', fc.tuple(paper, name), ([of, own], ids, one) => ({
    paper: of,
    meetingId: ids.of('meeting', one),
    afterKey: 'opening',
    text: own,
  })),
  ...(['papers.leaveOut', 'papers.takeComputed', 'papers.keepOwn'] as const).map((operation) =>
    step(operation, fc.tuple(paper, paragraphKey), ([of, key], ids, one) => ({
      paper: of,
      meetingId: ids.of('meeting', one),
      key,
    })),
  ),
  step('papers.issue', fc.tuple(paper, day), ([issued, issuedOn], ids, one, other) => ({
    of:
      other % 4 === 0
        ? { paper: 'themePlan', year: 2026 }
        : { paper: other % 4 === 1 ? 'notice' : issued, meetingId: ids.of('meeting', one) },
    number: other + 1,
    issuedOn,
  })),
  step('papers.revise', fc.tuple(day, name), ([issuedOn, reason]) => ({
    of: { paper: 'resolution', meetingId: 1 },
    issuedOn,
    reason,
  })),
  step('register.add', fc.tuple(day, name), ([issuedOn, title], _ids, one) => ({
    code: one % 2 ? 'CV' : 'NQ',
    number: one + 1,
    issuedOn,
    title,
  })),
  step('register.update', fc.tuple(day, name), ([issuedOn, title], ids, one, other) => ({
    id: ids.of('outsidePaper', one),
    code: 'BC',
    number: other + 1,
    issuedOn,
    title,
  })),
  step('register.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('outsidePaper', one) })),
  step('terms.add', day, (startsOn) => ({ startsOn })),
  step('terms.remove', fc.constant(null), (_, ids, one) => ({ id: ids.of('committeeTerm', one) })),
  step('forms.map', name, (title, _ids, one) => ({
    fingerprint: `bieu ${one % 2}`,
    title,
    columns: [{ position: 1, figure: one % 3 ? 'strength' : null, words: title }],
  })),
  // Among a few, so that one that was closed is opened again.
  step('closing.close', fc.constant(null), (_, ids, one) => ({ meetingId: ids.of('meeting', one % 3) })),
  {
    weight: 3,
    arbitrary: step('closing.reopen', fc.constant(null), (_, ids, one) => ({
      meetingId: ids.of('meeting', one % 3),
    })),
  },
]
const any = fc.oneof(...kinds)
/** One step of every kind and some more, in any order. */
const steps = fc
  .tuple(
    fc.tuple(...kinds.map((kind) => ('weight' in kind ? kind.arbitrary : kind))),
    fc.array(any, { minLength: 10, maxLength: 25 }),
  )
  .map(([each, more]) => [...each, ...more])
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }))

/** Somebody and something to begin with, so that the drawn steps meet more than emptiness. */
async function begin(test: TestProgram): Promise<void> {
  await test.call('cell.update', sampleCell)
  const nothing = {
    cardNumber: null,
    identityNumber: null,
    fileNumber: null,
    admittedOn: null,
    officialOn: null,
  }
  const words = { job: '', politicalTheory: '', residenceCell: '', phone: '', note: '' }
  for (const fullName of ['Lò Thị Én', 'Mã Văn Đủ'])
    await test.call('members.create', {
      ...nothing,
      ...words,
      fullName,
      sex: null,
      birthDate: null,
      statuses: [{ status: 'full', fromDate: '2020-01-01', toDate: null, note: '' }],
      roles: [],
    })
  const { id: meetingId } = await test.call('meetings.create', {
    kind: 'regular',
    period: '2026-05',
    heldOn: '2026-05-04',
    startTime: '14:00',
    place: 'Phòng họp',
    mode: 'inPerson',
    chairId: 1,
    minuteTakerId: 2,
    theme: '',
    note: '',
  })
  const [item] = (await test.call('agenda.list', { meetingId })).items
  await test.call('asks.create', {
    meetingId,
    agendaItemId: item?.id ?? 0,
    memberId: 1,
    question: '',
  })
  await test.call('speaking.start', {
    meetingId,
    agendaItemId: null,
    memberId: 1,
    guestName: null,
    kind: 'opinion',
    gist: '',
  })
  await test.call('queue.add', { meetingId, memberId: 1, guestName: null })
  await test.call('running.startItem', { agendaItemId: item?.id ?? 0 })
  await test.call('scores.create', { meetingId, sheet: 'cam-le-2025' })
  await test.call('votes.create', {
    meetingId,
    agendaItemId: null,
    subject: 'Nghị quyết tháng',
    rule: 'moreThanHalf',
    method: 'showOfHands',
    entitledCount: 2,
    presentCount: 2,
    forCount: 2,
    againstCount: 0,
    blankCount: 0,
  })
  const { id: conclusionId } = await test.call('conclusions.create', {
    meetingId,
    agendaItemId: null,
    content: 'Gửi tài liệu sớm hơn',
  })
  await test.call('tasks.create', {
    meetingId,
    conclusionId,
    title: 'Gửi tài liệu',
    doneOn: null,
    dueOn: null,
    reportMeetingId: null,
    ownerIds: [1],
  })
  // One paragraph that a hand wrote before the facts changed, and one paper issued.
  await test.call('papers.write', { paper: 'minutes', meetingId, key: 'roll.present', text: 'Đủ cả' })
  await test.call('attendance.markAllPresent', { meetingId })
  await test.call('terms.add', { startsOn: '2024-12-01' })
  await test.call('register.add', {
    code: 'CV',
    number: 1,
    issuedOn: '2026-01-05',
    title: 'Công văn cử người đi học',
  })
  await test.call('papers.issue', {
    of: { paper: 'resolution', meetingId },
    number: 1,
    issuedOn: '2026-05-06',
  })
  const dated = await test.call('themes.create', {
    year: 2026,
    quarter: 2,
    month: 5,
    title: 'Tiết kiệm điện',
  })
  await test.call('themes.update', { id: dated.id, sessionOn: '2026-05-20' })
}

let test: TestProgram | null = null
afterEach(() => test?.close())

function freshProgram() {
  test?.close()
  test = startProgram()
  if (!('database' in test.program.office)) throw new Error('the office did not open')
  const { sqlite } = test.program.office.database
  const list = (sql: string, ...values: unknown[]) =>
    sqlite
      .prepare(sql)
      .pluck()
      .all(...values) as number[]
  const ids: Ids = {
    of(table, pick) {
      const all = list(`SELECT id FROM "${table}" ORDER BY id`)
      // Now and then one that is not there.
      return pick === 20 ? 9999 : (all[pick % all.length] ?? 9999)
    },
    items: (meetingId) => list('SELECT id FROM agendaItem WHERE meetingId = ? ORDER BY position', meetingId),
    queue: (meetingId) =>
      list('SELECT id FROM speakerQueue WHERE meetingId = ? ORDER BY position', meetingId),
  }
  return { test, sqlite, ids }
}

const done = new Map<WriteName, number>()

/** Plays a sequence, then takes it back and forward again, and finds every state it went through. */
async function playAndTakeBack(sequence: readonly Step[]): Promise<void> {
  const { test, sqlite, ids } = freshProgram()
  const states = [contentsOf(sqlite)]
  await begin(test)
  states.push(contentsOf(sqlite))
  for (const { name, build } of sequence) {
    const refused = await test.call(name, build(ids) as never).then(
      () => false,
      (error) => error instanceof AppError,
    )
    const now = contentsOf(sqlite)
    if (refused) expect(now).toBe(states.at(-1))
    else done.set(name, (done.get(name) ?? 0) + 1)
    if (now !== states.at(-1)) states.push(now)
  }
  expect(test.errors).toEqual([])
  // A step that puts the same rows again leaves the contents alike, so there may be more steps than states.
  for (let index = states.length - 2; index >= 0; index--)
    while (contentsOf(sqlite) !== states[index]) await test.call('history.undo', {})
  while ((await test.call('history.status', {})).undo !== null) await test.call('history.undo', {})
  expect(contentsOf(sqlite)).toBe(states[0])
  for (const state of states.slice(1))
    while (contentsOf(sqlite) !== state) await test.call('history.redo', {})
  while ((await test.call('history.status', {})).redo !== null) await test.call('history.redo', {})
  expect(contentsOf(sqlite)).toBe(states.at(-1))
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
}

describe('undo over every write of the contract', () => {
  it('takes any sequence back to the very same contents, step by step, and forward again', async () => {
    await fc.assert(fc.asyncProperty(steps, playAndTakeBack), { numRuns: 6 })
  })

  it('has really made every kind of write there is', async () => {
    const { contract } = await import('../../../src/shared/contract/index.ts')
    const writes = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'write' ? [name] : []))
    // What is drawn changes with every write added to the list: the few that were refused each time get more rounds.
    for (let seed = 1; seed <= 30 && writes.some((name) => !done.has(name as WriteName)); seed++)
      for (const sequence of fc.sample(steps, { numRuns: 1, seed })) await playAndTakeBack(sequence)
    expect([...done.keys()].sort()).toEqual(writes.sort())
  })
})
