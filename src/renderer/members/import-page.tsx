import { Alert, Button, Group, Loader, Select, Stack, Tabs, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ListPreview } from '../../shared/contract/members-import.ts'
import type { ListColumn } from '../../shared/rules/list-column.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { type ChosenFile, readFile } from '../api/read-file.ts'
import { ChooseFileButton, useFileDrop } from '../ui/choose-file.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Refusal, sayDone } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { ImportColumns } from './import-columns.tsx'
import { NoFile } from './import-file.tsx'
import { cellsOf, fateOf, ownCell, planOf, planSentence, rowsOfCell } from './import-plan.ts'
import { ImportRows } from './import-rows.tsx'

const help: Help = {
  about:
    'Nhập danh sách đảng viên từ tệp Excel: xem trước từng dòng, chọn người nào thêm, cập nhật hay bỏ qua, rồi nhập một lần. Ctrl+Z đưa mọi thứ về như trước khi nhập.',
  keys: [
    { keys: 'Tab', does: 'Tới ô chọn tiếp theo' },
    { keys: '↑ ↓', does: 'Chuyển dòng trong bảng' },
  ],
}

/** What the user chose over what was found; `load` counts files and sheets, each begins afresh. */
type Choice = { sheet: string | null; columns: Record<string, ListColumn> | null; load: number }
const nothingChosen: Choice = { sheet: null, columns: null, load: 0 }

/** From an Excel list into the register: choose a file, look at what was understood, take it over. */
export function ImportPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [choice, setChoice] = useState(nothingChosen)
  const [preview, setPreview] = useState<ListPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [taken, setTaken] = useState<{ created: number; updated: number } | null>(null)
  const reading = useWrite('members.readList', { toldInPlace: true })

  const understand = (listFile: ChosenFile, next: Choice) => {
    setProblem(null)
    reading.mutate(
      { ...listFile, sheet: next.sheet, columns: next.columns },
      {
        onError: (error) => setProblem(error.message),
        onSuccess: (understood) => {
          setFile(listFile)
          setChoice(next)
          setPreview(understood)
        },
      },
    )
  }
  const restart = () => {
    reading.reset()
    setPreview(null)
    setTaken(null)
    setProblem(null)
  }
  const choose = async (chosen: File) => {
    restart()
    const read = await readFile(chosen)
    if (typeof read === 'string') setProblem(read)
    else understand(read, { ...nothingChosen, load: choice.load + 1 })
  }
  const over = useFileDrop(choose)

  if (taken) return <Taken {...taken} onAgain={restart} onList={() => navigate('/dang-vien')} />
  if (file && preview)
    return (
      <Preview
        key={choice.load}
        file={file}
        choice={choice}
        preview={preview}
        problem={problem}
        busy={reading.isPending}
        onFile={choose}
        onChoice={(next) => understand(file, next)}
        onTaken={setTaken}
      />
    )
  return (
    <Page title="Nhập danh sách từ Excel">
      {problem && <Refusal message={problem} />}
      {reading.isPending ? <Reading onCancel={restart} /> : <NoFile onFile={choose} over={over} />}
    </Page>
  )
}

function Reading(props: { onCancel: () => void }) {
  return (
    <Sheet>
      <Stack align="center" gap="md" py={32} role="status">
        <Loader color="gray" />
        <Text>Đang đọc tệp…</Text>
        <Button variant="default" onClick={props.onCancel}>
          Hủy
        </Button>
      </Stack>
    </Sheet>
  )
}

