import { Select, Table, Text } from '@mantine/core'
import type { ListPreview } from '../../shared/contract/members-import.ts'
import { type ListColumn, listColumnNames, listColumns } from '../../shared/rules/list-column.ts'
import styles from './import.module.css'

const choices = listColumns.map((column) => ({ value: column, label: listColumnNames[column] }))

/** What each column of the list is: as understood, and for the user to say otherwise. */
export function ImportColumns(props: {
  columns: ListPreview['columns']
  onChoose: (letter: string, column: ListColumn) => void
}) {
  return (
    <section className={styles.columns} aria-label="Các cột của danh sách">
      <Table stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={60}>Cột</Table.Th>
            <Table.Th>Tiêu đề trong tệp</Table.Th>
            <Table.Th>Ví dụ</Table.Th>
            <Table.Th w={340}>Là gì</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.columns.map(({ letter, heading, column, known, examples }) => (
            <Table.Tr key={letter}>
              <Table.Td>{letter}</Table.Td>
              <Table.Td>{heading || <span className="soft">(không có tiêu đề)</span>}</Table.Td>
              <Table.Td className="soft">{examples.join(' · ')}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`Cột ${letter} là gì`}
                  size="xs"
                  data={choices}
                  searchable
                  nothingFoundMessage="Không có loại cột này"
                  value={column}
                  onChange={(value) => value && props.onChoose(letter, value)}
                />
                {!known && (
                  <Text size="sm" c="var(--warn)">
                    Chưa rõ cột này là gì, hãy chọn hoặc để nguyên.
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
