import { Button, Group, Select, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ThemeBoard as Board } from '../../shared/contract/themes.ts'
import { quarterOf, quarters } from '../../shared/rules/theme.ts'
import { heldOn } from '../../shared/rules/theme-plan.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { FoundThemes } from './found-themes.tsx'
import { LastYear } from './last-year.tsx'
import { ThemeBoard } from './theme-board.tsx'
import { YearActions, YearBurden } from './year-actions.tsx'

const help: Help = {
  about:
    'Kế hoạch sinh hoạt chuyên đề của năm theo bốn quý. Mỗi thẻ là một chuyên đề: mở ra để ghi vấn đề, người chuẩn bị, các hạn.',
  keys: [
    { keys: '↑ ↓ ← →', does: 'Chuyển thẻ' },
    { keys: 'Alt+↑ Alt+↓', does: 'Đưa chuyên đề lên, xuống trong quý' },
    { keys: 'Alt+← Alt+→', does: 'Đưa chuyên đề sang quý trước, quý sau' },
    { keys: 'Enter', does: 'Mở chuyên đề' },
    { keys: 'Insert', does: 'Thêm chuyên đề vào quý của thẻ đang chọn' },
    { keys: '1 2 3 4', does: 'Thêm chuyên đề vào Quý I, II, III, IV' },
    { keys: 'Delete', does: 'Xóa chuyên đề' },
    { keys: '/', does: 'Tìm chuyên đề của mọi năm' },
  ],
}

/** The year's themed sessions as a board of four quarters; `year` null: this year. */
export function ThemesPage(props: { year: number | null }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const year = props.year ?? Number(today.slice(0, 4))
  const years = useRead('themes.years', {})
  const board = useRead('themes.board', { year })
  const [typed, setTyped] = useState('')
  const [addingTo, setAddingTo] = useState<number | null>(null)
  // The quarter that a new theme goes to: that of the card last in focus, else the one of today.
  const quarter = useRef<number | null>(null)
  const add = () =>
    setAddingTo(quarter.current ?? (today.startsWith(`${year}-`) ? quarterOf(Number(today.slice(5, 7))) : 1))
  useShortcuts([
    { key: 'insert', run: add },
    ...quarters.map((each) => ({ key: String(each), run: () => setAddingTo(each) })),
    { key: '/', run: () => document.getElementById('tim-chuyen-de')?.focus() },
  ])
  const error = years.error ?? board.error
  if (error) return <Refusal message={error.message} />
  if (!years.data || !board.data || board.data.year !== year) return <Loading />
  const choices = [...new Set([...years.data, year])].sort((a, b) => b - a)
  return (
    <Page
      title={`Chuyên đề năm ${year}`}
      subtitle={summary(board.data)}
      actions={<Button onClick={add}>Thêm chuyên đề</Button>}
    >
      <Group gap="md" align="flex-end">
        <Select
          label="Năm"
          data={choices.map(String)}
          value={String(year)}
          onChange={(chosen) => {
            quarter.current = null
            setAddingTo(null)
            navigate(`/chuyen-de/nam/${chosen}`)
          }}
          w={110}
        />
        <TextInput
          id="tim-chuyen-de"
          label="Tìm trong mọi năm"
          placeholder="Tên, loại, vấn đề, người chuẩn bị; không cần dấu"
          defaultValue=""
          onChange={(event) => setTyped(event.currentTarget.value)}
          w={380}
        />
        <YearActions
          year={year}
          planned={board.data.quarters.some(({ themes }) => themes.length > 0)}
          today={today}
        />
      </Group>
      {typed.trim() === '' ? (
        <>
          <YearBurden year={year} />
          <ThemeBoard
            key={year}
            board={board.data}
            addingTo={addingTo}
            onAddTo={setAddingTo}
            onQuarter={(of) => {
              quarter.current = of
            }}
          />
          <LastYear board={board.data} today={today} />
        </>
      ) : (
        <FoundThemes typed={typed} />
      )}
    </Page>
  )
}

function summary({ quarters }: Board): string {
  const themes = quarters.flatMap((column) => column.themes)
  const held = themes.filter((theme) => heldOn(theme) !== null).length
  return themes.length === 0
    ? 'Chưa có chuyên đề nào trong kế hoạch'
    : `${themes.length} chuyên đề trong kế hoạch, đã sinh hoạt ${held}`
}
