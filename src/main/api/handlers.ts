import type { contract } from '../../shared/contract/index.ts'
import type { officeContract } from '../../shared/contract/office.ts'
import { agendaHandlers } from '../agenda/agenda.ts'
import { attendanceHandlers } from '../attendance/attendance.ts'
import { carryHandlers } from '../carry/carry.ts'
import { cellHandlers } from '../cell/cell.ts'
import { decisionsHandlers } from '../decisions/decisions.ts'
import { deskHandlers } from '../desk/desk.ts'
import { formsHandlers } from '../forms/forms.ts'
import { historyHandlers } from '../history/history.ts'
import { jobsHandlers } from '../jobs/jobs.ts'
import { meetingsHandlers } from '../meetings/meetings.ts'
import { membersHandlers } from '../members/members.ts'
import { strengthsHandlers } from '../members/strengths.ts'
import { papersHandlers } from '../papers/papers.ts'
import { registerHandlers } from '../papers/register.ts'
import { preparationHandlers } from '../preparation/preparation.ts'
import { remarksHandlers } from '../remarks/remarks.ts'
import { reportCalendarHandlers } from '../reports/calendar.ts'
import { reportsHandlers } from '../reports/reports.ts'
import { runningHandlers } from '../running/running.ts'
import { scoresHandlers } from '../scores/scores.ts'
import { scoreSheetsHandlers } from '../scores/sheet-editing.ts'
import { settingsHandlers } from '../settings/settings.ts'
import { queueHandlers } from '../speaking/queue.ts'
import { speakingHandlers } from '../speaking/speaking.ts'
import { tasksHandlers } from '../tasks/tasks.ts'
import { themeAdviceHandlers } from '../themes/theme-advice.ts'
import { themeExportHandlers } from '../themes/theme-export.ts'
import { themeImportHandlers } from '../themes/theme-import.ts'
import { themesHandlers } from '../themes/themes.ts'
import type { HandlersOf } from './context.ts'
import { documentsHandlers } from './documents.ts'
import { issuingHandlers } from './issuing.ts'
import { layoutHandlers } from './layout.ts'
import { packHandlers } from './pack.ts'
import { signingHandlers } from './signing.ts'

type FeatureContract = Omit<typeof contract, keyof typeof officeContract>

/** Every feature's handlers: the compiler asks here for whatever the contract promises. */
export const handlers = {
  ...historyHandlers,
  ...jobsHandlers,
  ...cellHandlers,
  ...deskHandlers,
  ...settingsHandlers,
  ...meetingsHandlers,
  ...agendaHandlers,
  ...carryHandlers,
  ...preparationHandlers,
  ...attendanceHandlers,
  ...speakingHandlers,
  ...queueHandlers,
  ...runningHandlers,
  ...decisionsHandlers,
  ...remarksHandlers,
  ...tasksHandlers,
  ...themesHandlers,
  ...themeAdviceHandlers,
  ...themeExportHandlers,
  ...scoreSheetsHandlers,
  ...scoresHandlers,
  ...themeImportHandlers,
  ...reportsHandlers,
  ...packHandlers,
  ...formsHandlers,
  ...reportCalendarHandlers,
  ...membersHandlers,
  ...strengthsHandlers,
  ...papersHandlers,
  ...issuingHandlers,
  ...registerHandlers,
  ...documentsHandlers,
  ...layoutHandlers,
  ...signingHandlers,
} satisfies Partial<HandlersOf<FeatureContract>>
