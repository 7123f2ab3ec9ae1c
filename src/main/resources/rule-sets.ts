import hd12 from '../../../resources/rules/12-hd-btctw-2018.json' with { type: 'json' }
import hd42 from '../../../resources/rules/42-hd-btctw-2025.json' with { type: 'json' }
import type { RuleSet } from '../../shared/rules/rule-set.ts'

/**
 * The known guidances on cell meetings. JSON widens its texts to `string`; a test checks every file's shape.
 * Of their predecessor, 09-HD/BTCTW of 02/3/2012, no figure is established, so it has no file.
 */
export const ruleSets: readonly RuleSet[] = [hd12 as RuleSet, hd42 as RuleSet]
