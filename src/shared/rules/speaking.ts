export const turnKinds = ['prepared', 'opinion', 'question', 'selfCriticism', 'criticism', 'reply'] as const
export type TurnKind = (typeof turnKinds)[number]

export const turnKindNames: Record<TurnKind, string> = {
  prepared: 'Tham luận chuẩn bị trước',
  opinion: 'Ý kiến',
  question: 'Chất vấn',
  selfCriticism: 'Tự phê bình',
  criticism: 'Phê bình',
  reply: 'Trả lời',
}
