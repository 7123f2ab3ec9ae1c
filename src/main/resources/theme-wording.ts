import wording from '../../../resources/themes/wording.json' with { type: 'json' }
import type { ThemeWording } from '../../shared/rules/theme-wording.ts'

/** Phrases by which a theme's title is judged and compared. */
export const themeWording: ThemeWording = wording
