import { describe, expect, it } from 'vitest'
import { readStartOptions, startUsage, UsageError } from '../../../src/main/commands/start-options.ts'

describe('the options of npm start', () => {
  it('are all optional', () => {
    expect(readStartOptions([])).toEqual({ data: null, port: 0, open: true })
    expect(readStartOptions(['--data', 'D:/Chi bộ', '--port=8123', '--no-open'])).toEqual({
      data: 'D:/Chi bộ',
      port: 8123,
      open: false,
    })
  })

  it('answer --help with the text that names them all', () => {
    expect(readStartOptions(['--help'])).toBeNull()
    expect(readStartOptions(['-h', '--port', 'x'])).toBeNull()
    for (const option of ['--data', '--port', '--no-open', '--help']) expect(startUsage).toContain(option)
  })

  it.each([
    [['--port', 'abc'], 'Cổng "abc" không đúng: hãy cho một số từ 0 đến 65535.'],
    [['--port', '65536'], 'Cổng "65536" không đúng: hãy cho một số từ 0 đến 65535.'],
    [['--port=-1'], 'Cổng "-1" không đúng: hãy cho một số từ 0 đến 65535.'],
    [['--port='], 'Cổng "" không đúng: hãy cho một số từ 0 đến 65535.'],
    [['--port'], 'Tùy chọn --port thiếu giá trị hoặc có giá trị thừa.'],
    [['--data'], 'Tùy chọn --data thiếu giá trị hoặc có giá trị thừa.'],
    [['--data', '--no-open'], 'Tùy chọn --data thiếu giá trị hoặc có giá trị thừa.'],
    [['--data='], 'Tùy chọn --data cần tên một thư mục.'],
    [['--no-open=1'], 'Tùy chọn --no-open thiếu giá trị hoặc có giá trị thừa.'],
    [['--prot', '1'], 'Không có tùy chọn --prot.'],
    [['du-lieu'], 'Không có tùy chọn du-lieu.'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => readStartOptions(args)).toThrow(new UsageError(sentence))
  })
})
