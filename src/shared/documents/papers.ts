import { writtenPaperNames, writtenPapers } from '../rules/written-paper.ts'

/** The papers of a meeting in the order of the work. A feature that makes one adds it here and in `main/api/papers.ts`. */
export const papers = [
  'notice',
  'agenda',
  'slips',
  'blankSignIn',
  'runningSheet',
  'signIn',
  ...writtenPapers,
  'score',
] as const
export type Paper = (typeof papers)[number]

export const paperNames: Record<Paper, string> = {
  notice: 'Thông báo họp',
  agenda: 'Chương trình',
  slips: 'Phiếu mời phát biểu',
  blankSignIn: 'Danh sách ký tên',
  runningSheet: 'Kịch bản điều hành',
  signIn: 'Danh sách điểm danh',
  ...writtenPaperNames,
  score: 'Phiếu chấm điểm',
}

/** Where a paper of a meeting stands: whether it can be made by now, and in a few words what is in it or missing. */
export type PaperStanding = { ready: boolean; words: string }

/** Papers on a year's themed sessions, made of no single meeting. */
export const yearPapers = ['themePlan', 'themeSlips'] as const
export type YearPaper = (typeof yearPapers)[number]

export const yearPaperNames: Record<YearPaper, string> = {
  themePlan: 'Kế hoạch sinh hoạt chuyên đề năm',
  themeSlips: 'Phiếu giao chuẩn bị chuyên đề',
}

/** What a paper of a meeting or of a year is called. */
export const paperName = (paper: Paper | YearPaper) => ({ ...paperNames, ...yearPaperNames })[paper]
