import { describe, expect, it } from 'vitest'
import { resolutionParagraphs } from '../../../src/shared/rules/resolution.ts'
import { filledFields } from '../../../src/shared/rules/written-paper.ts'
import { emptyRecord, fullRecord } from '../../support/meeting-record.ts'

const texts = (record = fullRecord) =>
  resolutionParagraphs(record)
    .filter((each) => each.text !== '')
    .map((each) => [...each.cells, each.text].join(' | '))

describe('a month’s resolution', () => {
  it('begins with the meeting, its length and its roll', () => {
    expect(texts().slice(0, 2)).toEqual([
      'Vào hồi 14 giờ 05 phút, ngày 03 tháng 11 năm 2026, tại Phòng họp tầng 2, Chi bộ Phòng Đào tạo tổ chức sinh hoạt chi bộ thường kỳ tháng 11 năm 2026; thời lượng 115 phút. Chủ trì: Đồng chí Nguyễn Văn An, Bí thư. Thư ký: Đồng chí Trần Thị Hạnh, Chi ủy viên.',
      'Tổng số đảng viên phải dự: 5; có mặt: 3/5 (60%); vắng có lý do: 1; vắng không lý do: 1; miễn sinh hoạt: 1. Đại biểu, khách mời: Bà Chu Thị Lan (Đảng ủy viên).',
    ])
  })

  it('puts each task of last month’s resolution beside its result', () => {
    expect(texts()).toEqual(
      expect.arrayContaining([
        'Đảng phí tháng 11 đã nộp đủ.',
        'I. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT THÁNG 10 NĂM 2026',
        'Đã hoàn thành 1/3 nhiệm vụ (33,3%).',
        '1 | Dọn kho lưu trữ | Phạm Thị Mai | Có mốc thời hạn: 20/10/2026 | Hoàn thành ngày 22/10/2026, chậm 2 ngày',
        '2 | Sửa quy chế |  | Có mốc thời hạn: 30/10/2026 | Chưa hoàn thành, quá hạn 4 ngày',
        '3 | Giữ gìn vệ sinh |  | Chưa xác định mốc | Đang thực hiện',
        '- Còn 1 nhiệm vụ quá hạn: Sửa quy chế; vắng không lý do: Phạm Thị Mai.',
      ]),
    )
  })

  it('goes on with what earlier resolutions left open, each of the four states in its words', () => {
    const { last } = fullRecord
    const earlier = [
      {
        id: 54,
        title: 'Lập danh mục hồ sơ',
        owners: ['Lê Minh Khánh'],
        dueOn: '2026-10-01',
        doneOn: '2026-11-02',
        reportTitle: null,
        givenIn: '2026-08',
      },
      {
        id: 55,
        title: 'Thường xuyên giữ trật tự nơi để xe',
        owners: [],
        dueOn: null,
        doneOn: null,
        reportTitle: null,
        givenIn: '2026-06',
      },
      {
        id: 56,
        title: 'Vận động quỹ khuyến học',
        owners: [],
        dueOn: '2026-10-15',
        doneOn: null,
        reportTitle: null,
        givenIn: '2026-09',
      },
    ]
    const all = texts({ ...fullRecord, last: last && { ...last, earlier } })
    const from = all.indexOf('3. Kết quả từng nhiệm vụ đề ra')
    expect(all.slice(from + 1, from + 8)).toEqual([
      'Đã hoàn thành 1/3 nhiệm vụ (33,3%). Nhiệm vụ các kỳ trước chuyển sang: đã hoàn thành 1/3 nhiệm vụ.',
      '1 | Dọn kho lưu trữ | Phạm Thị Mai | Có mốc thời hạn: 20/10/2026 | Hoàn thành ngày 22/10/2026, chậm 2 ngày',
      '2 | Sửa quy chế |  | Có mốc thời hạn: 30/10/2026 | Chưa hoàn thành, quá hạn 4 ngày',
      '3 | Giữ gìn vệ sinh |  | Chưa xác định mốc | Đang thực hiện',
      '4 | Lập danh mục hồ sơ | Lê Minh Khánh | Đang triển khai từ 08/2026, hạn 01/10/2026 | Hoàn thành ngày 02/11/2026, chậm 32 ngày',
      '5 | Thường xuyên giữ trật tự nơi để xe |  | Nhiệm vụ thường xuyên | Đang thực hiện',
      '6 | Vận động quỹ khuyến học |  | Đang triển khai từ 09/2026, hạn 15/10/2026 | Chưa hoàn thành, quá hạn 19 ngày',
    ])
    expect(all.find((text) => text.startsWith('- Còn'))).toContain(
      'Còn 2 nhiệm vụ quá hạn: Sửa quy chế; Vận động quỹ khuyến học;',
    )
    expect(texts({ ...fullRecord, last: last && { ...last, tasks: [], earlier } })).toContain(
      'Kỳ trước không giao nhiệm vụ. Nhiệm vụ các kỳ trước chuyển sang: đã hoàn thành 1/3 nhiệm vụ.',
    )
  })

  it('letters what was concluded on last month as the form does', () => {
    const classes = { 2: 'ideology', 3: 'lastResolution' } as const
    const items = fullRecord.items.map((item) => ({
      ...item,
      contentClass: classes[item.id as 2 | 3] ?? item.contentClass,
    }))
    const conclusions = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].flatMap((content, index) => [
      { id: 100 + index, agendaItemId: 2, content: `Tư tưởng ${content}` },
      { id: 200 + index, agendaItemId: 3, content: `Nhiệm vụ ${content}` },
    ])
    const all = texts({ ...fullRecord, items, conclusions })
    const lettered = (words: string) => [
      `a) ${words} Một.`,
      `b) ${words} Hai.`,
      `c) ${words} Ba.`,
      `d) ${words} Bốn.`,
      `đ) ${words} Năm.`,
    ]
    const from = all.indexOf('1. Công tác chính trị, tư tưởng')
    expect(all.slice(from + 1, from + 12)).toEqual([
      ...lettered('Tư tưởng'),
      '2. Thực hiện nhiệm vụ chính trị',
      ...lettered('Nhiệm vụ'),
    ])
  })

  it('explains each lost point behind the score, once it is finished', () => {
    const { score } = fullRecord
    const losses = [
      { criterion: 'length', words: 'Thời lượng: trừ 1 điểm (thiếu 10 phút)' },
      { criterion: 'speakers', words: 'Phát biểu: trừ 0,5 điểm (3/7 đảng viên).' },
    ]
    const all = texts({ ...fullRecord, score: score && { ...score, losses } })
    const from = all.findIndex((text) => text.startsWith('Chi bộ tự chấm điểm'))
    expect(all.slice(from + 1, from + 5)).toEqual([
      'Thuyết minh điểm trừ:',
      '- Thời lượng: trừ 1 điểm (thiếu 10 phút).',
      '- Phát biểu: trừ 0,5 điểm (3/7 đảng viên).',
      expect.stringMatching(/^Chi bộ biểu quyết/),
    ])
    const open = score && { ...score, losses, level: null, missing: 1 }
    expect(texts({ ...fullRecord, score: open })).not.toContain('Thuyết minh điểm trừ:')
    expect(texts()).not.toContain('Thuyết minh điểm trừ:')
  })

  it('tells whom the meeting commended and reminded, and nothing else that was noted', () => {
    const all = texts()
    const from = all.indexOf('4. Biểu dương, nhắc nhở')
    expect(all.slice(from, from + 4)).toEqual([
      '4. Biểu dương, nhắc nhở',
      '- Biểu dương đồng chí Vũ Thị Én, đồng chí Lê Minh Khánh: trực thay ca đêm.',
      '- Phê bình, nhắc nhở đồng chí Phạm Thị Mai: nộp báo cáo muộn.',
      '5. Hạn chế, nguyên nhân',
    ])
  })

  it('says what is next, who does it, how it was voted on, who gets it, and what was said', () => {
    const all = texts()
    expect(all).toContain('a) Làm thử một tháng rồi đánh giá.')
    expect(all.find((text) => text.startsWith('Chi bộ biểu quyết'))).toContain('tán thành 3/4 (75%)')
    expect(all.slice(-7)).toEqual([
      'Đảng ủy Trường Chính trị tỉnh (để báo cáo)',
      'Chi ủy, đảng viên chi bộ',
      'Lưu Chi bộ',
      'PHỤ LỤC: Ý KIẾN THẢO LUẬN',
      '- Đồng chí Vũ Thị Én: Nên chia nhóm.',
      '- Bà Chu Thị Lan (Đảng ủy viên) (chất vấn): Khi nào xong?',
      '- Đồng chí Trần Thị Hạnh (tự phê bình): Tôi còn nộp muộn.',
    ])
  })

  it('can be drafted before the meeting: what only the meeting gives is missing, not invented', () => {
    const open = filledFields('resolution', resolutionParagraphs(emptyRecord)).filter((each) => !each.filled)
    expect(open.map(({ field }) => field)).toEqual([
      'opening',
      'present',
      'fee',
      'ideology',
      'lastMonth',
      'praise',
      'weakness',
      'nextMonth',
      'tasks',
      'score',
      'votes',
      'opinions',
    ])
  })
})
