import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import wording from '../../../resources/themes/wording.json' with { type: 'json' }
import {
  alikeWords,
  containsWords,
  type EarlierTheme,
  earlierAlike,
  muchAlike,
  themeHints,
  type WrittenTheme,
  wordsOf,
} from '../../../src/shared/rules/theme-wording.ts'

const written = (more: Partial<WrittenTheme> = {}): WrittenTheme => ({
  title: 'Giảm văn bản trả lời quá hạn ở Văn phòng',
  problem: 'Văn bản trả lời quá hạn.',
  figures: 'Quý trước 41 trong 318 văn bản.',
  cause: 'Phân công chồng chéo.',
  aim: 'Không còn văn bản quá hạn.',
  solution: 'Mở sổ theo dõi hạn chung, đồng chí văn thư giữ, từ tháng sau.',
  ...more,
})
const hinted = (more: Partial<WrittenTheme>) => themeHints(written(more), wording)
const fieldsOf = (more: Partial<WrittenTheme>) => hinted(more).map((hint) => hint.field)

describe('a title is pointed out when it says nothing of its own', () => {
  it.each([
    'Nâng cao chất lượng sinh hoạt chi bộ',
    'NÂNG CAO CHẤT LƯỢNG SINH HOẠT CHI BỘ TRONG TÌNH HÌNH MỚI',
    'Một số giải pháp nâng cao chất lượng công tác của đảng viên',
    'Phát huy vai trò tiên phong gương mẫu của cán bộ, đảng viên hiện nay',
    'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026',
    'Tăng cường công tác xây dựng Đảng',
    'Chuyên đề quý III',
    'Đổi mới',
  ])('%s', (title) => expect(fieldsOf({ title })).toEqual(['title']))

  it.each([
    'Giảm văn bản trả lời quá hạn ở Văn phòng',
    'Tiết kiệm giấy, mực, điện: từ lời nói đến con số',
    'Nâng cao chất lượng tiếp công dân tại bộ phận một cửa',
    'Học tập và làm theo Bác về tác phong đúng giờ',
    'Đảng viên tiên phong chuyển đổi số khu dân cư',
    'Chăm lo hộ nghèo',
  ])('and left alone when it does: %s', (title) => expect(fieldsOf({ title })).toEqual([]))

  it('names the phrases that fit any matter', () => {
    expect(hinted({ title: 'Nâng cao chất lượng sinh hoạt chi bộ' })).toEqual([
      {
        field: 'title',
        words:
          'Tên chuyên đề còn chung, chưa nói rõ việc gì, của ai. Cụm từ “nâng cao chất lượng” dùng cho việc nào cũng được. Nên nêu đúng việc đang vướng.',
      },
    ])
  })
})

describe('what a theme must answer', () => {
  it.each<[keyof WrittenTheme, string]>([
    ['problem', 'Chưa nêu vấn đề cụ thể: việc gì, ở đâu, con số nào cho thấy?'],
    ['cause', 'Chưa nêu nguyên nhân: vì sao việc này còn tồn tại?'],
    ['aim', 'Chưa nêu mục đích: sau buổi sinh hoạt việc gì phải khác đi?'],
    ['solution', 'Chưa nêu giải pháp: làm gì, ai làm, bao giờ xong?'],
  ])('%s', (field, words) => expect(hinted({ [field]: '  ' })).toEqual([{ field, words }]))

  it('a problem is asked for its figures', () => {
    expect(hinted({ problem: 'Quý trước 41 văn bản trả lời chậm.', figures: '' })).toEqual([])
    expect(hinted({ figures: 'Nhiều văn bản' })).toEqual([
      { field: 'figures', words: 'Vấn đề chưa có số liệu: bao nhiêu, trong thời gian nào?' },
    ])
  })

  it('a theme of nothing yet is asked everything but its title', () => {
    const empty = { title: '', problem: '', figures: '', cause: '', aim: '', solution: '' }
    expect(themeHints(empty, wording).map((hint) => hint.field)).toEqual([
      'problem',
      'cause',
      'aim',
      'solution',
    ])
  })
})

