import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ReadForm } from '../../shared/contract/forms.ts'
import { type ReportPeriod, reportPeriod, reportPeriodName } from '../../shared/rules/report-period.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { type ChosenFile, readFile } from '../api/read-file.ts'
import { ChooseFileButton, useFileDrop } from '../ui/choose-file.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { EmptyState, Page, Sheet } from '../ui/page.tsx'
import { FormColumns } from './form-columns.tsx'
import { PeriodChoice, periodProblem } from './period-choice.tsx'

const help: Help = {
  about:
    'Điền số liệu của chi bộ vào chính tệp biểu cấp trên gửi xuống: định dạng, gộp ô, công thức, hình vẽ, biểu đồ giữ nguyên, chỉ các ô của chi bộ được ghi. Cách ghép cột được nhớ cho kỳ sau. Số có nút mở ra danh sách những gì làm nên số đó.',
  keys: [
    { keys: 'Tab', does: 'Sang cột tiếp theo của biểu' },
    { keys: '↑ ↓', does: 'Chọn số liệu cho cột đang đứng' },
  ],
}

/** Fills the upper body's own form: the file, the period, the row of this cell, and what each column is filled with. */
export function FormPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [form, setForm] = useState<ReadForm | null>(null)
  // Each file read is asked about anew: its rows may stand elsewhere than those of the one before.
  const [reading, setReading] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [period, setPeriod] = useState<ReportPeriod>(reportPeriod('halfYear', today))
  const read = useWrite('forms.read', { toldInPlace: true })

  const understand = (chosen: ChosenFile, sheet: string | null) =>
    read.mutate(
      { ...chosen, sheet },
      {
        onSuccess: (answer) => {
          setFile(chosen)
          setForm(answer)
          setReading((count) => count + 1)
          if (answer.period) setPeriod(answer.period)
          setProblem(null)
        },
        onError: (error) => setProblem(error.message),
      },
    )
  const choose = async (chosen: File) => {
    const content = await readFile(chosen)
    if (typeof content === 'string') setProblem(content)
    else understand(content, null)
  }
  const over = useFileDrop((dropped) => void choose(dropped))
  const label = read.isPending ? 'Đang đọc…' : form ? 'Chọn biểu khác' : 'Chọn tệp biểu (.xlsx)'

  return (
    <Page
      title="Điền biểu của cấp trên"
      subtitle="Chọn tệp Excel cấp trên gửi; chương trình điền đúng các ô của chi bộ, mọi thứ khác trong tệp giữ nguyên"
      actions={
        <>
          {form && <ChooseFileButton onFile={(each) => void choose(each)} variant="default" label={label} />}
          <Button variant="default" onClick={() => navigate('/bao-cao')}>
            Về báo cáo
          </Button>
        </>
      }
    >
      {problem && (
        <Alert color="red" role="alert" title="Chưa đọc được biểu">
          {problem}
        </Alert>
      )}
      {!form || !file ? (
        <EmptyState
          sentence={
            over
              ? 'Thả tệp vào đây.'
              : 'Kéo tệp biểu thả vào đây, hoặc chọn tệp trên máy. Tệp gốc không bị sửa.'
          }
        >
          <ChooseFileButton onFile={(each) => void choose(each)} label={label} autoFocus />
        </EmptyState>
      ) : (
        <>
          <Sheet label="Kỳ báo cáo">
            <Stack gap="xs">
              <Group gap="sm" align="flex-end">
                <Text fw={700} flex={1}>
                  {file.fileName}
                  {form.title !== '' && (
                    <Text span className="soft">
                      {' '}
                      · {form.title}
                    </Text>
                  )}
                </Text>
                {form.sheets.length > 1 && (
                  <Select
                    label="Trang tính"
                    data={form.sheets}
                    value={form.sheet}
                    onChange={(sheet) => sheet && understand(file, sheet)}
                  />
                )}
              </Group>
              <Text size="sm" className={form.period ? 'soft' : undefined}>
                {form.period
                  ? `Kỳ đọc từ tiêu đề biểu: ${periodWords(form.period)}. Chưa đúng thì chọn lại.`
                  : 'Tiêu đề biểu không nói rõ kỳ nào: hãy chọn kỳ báo cáo.'}
              </Text>
              <Group gap="sm" align="flex-end">
                <PeriodChoice period={period} onChange={setPeriod} />
              </Group>
            </Stack>
          </Sheet>
          {periodProblem(period) === null ? (
            <Mapped key={reading} reading={reading} file={file} form={form} period={period} />
          ) : (
            <Text role="alert">{periodProblem(period)}</Text>
          )}
        </>
      )}
    </Page>
  )
}

function periodWords(period: ReportPeriod): string {
  const between = `từ ${formatVietnameseDate(period.fromDate)} đến ${formatVietnameseDate(period.toDate)}`
  return reportPeriodName(period) ?? between
}

function Mapped(props: { reading: number; file: ChosenFile; form: ReadForm; period: ReportPeriod }) {
  const known = useRead('forms.mapping', { fingerprint: props.form.fingerprint })
  // `undefined` is not read yet, null is not seen before.
  return known.data === undefined ? null : <FormColumns {...props} known={known.data} />
}
