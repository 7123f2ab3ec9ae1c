import type { PaperDocument } from '../../shared/documents/blocks.ts'
import { paragraph } from '../../shared/documents/parts.ts'

/** A short made-up paper that shows every layout point, on two pages. */
export function layoutSample(
  cell: { name: string; upperBody: string; abbreviation: string },
  placeAndDate: string,
): PaperDocument {
  return {
    name: 'Thể thức văn bản',
    blocks: [
      {
        kind: 'letterhead',
        upperBody: cell.upperBody,
        body: cell.name,
        number: `05-NQ/${cell.abbreviation}`,
        placeAndDate,
      },
      { kind: 'title', type: 'Nghị quyết', excerpt: 'Ví dụ để xem thể thức văn bản' },
      { kind: 'bases', bases: ['Căn cứ Điều lệ Đảng', 'Căn cứ quy chế làm việc của chi ủy'] },
      { kind: 'heading', level: 1, text: 'I. Mục thứ nhất' },
      paragraph(
        'Đoạn văn này chỉ để xem cỡ chữ, khoảng cách dòng và cách viết “cấp ủy, thỏa thuận, xóa tên”. Toàn thể đảng viên trong chi bộ xem và chọn cách trình bày đúng với nơi nhận văn bản.',
      ),
      {
        kind: 'closing',
        left: { recipients: ['Cấp ủy cấp trên', 'Lưu Chi bộ'] },
        right: { behalf: { form: 'T/M', body: 'cell' }, office: 'Bí thư', name: 'Họ và tên' },
      },
      { kind: 'pageBreak' },
      paragraph('Trang thứ hai có số trang ở giữa, phía trên.'),
    ],
  }
}
