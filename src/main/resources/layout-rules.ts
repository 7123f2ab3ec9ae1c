import hd05 from '../../../resources/paper-layout/05-hd-vptw-2026.json' with { type: 'json' }
import type { LayoutRule } from '../../shared/documents/layout-points.ts'

/** The guidance on layout in force. JSON widens its texts to `string`; a test checks the file's shape. */
export const layoutRule = hd05 as LayoutRule
