import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'

/** A window over the screen. Esc closes it, and focus goes back to where it was (`keepFocus`), however it closes. */
export function Dialog(props: {
  title: string
  opened: boolean
  onClose: () => void
  size?: number | string
  children: ReactNode
}) {
  useFocusBack(props.opened)
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={props.size ?? 'lg'} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not the library's own header: that would be a second banner on the page. */}
        <Group justify="space-between" wrap="nowrap" p="md" pb={0}>
          <Modal.Title fw={700} fz="lg">
            {props.title}
          </Modal.Title>
          <Modal.CloseButton aria-label="Đóng" />
        </Group>
        <Modal.Body pt="sm">{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The library gives the focus back only where a window stays there closed; one made open and then gone loses it. */
function useFocusBack(opened: boolean): void {
  const [opener] = useState(() => (opened ? document.activeElement : null))
  useEffect(
    () => () => {
      const lost = document.activeElement === null || document.activeElement === document.body
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    },
    [opener],
  )
}

/** The last line of a form in a window: taking its thing away on the left, giving up and saving on the right. */
export function DialogFoot(props: {
  save: string
  saving?: boolean
  onClose: () => void
  /** Null for what does not exist yet. */
  remove?: { label: string; run: () => void } | null
}) {
  const { remove } = props
  return (
    <Group justify="flex-end" gap="xs">
      {remove && (
        <Button variant="subtle" color="dark" mr="auto" onClick={remove.run}>
          {remove.label}
        </Button>
      )}
      <Button variant="default" onClick={props.onClose}>
        Thôi
      </Button>
      <Button type="submit" loading={props.saving ?? false}>
        {props.save}
      </Button>
    </Group>
  )
}

/** Asks before a step that takes something away; says what will change. */
export function ConfirmDialog(props: {
  title: string
  opened: boolean
  sentence: string
  confirm: string
  onConfirm: () => void
  onClose: () => void
}) {
  return (
    <Dialog title={props.title} opened={props.opened} onClose={props.onClose} size={480}>
      <Stack gap="md">
        <Text>{props.sentence}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            Không, giữ lại
          </Button>
          <Button onClick={props.onConfirm} data-autofocus>
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
