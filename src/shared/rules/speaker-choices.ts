import { findByName } from './person-search.ts'
import { guestKey } from './speaking.ts'

/** Somebody who can be given the floor; `came` null: not marked yet. */
type Person = { memberId: number; fullName: string; came: boolean | null }

export type SpeakerChoice<P extends Person = Person> =
  | { kind: 'member'; person: P }
  | { kind: 'guest'; guestName: string }

const mostShown = 8

/**
 * Who is meant by what was typed: members who came, the meeting's known guests, members who are absent, each by the
 * beginnings of their names, and last a guest of just that name. Nothing typed finds nobody.
 */
export function speakerChoices<P extends Person>(
  people: readonly P[],
  guests: readonly string[],
  typed: string,
): SpeakerChoice<P>[] {
  const name = typed.trim().replace(/\s+/gu, ' ')
  if (name === '') return []
  const found = findByName(people, name).map((person) => ({ kind: 'member' as const, person }))
  const known = findByName(
    guests.map((fullName) => ({ fullName })),
    name,
  ).map(({ fullName }) => fullName)
  const guest = (guestName: string) => ({ kind: 'guest' as const, guestName })
  const newGuest = known.every((each) => guestKey(each) !== guestKey(name)) ? [guest(name)] : []
  return [
    ...[
      ...found.filter(({ person }) => person.came !== false),
      ...known.map(guest),
      ...found.filter(({ person }) => person.came === false),
    ].slice(0, mostShown),
    ...newGuest,
  ]
}
