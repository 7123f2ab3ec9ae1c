import { createProgram } from '../../src/main/api/program.ts'
import { serve } from '../../src/main/browser-host/serve.ts'
import { instantAfter } from './meeting-script.ts'
import { noHost } from './program.ts'

/**
 * The browser host on a data folder, to be killed in the middle of a meeting: `node meeting-host.ts FOLDER`. Prints its
 * address. Its clock goes on with every request, so that another program asked the same comes to the same.
 */
let asked = 0
const program = createProgram({
  dataFolder: process.argv[2] ?? '',
  host: noHost,
  clock: () => new Date(instantAfter(asked)),
})
const { url, server } = await serve(program, { rendererFolder: 'src/renderer', port: 0 })
server.on('request', (request) => {
  if (request.url?.startsWith('/api/')) asked++
})
process.stdout.write(`${url}\n`)
