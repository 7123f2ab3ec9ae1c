import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useKeptKeys } from './kept-keys.ts'

/** Tells in passing that something was done. */
export function sayDone(message: string): void {
  notifications.show({ message, color: 'green.9', autoClose: 5000, withCloseButton: false })
}

/** What follows once something was taken away: that it can be had back is told, then `then`. */
export function onRemoved(what: string, then?: () => void) {
  return {
    onSuccess: () => {
      sayDone(`Đã xóa ${what}. Ctrl+Z để lấy lại.`)
      then?.()
    },
  }
}

/** Tells that something was refused; stays until closed, so nobody misses it. */
export function sayRefused(message: string): void {
  notifications.show({
    message,
    color: 'red',
    autoClose: 15_000,
    closeButtonProps: { 'aria-label': 'Đóng thông báo' },
  })
}

/** A refusal in its place on the screen. */
export function Refusal(props: { message: string }) {
  return (
    <Alert color="red" role="alert" title="Chưa thực hiện được">
      {props.message}
    </Alert>
  )
}

/** Stands in place of a screen still being read, and keeps for it what is typed meanwhile. */
export function Loading() {
  useKeptKeys()
  return <Waiting />
}

/** A quiet wait that shows itself only when there is something to wait for. */
export function Waiting() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Center mih={120} data-waiting>
      {late && <Loader color="gray" role="status" aria-label="Đang tải" />}
    </Center>
  )
}

/** The whole window when the program cannot work: what is wrong, that nothing was lost, what to do. */
export function ProblemPage(props: { title: string; message: string; onRetry: () => void }) {
  return (
    <Center mih="100vh" p="lg" component="main">
      <Stack maw={620} gap="md" role="alert">
        <Title order={1}>{props.title}</Title>
        <Text>{props.message}</Text>
        <div>
          <Button onClick={props.onRetry}>Thử lại</Button>
        </div>
      </Stack>
    </Center>
  )
}
