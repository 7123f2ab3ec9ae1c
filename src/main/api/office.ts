import { AppError } from '../../shared/contract/errors.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { officeContract } from '../../shared/contract/office.ts'
import { localDay } from './clock.ts'
import { closeOffice, type Program } from './program.ts'
import { openSampleOffice } from './sample-office.ts'

type OfficeHandlers = {
  [Name in keyof typeof officeContract]: (program: Program) => Promise<Output<Name>>
}

/** Which database is open. These stand apart from the features: they change what the others work on. */
export const officeHandlers: OfficeHandlers = {
  'office.status': (program) => status(program),
  'office.openSample': async (program) => {
    if (!program.office.sample) {
      program.office = await openSampleOffice(program)
    }
    return status(program)
  },
  'office.closeSample': async (program) => {
    if (program.office.sample) {
      closeOffice(program.office)
      program.office = program.ownOffice
    }
    return status(program)
  },
}

async function status(program: Program): Promise<Output<'office.status'>> {
  if ('problem' in program.office) throw new AppError(program.office.problem)
  const cell = await program.office.database.db
    .selectFrom('cell')
    .select(['name', 'sample'])
    .executeTakeFirst()
  return {
    sample: cell?.sample === 1,
    sampleCanClose: program.office.sample,
    cellName: cell?.name ?? null,
    dataFolder: program.dataFolder,
    today: localDay(program.clock()),
  }
}
