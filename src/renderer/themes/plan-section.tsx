import { Anchor, Autocomplete, Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Theme, ThemeChanges } from '../../shared/contract/themes.ts'
import { fold } from '../../shared/rules/fold.ts'
import {
  monthsOf,
  quarterName,
  quarters,
  themeFormNames,
  themeForms,
  themeOriginNames,
  themeOrigins,
} from '../../shared/rules/theme.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'
import { OptionalSelect } from '../ui/optional-select.tsx'
import { Section } from '../ui/section.tsx'
import { refusalOf, SavedDay, SavedText } from './saved-fields.tsx'
import styles from './themes.module.css'
import { useThemeChange } from './use-theme-change.ts'

const lastPlace = 200

/** What a theme is called, what kind it is, and when it is held. */
export function PlanSection({ theme }: { theme: Theme }) {
  const change = useThemeChange(theme.id)
  const move = useWrite('themes.move')
  const [refused, setRefused] = useState<string | null>(null)
  const choose = (changes: ThemeChanges) =>
    change(changes).then(
      () => setRefused(null),
      (error: unknown) => setRefused(refusalOf(error)),
    )
  return (
    <Section title="Chuyên đề và thời gian">
      <SavedText label="Tên chuyên đề" value={theme.title} required onSave={(title) => change({ title })} />
      <div className={styles.triple}>
        <KindField value={theme.kind} onSave={(kind) => change({ kind })} />
        <Select
          label="Chuyên đề của ai"
          data={themeOrigins.map((origin) => ({ value: origin, label: themeOriginNames[origin] }))}
          value={theme.origin}
          onChange={(origin) => origin && choose({ origin })}
        />
        <Select
          label="Hình thức"
          data={themeForms.map((form) => ({ value: form, label: themeFormNames[form] }))}
          value={theme.form}
          onChange={(form) => form && choose({ form })}
        />
        <Select
          label="Quý"
          data={quarters.map((quarter) => ({ value: String(quarter), label: quarterName(quarter) }))}
          value={String(theme.quarter)}
          onChange={(quarter) => move.mutate({ id: theme.id, quarter: Number(quarter), place: lastPlace })}
        />
        <OptionalSelect
          label="Tháng dự kiến"
          noneLabel="Chưa định"
          choices={monthsOf(theme.quarter).map((month) => ({ id: month, label: `Tháng ${month}` }))}
          value={theme.month}
          onChange={(month) => choose({ month })}
          error={refused ?? undefined}
        />
        {theme.meeting === null && (
          <SavedDay
            label="Ngày sinh hoạt dự kiến"
            value={theme.sessionOn}
            onSave={(sessionOn) => change({ sessionOn })}
          />
        )}
        <MeetingField theme={theme} />
      </div>
      {theme.meeting === null && <MakeMeeting themeId={theme.id} />}
    </Section>
  )
}

/** One key makes the meeting with its themed agenda, or takes the theme into the month's regular one. */
function MakeMeeting(props: { themeId: number }) {
  const make = useWrite('themes.makeMeeting', { toldInPlace: true })
  const [refused, setRefused] = useState('')
  const button = (into: 'own' | 'regular', label: string) => (
    <Button
      size="xs"
      variant="default"
      disabled={make.isPending}
      aria-busy={make.isPending}
      onClick={() =>
        make.mutate(
          { id: props.themeId, into },
          {
            onSuccess: () => sayDone('Đã lập chương trình có chuyên đề. Ctrl+Z để lấy lại.'),
            onError: (error) => setRefused(refusalOf(error)),
          },
        )
      }
    >
      {label}
    </Button>
  )
  return (
    <Group gap="xs" mt="xs">
      {button('own', 'Tạo buổi sinh hoạt chuyên đề')}
      {button('regular', 'Ghép vào buổi thường kỳ của tháng')}
      <span role="status" className={styles.refused}>
        {refused}
      </span>
    </Group>
  )
}

/** The kind: one of the catalogue or typed in; a list helps, and never completes what is being typed. */
function KindField(props: { value: string; onSave: (kind: string) => Promise<unknown> }) {
  const kinds = useRead('themes.kinds', {})
  const [typed, setTyped] = useState(props.value)
  const [saved, setSaved] = useState(props.value)
  const [refused, setRefused] = useState<string | null>(null)
  // A change from elsewhere (undo) is shown.
  if (saved !== props.value) {
    setSaved(props.value)
    setTyped(props.value)
  }
  const save = (kind: string) => {
    if (kind === props.value) return
    props.onSave(kind).then(
      () => setRefused(null),
      (error: unknown) => setRefused(refusalOf(error)),
    )
  }
  return (
    <Autocomplete
      label="Loại chuyên đề"
      placeholder="Chọn hoặc gõ loại khác"
      data={kinds.data ?? []}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={save}
      onBlur={() => save(typed)}
      filter={({ options, search }) => {
        if (search === props.value) return options
        const words = fold(search).split(' ')
        return options.filter(
          (option) => 'label' in option && words.every((word) => fold(option.label).includes(word)),
        )
      }}
      maxDropdownHeight={260}
      error={refused}
    />
  )
}

/** The meeting it is treated in: one of the quarter's themed sessions. */
function MeetingField({ theme }: { theme: Theme }) {
  const change = useThemeChange(theme.id)
  const meetings = useRead('themes.meetings', { id: theme.id })
  const [refused, setRefused] = useState<string | null>(null)
  const { meeting } = theme
  return (
    <div className={styles.wide}>
      <OptionalSelect
        label="Buổi sinh hoạt"
        noneLabel="Chưa gắn với buổi nào"
        choices={(meetings.data ?? []).map(({ id, title, heldOn }) => ({
          id,
          label: `${formatVietnameseDate(heldOn)}: ${title}`,
        }))}
        value={meeting?.id ?? null}
        onChange={(meetingId) =>
          change({ meetingId }).then(
            () => setRefused(null),
            (error: unknown) => setRefused(refusalOf(error)),
          )
        }
        error={refused ?? undefined}
      />
      {meeting && (
        <>
          Ngày sinh hoạt theo buổi họp: <b className="num">{formatVietnameseDate(meeting.heldOn)}</b>.{' '}
          <Anchor component={Link} href={`/cuoc-hop/${meeting.id}`} underline="always">
            Mở buổi họp
          </Anchor>
        </>
      )}
    </div>
  )
}
