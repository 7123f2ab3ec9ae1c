import type { Theme } from '../../shared/contract/themes.ts'
import { fold } from '../../shared/rules/fold.ts'
import { useWrite } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import { SavedText } from './saved-fields.tsx'
import styles from './themes.module.css'
import { useThemeChange } from './use-theme-change.ts'

/** What the theme is to leave behind, its subjects, and remarks. */
export function OutcomeSection({ theme }: { theme: Theme }) {
  const change = useThemeChange(theme.id)
  const setSubjects = useWrite('themes.setSubjects', { toldInPlace: true })
  return (
    <Section title="Sản phẩm, lĩnh vực, ghi chú">
      <div className={styles.pair}>
        <SavedText
          label="Sản phẩm"
          placeholder="Buổi này để lại gì: sổ theo dõi hạn, quy ước, danh sách việc"
          value={theme.product}
          lines={2}
          onSave={(product) => change({ product })}
        />
        <SavedText label="Ghi chú" value={theme.note} lines={2} onSave={(note) => change({ note })} />
      </div>
      <SavedText
        label="Lĩnh vực"
        description="Cách nhau bằng dấu phẩy; dùng để tìm người am hiểu"
        value={theme.subjects.join(', ')}
        asStored={(text) => subjectsIn(text).join(', ')}
        onSave={(text) => setSubjects.mutateAsync({ id: theme.id, subjects: subjectsIn(text) })}
      />
    </Section>
  )
}

/** The subjects named in a text with commas, those alike without marks once. */
function subjectsIn(text: string): string[] {
  const byFolded = new Map<string, string>()
  for (const part of text.split(',')) {
    const folded = fold(part)
    if (folded !== '' && !byFolded.has(folded)) byFolded.set(folded, part.trim())
  }
  return [...byFolded.values()]
}
