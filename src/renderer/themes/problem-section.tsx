import type { Theme } from '../../shared/contract/themes.ts'
import { Section } from '../ui/section.tsx'
import { SavedText } from './saved-fields.tsx'
import styles from './themes.module.css'
import { useThemeChange } from './use-theme-change.ts'

const questions = [
  { field: 'problem', label: 'Vấn đề cần giải quyết', placeholder: 'Việc gì đang vướng, ở đâu, với ai' },
  { field: 'figures', label: 'Số liệu', placeholder: 'Con số cho thấy vấn đề, lấy từ đâu' },
  { field: 'cause', label: 'Nguyên nhân', placeholder: 'Vì sao như vậy, chủ quan và khách quan' },
  { field: 'solution', label: 'Giải pháp: ai, bao giờ', placeholder: 'Việc làm được, người làm, thời hạn' },
] as const

/** Why this theme: problem with figures, cause, solution, aim. */
export function ProblemSection({ theme }: { theme: Theme }) {
  const change = useThemeChange(theme.id)
  return (
    <Section title="Vấn đề và giải pháp">
      <div className={styles.pair}>
        {questions.map(({ field, label, placeholder }) => (
          <SavedText
            key={field}
            label={label}
            placeholder={placeholder}
            value={theme[field]}
            lines={2}
            onSave={(text) => change({ [field]: text })}
          />
        ))}
      </div>
      <SavedText
        label="Mục đích"
        placeholder="Sau buổi sinh hoạt, điều gì phải khác đi"
        value={theme.aim}
        lines={1}
        onSave={(aim) => change({ aim })}
      />
    </Section>
  )
}
