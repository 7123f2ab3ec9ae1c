import { expect, it } from 'vitest'
import { quoted } from '../../../src/shared/rules/quoted.ts'

it('puts a title between quotation marks and shortens a long one', () => {
  expect(quoted('Điểm danh')).toBe('“Điểm danh”')
  expect(quoted('a'.repeat(60))).toBe(`“${'a'.repeat(60)}”`)
  expect(quoted(`${'a'.repeat(58)} ${'b'.repeat(40)}`)).toBe(`“${'a'.repeat(58)}…”`)
})
