import type { AgendaPart, ContentClass } from './agenda.ts'
import type { CellKind } from './cell.ts'
import type { MeetingKind } from './meeting.ts'

/** Whom an item of a template falls to; a meeting without a deputy gives the chair what is the deputy's. */
export const templateOwners = ['chair', 'deputy', 'minuteTaker'] as const
export type TemplateOwner = (typeof templateOwners)[number]

export type AgendaTemplateItem = {
  part: AgendaPart
  contentClass: ContentClass
  title: string
  /** Another title for kinds of cell whose work the guidance stresses. */
  titleByCellKind: { readonly [Kind in CellKind]?: string }
  owner: TemplateOwner | null
  plannedMinutes: number
}

/** The usual agenda of a kind of meeting, its items in order. */
export type AgendaTemplate = {
  kind: MeetingKind
  source: string
  items: readonly AgendaTemplateItem[]
}

/** Members who hold the template's roles at one meeting. */
export type TemplateOwners = { chair: number | null; deputy: number | null; minuteTaker: number | null }

export type TemplateRow = {
  position: number
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: number | null
  plannedMinutes: number
  privateNote: string
}

/** A template as the rows of one meeting's agenda: positions from 1, roles turned into people. */
export function templateRows(
  template: AgendaTemplate,
  cellKind: CellKind | null,
  owners: TemplateOwners,
): TemplateRow[] {
  const people = { ...owners, deputy: owners.deputy ?? owners.chair }
  return template.items.map((item, index) => ({
    position: index + 1,
    part: item.part,
    contentClass: item.contentClass,
    title: (cellKind && item.titleByCellKind[cellKind]) || item.title,
    ownerId: item.owner && people[item.owner],
    plannedMinutes: item.plannedMinutes,
    privateNote: '',
  }))
}
