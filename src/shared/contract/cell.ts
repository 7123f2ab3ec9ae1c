import { z } from 'zod'
import { type CellKind, cellKinds } from '../rules/cell.ts'
import { read, write } from './define.ts'
import { nothing, requiredText, text } from './fields.ts'

export type Cell = {
  name: string
  upperBody: string
  kind: CellKind
  place: string
  abbreviation: string
  meetingPlace: string
}

export const cellContract = {
  'cell.get': read(nothing).returns<Cell | null>(),
  'cell.update': write(
    'Thông tin chi bộ',
    z.strictObject({
      name: requiredText('tên chi bộ'),
      upperBody: requiredText('tên cấp ủy cấp trên'),
      kind: z.enum(cellKinds),
      place: requiredText('địa danh'),
      abbreviation: requiredText('chữ viết tắt của cơ quan Đảng').regex(
        /^[\p{L}\d.-]{1,20}$/u,
        'Chữ viết tắt chỉ gồm chữ, số, dấu chấm, gạch nối, không có khoảng trắng (ví dụ CB, CB28)',
      ),
      meetingPlace: text,
    }),
  ).returns<Cell>(),
}
