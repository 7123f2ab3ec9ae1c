import { describe, expect, it } from 'vitest'
import { resolutionParagraphs, taskResult } from '../../../src/shared/rules/resolution.ts'
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

  it.each([
    ['2026-10-20', '2026-10-20', 'Hoàn thành ngày 20/10/2026'],
    ['2026-10-20', '2026-10-21', 'Hoàn thành ngày 21/10/2026, chậm 1 ngày'],
    [null, '2026-10-21', 'Hoàn thành ngày 21/10/2026'],
    ['2026-10-20', '2026-11-04', 'Chưa hoàn thành, quá hạn 14 ngày'],
    ['2026-11-02', null, 'Chưa hoàn thành, quá hạn 1 ngày'],
    ['2026-11-03', null, 'Đang thực hiện'],
    [null, null, 'Đang thực hiện'],
  ])('a task due on %s and done on %s was by 03/11/2026: %s', (dueOn, doneOn, words) => {
    expect(taskResult({ id: 1, title: '', owners: [], dueOn, doneOn, reportTitle: null }, '2026-11-03')).toBe(
      words,
    )
  })
})
