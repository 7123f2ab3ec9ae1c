import { parseArgs } from 'node:util'
import { isoDate } from '../../shared/contract/fields.ts'
import { sentenceFor, UsageError } from './start-options.ts'

/** `date`: the ISO day the sample stands at; null for today. */
export type SampleOptions = { out: string; date: string | null }

export const sampleUsage = `Cách dùng: npm run sample -- --out THƯ_MỤC [tùy chọn]
  --out THƯ_MỤC      nơi đặt văn phòng mẫu và các tệp xuất ra: thư mục mới hoặc còn trống
  --date NĂM-THÁNG-NGÀY   ngày của văn phòng mẫu, ví dụ 2026-11-21 (mặc định: hôm nay)
  --help             in hướng dẫn này`

/** Reads the options of `npm run sample`; null asks for the help text. Throws UsageError. */
export function readSampleOptions(args: readonly string[]): SampleOptions | null {
  const { out, date, help } = parse(args)
  if (help) return null
  if (!out) throw new UsageError('Hãy cho biết thư mục với --out.')
  if (date !== undefined && !isoDate.safeParse(date).success) {
    throw new UsageError(`Ngày "${date}" không đúng: hãy viết theo dạng năm-tháng-ngày, ví dụ 2026-11-21.`)
  }
  return { out, date: date ?? null }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        out: { type: 'string' },
        date: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(sentenceFor(error))
  }
}
