import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { preparationStepNames, type StepStanding, standingWords } from '../../shared/rules/preparation.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import styles from './preparation.module.css'

/** The steps before a meeting, each with its day; done is a day too, not a tick. */
export function PreparationPanel(props: { meetingId: number }) {
  const steps = useRead('preparation.get', { meetingId: props.meetingId })
  if (!steps.data || steps.isPlaceholderData) return null
  const late = steps.data.filter((step) => step.state === 'late').length
  const done = steps.data.filter((step) => step.state === 'done' || step.state === 'doneLate').length
  const state = `xong ${done}/${steps.data.length}${late > 0 ? `, ${late} việc chậm` : ''}`
  return (
    <SidePanel
      title="Việc chuẩn bị"
      state={state}
      tone={late > 0 ? 'bad' : done === steps.data.length ? 'good' : 'warn'}
    >
      <ol className={styles.steps}>
        {steps.data.map((standing) => (
          <Step key={standing.step} meetingId={props.meetingId} standing={standing} />
        ))}
      </ol>
    </SidePanel>
  )
}

function Step(props: { meetingId: number; standing: StepStanding }) {
  const { meetingId, standing } = props
  const today = useToday()
  const mark = useWrite('preparation.mark')
  const [refused, setRefused] = useState<string | null>(null)
  const name = preparationStepNames[standing.step]
  const written = standing.found ? null : standing.doneOn
  const store = (doneOn: string | null, words: string) => {
    // A day that cannot be read is told of by its field and goes no further.
    if (doneOn !== null && !/^\d{4}-\d{2}-\d{2}$/.test(doneOn)) return
    if (doneOn !== null && doneOn > today) {
      setRefused('Ngày xong không thể sau hôm nay')
      return
    }
    setRefused(null)
    if (doneOn === written && words === standing.note) return
    mark.mutate({ meetingId, step: standing.step, doneOn, note: words })
  }
  return (
    <li className={styles.step}>
      {name}
      <div className={styles.standing} data-state={standing.state}>
        {standingWords(standing, today)}
        {standing.byRule && ` (${standing.source})`}
      </div>
      {!standing.found && (
        <div className={styles.line}>
          <DateField
            ariaLabel={`Ngày xong: ${name}`}
            value={standing.doneOn}
            onChange={(day) => store(day, standing.note)}
            placeholder="ngày xong"
            error={refused}
            w={112}
          />
          {standing.doneOn === null ? (
            <Button
              size="xs"
              h={36}
              variant="default"
              onClick={() => store(today, standing.note)}
              aria-label={`Xong hôm nay: ${name}`}
            >
              Xong hôm nay
            </Button>
          ) : (
            <TextInput
              key={standing.note}
              aria-label={`Ghi chú: ${name}`}
              placeholder="Ghi chú"
              defaultValue={standing.note}
              maxLength={2000}
              autoComplete="off"
              flex={1}
              miw={90}
              onBlur={(event) => store(standing.doneOn, event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') store(standing.doneOn, event.currentTarget.value)
              }}
            />
          )}
        </div>
      )}
    </li>
  )
}
