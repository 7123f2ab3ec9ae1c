import { z } from 'zod'

/** Checks shared by the features' contracts. Messages are what the user reads beside the field. */

export const id = z.int().positive()

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Ngày chưa đúng')
  .refine((text) => {
    const date = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  }, 'Không có ngày này trong lịch')

/** '1975', '1975-06' or '1975-06-12'. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'Ngày chưa đúng')

/** 'YYYY-MM'. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Tháng chưa đúng')

/** 'HH:MM', 24 hours. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ chưa đúng')

/** A UTC instant, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime()

/**
 * Text of at most so many characters, as typed or pasted. SQLite's functions end a text at a NUL, so the undo log could
 * not put it back.
 */
export const textUpTo = (most: number) =>
  z
    .string()
    .max(most, `Quá dài (tối đa ${most.toLocaleString('vi-VN')} ký tự)`)
    .refine((value) => !value.includes('\0'), 'Có ký tự không hợp lệ')

export const text = textUpTo(2000)

export const requiredText = (what: string) => text.refine((value) => value.trim() !== '', `Chưa nhập ${what}`)

/** The days a report is of, both included. */
export const reportPeriod = { fromDate: isoDate, toDate: isoDate }

/** A file the user handed in. */
export const chosenFile = {
  fileName: z.string().min(1).max(255),
  /** The file's bytes in base64: at most 20 MB before encoding. */
  base64: z.string().max(28_000_000),
}

/** One of its sheets by name; Excel allows 31 characters, other programs more. */
export const sheetName = z.string().max(255)

/** The number of a paper in its type and term. */
export const paperNumber = z.int('Hãy nhập một số').min(1, 'Số bắt đầu từ 01').max(9999, 'Tối đa 9999')

export const nothing = z.strictObject({})
