/**
 * Text as people search it: no marks, đ as d, lower case, single spaces. 'Nguyễn  Thị Đào' -> 'nguyen thi dao'.
 * Composed and decomposed Unicode, non-breaking spaces and invisible characters all come out alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}
