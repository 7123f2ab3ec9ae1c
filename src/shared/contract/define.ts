import type { z } from 'zod'

/** The part of a type that survives JSON unchanged; anything else (Date, Map, undefined, bigint…) becomes never. */
export type JsonOf<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly JsonOf<Item>[]
    : T extends Date | Map<unknown, unknown> | Set<unknown> | Uint8Array | ((...args: never[]) => unknown)
      ? never
      : T extends object
        ? { [Key in keyof T]: JsonOf<T[Key]> }
        : never

export type Kind = 'read' | 'write' | 'action'

/** One thing that may be asked: its kind, its checked input, what it answers, its name for the user (writes). */
export type Operation<K extends Kind = Kind, Input = unknown, Output = unknown> = {
  readonly kind: K
  readonly label: string
  readonly input: z.ZodType<Input>
  /** Only a type: no value stands here. */
  readonly output?: Output
}

type Returns<K extends Kind, Input> = {
  /** Names the answer's type, which must be JSON so that every transport carries the same thing. */
  returns<Output>(
    ...check: [Output] extends [JsonOf<Output>] ? [] : ['the answer must be JSON']
  ): Operation<K, Input, Output>
}

function operation<K extends Kind, Input>(
  kind: K,
  label: string,
  input: z.ZodType<Input>,
): Returns<K, Input> {
  return { returns: () => ({ kind, label, input }) }
}

/** Reads the open database and changes nothing. */
export const read = <Input>(input: z.ZodType<Input>) => operation('read', '', input)

/** Runs inside exactly one transaction and is one undo step; `label` names that step for the user. */
export const write = <Input>(label: string, input: z.ZodType<Input>) => operation('write', label, input)

/** Works outside a transaction: asks the host for something, starts a job, steps through history. */
export const action = <Input>(input: z.ZodType<Input>) => operation('action', '', input)
