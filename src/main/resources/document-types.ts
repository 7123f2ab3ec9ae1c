import qd66 from '../../../resources/document-types/66-qd-tw-2017.json' with { type: 'json' }
import qd399 from '../../../resources/document-types/399-qd-tw-2026.json' with { type: 'json' }
import type { DocumentTypes } from '../../shared/rules/paper-number.ts'

/** Which types of document there are and which of them a cell may issue, by the day a rule begins to hold. */
export const documentTypes: readonly DocumentTypes[] = [qd66, qd399]
