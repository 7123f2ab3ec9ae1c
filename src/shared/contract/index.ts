import { agendaContract } from './agenda.ts'
import { attendanceContract } from './attendance.ts'
import { carryContract } from './carry.ts'
import { cellContract } from './cell.ts'
import { decisionsContract } from './decisions.ts'
import type { Operation } from './define.ts'
import { deskContract } from './desk.ts'
import { documentsContract } from './documents.ts'
import { formsContract } from './forms.ts'
import { historyContract } from './history.ts'
import { issuingContract } from './issuing.ts'
import { jobsContract } from './jobs.ts'
import { layoutContract } from './layout.ts'
import { meetingsContract } from './meetings.ts'
import { membersContract } from './members.ts'
import { officeContract } from './office.ts'
import { packContract } from './pack.ts'
import { papersContract } from './papers.ts'
import { preparationContract } from './preparation.ts'
import { queueContract } from './queue.ts'
import { registerContract } from './register.ts'
import { remarksContract } from './remarks.ts'
import { reportCalendarContract } from './report-calendar.ts'
import { reportsContract } from './reports.ts'
import { runningContract } from './running.ts'
import { scoreSheetsContract } from './score-sheets.ts'
import { scoresContract } from './scores.ts'
import { settingsContract } from './settings.ts'
import { signingContract } from './signing.ts'
import { speakingContract } from './speaking.ts'
import { strengthsContract } from './strengths.ts'
import { tasksContract } from './tasks.ts'
import { themeAdviceContract } from './theme-advice.ts'
import { themeExportContract } from './theme-export.ts'
import { themeImportContract } from './theme-import.ts'
import { themesContract } from './themes.ts'

/** Everything that may be asked of the main process, by name. */
export const contract = {
  ...officeContract,
  ...historyContract,
  ...jobsContract,
  ...cellContract,
  ...deskContract,
  ...settingsContract,
  ...membersContract,
  ...strengthsContract,
  ...meetingsContract,
  ...agendaContract,
  ...carryContract,
  ...preparationContract,
  ...attendanceContract,
  ...speakingContract,
  ...queueContract,
  ...runningContract,
  ...decisionsContract,
  ...remarksContract,
  ...tasksContract,
  ...themesContract,
  ...themeAdviceContract,
  ...themeExportContract,
  ...scoreSheetsContract,
  ...scoresContract,
  ...themeImportContract,
  ...reportsContract,
  ...packContract,
  ...formsContract,
  ...reportCalendarContract,
  ...papersContract,
  ...issuingContract,
  ...registerContract,
  ...documentsContract,
  ...layoutContract,
  ...signingContract,
}

export type Contract = typeof contract
export type OperationName = keyof Contract
export type InputOf<O> = O extends Operation<infer _K, infer Input, infer _O> ? Input : never
export type OutputOf<O> = O extends Operation<infer _K, infer _I, infer Output> ? Output : never
export type Input<Name extends OperationName> = InputOf<Contract[Name]>
export type Output<Name extends OperationName> = OutputOf<Contract[Name]>
type NamesOf<K> = { [Name in OperationName]: Contract[Name]['kind'] extends K ? Name : never }[OperationName]
export type ReadName = NamesOf<'read'>
export type WriteName = NamesOf<'write'>
export type ActionName = NamesOf<'action'>
