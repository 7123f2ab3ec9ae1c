import type { Generated } from 'kysely'
import type { AgendaPart, ContentClass } from '../../shared/rules/agenda.ts'
import type { AttendanceState, ReasonKind } from '../../shared/rules/attendance.ts'
import type { CellKind } from '../../shared/rules/cell.ts'
import type { InviteChoice } from '../../shared/rules/invite.ts'
import type { MeetingKind, MeetingMode } from '../../shared/rules/meeting.ts'
import type { Role, Sex, Status } from '../../shared/rules/member.ts'
import type { PreparationStep } from '../../shared/rules/preparation.ts'
import type { DueAnchor } from '../../shared/rules/report-calendar.ts'
import type { TurnKind } from '../../shared/rules/speaking.ts'
import type { VoteMethod, VoteRule } from '../../shared/rules/vote.ts'
import type { FormColumnTable, FormMappingTable } from './schema-form.ts'
import type {
  CommitteeTermTable,
  IssuedPaperTable,
  OutsidePaperTable,
  PaperParagraphTable,
  SigningTable,
} from './schema-papers.ts'
import type { RemarkMemberTable, RemarkTable } from './schema-remark.ts'
import type {
  MeetingScoreTable,
  ScoreCriterionTable,
  ScoreEvidenceTable,
  ScoreLineTable,
  ScoreSheetTable,
} from './schema-score.ts'
import type {
  MemberStrengthTable,
  ThemeContributorTable,
  ThemeLinkTable,
  ThemeQuestionTable,
  ThemeStepTable,
  ThemeSubjectTable,
  ThemeTable,
} from './schema-theme.ts'

/** What every table holds, column by column as in the newest migration (a test compares the two). */
export type Schema = {
  cell: CellTable
  member: MemberTable
  memberStatus: MemberStatusTable
  memberRole: MemberRoleTable
  meeting: MeetingTable
  agendaItem: AgendaItemTable
  attendance: AttendanceTable
  speakingTurn: SpeakingTurnTable
  agendaRun: AgendaRunTable
  speakerQueue: SpeakerQueueTable
  inviteChoice: InviteChoiceTable
  setting: SettingTable
  preparationStep: PreparationStepTable
  speakerAsk: SpeakerAskTable
  vote: VoteTable
  conclusion: ConclusionTable
  task: TaskTable
  taskOwner: TaskOwnerTable
  carryDrop: CarryDropTable
  theme: ThemeTable
  themeContributor: ThemeContributorTable
  themeStep: ThemeStepTable
  themeQuestion: ThemeQuestionTable
  themeLink: ThemeLinkTable
  themeSubject: ThemeSubjectTable
  memberStrength: MemberStrengthTable
  reportDue: ReportDueTable
  reportSent: ReportSentTable
  layoutChoice: LayoutChoiceTable
  scoreSheet: ScoreSheetTable
  scoreCriterion: ScoreCriterionTable
  meetingScore: MeetingScoreTable
  scoreLine: ScoreLineTable
  scoreEvidence: ScoreEvidenceTable
  paperParagraph: PaperParagraphTable
  committeeTerm: CommitteeTermTable
  issuedPaper: IssuedPaperTable
  outsidePaper: OutsidePaperTable
  signing: SigningTable
  remark: RemarkTable
  remarkMember: RemarkMemberTable
  formMapping: FormMappingTable
  formColumn: FormColumnTable
  undoStep: UndoStepTable
  undoChange: UndoChangeTable
}

type CellTable = {
  id: number
  name: string
  upperBody: string
  kind: CellKind
  place: string
  abbreviation: string
  meetingPlace: string
  sample: Generated<number>
}

type MemberTable = {
  id: Generated<number>
  fullName: string
  fullNameFolded: string
  sex: Sex | null
  /** '1975', '1975-06' or '1975-06-12'. */
  birthDate: string | null
  cardNumber: string | null
  identityNumber: string | null
  fileNumber: string | null
  admittedOn: string | null
  officialOn: string | null
  job: string
  politicalTheory: string
  residenceCell: string
  phone: string
  note: string
  removedAt: string | null
}

type MemberStatusTable = {
  id: Generated<number>
  memberId: number
  status: Status
  fromDate: string
  toDate: string | null
  note: string
}

type MemberRoleTable = {
  id: Generated<number>
  memberId: number
  role: Role
  fromDate: string
  toDate: string | null
}

