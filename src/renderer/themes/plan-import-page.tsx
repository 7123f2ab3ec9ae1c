import { Button, Group, Select, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { PlanPreview, PlanRow } from '../../shared/contract/theme-import.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useToday, useWrite } from '../api/hooks.ts'
import { type ChosenFile, readFile } from '../api/read-file.ts'
import { ChooseFileButton, FilePlace, useFileDrop } from '../ui/choose-file.tsx'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Refusal, sayDone } from '../ui/messages.tsx'
import { Page } from '../ui/page.tsx'
import { RowFindings } from '../ui/row-findings.tsx'

const help: Help = {
  about:
    'Nhập kế hoạch chuyên đề từ tệp Excel: xem trước từng dòng, dòng nào lỗi thì không nhập, rồi nhập một lần. Ctrl+Z đưa mọi thứ về như trước khi nhập.',
  keys: [
    { keys: '↑ ↓', does: 'Chuyển dòng trong bảng' },
    { keys: 'Tab', does: 'Tới ô chọn tiếp theo' },
  ],
}

const levelWords = { ok: 'Đạt', warning: 'Cần xem', error: 'Lỗi, không nhập' } as const

function levelOf({ findings }: PlanRow): keyof typeof levelWords {
  if (findings.some(({ level }) => level === 'error')) return 'error'
  return findings.length > 0 ? 'warning' : 'ok'
}

/** From an Excel plan onto the year's board: choose a file, look at what was understood, take it over. */
export function PlanImportPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [plan, setPlan] = useState<PlanPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const reading = useWrite('themes.readPlan', { toldInPlace: true })
  const take = useWrite('themes.importPlan', { toldInPlace: true })

  const understand = (chosen: ChosenFile, sheet: string | null, year: number | null) => {
    setProblem(null)
    reading.mutate(
      { ...chosen, sheet, year },
      {
        onError: (error) => setProblem(error.message),
        onSuccess: (understood) => {
          setFile(chosen)
          setPlan(understood)
        },
      },
    )
  }
  const choose = async (chosen: File) => {
    const read = await readFile(chosen)
    if (typeof read === 'string') setProblem(read)
    else understand(read, null, null)
  }
  const over = useFileDrop((chosen) => void choose(chosen))

  const taken = (plan?.rows ?? []).filter((row) => levelOf(row) !== 'error')
  const importButton = useRef<HTMLButtonElement>(null)
  // The button that chose the file has moved: the keyboard goes on at what can be done with it.
  useEffect(() => {
    if (plan) importButton.current?.focus()
  }, [plan])
  const takeOver = () => {
    if (!plan) return
    take.mutate(
      { year: plan.year, rows: taken.map(({ theme }) => theme) },
      {
        onError: (error) =>
          setProblem(
            [error.message, ...Object.entries(error.fields).map(([title, why]) => `${title}: ${why}`)].join(
              ' ',
            ),
          ),
        onSuccess: ({ created }) => {
          sayDone(`Đã nhập ${created} chuyên đề vào kế hoạch năm ${plan.year}. Ctrl+Z để bỏ.`)
          navigate(`/chuyen-de/nam/${plan.year}`)
        },
      },
    )
  }
  const thisYear = Number(today.slice(0, 4))
  const years = [...new Set([thisYear + 1, thisYear, thisYear - 1, thisYear - 2, plan?.year ?? thisYear])]
  return (
    <Page
      title="Nhập kế hoạch chuyên đề từ Excel"
      {...(plan ? { subtitle: `Tệp ${plan.fileName}, trang tính ${plan.sheet}` } : {})}
      actions={
        <>
          <Button variant="default" onClick={() => navigate('/chuyen-de')}>
            Về bảng chuyên đề
          </Button>
          {plan && (
            <>
              <ChooseFileButton
                onFile={(chosen) => void choose(chosen)}
                label="Chọn tệp khác"
                variant="default"
              />
              {taken.length > 0 && (
                <Button ref={importButton} loading={take.isPending} onClick={takeOver}>
                  Nhập {taken.length} chuyên đề vào năm {plan.year}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      {problem && <Refusal message={problem} />}
      {file && plan ? (
        <>
          <Group gap="md" align="flex-end">
            <Select
              label="Kế hoạch của năm"
              w={150}
              data={years.sort((a, b) => b - a).map(String)}
              value={String(plan.year)}
              allowDeselect={false}
              onChange={(year) => year && understand(file, plan.sheet, Number(year))}
            />
            {plan.sheets.length > 1 && (
              <Select
                label="Trang tính"
                w={220}
                data={plan.sheets}
                value={plan.sheet}
                allowDeselect={false}
                onChange={(sheet) => sheet && understand(file, sheet, null)}
              />
            )}
            <Text fw={500} role="status" pb={6}>
              {taken.length === plan.rows.length
                ? `${taken.length} chuyên đề sẽ được nhập.`
                : `${taken.length} chuyên đề sẽ được nhập, ${plan.rows.length - taken.length} dòng lỗi bị bỏ lại.`}
            </Text>
          </Group>
          {plan.notices.map((notice) => (
            <Text key={notice}>{notice}</Text>
          ))}
          <DataGrid
            label="Các dòng của kế hoạch"
            columns={columns}
            rows={plan.rows}
            rowKey={({ row }) => row}
          />
        </>
      ) : (
        <FilePlace
          onFile={(chosen) => void choose(chosen)}
          over={over}
          label={reading.isPending ? 'Đang đọc…' : 'Chọn tệp Excel'}
        >
          Kéo tệp kế hoạch Excel (.xlsx) thả vào đây, hoặc chọn tệp trên máy.
          <br />
          Chương trình tự hiểu các cột như bản kế hoạch nó ghi ra; chưa có gì được ghi cho đến khi bấm Nhập.
        </FilePlace>
      )}
    </Page>
  )
}

const columns: GridColumn<PlanRow>[] = [
  { key: 'row', heading: 'Dòng', cell: ({ row }) => <span className="num">{row}</span>, width: 56 },
  {
    key: 'when',
    heading: 'Quý, tháng',
    cell: ({ theme }) => (
      <>
        {quarterName(theme.quarter)}
        {theme.month !== null && <div className="soft">tháng {theme.month}</div>}
      </>
    ),
    width: 90,
  },
  {
    key: 'title',
    heading: 'Chuyên đề',
    cell: ({ theme }) => (
      <>
        <b>{theme.title || '(thiếu tên)'}</b>
        <div className="soft">{theme.problem}</div>
      </>
    ),
  },
  {
    key: 'people',
    heading: 'Chuẩn bị, tham luận',
    cell: ({ leadName, contributorNames }) => (
      <>
        <div>{leadName ?? <span className="soft">chưa có người chuẩn bị</span>}</div>
        <div className="soft">{contributorNames.join(', ')}</div>
      </>
    ),
    width: 200,
  },
  {
    key: 'session',
    heading: 'Sinh hoạt',
    cell: ({ theme }) => (
      <>
        <span className="num">{theme.sessionOn && formatVietnameseDate(theme.sessionOn)}</span>
        <div className="soft">{theme.held ? 'đã sinh hoạt' : 'chưa ghi là đã sinh hoạt'}</div>
      </>
    ),
    width: 150,
  },
  {
    key: 'findings',
    heading: 'Kết quả kiểm tra',
    cell: (row) => (
      <RowFindings level={levelOf(row)} words={levelWords[levelOf(row)]} findings={row.findings} />
    ),
    width: 330,
  },
]
