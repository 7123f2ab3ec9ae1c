import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SheetCriterion } from '../../shared/contract/score-sheets.ts'
import { pointsText } from '../../shared/rules/score.ts'
import { type ScoreFactName, scoreFactNames } from '../../shared/rules/score-facts.ts'
import { scaleKindOf, scoreFactTitles, usualScale } from '../../shared/rules/score-sheet.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { draftOf, readScale, type ScaleDraft } from './scale-draft.ts'
import styles from './scores.module.css'

const nobody = 'nobody'

/** Binds a line to what the program knows: which fact, and what points it gives. Half a set of steps is no rule, so they are written as one. */
export function ScaleDialog(props: { line: SheetCriterion; onClose: () => void }) {
  const { line } = props
  const maxima = [line.maximum, line.maximumThemed].filter((most) => most > 0)
  const maximum = maxima.length === 0 ? 100 : Math.min(...maxima)
  const update = useWrite('scoreSheets.updateLine', { toldInPlace: true })
  const [fact, setFact] = useState<ScoreFactName | null>(line.facts[0] ?? null)
  const [draft, setDraft] = useState<ScaleDraft>(() =>
    draftOf(line.scale ?? (fact && usualScale(fact, maximum))),
  )
  const [problem, setProblem] = useState<string | null>(null)
  const choose = (chosen: ScoreFactName | null) => {
    setFact(chosen)
    setProblem(null)
    setDraft(draftOf(chosen && usualScale(chosen, maximum)))
  }
  const store = () => {
    const read = fact && scaleKindOf(fact) ? readScale(fact, draft, maximum) : { scale: null }
    if ('problem' in read) {
      setProblem(read.problem)
      return
    }
    update.mutate(
      { id: line.id, measure: { fact, scale: read.scale } },
      {
        onSuccess: props.onClose,
        onError: (error) => setProblem(Object.values(error.fields)[0] ?? error.message),
      },
    )
  }
  return (
    <Dialog title={`Mức điểm: ${line.title}`} opened onClose={props.onClose} size={620}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          store()
        }}
      >
        <Stack gap="sm">
          <Select
            label="Dữ liệu để tính"
            data={[
              { value: nobody, label: 'Không tính: người chấm quyết định' },
              ...scoreFactNames.map((name) => ({
                value: name,
                label: `${scoreFactTitles[name]}${scaleKindOf(name) ? '' : ' (chỉ nêu bên cạnh)'}`,
              })),
            ]}
            value={fact ?? nobody}
            onChange={(chosen) => choose(scoreFactNames.find((name) => name === chosen) ?? null)}
            data-autofocus
          />
          {fact && scaleKindOf(fact) && (
            <>
              <Text size="sm" className="soft">
                Nhiều nhất {pointsText(maximum)} điểm, theo điểm tối đa của dòng.
              </Text>
              <ScaleFields key={fact} fact={fact} draft={draft} onChange={setDraft} />
            </>
          )}
          {problem && (
            <Text role="alert" className={styles.problem}>
              {problem}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Thôi
            </Button>
            <Button type="submit" loading={update.isPending}>
              Ghi mức điểm
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

type PlainField = Exclude<keyof ScaleDraft, 'steps'>

function ScaleFields(props: {
  fact: ScoreFactName
  draft: ScaleDraft
  onChange: (change: (before: ScaleDraft) => ScaleDraft) => void
}) {
  const { fact, draft, onChange } = props
  const kind = scaleKindOf(fact)
  const plain = (name: PlainField, label: string) => (
    <TextInput
      label={label}
      defaultValue={draft[name]}
      onChange={(event) => {
        const typed = event.currentTarget.value
        onChange((before) => ({ ...before, [name]: typed }))
      }}
      inputMode="decimal"
      autoComplete="off"
      maxLength={6}
    />
  )
  return (
    <div className={styles.scale}>
      {kind === 'missing' && plain('full', 'Đủ thời lượng: điểm')}
      {(kind === 'missing' || kind === 'share') && (
        <StepFields
          bound={kind === 'share' ? 'Từ bao nhiêu %' : 'Thiếu không quá (phút)'}
          draft={draft}
          onChange={onChange}
        />
      )}
      {kind === 'missing' && (
        <>
          <Group gap="sm" align="flex-end" grow>
            {plain('half', 'Thiếu nhiều hơn mà còn từ một nửa: điểm')}
            {plain('below', 'Dưới một nửa: điểm')}
          </Group>
          <Group gap="sm" align="flex-end" grow>
            {plain('largerMembers', 'Mức riêng cho chi bộ từ … đảng viên')}
            {plain('largerMinutes', 'phải họp ít nhất … phút')}
          </Group>
          <Text size="sm" className="soft">
            Bỏ trống hai ô này nếu quy định không có mức riêng cho chi bộ đông.
          </Text>
        </>
      )}
      {fact === 'attendance' && plain('unexcused', 'Có người vắng không lý do: điểm (bỏ trống: không xét)')}
      {kind === 'minutes' && plain('fromMinutes', 'Từ bao nhiêu phút')}
      {(kind === 'minutes' || kind === 'met') && plain('full', 'Điểm khi đạt (không đạt: 0)')}
    </div>
  )
}

function StepFields(props: {
  bound: string
  draft: ScaleDraft
  onChange: (change: (before: ScaleDraft) => ScaleDraft) => void
}) {
  const { draft, onChange } = props
  const set = (key: number, change: { bound: string } | { points: string }) =>
    onChange((before) => ({
      ...before,
      steps: before.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
    }))
  const add = () =>
    onChange((before) => ({
      ...before,
      steps: [
        ...before.steps,
        { key: Math.max(-1, ...before.steps.map(({ key }) => key)) + 1, bound: '', points: '' },
      ],
    }))
  const remove = (key: number) =>
    onChange((before) => ({ ...before, steps: before.steps.filter((step) => step.key !== key) }))
  return (
    <Stack gap={6}>
      {draft.steps.map((step, index) => (
        <Group key={step.key} gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={index === 0 && props.bound}
            aria-label={`${props.bound}, mức ${index + 1}`}
            defaultValue={step.bound}
            onChange={(event) => set(step.key, { bound: event.currentTarget.value })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={6}
          />
          <TextInput
            label={index === 0 && 'Điểm'}
            aria-label={`Điểm, mức ${index + 1}`}
            defaultValue={step.points}
            onChange={(event) => set(step.key, { points: event.currentTarget.value })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={6}
          />
          <Button
            variant="subtle"
            color="dark"
            aria-label={`Bỏ mức ${index + 1}`}
            onClick={() => remove(step.key)}
          >
            Bỏ
          </Button>
        </Group>
      ))}
      <div>
        <Button variant="default" size="xs" onClick={add}>
          Thêm mức
        </Button>
      </div>
    </Stack>
  )
}
