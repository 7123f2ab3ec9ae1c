import type { Theme } from '../../shared/contract/themes.ts'
import { useWrite } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import { SavedText } from './saved-fields.tsx'
import { TextRows } from './text-rows.tsx'
import { stepped, useSavedList } from './use-saved-list.ts'

/** The questions prepared for the discussion. */
export function QuestionsSection({ theme }: { theme: Theme }) {
  const setQuestions = useWrite('themes.setQuestions', { toldInPlace: true })
  const { list, change, refused } = useSavedList(theme.questions, (questions) =>
    setQuestions.mutateAsync({ id: theme.id, questions }),
  )
  const quietly = (changed: (questions: readonly string[]) => string[]) => {
    change(changed).catch(() => undefined)
  }
  return (
    <Section title="Câu hỏi thảo luận">
      <TextRows
        label="Câu hỏi thảo luận"
        one="câu hỏi"
        rows={list.map((question, index) => (
          <SavedText
            ariaLabel={`Câu hỏi ${index + 1}`}
            value={question}
            onSave={(text) => change((questions) => questions.with(index, text))}
          />
        ))}
        addLabel="Thêm câu hỏi"
        addPlaceholder="Hỏi đúng việc, đúng người; Enter để thêm"
        onAdd={(question) => quietly((questions) => [...questions, question])}
        onStep={(index, by) => quietly((questions) => stepped(questions, index, by))}
        onRemove={(index) => quietly((questions) => questions.toSpliced(index, 1))}
        error={refused}
      />
    </Section>
  )
}