describe('likeness to an earlier theme', () => {
  const earlier: EarlierTheme[] = [
    { id: 1, year: 2023, title: 'Tiết kiệm giấy, mực, điện: từ lời nói đến con số', problem: '' },
    { id: 2, year: 2024, title: 'Học tập và làm theo Bác về tác phong đúng giờ', problem: '' },
    { id: 3, year: 2025, title: 'Nâng cao chất lượng sinh hoạt chi bộ', problem: '' },
    {
      id: 4,
      year: 2025,
      title: 'Không để ai phải đi lại hai lần',
      problem: 'Học viên ở xa lên nhận giấy xác nhận phải chờ chữ ký, 61 người không hài lòng.',
    },
  ]
  const alike = (title: string, problem = '') =>
    earlierAlike({ title, problem }, earlier, wording).map(({ theme }) => theme.id)

  it.each<[string, number[]]>([
    ['Tiết kiệm giấy, mực, điện trong cơ quan', [1]],
    ['TIET KIEM GIAY MUC DIEN: TU LOI NOI DEN CON SO', [1]],
    ['Học tập và làm theo Bác về tiết kiệm nước', []],
    ['Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh: tác phong đúng giờ', [2]],
    ['nâng cao chất lượng sinh hoạt chi bộ', [3]],
    ['Nâng cao chất lượng tiếp công dân', []],
    ['', []],
  ])('%s', (title, ids) => expect(alike(title)).toEqual(ids))

  it('looks at the problem too, where both are written out', () => {
    expect(
      alike('Sửa quy trình ký', 'Giấy xác nhận phải chờ chữ ký; học viên ở xa lên, 61 người không hài lòng'),
    ).toEqual([4])
  })

  it('is told with the earlier theme and how much is the same', () => {
    const [first] = earlierAlike({ title: 'Tiết kiệm giấy, mực, điện', problem: '' }, earlier, wording)
    expect(first && alikeWords(first)).toBe(
      'Gần giống chuyên đề năm 2023: “Tiết kiệm giấy, mực, điện: từ lời nói đến con số” (trùng 73% số từ chính).',
    )
    const [same] = earlierAlike(
      { title: 'Học tập và làm theo Bác về tác phong đúng giờ', problem: '' },
      earlier,
      wording,
    )
    expect(same && alikeWords(same)).toContain('(cùng các từ chính)')
  })

  it('puts the likest first, of equal ones the latest', () => {
    const twice = [2021, 2024].map((year, id) => ({ id, year, title: 'Giữ giờ họp đúng hẹn', problem: '' }))
    expect(
      earlierAlike({ title: 'Giữ giờ họp đúng hẹn', problem: '' }, twice, wording).map(
        (each) => each.theme.year,
      ),
    ).toEqual([2024, 2021])
  })

  const anyTitle = fc
    .array(fc.constantFrom('nâng', 'cao', 'chất', 'lượng', 'chi', 'bộ', 'tiết', 'kiệm', 'điện', 'và', 'số'), {
      maxLength: 8,
    })
    .map((words) => words.join(' '))
  it('lies between the threshold and one, is the same both ways round, and everything is like itself', () => {
    fc.assert(
      fc.property(anyTitle, anyTitle, (a, b) => {
        const likeness = (one: string, other: string) =>
          earlierAlike(
            { title: one, problem: '' },
            [{ id: 1, year: 2025, title: other, problem: '' }],
            wording,
          )[0]?.likeness ?? null
        const there = likeness(a, b)
        if (there !== null) {
          expect(there).toBeGreaterThanOrEqual(muchAlike)
          expect(there).toBeLessThanOrEqual(1)
        }
        expect(likeness(b, a)).toBe(there)
        if (a !== '') expect(likeness(a, a)).toBe(1)
      }),
    )
  })
})

it('words are compared folded, whole and in their order', () => {
  expect(wordsOf('Tiết kiệm – giấy, MỰC (điện)')).toEqual(['tiet', 'kiem', 'giay', 'muc', 'dien'])
  expect(containsWords('Tiên phong chuyển đổi số', 'Chuyển đổi số')).toBe(true)
  expect(containsWords('Chuyển đổi sổ sách', 'đổi số')).toBe(true)
  expect(containsWords('Chuyển đổi sốt', 'đổi số')).toBe(false)
  expect(containsWords('Bất kỳ', '')).toBe(false)
})
