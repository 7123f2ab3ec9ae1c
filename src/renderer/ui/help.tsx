import { Kbd, Table, Text } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { Dialog } from './dialog.tsx'
import { useShortcuts } from './shortcuts.ts'

/** What F1 tells about a screen: one sentence, and its keys. */
export type Help = { about: string; keys: readonly { keys: string; does: string }[] }

const HelpContext = createContext<(help: Help | null) => void>(() => undefined)

/** Says what F1 shows while this screen is open. Give it a constant. */
export function useHelp(help: Help): void {
  const setHelp = useContext(HelpContext)
  useEffect(() => {
    setHelp(help)
    return () => setHelp(null)
  }, [help, setHelp])
}

const everywhere: Help['keys'] = [
  { keys: 'Ctrl+K', does: 'Tìm và đi tới mọi nơi' },
  { keys: 'Ctrl+Z', does: 'Hoàn tác thao tác vừa rồi' },
  { keys: 'Ctrl+Y', does: 'Làm lại' },
  { keys: 'Esc', does: 'Đóng lớp đang mở' },
  { keys: 'F1', does: 'Trợ giúp của màn hình này' },
]

/** Holds the help of the screen that is open and shows it on F1. */
export function HelpProvider(props: { children: ReactNode }) {
  const [help, setHelp] = useState<Help | null>(null)
  const [opened, setOpened] = useState(false)
  useShortcuts([{ key: 'f1', inTextFields: true, run: () => setOpened(true) }])
  const keys = useMemo(() => [...(help?.keys ?? []), ...everywhere], [help])
  return (
    <HelpContext.Provider value={setHelp}>
      {props.children}
      <Dialog title="Trợ giúp" opened={opened} onClose={() => setOpened(false)} size={560}>
        {help && <Text mb="sm">{help.about}</Text>}
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Phím</Table.Th>
              <Table.Th>Việc</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((line) => (
              <Table.Tr key={`${line.keys} ${line.does}`}>
                <Table.Td>
                  <Kbd>{line.keys}</Kbd>
                </Table.Td>
                <Table.Td>{line.does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Dialog>
    </HelpContext.Provider>
  )
}
