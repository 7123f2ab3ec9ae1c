import { fold } from '../../shared/rules/fold.ts'
import type { ListColumn } from '../../shared/rules/list-column.ts'

/** What a heading's folded words mean. The first pattern that fits decides. */
const meanings: readonly (readonly [RegExp, ListColumn])[] = [
  [/^(s ?tt|tt|so tt|so thu tu|thu tu|no)$/, 'ordinal'],

  [/^(ho( va)? ten )?ho( va)? (ten )?(dem|lot|chu dem|chu lot)$|^(ho( va)? ten )?ho$/, 'familyAndMiddleName'],
  [/^(ho( va)? ten )?ten$/, 'givenName'],
  [
    /^ho( va)?( chu dem va)? ten( (cua )?(dang vien|dv|khai sinh|day du))?$|^ten dang vien$|^dang vien$/,
    'fullName',
  ],
  [/^ho( va)? ten\b.*\b(gioi tinh|sinh)\b/, 'nameWithSexAndBirth'],

  [/^(gioi tinh|gioi|phai|gt|nam nu)$/, 'sex'],
  [/^(noi|que|ma) /, 'ignore'],
  [/\b(ngay|nam|thang) sinh\b.* nam$|^sinh nam$|^sinh( ngay)? nam$/, 'birthDateMale'],
  [/\b(ngay|nam|thang) sinh\b.* nu$|^sinh( ngay)? nu$/, 'birthDateFemale'],
  [/\b(ngay|nam|thang) sinh\b|^sinh( ngay)?$|^ntns$/, 'birthDate'],

  [/\bthe\b.*\bly lich\b|\bly lich\b.*\bthe\b/, 'cardAndFileNumber'],
  [/^(so |ma )?the( dang( vien)?| dv)?$|^so tdv$|^ma( so)? dang vien$/, 'cardNumber'],
  [/^(so )?(ly lich|ho so)( (cua )?(dang vien|dv))?$|^so ll$/, 'fileNumber'],
  [/\b(cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh)\b/, 'identityNumber'],

  [/\blan (2|hai|thu hai)\b/, 'ignore'],
  [/^loai( dv| dang vien)?$|\bchinh thuc du bi$/, 'memberKind'],
  [/\bchinh thuc$/, 'officialOn'],
  [/\bket nap\b|\bvao dang\b|^ngay (vd|du bi)$|^du bi$/, 'admittedOn'],

  [/^chuc (vu|danh) dang\b.*\b(chinh quyen|chuyen mon|cong tac|nghe nghiep)\b/, 'roleAndJob'],
  [/^chuc (vu|danh)$|^chuc vu hien nay$/, 'roleAndJob'],
  [/^(chuc (vu|danh)|nhiem vu)( trong)? (dang|cap uy|chi uy)( vien)?$/, 'role'],
  [/^chuc (vu|danh)\b|^nghe nghiep|\b(don vi|noi) cong tac\b|^cong viec|^vi tri\b|^don vi$/, 'job'],

  [/\b(ly luan|llct)\b/, 'politicalTheory'],
  [/\bcu tru\b|\b213\b/, 'residenceCell'],
  [/^(ten )?chi bo\b|^(dang )?sinh hoat tai\b|^noi sinh hoat$/, 'cellName'],
  [/^(trang thai|tinh trang)\b|^dien( sinh hoat| dang vien)?$/, 'status'],
  [/\bdien thoai\b|^(sdt|so dt|dt|di dong|mobile|phone|so phone|zalo)$/, 'phone'],
  [/^ghi chu\b|^chu thich$|^note$/, 'note'],

  [
    /^(e ?mail|dan toc|ton giao|dia chi|thuong tru|tam tru|tuoi|gia dinh|ky ten|ky nhan|hoc ham|hoc vi)\b/,
    'ignore',
  ],
  [
    /^(trinh do|chuyen mon|hoc van|ngoai ngu|tin hoc|huy hieu|khen thuong|ky luat|dang phi|nguyen quan)\b/,
    'ignore',
  ],
]

const longestHeading = 200

/**
 * What a column is by its heading: a kind of column, 'ignore' for things known but not kept here, or null
 * when the heading says nothing to us. Case, marks, line breaks and punctuation do not matter.
 */
export function columnOfHeading(heading: string): ListColumn | null {
  const words = fold(heading.slice(0, longestHeading))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  if (words === '') return null
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
