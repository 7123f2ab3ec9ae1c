import type { ScoreFacts } from '../../src/shared/rules/score-facts.ts'

/** A meeting of 90 minutes with nothing against it. */
export const knownFacts: ScoreFacts = {
  heldOn: '2026-11-03',
  ran: { from: '14:00', to: '15:30', minutes: 90 },
  minimum: { minutes: 90, rule: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025' },
  members: 20,
  roll: { obliged: 20, present: 20, excused: 0, unexcused: 0, unmarked: 0 },
  absences: { limit: { value: 3, source: '' }, exceeding: [] },
  committee: { alone: false, heldOn: '2026-10-29', recorded: true, minutes: null },
  notice: { members: '2026-10-31', symbol: '', upper: '2026-10-31' },
  papers: { doneOn: '2026-11-02', dueOn: '2026-11-02', source: 'Hướng dẫn 42' },
  speakers: { turns: 12, there: 20, spoke: 12, unnamedTurns: 0 },
  praise: { commendations: 2, reminders: 1 },
  criticisms: { self: 1, others: 2 },
  ideologyMinutes: 15,
  tasks: { count: 10, done: 10, open: [] },
  conclusions: 2,
  adopted: { passed: 1, tasks: 3 },
  minutes: null,
  handbookOn: null,
  upload: { doneOn: null, dueOn: '2026-11-05', source: 'Hướng dẫn 42' },
}