function Preview(props: {
  file: ChosenFile
  choice: Choice
  preview: ListPreview
  problem: string | null
  busy: boolean
  onFile: (file: File) => void
  onChoice: (choice: Choice) => void
  onTaken: (counts: { created: number; updated: number }) => void
}) {
  const { file, choice, preview } = props
  const status = useRead('office.status', {}).data
  const take = useWrite('members.import', { toldInPlace: true })
  const save = useWrite('members.exportFindings')
  const unknown = preview.columns.filter(({ known }) => !known)
  const [tab, setTab] = useState<string | null>(preview.rows.length === 0 ? 'columns' : 'rows')
  const [chosenCell, setCell] = useState<string | null>(null)
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set())

  const tabs = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: the keyboard goes on at what there is to look at.
  useEffect(() => tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(), [])

  const cells = cellsOf(preview)
  const asked = preview.sheets.length > 1 || cells.length > 1
  const cell = chosenCell ?? ownCell(preview, status?.cellName ?? null)
  const rows = rowsOfCell(preview, cell)
  const plan = planOf(rows, skipped)
  const people = plan.create + plan.update
  const reason =
    cells.length > 1 && cell === null
      ? `Danh sách có ${cells.length} chi bộ, hãy chọn một.`
      : preview.rows.length === 0
        ? 'Chưa đọc được ai, hãy chọn cột họ và tên.'
        : people === 0
          ? planSentence(plan)
          : null

  const skip = (some: readonly number[], leaveOut: boolean) => {
    const kept = [...skipped].filter((row) => !some.includes(row))
    setSkipped(new Set(leaveOut ? [...kept, ...some] : kept))
  }
  const takeOver = () => {
    const chosen = rows
      .filter((row) => ['create', 'update'].includes(fateOf(row, skipped)))
      .map(({ match, member }) => ({ memberId: match?.id ?? null, member }))
    take.mutate({ rows: chosen }, { onSuccess: props.onTaken })
  }
  const saveFindings = () =>
    save.mutate(
      { ...file, sheet: choice.sheet, columns: choice.columns },
      { onSuccess: (saved) => saved && sayDone(`Đã lưu kết quả kiểm tra: ${saved.path}`) },
    )

  return (
    <Page
      title="Nhập danh sách từ Excel"
      subtitle={`Tệp ${file.fileName}, trang tính ${preview.sheet}, tiêu đề ở dòng ${preview.headingRows.join('–')}`}
      actions={
        <>
          <ChooseFileButton variant="default" label="Chọn tệp khác" onFile={props.onFile} />
          <Button variant="default" onClick={saveFindings} loading={save.isPending}>
            Lưu kết quả kiểm tra (.xlsx)
          </Button>
          <Button onClick={takeOver} loading={take.isPending || props.busy} disabled={reason !== null}>
            {reason === null ? `Nhập ${people} đảng viên` : 'Nhập đảng viên'}
          </Button>
        </>
      }
    >
      {props.problem && <Refusal message={props.problem} />}
      {take.error && (
        <Refusal
          message={[
            take.error.message,
            ...Object.entries(take.error.fields).map(([name, text]) => `${name}: ${text}.`),
          ].join(' ')}
        />
      )}
      <Group gap="md" align="flex-end">
        {preview.sheets.length > 1 && (
          <Select
            label="Trang tính"
            w={220}
            data={preview.sheets}
            value={preview.sheet}
            onChange={(sheet) => sheet && props.onChoice({ sheet, columns: null, load: choice.load + 1 })}
          />
        )}
        {cells.length > 1 && (
          <Select
            label="Chi bộ cần nhập"
            w={320}
            data={cells.map((name) => ({
              value: name,
              label: `${name} (${rowsOfCell(preview, name).length})`,
            }))}
            value={cell}
            placeholder="Hãy chọn chi bộ"
            onChange={setCell}
          />
        )}
        <Text fw={500} role="status" pb={asked ? 6 : 0}>
          {reason ?? planSentence(plan)}
        </Text>
      </Group>
      {preview.notices.length > 0 && (
        <Alert color="gray" variant="light" p="xs">
          {preview.notices.map((notice) => (
            <div key={notice}>{notice}</div>
          ))}
        </Alert>
      )}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="xs" ref={tabs}>
          <Tabs.Tab value="rows">Người trong danh sách ({rows.length})</Tabs.Tab>
          <Tabs.Tab value="columns">
            Các cột ({preview.columns.length}
            {unknown.length > 0 ? `, ${unknown.length} chưa rõ` : ''})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rows">
          <ImportRows
            above={290 + (asked ? 60 : 0) + preview.notices.length * 46}
            rows={rows}
            today={status?.today ?? ''}
            skipped={skipped}
            onSkip={skip}
          />
        </Tabs.Panel>
        <Tabs.Panel value="columns">
          <ImportColumns
            columns={preview.columns}
            onChoose={(letter, column) =>
              props.onChoice({
                ...choice,
                sheet: preview.sheet,
                columns: { ...choice.columns, [letter]: column },
              })
            }
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

/** It is done: how many, and the way back. */
function Taken(props: { created: number; updated: number; onAgain: () => void; onList: () => void }) {
  const parts = [
    props.created > 0 ? `thêm ${props.created} đảng viên mới` : '',
    props.updated > 0 ? `cập nhật ${props.updated} đảng viên đã có` : '',
  ]
  return (
    <Page title="Nhập danh sách từ Excel">
      <Sheet>
        <Stack align="center" gap="md" py="xl" role="status">
          <Text>
            Đã {parts.filter((part) => part !== '').join(', ')}. Nhấn Ctrl+Z nếu muốn lấy lại tất cả như trước
            khi nhập.
          </Text>
          <Group gap="sm">
            <Button onClick={props.onList} autoFocus>
              Xem danh sách đảng viên
            </Button>
            <Button variant="default" onClick={props.onAgain}>
              Nhập tệp khác
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </Page>
  )
}
