import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { errorSentences } from '../../shared/contract/errors.ts'
import type { ReadSheetAnswer } from '../../shared/contract/score-sheets.ts'
import { pointsText } from '../../shared/rules/score.ts'
import { useWrite } from '../api/hooks.ts'
import { readFile } from '../api/read-file.ts'
import { ChooseFileButton } from '../ui/choose-file.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import styles from './scores.module.css'

/** Takes in a sheet of one's own from a workbook, after showing what was understood. */
export function SheetsDialog(props: {
  opened: boolean
  onClose: () => void
  onAdded: (sheet: string) => void
}) {
  const read = useWrite('scoreSheets.read', { toldInPlace: true })
  const create = useWrite('scoreSheets.create')
  const [found, setFound] = useState<ReadSheetAnswer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const name = useRef<HTMLInputElement>(null)

  const choose = async (file: File) => {
    setFound(null)
    setProblem(null)
    const content = await readFile(file)
    if (typeof content === 'string') {
      setProblem(content)
      return
    }
    read.mutate(content, {
      onSuccess: setFound,
      onError: (error) => setProblem([...Object.values(error.fields), error.message].join('. ')),
    })
  }
  const close = () => {
    setFound(null)
    setProblem(null)
    props.onClose()
  }
  const add = () => {
    if (!found) return
    create.mutate(
      { name: name.current?.value ?? found.name, lines: found.lines },
      {
        onSuccess: ({ sheet }) => {
          sayDone('Đã thêm phiếu chấm điểm.')
          props.onAdded(sheet)
          close()
        },
        onError: (error) => setProblem(Object.values(error.fields)[0] ?? errorSentences[error.code]),
      },
    )
  }

  return (
    <Dialog title="Nhập phiếu chấm điểm từ Excel" opened={props.opened} onClose={close} size={760}>
      <Stack gap="sm">
        <Text size="sm">
          Chọn tệp Excel có cột <b>Nội dung tiêu chí</b> và cột <b>Điểm tối đa</b>; các dòng cộng lại phải đủ
          100 điểm. Dòng mục lớn (I, 1) đứng trên các dòng nhỏ (a, 1.1) được hiểu là tên nhóm.
        </Text>
        <div>
          <ChooseFileButton
            onFile={(file) => void choose(file)}
            variant={found ? 'default' : 'filled'}
            label={read.isPending ? 'Đang đọc…' : 'Chọn tệp Excel'}
            autoFocus
          />
        </div>
        {problem && (
          <Text role="alert" className={styles.problem}>
            {problem}
          </Text>
        )}
        {found && (
          <>
            <TextInput
              key={found.name}
              ref={name}
              label="Tên phiếu"
              defaultValue={found.name}
              maxLength={200}
            />
            <div className={styles.preview}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Nhóm</Table.Th>
                    <Table.Th>Tiêu chí</Table.Th>
                    <Table.Th ta="right">Tối đa</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.lines.map((line, index) => (
                    <Table.Tr key={`${index} ${line.title}`}>
                      <Table.Td>{line.groupTitle}</Table.Td>
                      <Table.Td>{line.title}</Table.Td>
                      <Table.Td ta="right">{pointsText(line.maximum)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                Thôi
              </Button>
              <Button onClick={add} loading={create.isPending}>
                Dùng phiếu này ({found.lines.length} dòng)
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  )
}
