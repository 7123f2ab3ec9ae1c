import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Locked = { version: string; integrity?: string; resolved?: string }

test('the lock file says where each package lies, so that npm ci does not ask the registry about each', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  const places = Object.entries(packages).filter(([, { integrity }]) => integrity !== undefined)
  expect(places.length).toBeGreaterThan(100)
  for (const [path, { version, resolved }] of places) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const file = `${name.split('/').at(-1)}-${version}.tgz`
    expect(
      resolved,
      `${path}, as npm install --omit-lockfile-registry-resolved=false writes it for what it adds`,
    ).toBe(`https://registry.npmjs.org/${name}/-/${file}`)
  }
})
