import { action } from './define.ts'
import { nothing } from './fields.ts'

/** What the shell needs before anything else: which database is open, and whether the cell is known. */
export type OfficeStatus = {
  /** These are the sample office's data, not the user's own. */
  sample: boolean
  /** The sample office was opened over the user's own data and can be closed again. */
  sampleCanClose: boolean
  /** The cell's name, or null before the first start page was filled in. */
  cellName: string | null
  dataFolder: string
  today: string
}

export const officeContract = {
  'office.status': action(nothing).returns<OfficeStatus>(),
  'office.openSample': action(nothing).returns<OfficeStatus>(),
  'office.closeSample': action(nothing).returns<OfficeStatus>(),
}
