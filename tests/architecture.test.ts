import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

type Zone = { ours: string[]; packages: string[] }

const ui = ['react', 'react-dom', '@mantine/', 'react-hook-form', '@dnd-kit/', 'wouter', 'pdfjs-dist']
const node = ['node:']

/** Who may import whom, the first matching folder counts. '<feature>' is a feature's own folder. */
const zones: [folder: string, may: Zone][] = [
  ['src/shared/rules', { ours: ['src/shared/rules'], packages: [] }],
  ['src/shared/documents', { ours: ['src/shared/documents', 'src/shared/rules'], packages: [] }],
  ['src/shared/contract', { ours: ['src/shared'], packages: ['zod'] }],
  ['src/main/db/migrations', { ours: ['src/main/db/migrations'], packages: [] }],
  [
    'src/main/db',
    {
      ours: ['src/main/db', 'src/shared/rules', 'src/shared/contract/errors.ts'],
      packages: [...node, 'kysely', 'better-sqlite3'],
    },
  ],
  [
    'src/main/excel',
    {
      ours: ['src/main/excel', 'src/main/files', 'src/shared'],
      packages: [...node, 'exceljs', 'yauzl', 'saxes', '@napi-rs/canvas'],
    },
  ],
  ['src/main/files', { ours: ['src/main/files', 'src/shared'], packages: node }],
  [
    'src/main/documents',
    {
      ours: ['src/main/documents', 'src/main/db', 'src/main/files', 'src/shared', 'src/main/api'],
      packages: [...node, 'kysely', 'docx'],
    },
  ],
  [
    'src/main/resources',
    { ours: ['resources', 'src/main/resources', 'src/main/db', 'src/shared'], packages: ['kysely'] },
  ],
  ['src/main/api', { ours: ['src/main', 'src/shared'], packages: [...node, 'kysely', 'zod'] }],
  ['src/main/electron', { ours: ['src/main', 'src/shared'], packages: [...node, 'electron', 'zod'] }],
  [
    'src/main/browser-host',
    {
      ours: ['src/main', 'src/shared'],
      packages: [...node, 'open', 'playwright-core', '@sparticuz/chromium'],
    },
  ],
  ['src/main/commands', { ours: ['src/main', 'src/shared', 'resources'], packages: node }],
  ['src/main/sample', { ours: ['src/main', 'src/shared', 'resources'], packages: [...node, 'kysely'] }],
  [
    'src/main',
    {
      ours: [
        '<feature>',
        'src/main/db',
        'src/main/excel',
        'src/main/documents',
        'src/main/files',
        'src/main/resources',
        'src/main/api',
        'src/shared',
      ],
      packages: [...node, 'kysely'],
    },
  ],
  [
    'src/renderer/ui',
    { ours: ['src/renderer/ui', 'src/shared/rules', 'src/shared/documents'], packages: ui },
  ],
  ['src/renderer/api', { ours: ['src/renderer/api', 'src/shared'], packages: [...ui, '@tanstack/'] }],
]
const feature: Zone = {
  ours: ['<feature>', 'src/renderer/api', 'src/renderer/ui', 'src/shared'],
  packages: ui,
}
const joiner: Zone = { ours: ['src/renderer', 'src/shared'], packages: [...ui, '@tanstack/', '@fontsource/'] }

function zoneOf(file: string): Zone {
  const found = zones.find(([folder]) => file.startsWith(`${folder}/`))
  if (found) return found[1]
  return dirname(file) === 'src/renderer' ? joiner : feature
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name))

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\s(?:[^'"=;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map((match) => (match[1] ?? match[2]) as string)
}

function refusal(file: string, target: string): string | null {
  const zone = zoneOf(file)
  const own = file.split('/').slice(0, 3).join('/')
  if (target.startsWith('.')) {
    const path = relative('.', normalize(join(dirname(file), target))).replaceAll('\\', '/')
    const may = zone.ours.map((folder) => (folder === '<feature>' ? own : folder))
    const isFeatureTypes =
      own !== 'src/main/api' && path.startsWith('src/main/api/') && zone.ours.includes('src/main/api')
    return may.some((each) => path === each || path.startsWith(`${each}/`)) || isFeatureTypes ? null : path
  }
  const name = builtinModules.includes(target) ? `node:${target}` : target
  return zone.packages.some(
    (allowed) =>
      name === allowed ||
      name.startsWith(allowed.endsWith('/') || allowed.endsWith(':') ? allowed : `${allowed}/`),
  )
    ? null
    : target
}

describe('the plan of the house', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    expect(
      importsOf(file)
        .map((target) => refusal(file, target))
        .filter((path) => path !== null),
    ).toEqual([])
  })

  it('sees imports at all', () => {
    expect(importsOf('src/main/db/open.ts')).toContain('kysely')
    expect(refusal('src/main/members/members.ts', '../meetings/meetings.ts')).toBe(
      'src/main/meetings/meetings.ts',
    )
    expect(refusal('src/shared/rules/fold.ts', 'zod')).toBe('zod')
  })

  it.each(files)('%s stays below 400 lines and has no default export', (file) => {
    const text = readFileSync(file, 'utf8')
    expect(text.split('\n').length).toBeLessThanOrEqual(400)
    expect(text).not.toMatch(/^export default/m)
  })

  it.each(files)('%s is in kebab case', (file) => {
    expect(file).toMatch(/^[a-z0-9./-]+$/)
  })
})
