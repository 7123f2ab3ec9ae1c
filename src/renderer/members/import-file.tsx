import { Button, FileButton, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { errorSentences } from '../../shared/contract/errors.ts'
import styles from './import.module.css'

const mostBytes = 20 * 1024 * 1024
const accepted = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ListFile = { fileName: string; base64: string }

/** The bytes of a chosen file, or the sentence why there are none. */
export async function readFile(file: File): Promise<ListFile | string> {
  if (file.size > mostBytes) return errorSentences['file-too-large']
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result))
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(file)
    })
    return { fileName: file.name.slice(0, 255), base64: url.slice(url.indexOf(',') + 1) }
  } catch {
    return 'Không đọc được tệp từ ổ đĩa. Hãy kiểm tra tệp còn ở đó và thử lại. Chưa có gì bị thay đổi.'
  }
}

/**
 * Takes a file dropped anywhere on the window, which a browser would otherwise open in place of the program.
 * Answers whether something is held over the window.
 */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFile)
  latest.current = onFile
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      const file = event.type === 'drop' ? event.dataTransfer?.files[0] : undefined
      if (file) latest.current(file)
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) window.addEventListener(kind, onDrag)
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onDrag)
    }
  }, [])
  return over
}

export function ChooseFileButton(props: {
  onFile: (file: File) => void
  variant?: string
  label: string
  autoFocus?: boolean
}) {
  return (
    <FileButton accept={accepted} onChange={(file) => file && props.onFile(file)}>
      {(button) => (
        <Button variant={props.variant ?? 'filled'} autoFocus={props.autoFocus ?? false} {...button}>
          {props.label}
        </Button>
      )}
    </FileButton>
  )
}

/** Where nothing is chosen yet: what to do, and that nothing can go wrong. */
export function NoFile(props: { onFile: (file: File) => void; over: boolean }) {
  return (
    <Stack align="center" gap="md" py={48} className={styles.drop} data-over={props.over || undefined}>
      <Text ta="center">
        Kéo tệp danh sách Excel (.xlsx) thả vào đây, hoặc chọn tệp trên máy.
        <br />
        Chương trình tự hiểu tiêu đề, ngày tháng, số thẻ; chưa có gì được ghi cho đến khi bấm Nhập.
      </Text>
      <ChooseFileButton onFile={props.onFile} label="Chọn tệp Excel" autoFocus />
    </Stack>
  )
}
