import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useRead, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { EmptyState } from '../ui/page.tsx'
import { PrintPreview } from '../ui/print-preview.tsx'
import { loadPdfReader } from '../ui/use-pdf.ts'
import { printHere } from './print-page.ts'

const help: Help = {
  about:
    'Chương trình họp, phiếu mời phát biểu đúng như khi in ra giấy, đủ số trang. Ghi chú riêng của bí thư không bao giờ có ở đây.',
  keys: [
    { keys: 'Ctrl+P', does: 'In' },
    { keys: '↑ ↓ PgUp PgDn', does: 'Xem các trang (sau khi chuyển vào phần trang bằng Tab)' },
  ],
}

/** The papers of a meeting as they will be printed. */
export function PaperPage(props: { meetingId: number }) {
  useHelp(help)
  useEffect(() => {
    loadPdfReader()
  }, [])
  const [chosen, setChosen] = useState<'agenda' | 'slips'>('agenda')
  const asks = useRead('asks.list', { meetingId: props.meetingId })
  const hasSlips = (asks.data ?? []).length > 0
  const paper = { paper: hasSlips ? chosen : ('agenda' as const), meetingId: props.meetingId }
  const agenda = useRead('agenda.list', { meetingId: props.meetingId })
  const pdf = useRead('documents.pdf', paper)
  const print = useWrite('documents.print')
  const save = useWrite('documents.savePdf')
  if (agenda.data?.items.length === 0) {
    return (
      <EmptyState sentence="Buổi họp này chưa có chương trình nên chưa có gì để in.">
        <Button component={Link} href={`/cuoc-hop/${props.meetingId}`}>
          Lập chương trình
        </Button>
      </EmptyState>
    )
  }
  const preview = pdf.error ? (
    <Refusal message={pdf.error.message} />
  ) : !pdf.data || pdf.isPlaceholderData ? (
    <Loading />
  ) : (
    <PrintPreview
      base64={pdf.data.base64}
      printing={print.isPending}
      onPrint={() =>
        print.mutate(paper, { onSuccess: ({ handled, html }) => (handled ? undefined : printHere(html)) })
      }
      saving={save.isPending}
      onSave={() => save.mutate(paper, { onSuccess: (saved) => saved && sayDone(`Đã lưu ${saved.path}`) })}
    />
  )
  if (!hasSlips) return preview
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={500} aria-hidden>
          Văn bản
        </Text>
        <SegmentedControl
          aria-label="Văn bản"
          value={paper.paper}
          onChange={(value) => setChosen(value === 'slips' ? 'slips' : 'agenda')}
          data={[
            { value: 'agenda', label: 'Chương trình' },
            { value: 'slips', label: 'Phiếu mời phát biểu' },
          ]}
        />
      </Group>
      {preview}
    </>
  )
}
