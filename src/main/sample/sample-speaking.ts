import type { AgendaPart, ContentClass } from '../../shared/rules/agenda.ts'
import type { TurnKind } from '../../shared/rules/speaking.ts'
import type { PlannedMeeting } from './plan-meetings.ts'
import type { Random } from './random.ts'
import { guests, type SamplePerson, speeches, themes } from './sample-data.ts'

/** One turn as it was noted: by the member named by key, or by a guest. */
export type SampleTurn = {
  key: string | null
  guestName: string | null
  /** The item it belongs to: the last of this class in this part, or else of this class at all. */
  part: AgendaPart
  contentClass: ContentClass
  kind: TurnKind
  speakingSeconds: number | null
  gist: string
}

type Item = [AgendaPart, ContentClass]

/** Shortest and longest turn of a kind, in minutes. */
const usualMinutes: Record<TurnKind, [number, number]> = {
  prepared: [6, 12],
  opinion: [1, 4],
  question: [1, 1],
  selfCriticism: [1, 3],
  criticism: [1, 2],
  reply: [1, 3],
}

/**
 * Who spoke at a held meeting, about what. Only those who came speak, by their habit: a few much, some never. A guest
 * is there every sixth time.
 */
export function speakAt(
  meeting: PlannedMeeting,
  meetingNumber: number,
  came: readonly SamplePerson[],
  chairKey: string | null,
  random: Random,
): SampleTurn[] {
  const turns: SampleTurn[] = []
  const say = (item: Item, kind: TurnKind, key: string | null, gist: string) => {
    if (key !== null) turns.push(turnOf(item, kind, gist, random, { key }))
  }
  const speaker = (...except: (string | null)[]) =>
    random.pickWeighted(
      came.filter((person) => !except.includes(person.key)),
      (person) => person.habits.speaking,
    )?.key ?? null
  const opinions = (item: Item, gists: readonly string[], count: number) => {
    const start = random.between(0, gists.length - 1)
    const spoken: (string | null)[] = [chairKey]
    for (let index = 0; index < Math.min(count, gists.length); index++) {
      const key = speaker(...spoken)
      spoken.push(key)
      say(item, 'opinion', key, gists[(start + index) % gists.length] ?? '')
    }
  }

  switch (meeting.kind) {
    case 'committee':
      opinions(['main', 'partyBuilding'], speeches.committee, random.between(2, 3))
      break
    case 'extraordinary':
      opinions(['main', 'discussion'], speeches.extraordinary, 3)
      break
    case 'regular':
    case 'regularThemed':
      speakOfMonth(meeting, random, { say, speaker, opinions })
      break
    case 'themed':
      break
  }
  const theme = meeting.themeNumber === null ? undefined : themes[meeting.themeNumber % themes.length]
  if (theme) {
    const first = speaker(chairKey)
    say(['themed', 'theme'], 'prepared', first, theme.papers[0] ?? '')
    say(['themed', 'theme'], 'prepared', speaker(chairKey, first), theme.papers[1] ?? '')
    opinions(['themed', 'discussion'], theme.opinions, meeting.kind === 'themed' ? 3 : 2)
  }
  if (meetingNumber % 6 === 4 && meeting.kind !== 'committee') {
    const guest = random.pick(guests)
    const gist = random.pick(speeches.guests)
    turns.push(turnOf(['closing', 'conclusion'], guest.kind, gist, random, { guestName: guest.name }))
  }
  say(['closing', 'conclusion'], 'opinion', chairKey, random.pick(speeches.chair))
  return turns
}

type Floor = {
  say: (item: Item, kind: TurnKind, key: string | null, gist: string) => void
  speaker: (...except: (string | null)[]) => string | null
  opinions: (item: Item, gists: readonly string[], count: number) => void
}

/** A month's usual matters: two topics of the season, now and then a question answered, criticism and self-criticism. */
function speakOfMonth(meeting: PlannedMeeting, random: Random, { say, speaker, opinions }: Floor): void {
  const topics = speeches.byMonth[Number(meeting.period.slice(5)) - 1] ?? []
  for (const [index, topic] of topics.entries()) {
    const item: Item = ['main', index === 0 ? 'professional' : 'discussion']
    opinions(item, topic.opinions, random.between(1, 3))
    if (!random.chance(0.5)) continue
    const asking = speaker()
    say(item, 'question', asking, topic.question)
    say(item, 'reply', speaker(asking), topic.reply)
  }
  const contrite = random.chance(0.7) ? speaker() : null
  say(['main', 'ideology'], 'selfCriticism', contrite, random.pick(speeches.selfCriticism))
  if (random.chance(0.4))
    say(['main', 'ideology'], 'criticism', speaker(contrite), random.pick(speeches.criticism))
}

function turnOf(
  [part, contentClass]: Item,
  kind: TurnKind,
  gist: string,
  random: Random,
  who: { key: string } | { guestName: string },
): SampleTurn {
  const [shortest, longest] = usualMinutes[kind]
  const seconds = random.between(shortest * 60, longest * 60 + 45)
  // Once in a while nobody looked at the clock.
  const speakingSeconds = random.chance(0.05) ? null : seconds
  return { key: null, guestName: null, part, contentClass, kind, speakingSeconds, gist, ...who }
}
