import { describe, expect, test } from 'vitest'
import { boot } from './support/boot.ts'

type Item = Record<string, unknown> & { label?: string; submenu?: Item[]; click?: () => void }

async function menuOf() {
  const program = await boot()
  const items: Item[] = program.state.menu?.items ?? []
  const all = items.flatMap((item) => [item, ...(item.submenu ?? [])])
  const find = (label: string) => all.find((item) => item.label?.replace('&', '') === label)
  return { program, items, all, find }
}

test('the menu is in Vietnamese, in the order office programs have', async () => {
  const { program, items, all } = await menuOf()
  using _program = program
  const plain = (item: Item) => item.label?.replace('&', '')
  expect(items.map(plain)).toEqual(['Tệp', 'Sửa', 'Xem', 'Trợ giúp'])
  const entries = all.filter((item) => item.type !== 'separator')
  // An item with a role but no label would show Electron's English one.
  for (const entry of entries) expect(entry).toMatchObject({ label: expect.stringMatching(/\S/) })
  expect(entries.map(plain)).toMatchInlineSnapshot(`
    [
      "Tệp",
      "In…",
      "Thoát",
      "Sửa",
      "Hoàn tác",
      "Làm lại",
      "Cắt",
      "Sao chép",
      "Dán",
      "Chọn tất cả",
      "Tìm và đi tới…",
      "Xem",
      "Phóng to",
      "Thu nhỏ",
      "Cỡ bình thường",
      "Toàn màn hình",
      "Trợ giúp",
      "Hướng dẫn màn hình này",
    ]
  `)
})

test('each menu opens with Alt and a letter of its own', async () => {
  const { program, items } = await menuOf()
  using _program = program
  for (const list of [items, ...items.map((item) => item.submenu ?? [])]) {
    const letters = list.map((item) => /&(.)/.exec(item.label ?? '')?.[1]?.toLowerCase()).filter(Boolean)
    expect(new Set(letters).size).toBe(letters.length)
    expect(letters).toHaveLength(list.filter((item) => item.label).length)
  }
})

describe("what the page does itself is done by pressing the page's key", () => {
  const control = process.platform === 'darwin' ? 'meta' : 'control'
  const keys: [label: string, keyCode: string, modifiers: string[]][] = [
    ['Hoàn tác', 'Z', [control]],
    ['Làm lại', 'Y', [control]],
    ['In…', 'P', [control]],
    ['Tìm và đi tới…', 'K', [control]],
    ['Hướng dẫn màn hình này', 'F1', []],
  ]
  test.each(keys)('%s', async (label, keyCode, modifiers) => {
    const { program, find } = await menuOf()
    using _program = program
    const item = find(label)
    // The key itself must reach the page, not the menu: it would be pressed twice.
    expect(item).toMatchObject({ registerAccelerator: false })
    item?.click?.()
    expect(program.window.webContents.calls).toEqual(['focus'])
    expect(program.window.webContents.sent).toEqual([
      { type: 'keyDown', keyCode, modifiers },
      { type: 'keyUp', keyCode, modifiers },
    ])
  })

  test('and choosing it with no window open does nothing', async () => {
    const { program, find } = await menuOf()
    using _program = program
    program.window.close()
    expect(() => find('Hoàn tác')?.click?.()).not.toThrow()
    expect(program.window.webContents.sent).toEqual([])
  })
})
