import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx'

/** Word measures in twentieths of a point. */
export const twipsOfPt = (points: number) => Math.round(points * 20)
export const twipsOfMm = (millimetres: number) => twipsOfPt((millimetres * 72) / 25.4)

/** Words in one style; each line of them after the first begins with a break. */
export function runsOf(words: string, style: IRunOptions): TextRun[] {
  return words
    .split('\n')
    .map((text, index) => new TextRun({ ...style, text, ...(index === 0 ? {} : { break: 1 }) }))
}

/** `pt`: the size of its letters. */
type Style = Pick<IRunOptions, 'bold' | 'italics' | 'underline'> & { pt?: number }

/** A paragraph whose words are all in one style. */
export function paragraphOf(words: string, options: IParagraphOptions & Style): Paragraph {
  const { pt, bold, italics, underline, ...paragraph } = options
  const style: IRunOptions = {
    ...(bold === undefined ? {} : { bold }),
    ...(italics === undefined ? {} : { italics }),
    ...(underline === undefined ? {} : { underline }),
    ...(pt === undefined ? {} : { size: pt * 2 }),
  }
  return new Paragraph({ ...paragraph, children: runsOf(words, style) })
}
