import { Button, Text } from '@mantine/core'
import type { Theme } from '../../shared/contract/themes.ts'
import { themeStepNames } from '../../shared/rules/theme.ts'
import { type ThemeStepStanding, themeStepWords } from '../../shared/rules/theme-steps.ts'
import { useWrite } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import { SavedDay } from './saved-fields.tsx'
import styles from './themes.module.css'

/** The way from the outline to the report upward: when each step is due, and the day it was done. */
export function StepsSection({ theme, today }: { theme: Theme; today: string }) {
  const { steps } = theme.planned
  const late = steps.filter(({ state }) => state === 'late').length
  const done = steps.filter(({ doneOn }) => doneOn !== null).length
  return (
    <Section title={`Các bước: xong ${done}/${steps.length}${late > 0 ? `, ${late} bước chậm` : ''}`}>
      <Text size="sm" className="soft">
        Hạn tính ngược từ ngày sinh hoạt. Sửa một hạn thì hạn đó giữ nguyên; xóa trống thì lại tính theo ngày
        sinh hoạt.
      </Text>
      <table className={styles.steps} aria-label="Các bước của chuyên đề">
        <thead>
          <tr>
            <th scope="col">Bước</th>
            <th scope="col">Hạn</th>
            <th scope="col">Ngày xong</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((standing) => (
            <StepRow key={standing.step} id={theme.id} standing={standing} today={today} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function StepRow(props: { id: number; standing: ThemeStepStanding; today: string }) {
  const { id, standing, today } = props
  const { step, found } = standing
  const setStep = useWrite('themes.setStep', { toldInPlace: true })
  const name = themeStepNames[step]
  const dueOn = standing.dueByHand ? standing.dueOn : null
  // A day that the meeting tells is not written down a second time.
  const doneOn = found ? null : standing.doneOn
  const store = (days: { dueOn?: string | null; doneOn?: string | null }) =>
    setStep.mutateAsync({ id, step, dueOn, doneOn, ...days })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <SavedDay
          ariaLabel={`Hạn: ${name}`}
          value={standing.dueOn}
          onSave={(day) => store({ dueOn: day })}
          w={130}
        />
      </td>
      <td>
        <div className={styles.days}>
          <SavedDay
            ariaLabel={`Ngày xong: ${name}`}
            placeholder="chưa xong"
            value={standing.doneOn}
            onSave={(day) => store({ doneOn: day })}
            w={130}
          />
          {standing.doneOn === null && (
            <Button
              size="xs"
              h={36}
              variant="default"
              aria-label={`Xong hôm nay: ${name}`}
              onClick={() => store({ doneOn: today }).catch(() => undefined)}
            >
              Xong hôm nay
            </Button>
          )}
        </div>
      </td>
      <td className={styles.stepState} data-state={standing.state}>
        {themeStepWords(standing, today)}
        <div className="soft">
          {standing.dueOn !== null &&
            (standing.byRule ? standing.source : standing.dueByHand && 'hạn tự đặt')}
          {found && ' ghi theo buổi họp'}
        </div>
      </td>
    </tr>
  )
}
