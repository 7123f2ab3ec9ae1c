import { serve } from '../../src/main/browser-host/serve.ts'
import { benchProgram } from './program.ts'

/** A host in a process of its own, as `npm start` makes it: `node start-host.ts DATA_FOLDER RENDERER_FOLDER`. */
const [, , dataFolder = '', rendererFolder = ''] = process.argv
const { program } = benchProgram(dataFolder)
const { url } = await serve(program, { rendererFolder, port: 0 })
console.log(url)
