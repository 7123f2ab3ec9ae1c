import { describe, expect, it } from 'vitest'
import type { Signature } from '../../../src/shared/documents/blocks.ts'
import {
  baseLines,
  cleaned,
  itemMarker,
  numberLine,
  oneLine,
  recipientLines,
  signatureLines,
  upperBodyLine,
} from '../../../src/shared/documents/paper-words.ts'
import { usualLayout } from '../../support/paper-layout.ts'

describe('the words of a paper', () => {
  it('are composed, on clean lines, with single spaces', () => {
    expect(cleaned('Nguyễn\u0000\tThị \u200b  Hường\r\ndòng hai\uffff'.normalize('NFD'), usualLayout)).toBe(
      'Nguyễn Thị \u200b Hường\ndòng hai ',
    )
    expect(oneLine('dòng một \n dòng hai', usualLayout)).toBe('dòng một dòng hai')
  })

  it.each([
    ['asWritten', 'Đảng ủy phường', 'ĐẢNG ỦY PHƯỜNG'],
    ['organisation', 'Đảng ủy phường', 'ĐẢNG BỘ PHƯỜNG'],
    ['organisation', 'Đảng  uỷ phường', 'ĐẢNG BỘ PHƯỜNG'],
    ['committee', 'ĐẢNG BỘ XÃ', 'ĐẢNG ỦY XÃ'],
    ['committee', 'Chi bộ cơ quan', 'CHI BỘ CƠ QUAN'],
  ] as const)('the upper body %s: %s is %s', (upperBodyWord, written, line) => {
    expect(upperBodyLine(written, { ...usualLayout, upperBodyWord })).toBe(line)
  })

  it('spells the upper body in the manner chosen', () => {
    const layout = { ...usualLayout, upperBodyWord: 'committee', tonePlacement: 'second' } as const
    expect(upperBodyLine('Đảng bộ xã', layout)).toBe('ĐẢNG UỶ XÃ')
  })

  it('writes a number with or without its colon', () => {
    expect(numberLine('05-NQ/CB', usualLayout)).toBe('Số 05-NQ/CB')
    expect(numberLine('05-NQ/CB', { ...usualLayout, numberColon: true })).toBe('Số: 05-NQ/CB')
  })

  it('ends what a decision rests on and whom it goes to with the right stops', () => {
    const bases = { kind: 'bases' as const, bases: ['Điều lệ Đảng', 'Quy chế làm việc'] }
    expect(baseLines(bases, usualLayout)).toEqual(['- Điều lệ Đảng;', '- Quy chế làm việc;'])
    expect(baseLines(bases, { ...usualLayout, basesItalic: true })).toEqual([
      'Điều lệ Đảng;',
      'Quy chế làm việc;',
    ])
    expect(recipientLines({ recipients: ['Như trên', 'Lưu Chi bộ'] }, usualLayout)).toEqual([
      '- Như trên;',
      '- Lưu Chi bộ.',
    ])
  })

  it.each<[Signature['behalf'], string, [string, boolean][]]>([
    [
      { form: 'T/M', body: 'cell' },
      'Bí thư',
      [
        ['T/M CHI BỘ', true],
        ['BÍ THƯ', false],
      ],
    ],
    [
      { form: 'T/M', body: 'committee' },
      'Phó bí thư',
      [
        ['T/M CHI ỦY', true],
        ['PHÓ BÍ THƯ', false],
      ],
    ],
    [
      { form: 'K/T', office: 'Bí thư' },
      'Phó bí thư',
      [
        ['K/T BÍ THƯ', true],
        ['PHÓ BÍ THƯ', false],
      ],
    ],
    [
      { form: 'T/L', body: 'Chi ủy' },
      'Chi ủy viên',
      [
        ['T/L CHI ỦY', true],
        ['CHI ỦY VIÊN', false],
      ],
    ],
    [null, 'Chủ trì', [['CHỦ TRÌ', true]]],
  ])('signs %j %s', (behalf, office, lines) => {
    const said = signatureLines({ behalf, office, name: 'x' }, usualLayout)
    expect(said.map(({ text, bold }) => [text, bold])).toEqual(lines)
    const bold = signatureLines({ behalf, office, name: 'x' }, { ...usualLayout, signatureOfficeBold: true })
    expect(bold.every((line) => line.bold)).toBe(true)
  })

  it('signs a paper of the cell for its committee where the office does so', () => {
    const layout = { ...usualLayout, cellSignsAs: 'committee' as const }
    const signature = { behalf: { form: 'T/M', body: 'cell' }, office: 'Bí thư', name: 'x' } as const
    expect(signatureLines(signature, layout)[0]?.text).toBe('T/M CHI ỦY')
  })

  it('letters items in the order of Party documents', () => {
    const marks = Array.from({ length: 24 }, (_, index) => itemMarker('letter', index))
    expect(marks.slice(0, 11).join('')).toBe('a) b) c) d) đ) e) g) h) i) k) l) ')
    expect(new Set(marks).size).toBe(24)
    expect(itemMarker('number', 9)).toBe('10. ')
    expect(itemMarker('dash', 3)).toBe('- ')
  })
})
