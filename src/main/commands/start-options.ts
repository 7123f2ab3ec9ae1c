import { parseArgs } from 'node:util'

export type StartOptions = { data: string | null; port: number; open: boolean }

export const startUsage = `Cách dùng: npm start -- [tùy chọn]
  --data THƯ_MỤC   nơi để dữ liệu (mặc định: thư mục riêng của chương trình trong hồ sơ người dùng)
  --port SỐ        cổng khi mở bằng trình duyệt, 0 đến 65535 (mặc định 0: tự chọn cổng trống)
  --no-open        không tự mở trình duyệt, chỉ in ra địa chỉ
  --help           in hướng dẫn này`

/** A wrong command line, in a sentence for the user. */
export class UsageError extends Error {}

/** Reads the options of `npm start`; null asks for the help text. Throws UsageError. */
export function readStartOptions(args: readonly string[]): StartOptions | null {
  const { data, port = '0', 'no-open': noOpen = false, help } = parse(args)
  if (help) return null
  if (data === '') throw new UsageError('Tùy chọn --data cần tên một thư mục.')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new UsageError(`Cổng "${port}" không đúng: hãy cho một số từ 0 đến 65535.`)
  }
  return { data: data ?? null, port: Number(port), open: !noOpen }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(sentenceFor(error))
  }
}

/** What `parseArgs` found wrong, in a sentence for the user. */
export function sentenceFor(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const named = /'([^']+)'/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return `Tùy chọn ${named.split(/[ ,]/)[0]} thiếu giá trị hoặc có giá trị thừa.`
  }
  return `Không có tùy chọn ${named}.`
}
