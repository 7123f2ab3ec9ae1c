import { describe, expect, it, test } from 'vitest'
import {
  figureOfHeading,
  figureOfHeadings,
  formFigureNames,
  formFigures,
  formFingerprint,
  formWords,
  isNameHeading,
  isOrdinalHeading,
  isSameCell,
} from '../../../src/shared/rules/form-figure.ts'

test.each([
  ['Đảng số', 'strength'],
  ['Số lượng ĐV dự sinh hoạt lệ', 'attendance'],
  ['Tỷ lệ đảng viên dự (%)', 'rate'],
  ['Phát biểu ý kiến', 'speaking'],
  ['Tỷ lệ phát biểu', 'speakerRate'],
  ['Học tập Chuyên đề 2026', 'themes'],
  ['Vắng không lý do', 'unexcused'],
  ['Vắng có lý do', 'excused'],
  ['Số buổi họp', 'meetings'],
  ['Nhiệm vụ giao, hoàn thành', 'tasksDone'],
  ['Dân vận khéo', 'massWork'],
  ['Đọc bài viết', 'reading'],
  ['KH Sinh hoạt CĐ', 'themePlan'],
  ['Kế hoạch chuyên đề', 'themePlan'],
  ['KNĐ', 'admissions'],
  ['KT GS', 'inspection'],
  ['Kiểm tra, giám sát', 'inspection'],
  ['Biểu dương', 'commendations'],
  ['Kiến nghị, đề xuất', 'petitions'],
  ['Ghi chú', null],
])('the heading %j asks for %s', (heading, figure) => {
  expect(figureOfHeading(heading)).toBe(figure)
})

it('names every figure', () => {
  for (const figure of formFigures) expect(formFigureNames[figure]).not.toBe('')
})

test.each([
  ['Tên chi bộ', true],
  ['CHI BỘ', true],
  ['Tên đơn vị', true],
  ['Tên chi bộ, đơn vị', true],
  ['Chi bộ trực thuộc', true],
  ['Tên các chi, đảng bộ', true],
  ['Đơn vị tính', false],
  ['Số chi bộ', false],
  ['Bí thư chi bộ', false],
])('%j heads the names: %s', (heading, is) => {
  expect(isNameHeading(heading)).toBe(is)
})

test.each([
  ['STT', true],
  ['S/TT', true],
  ['TT', true],
  ['Ghi chú', false],
])('%j heads running numbers: %s', (heading, is) => {
  expect(isOrdinalHeading(heading)).toBe(is)
})

it('knows a form by its headings, whatever year they speak of', () => {
  const of = (year: number) => formFingerprint(['STT', 'Tên  chi bộ', `Học tập Chuyên đề ${year}`])
  expect(of(2026)).toBe('stt | ten chi bo | hoc tap chuyen de')
  expect(of(2027)).toBe(of(2026))
  expect(formFingerprint(['STT', 'Tên chi bộ'])).not.toBe(of(2026))
})

test.each([
  ['Chi bộ Phòng Đào tạo', 'PHÒNG ĐÀO TẠO', true],
  ['Chi bộ 1', 'Chi bộ 10', false],
  ['Chi bộ 1', 'chi  bộ 1', true],
  ['Chi bộ', 'Chi bộ 1', false],
  ['', '', false],
])('%j and %j are the same cell: %s', (one, other, same) => {
  expect(isSameCell(one, other)).toBe(same)
})

test.each([
  ['15/15 (100%)', '15/15 (Đạt 100%)'],
  ['11/12 (91,7%)', '11/12 (Đạt 91,7%)'],
  ['2 buổi', '2 buổi'],
  ['2 buổi, dự 35/38 (92,1%)', '2 buổi, dự 35/38 (Đạt 92,1%)'],
  ['Chưa có', 'Chưa có'],
])('%j is written as %j', (value, written) => {
  expect(formWords(value)).toBe(written)
})

describe('headings of several lines', () => {
  it.each([
    [['Dự sinh hoạt', 'Có mặt'], 'present'],
    [['Dự sinh hoạt', 'Vắng', 'Không lý do'], 'unexcused'],
    [['Dự sinh hoạt', 'Tỷ lệ (%)'], 'rate'],
    [['Dự sinh hoạt', 'Tháng 3'], 'attendance'],
    [['Dự sinh hoạt', 'Quý II'], 'attendance'],
    [['Đảng số', 'Tổng số'], 'strength'],
    [['Đảng số', '(3)'], 'strength'],
    [['Đảng số'], 'strength'],
    // A part of what is above: nobody counts it here.
    [['Đảng số', 'Nữ'], null],
    [['Phát biểu ý kiến', 'Đồng chí mới'], null],
    [[], null],
  ])('%s', (lines, figure) => {
    expect(figureOfHeadings(lines)).toBe(figure)
  })
})
