import { expect, it } from 'vitest'
import { conclusionNoticeParagraphs } from '../../../src/shared/rules/conclusion-notice.ts'
import { emptyRecord, fullRecord } from '../../support/meeting-record.ts'

it('tells what was concluded, given and voted', () => {
  expect(conclusionNoticeParagraphs(fullRecord).map((each) => each.text)).toEqual([
    'Ngày 03 tháng 11 năm 2026, tại Phòng họp tầng 2, Chi bộ Phòng Đào tạo tổ chức sinh hoạt chi bộ thường kỳ tháng 11 năm 2026, do đồng chí Nguyễn Văn An, Bí thư chủ trì. Sau khi nghe báo cáo và các ý kiến thảo luận, đồng chí chủ trì kết luận như sau:',
    '1. Đảng phí tháng 11 đã nộp đủ.',
    '2. Làm thử một tháng rồi đánh giá.',
    'Phân công nhiệm vụ:',
    '- Đồng chí Vũ Thị Én, đồng chí Lê Minh Khánh: Lập danh sách nhóm; hoàn thành trước ngày 28/11/2026; báo cáo tại sinh hoạt thường kỳ tháng 12/2026.',
    'Kết quả biểu quyết:',
    '- Thông qua nghị quyết tháng 11/2026 (giơ tay): 3 đảng viên được biểu quyết có mặt; tán thành 3/4 (75%) đảng viên được biểu quyết, không tán thành 0/4 (0%), ý kiến khác 0/4 (0%). Kết quả: thông qua.',
    'Chi bộ Phòng Đào tạo thông báo để các đồng chí biết và thực hiện.',
    'Đảng ủy Trường Chính trị tỉnh (để báo cáo)',
    'Chi ủy, đảng viên chi bộ',
    'Lưu Chi bộ',
  ])
})

it('says that there is nothing to tell yet', () => {
  const missing = conclusionNoticeParagraphs(emptyRecord).flatMap((each) => each.missing)
  expect(missing.map(({ sentence }) => sentence)).toEqual(['Chưa ghi ai chủ trì', 'Chưa ghi kết luận nào'])
})
