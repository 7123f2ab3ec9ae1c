import { errorSentences } from '../../shared/contract/errors.ts'

const mostBytes = 20 * 1024 * 1024

/** A file somebody chose: its name and its bytes. */
export type ChosenFile = { fileName: string; base64: string }

/** The bytes of a chosen file, or the sentence why there are none. */
export async function readFile(file: File): Promise<ChosenFile | string> {
  // What Excel puts beside a file it has open: nobody else may read it.
  if (file.name.startsWith('~$')) return errorSentences['file-is-lock']
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
