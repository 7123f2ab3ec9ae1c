import { Stack, Text } from '@mantine/core'
import { ChooseFileButton } from '../ui/choose-file.tsx'
import styles from './import.module.css'

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
