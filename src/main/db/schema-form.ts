import type { Generated } from 'kysely'
import type { FormFigure } from '../../shared/rules/form-figure.ts'

export type FormMappingTable = {
  id: Generated<number>
  /** The form's headings without marks and numbers. */
  fingerprint: string
  title: string
}

export type FormColumnTable = {
  id: Generated<number>
  formMappingId: number
  /** Its place among the form's headings, from 1. */
  position: number
  figure: FormFigure | null
  /** The secretary's own words, where no figure fills it. */
  words: string
}
