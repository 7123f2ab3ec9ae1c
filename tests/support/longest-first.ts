import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Where the longest files are, the longest before; within one, and for all others, a file's size says. */
const longest = [/\/e2e\//, /\/commands\/|\/kill\.|\/hostile-/, /\/excel\/|\/reports\/|\/api\/|\/documents\//]

/** Begins what takes longest first, so that no worker is left with it when the others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((pattern) => pattern.test(moduleId))
      return found === -1 ? longest.length : found
    }
    return bySize.toSorted((a, b) => rank(a) - rank(b))
  }
}
