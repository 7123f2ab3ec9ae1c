import type { Kysely } from 'kysely'
import type { Operation } from '../../shared/contract/define.ts'
import type { Input, InputOf, Output, OutputOf, ReadName } from '../../shared/contract/index.ts'
import type { Schema } from '../db/schema.ts'
import type { Undo } from '../db/undo.ts'
import type { Host } from './host.ts'
import type { Jobs } from './jobs.ts'

/** What a read is handed: the open database and the day it is. */
export type ReadContext = {
  db: Kysely<Schema>
  /** The user's local day, 'YYYY-MM-DD'. */
  today: string
  now: () => Date
}

/** What a write is handed: `db` is the one transaction it runs in. */
export type WriteContext = ReadContext & {
  /** Says for undo and history what this step did, more exactly than the operation's label. */
  describe: (text: string) => void
}

/** What an action is handed: it may ask the host, start jobs and read, each read on its own. */
export type ActionContext = ReadContext & {
  undo: Undo
  host: Host
  jobs: Jobs
  read: <Name extends ReadName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
}

type ContextOf<K> = K extends 'read' ? ReadContext : K extends 'write' ? WriteContext : ActionContext

/** The handlers a feature owes for its part of the contract: `satisfies HandlersOf<typeof cellContract>`. */
export type HandlersOf<Part> = {
  [Name in keyof Part]: Part[Name] extends Operation<infer K, infer _I, infer _O>
    ? (context: ContextOf<K>, input: InputOf<Part[Name]>) => Promise<OutputOf<Part[Name]>>
    : never
}
