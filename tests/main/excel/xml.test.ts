import { expect, test } from 'vitest'
import { parseXml } from '../../../src/main/excel/xml.ts'

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function eventsOf(bytes: Uint8Array, size: number): Promise<string[]> {
  const events: string[] = []
  let text = ''
  await parseXml(pieces(bytes, size), {
    open: (name, attributes) => events.push(`<${name} ${JSON.stringify(attributes)}`),
    text: (more) => {
      text += more
    },
    close: (name) => {
      events.push(`${text}>${name}`)
      text = ''
    },
  })
  return events
}

test('names lose their prefixes, letters cut between pieces stay whole', async () => {
  const xml = '<x:a xmlns:x="u" r:id="1" b="2"><x:t>Đảng viên &amp; Ẫ</x:t><![CDATA[<Ộ>]]></x:a>'
  const expected = ['<a {"x":"u","id":"1","b":"2"}', '<t {}', 'Đảng viên & Ẫ>t', '<Ộ>>a']
  for (const size of [1, 2, 3, 1000]) expect(await eventsOf(Buffer.from(xml), size)).toEqual(expected)
  expect(await eventsOf(Buffer.from(`\ufeff${xml}`, 'utf16le'), 7)).toEqual(expected)
})

test.each([
  ['<a><b></a>', 'file-damaged'],
  ['<a>&b;</a>', 'file-damaged'],
  ['<a>', 'file-damaged'],
  ['', 'file-damaged'],
  ['<!DOCTYPE a><a/>', 'file-dangerous'],
  ['<a>'.repeat(101), 'file-dangerous'],
])('%j is refused as %s', async (xml, code) => {
  await expect(eventsOf(Buffer.from(xml), 10)).rejects.toMatchObject({ code })
})

test('a name that means something to JavaScript is only a name', async () => {
  const events = await eventsOf(Buffer.from('<a __proto__="x" constructor="y"/>'), 10)
  expect(events[0]).toBe('<a {"__proto__":"x","constructor":"y"}')
})
