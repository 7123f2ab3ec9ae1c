import { initial } from './0001-initial.ts'
import { carryOver } from './0002-carry-over.ts'
import { themes } from './0003-themes.ts'
import { papers } from './0004-papers.ts'
import { paperLayout } from './0005-paper-layout.ts'
import { score } from './0006-score.ts'
import { reportCalendar } from './0007-report-calendar.ts'
import { formMapping } from './0008-form-mapping.ts'
import { paperRegister } from './0009-paper-register.ts'
import { remark } from './0010-remark.ts'
import { scoreSheet } from './0011-score-sheet.ts'
import { scoreEvidence } from './0012-score-evidence.ts'
import { meetingGuests } from './0013-meeting-guests.ts'
import { signing } from './0014-signing.ts'

/** Every migration in order; a database's `user_version` is how many of them it has seen. */
export const migrations: readonly string[] = [
  initial,
  carryOver,
  themes,
  papers,
  paperLayout,
  score,
  reportCalendar,
  formMapping,
  paperRegister,
  remark,
  scoreSheet,
  scoreEvidence,
  meetingGuests,
  signing,
]
