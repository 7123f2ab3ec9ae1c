import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import type { Theme } from '../../shared/contract/themes.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { SearchSelect } from '../ui/search-select.tsx'
import { Section } from '../ui/section.tsx'
import { PreparersAdvice } from './preparers-advice.tsx'
import { refusalOf, SavedText } from './saved-fields.tsx'
import styles from './themes.module.css'
import { stepped, useSavedList } from './use-saved-list.ts'
import { useThemeChange } from './use-theme-change.ts'

const usualMinutes = 10

/** Who prepares: one who leads, and those who contribute, each with a topic and minutes. */
export function PreparersSection({ theme }: { theme: Theme }) {
  const people = useRead('themes.people', { id: theme.id })
  const gone = (memberId: number) =>
    theme.planned.contributors.some((person) => person.memberId === memberId && person.gone)
  const change = useThemeChange(theme.id)
  const setContributors = useWrite('themes.setContributors', { toldInPlace: true })
  const [refused, setRefused] = useState<string | null>(null)
  const contributors = useSavedList(theme.contributors, (list) =>
    setContributors.mutateAsync({
      id: theme.id,
      contributors: list.map(({ memberId, topic, minutes }) => ({ memberId, topic, minutes })),
    }),
  )
  const known = people.data ?? []
  const choices = known.map(({ memberId, fullName }) => ({ value: String(memberId), label: fullName }))
  const lead =
    theme.leadId !== null && !known.some(({ memberId }) => memberId === theme.leadId)
      ? [{ value: String(theme.leadId), label: theme.leadName ?? '' }]
      : []
  const taken = new Set(contributors.list.map(({ memberId }) => memberId))
  const choose = (leadId: number | null) =>
    change({ leadId }).then(
      () => setRefused(null),
      (error: unknown) => setRefused(refusalOf(error)),
    )
  const add = (person: { memberId: number; fullName: string } | undefined) => {
    if (!person) return
    const { memberId, fullName } = person
    const row = { id: 0, memberId, fullName, topic: '', minutes: usualMinutes }
    contributors.change((list) => [...list, row]).catch(() => undefined)
  }
  return (
    <Section title="Người chuẩn bị">
      <div className={styles.triple}>
        <SearchSelect
          label="Người chuẩn bị chính (báo cáo đề dẫn)"
          placeholder="Gõ tên, không cần dấu"
          choices={[...choices, ...lead]}
          value={theme.leadId === null ? null : String(theme.leadId)}
          onChange={(chosen) => choose(chosen === null ? null : Number(chosen))}
          error={refused}
        />
        <SearchSelect
          label="Thêm người phát biểu tham luận"
          placeholder="Gõ tên, không cần dấu"
          choices={choices.filter(({ value }) => !taken.has(Number(value)))}
          value={null}
          onChange={(chosen) => add(known.find(({ memberId }) => String(memberId) === chosen))}
          error={contributors.refused}
        />
      </div>
      <PreparersAdvice themeId={theme.id} onLead={choose} onContributor={add} />
      {contributors.list.length === 0 ? (
        <Text className="soft" mt={6}>
          Chưa có ai phát biểu tham luận.
        </Text>
      ) : (
        <ol className={styles.rows} aria-label="Người phát biểu tham luận">
          {contributors.list.map(({ memberId, fullName, topic, minutes }, index) => {
            const set = (changes: { topic?: string; minutes?: number }) =>
              contributors.change((list) =>
                list.map((row) => (row.memberId === memberId ? { ...row, ...changes } : row)),
              )
            const button = (label: string, run: () => Promise<unknown>, unable?: string) => (
              <Button
                variant="subtle"
                color="dark"
                size="xs"
                h={36}
                aria-label={`${label}: ${fullName}`}
                disabled={unable !== undefined}
                title={unable}
                onClick={() => run().catch(() => undefined)}
              >
                {label}
              </Button>
            )
            return (
              <li key={memberId} className={styles.row}>
                <span className={styles.who}>
                  {index + 1}. {fullName}
                  {gone(memberId) && <div className={styles.bad}>đã rời chi bộ vào ngày đó</div>}
                </span>
                <SavedText
                  ariaLabel={`Nội dung tham luận của ${fullName}`}
                  placeholder="Nội dung tham luận"
                  value={topic}
                  onSave={(text) => set({ topic: text })}
                />
                <MinutesField
                  label={`Số phút của ${fullName}`}
                  value={minutes}
                  onSave={(next) => set({ minutes: next })}
                />
                {button(
                  'Lên',
                  () => contributors.change((list) => stepped(list, index, -1)),
                  index === 0 ? 'Đã ở đầu' : undefined,
                )}
                {button(
                  'Xuống',
                  () => contributors.change((list) => stepped(list, index, 1)),
                  index === contributors.list.length - 1 ? 'Đã ở cuối' : undefined,
                )}
                {button('Bỏ', () =>
                  contributors.change((list) => list.filter((row) => row.memberId !== memberId)),
                )}
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}

function MinutesField(props: {
  label: string
  value: number
  onSave: (minutes: number) => Promise<unknown>
}) {
  const save = async (text: string) => {
    const minutes = Number(text)
    if (!/^\d+$/.test(text.trim()) || minutes < 1 || minutes > 120)
      throw new AppError('invalid-input', { minutes: 'Hãy nhập số phút từ 1 đến 120' })
    await props.onSave(minutes)
  }
  return (
    <div className={styles.short}>
      <SavedText ariaLabel={props.label} value={String(props.value)} onSave={save} />
    </div>
  )
}
