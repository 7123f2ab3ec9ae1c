import { Button, FileButton, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './choose-file.module.css'

const accepted = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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

/** Where no file is chosen yet: what to do, and a button for it. `over`: a file is held over the window. */
export function FilePlace(props: {
  onFile: (file: File) => void
  over: boolean
  label: string
  children: ReactNode
}) {
  return (
    <Stack align="center" gap="md" py={48} className={styles.place} data-over={props.over || undefined}>
      <Text ta="center">{props.children}</Text>
      <ChooseFileButton onFile={props.onFile} label={props.label} autoFocus />
    </Stack>
  )
}

/** A button that lets the user choose a workbook. */
export function ChooseFileButton(props: {
  onFile: (file: File) => void
  variant?: string
  label: string
  autoFocus?: boolean
}) {
  return (
    <FileButton accept={accepted} onChange={(file) => file && props.onFile(file)}>
      {(button) => (
        <Button
          variant={props.variant ?? 'filled'}
          autoFocus={props.autoFocus ?? false}
          data-autofocus={props.autoFocus}
          {...button}
        >
          {props.label}
        </Button>
      )}
    </FileButton>
  )
}
