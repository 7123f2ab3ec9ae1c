import { FilePlace } from '../ui/choose-file.tsx'

/** Where nothing is chosen yet: what to do, and that nothing can go wrong. */
export function NoFile(props: { onFile: (file: File) => void; over: boolean }) {
  return (
    <FilePlace onFile={props.onFile} over={props.over} label="Chọn tệp Excel">
      Kéo tệp danh sách Excel (.xlsx) thả vào đây, hoặc chọn tệp trên máy.
      <br />
      Chương trình tự hiểu tiêu đề, ngày tháng, số thẻ; chưa có gì được ghi cho đến khi bấm Nhập.
    </FilePlace>
  )
}