type MeetingTable = {
  id: Generated<number>
  kind: MeetingKind
  period: string
  heldOn: string
  startTime: string
  place: string
  mode: MeetingMode
  chairId: number | null
  minuteTakerId: number | null
  theme: string
  note: string
  /** Visitors, one a line. */
  guests: Generated<string>
  closedAt: string | null
  removedAt: string | null
}

type AgendaItemTable = {
  id: Generated<number>
  meetingId: number
  position: number
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: number | null
  plannedMinutes: number
  privateNote: string
  /** The task whose result it takes up. */
  taskId: number | null
  /** The item of an earlier meeting that it takes up again. */
  carriedFromId: Generated<number | null>
  /** The conclusion of an earlier meeting whose carrying out it looks at. */
  conclusionId: Generated<number | null>
  /** What the secretary says of it, 1 or 0; null: what its clock says. */
  finished: Generated<number | null>
  /** The theme of the year's plan that it belongs to. */
  themeId: number | null
}

type AttendanceTable = {
  id: Generated<number>
  meetingId: number
  memberId: number
  state: AttendanceState
  lateMinutes: number | null
  reasonKind: ReasonKind | null
  note: string
  paper: Generated<string>
  /** 'HH:MM' at which they came or left, and the item then under way. */
  atTime: Generated<string | null>
  agendaItemId: Generated<number | null>
}

type SpeakingTurnTable = {
  id: Generated<number>
  meetingId: number
  agendaItemId: number | null
  memberId: number | null
  guestName: string | null
  kind: TurnKind
  startedAt: string | null
  stoppedAt: string | null
  speakingSeconds: number | null
  gist: string
}

type AgendaRunTable = {
  id: Generated<number>
  agendaItemId: number
  startedAt: string
  stoppedAt: string | null
}

type SpeakerQueueTable = {
  id: Generated<number>
  meetingId: number
  memberId: number | null
  guestName: string | null
  position: number
  addedAt: string
}

type InviteChoiceTable = {
  id: Generated<number>
  meetingId: number
  memberId: number
  choice: InviteChoice
  chosenAt: string
}

type SettingTable = {
  id: Generated<number>
  key: string
  value: number
}

type PreparationStepTable = {
  id: Generated<number>
  meetingId: number
  step: PreparationStep
  doneOn: string | null
  note: string
}

type SpeakerAskTable = {
  id: Generated<number>
  meetingId: number
  agendaItemId: number
  memberId: number
  question: string
  askedAt: string | null
  /** 1: they are to give a contribution prepared in writing. */
  prepared: Generated<number>
}

type VoteTable = {
  id: Generated<number>
  meetingId: number
  agendaItemId: number | null
  subject: string
  rule: VoteRule
  method: VoteMethod
  entitledCount: number
  presentCount: number
  forCount: number | null
  againstCount: number | null
  blankCount: number | null
}

type ConclusionTable = {
  id: Generated<number>
  meetingId: number
  agendaItemId: number | null
  content: string
  /** The day it was carried out. */
  doneOn: Generated<string | null>
}

type TaskTable = {
  id: Generated<number>
  meetingId: number | null
  conclusionId: number | null
  title: string
  dueOn: string | null
  reportMeetingId: number | null
  doneOn: string | null
}

type TaskOwnerTable = {
  id: Generated<number>
  taskId: number
  memberId: number
}

/** A proposal not taken onto the agenda of a meeting: one of the three it was made of, why, and when that was said. */
type CarryDropTable = {
  id: Generated<number>
  meetingId: number
  itemId: number | null
  conclusionId: number | null
  taskId: number | null
  reason: string
  droppedOn: string
}

/** A row only where a cell set another day or recipient than usual. */
type ReportDueTable = {
  id: Generated<number>
  report: string
  recipient: string
  anchor: DueAnchor
  day: number | null
}

type ReportSentTable = {
  id: Generated<number>
  report: string
  fromDate: string
  toDate: string
  sentOn: string
}

type LayoutChoiceTable = {
  id: Generated<number>
  point: string
  value: string
}

type UndoStepTable = {
  id: Generated<number>
  operation: string
  description: string
  doneAt: string
  undone: Generated<number>
}

type UndoChangeTable = {
  id: Generated<number>
  stepId: number
  tableName: string
  rowId: number
  before: string | null
  after: string | null
}
