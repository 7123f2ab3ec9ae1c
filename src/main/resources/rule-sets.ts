import qd208 from '../../../resources/membership-rules/208-qd-tw-2026.json' with { type: 'json' }
import hd12 from '../../../resources/rules/12-hd-btctw-2018.json' with { type: 'json' }
import hd42 from '../../../resources/rules/42-hd-btctw-2025.json' with { type: 'json' }
import type { RuleSet } from '../../shared/rules/rule-set.ts'

/**
 * The known guidances on cell meetings. JSON widens its texts to `string`; a test checks every file's shape.
 * Of their predecessor, 09-HD/BTCTW of 02/3/2012, no figure is established, so it has no file.
 */
export const ruleSets: readonly RuleSet[] = [hd12 as RuleSet, hd42 as RuleSet]

/** What rules on membership say of meetings missed; apart, for they come and go by days of their own. */
export const membershipRules: readonly RuleSet[] = [qd208 as RuleSet]
