import committee from '../../../resources/agenda/committee.json' with { type: 'json' }
import extraordinary from '../../../resources/agenda/extraordinary.json' with { type: 'json' }
import regular from '../../../resources/agenda/regular.json' with { type: 'json' }
import regularThemed from '../../../resources/agenda/regular-themed.json' with { type: 'json' }
import themed from '../../../resources/agenda/themed.json' with { type: 'json' }
import type { AgendaTemplate } from '../../shared/rules/agenda-template.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'

/** The usual agenda of each kind of meeting. JSON widens its texts to `string`; a test checks every shape. */
export const agendaTemplates: Readonly<Record<MeetingKind, AgendaTemplate>> = {
  regular: regular as AgendaTemplate,
  themed: themed as AgendaTemplate,
  regularThemed: regularThemed as AgendaTemplate,
  committee: committee as AgendaTemplate,
  extraordinary: extraordinary as AgendaTemplate,
}
