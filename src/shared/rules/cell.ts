/** Kinds of cell that the guidance on meetings tells apart (Hướng dẫn 42, section 4). */
export const cellKinds = [
  'residential',
  'office',
  'stateEnterprise',
  'privateEnterprise',
  'school',
  'armedForces',
] as const
export type CellKind = (typeof cellKinds)[number]

export const cellKindNames: Record<CellKind, string> = {
  residential: 'Chi bộ thôn, tổ dân phố',
  office: 'Chi bộ cơ quan hành chính, đơn vị sự nghiệp',
  stateEnterprise: 'Chi bộ doanh nghiệp nhà nước',
  privateEnterprise: 'Chi bộ doanh nghiệp tư nhân, có vốn nước ngoài',
  school: 'Chi bộ học sinh, sinh viên',
  armedForces: 'Chi bộ lực lượng vũ trang',
}

/** Who receives a cell's papers above it: not the organisation ("Đảng bộ") but the committee that leads it. */
export function upperCommittee(upperBody: string): string {
  return upperBody.replace(/^Đảng bộ(?=\s|$)/u, 'Đảng ủy')
}
