import { expect, it } from 'vitest'
import { writtenDocument } from '../../../src/shared/documents/written-paper.ts'
import { minutesParagraphs } from '../../../src/shared/rules/minutes.ts'
import { standingParagraphs } from '../../../src/shared/rules/paper-edits.ts'
import { resolutionParagraphs } from '../../../src/shared/rules/resolution.ts'
import { paperFields } from '../../../src/shared/rules/written-paper.ts'
import { emptyRecord, fullRecord } from '../../support/meeting-record.ts'

const frame = {
  letterhead: {
    kind: 'letterhead' as const,
    upperBody: 'Đảng bộ',
    body: 'Chi bộ',
    number: '05-NQ/CB',
    placeAndDate: null,
  },
  excerpt: 'Sinh hoạt chi bộ thường kỳ tháng 11 năm 2026',
  left: null,
  right: { behalf: null, office: 'Bí thư', name: 'Nguyễn Văn An' },
}

it('makes one table of the tasks, puts the recipients at the foot and the opinions on a page behind it', () => {
  const paragraphs = standingParagraphs(resolutionParagraphs(fullRecord), [], paperFields.resolution)
  const { name, blocks } = writtenDocument('resolution', paragraphs, frame)
  expect(name).toBe('Nghị quyết sinh hoạt chi bộ thường kỳ tháng 11 năm 2026')
  const kinds = blocks.map((block) => block.kind)
  expect(kinds.filter((kind) => kind === 'table')).toHaveLength(1)
  const table = blocks.find((block) => block.kind === 'table')
  expect(table?.rows.map((row) => (row.kind === 'cells' ? row.cells.length : 0))).toEqual([5, 5, 5])
  expect(table?.columns.reduce((sum, column) => sum + column.widthPercent, 0)).toBe(100)
  expect(kinds.slice(kinds.indexOf('closing'), kinds.indexOf('closing') + 3)).toEqual([
    'closing',
    'pageBreak',
    'heading',
  ])
  const closing = blocks.find((block) => block.kind === 'closing')
  expect(closing?.left).toEqual({
    recipients: ['Đảng ủy Trường Chính trị tỉnh (để báo cáo)', 'Chi ủy, đảng viên chi bộ', 'Lưu Chi bộ'],
  })
})

it('leaves room for a pen under each heading where nothing is known yet', () => {
  const papers = {
    minutes: minutesParagraphs(emptyRecord),
    resolution: resolutionParagraphs(emptyRecord),
  }
  for (const paper of ['minutes', 'resolution'] as const) {
    const standing = standingParagraphs(papers[paper], [], paperFields[paper])
    const { blocks } = writtenDocument(paper, standing, frame)
    for (const [index, block] of blocks.entries()) {
      const after = blocks[index + 1]
      if (block.kind !== 'heading') continue
      const isGroup = after?.kind === 'heading' && after.level > block.level
      expect([block.text, after?.kind], block.text).toEqual([block.text, isGroup ? 'heading' : 'paragraph'])
    }
    const leftOut = standing.map((each) => ({ ...each, hand: 'leftOut' as const }))
    expect(JSON.stringify(writtenDocument(paper, leftOut, frame).blocks)).not.toContain('"…………"')
  }
})

it('prints nothing where nothing is written, and ends at the signatures of the minutes', () => {
  const paragraphs = standingParagraphs(minutesParagraphs(emptyRecord), [], paperFields.minutes)
  const left = { behalf: null, office: 'Người ghi biên bản', name: '' }
  const { blocks } = writtenDocument('minutes', paragraphs, { ...frame, left })
  for (const block of blocks)
    if (block.kind === 'paragraph') expect(block.runs.map((run) => run.text).join('')).not.toBe('')
  expect(blocks.at(-1)).toEqual({ kind: 'closing', left, right: frame.right })
})
