import { useRef } from 'react'
import type { LiveMeeting, LivePaper } from '../../shared/contract/running.ts'
import { unnamedSpeaker } from '../../shared/rules/speaking.ts'
import { useShown, useWrite } from '../api/hooks.ts'
import type { ClockOffset } from './clock.tsx'
import type { Speaker } from './person-field.tsx'

/**
 * Who has the floor and who waits for it. What a write has answered is on screen at once, the figures that follow from
 * it a moment later. Commands run one after the other, each on what the one before left: keys may come faster than
 * answers.
 */
export function useFloor(meetingId: number, offset: ClockOffset) {
  const shown = useShown('running.live', { meetingId })
  const now = () => new Date(Date.now() + offset).toISOString()
  const start = useWrite('queue.start', {
    answered: (turn, waiting) => shown.change((live) => begun(live, turn.id, waiting.id, now())),
  })
  const startUnnamed = useWrite('speaking.start', {
    answered: (turn) => shown.change((live) => begun(live, turn.id, null, now())),
  })
  const stop = useWrite('speaking.stop', {
    answered: () => shown.change((live) => ({ ...live, speaking: null })),
  })
  const pause = useWrite('speaking.pause')
  const swap = useWrite('speaking.swap')
  const add = useWrite('queue.add', {
    answered: ({ id }, { memberId, guestName }) =>
      shown.change((live) => {
        const member = live.people.find((person) => person.memberId === memberId)
        const speakerName = member?.fullName ?? guestName ?? ''
        return { ...live, queue: [...live.queue, { id, memberId, guestName, speakerName }] }
      }),
  })

  const last = useRef<Promise<unknown>>(Promise.resolve())
  const inOrder = (command: (live: LiveMeeting) => Promise<unknown> | null) => {
    const next = last.current.then(() => {
      const live = shown.latest()
      return live ? command(live) : null
    })
    // Whoever was refused has been told.
    last.current = next.catch(() => null)
  }
  return {
    /** Gives the floor to somebody of the queue, the first where none is named. */
    start: (id?: number) =>
      inOrder(({ queue }) => {
        const waiting = id ?? queue[0]?.id
        return waiting === undefined ? null : start.mutateAsync({ id: waiting })
      }),
    startUnnamed: () =>
      inOrder(({ speaking, items }) => {
        if (speaking) return null
        const agendaItemId = underWay(items)
        return startUnnamed.mutateAsync({
          meetingId,
          agendaItemId,
          memberId: null,
          guestName: null,
          kind: 'opinion',
          gist: '',
        })
      }),
    stop: () => inOrder(({ speaking }) => speaking && stop.mutateAsync({ id: speaking.id })),
    /** Stops whoever speaks and puts them at the front of the queue, which takes a name. */
    pause: () =>
      inOrder(({ speaking }) =>
        speaking && speaking.speakerName !== unnamedSpeaker ? pause.mutateAsync({ id: speaking.id }) : null,
      ),
    swap: (speaker: Speaker) =>
      inOrder(({ speaking }) => speaking && swap.mutateAsync({ id: speaking.id, ...speaker })),
    /** Queues whoever prepared a paper for the item under way, is not absent, and neither waits nor has spoken. */
    addPaper: () =>
      inOrder((live) => {
        const paper = nextPaper(live)
        return paper ? add.mutateAsync({ meetingId, memberId: paper.memberId, guestName: null }) : null
      }),
    add: (speaker: Speaker) => inOrder(() => add.mutateAsync({ meetingId, ...speaker })),
  }
}

/** The next paper of the item under way that can be heard, if any. */
export function nextPaper({ papers, items, queue, people, speaking }: LiveMeeting): LivePaper | undefined {
  const agendaItemId = underWay(items)
  return papers.find(
    (paper) =>
      paper.agendaItemId === agendaItemId &&
      paper.memberId !== speaking?.memberId &&
      queue.every(({ memberId }) => memberId !== paper.memberId) &&
      people.some(({ memberId, came }) => memberId === paper.memberId && came !== false),
  )
}

/** The item under way, if any. */
function underWay(items: LiveMeeting['items']): number | null {
  return items.find((item) => item.runs.some((run) => run.stoppedAt === null))?.id ?? null
}

/** The meeting once a turn has begun: that of somebody who waited, or of nobody known yet. */
function begun(live: LiveMeeting, id: number, waitingId: number | null, startedAt: string): LiveMeeting {
  const waiting = live.queue.find((each) => each.id === waitingId)
  const agendaItemId = underWay(live.items)
  const paper = live.papers.some(
    (each) => each.memberId === waiting?.memberId && each.agendaItemId === agendaItemId,
  )
  return {
    ...live,
    queue: live.queue.filter((each) => each !== waiting),
    speaking: {
      id,
      agendaItemId,
      memberId: waiting?.memberId ?? null,
      guestName: waiting?.guestName ?? null,
      speakerName: waiting?.speakerName ?? unnamedSpeaker,
      kind: paper ? 'prepared' : 'opinion',
      gist: '',
      startedAt,
    },
  }
}
