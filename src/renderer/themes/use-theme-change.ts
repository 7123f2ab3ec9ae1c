import type { ThemeChanges } from '../../shared/contract/themes.ts'
import { useWrite } from '../api/hooks.ts'

/** Changes fields of a theme; rejects with the refusal, which the field tells in its place. */
export function useThemeChange(id: number): (changes: ThemeChanges) => Promise<unknown> {
  const update = useWrite('themes.update', { toldInPlace: true })
  return (changes) => update.mutateAsync({ id, ...changes })
}
