import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readBase, readPort } from '../../scripts/address.mjs'
import { isInstalled, nodeProblem, planInstall } from '../../scripts/install.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const START = join(ROOT, 'scripts/start.mjs')

interface Run {
  readonly code: number | null
  readonly output: string
  readonly errors: string
  readonly seconds: number
}

function start(env: Record<string, string>): Promise<Run> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [START], { env: { ...process.env, ...env } })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('close', (code) => {
      resolve({ code, output, errors, seconds: (performance.now() - startedAt) / 1000 })
    })
  })
}

async function withTakenPort(host: string | undefined, use: (port: number) => Promise<void>) {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, host, resolve))
  const address = other.address()
  try {
    await use(typeof address === 'object' ? (address?.port ?? 0) : 0)
  } finally {
    other.close()
  }
}

describe('npm start gives up before it builds', () => {
  test.each([undefined, '127.0.0.1'])('when the port is taken on %s', async (host) => {
    await withTakenPort(host, async (port) => {
      const { code, output, errors, seconds } = await start({ PORT: String(port) })
      expect(code).toBe(1)
      expect(errors).toMatch(new RegExp(`^Port ${port} is taken: .+\n$`))
      expect(output).toBe('')
      expect(seconds).toBeLessThan(5)
    })
  })

  test.each(['abc', '-1', '80.5', '65536', '4173x', '0x10'])('when PORT is %s', async (port) => {
    const { code, output, errors } = await start({ PORT: port })
    expect(code).toBe(1)
    expect(errors).toBe(`PORT must be a whole number from 0 to 65535, but is "${port}".\n`)
    expect(output).toBe('')
  })
})

describe('settings', () => {
  test.each([
    [undefined, 4173],
    ['', 4173],
    ['8080', 8080],
    [' 8080 ', 8080],
    ['0', 0],
  ])('PORT=%s means port %i', (PORT, port) => {
    expect(readPort(PORT === undefined ? {} : { PORT })).toBe(port)
  })

  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['spikes', '/spikes/'],
    ['/spikes', '/spikes/'],
    ['/shops/spikes/', '/shops/spikes/'],
  ])('BASE_PATH=%s means %s', (BASE_PATH, base) => {
    expect(readBase(BASE_PATH === undefined ? {} : { BASE_PATH })).toBe(base)
  })
})

describe('Node', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeProblem(version, '>=20.19')).toBeUndefined()
  })

  test.each(['18.20.8', '20.18.3', '16.0.0'])('%s is too old, in one line', (version) => {
    expect(nodeProblem(version, '>=20.19')).toBe(
      `Cinder needs Node 20.19 or newer, and this is ${version}.`,
    )
  })
})

describe('packages', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/sirv': { version: '3.0.2' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  }

  test.each([
    [true, 'all are there', { 'node_modules/sirv': { version: '3.0.2' } }],
    [false, 'one is missing', {}],
    [false, 'one has another version', { 'node_modules/sirv': { version: '3.0.1' } }],
  ])('%s when %s', (expected, _case, installed) => {
    expect(isInstalled(locked, installed)).toBe(expected)
  })

  test('one listed but deleted from disk is missing', () => {
    const gone = { 'node_modules/gone': { version: '1.0.0' } }
    expect(isInstalled(gone, gone)).toBe(false)
  })
})

describe('packages of tests and lint', () => {
  const sirv = { version: '3.0.2' }
  const vitest = { version: '4.1.12', dev: true }
  const esbuild = { version: '0.28.2', devOptional: true }
  const fsevents = { version: '2.3.3', devOptional: true, os: ['darwin'] }
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/sirv': sirv,
    'node_modules/vitest': vitest,
  }
  const shopOnly = { 'node_modules/sirv': sirv }
  const everything = { 'node_modules/sirv': sirv, 'node_modules/vitest': vitest }

  test.each([
    ['npm start', 'an empty folder', false, {}, ['ci', '--omit=dev']],
    ['npm start', 'the shop’s packages', false, shopOnly, undefined],
    ['npm start', 'all packages', false, everything, undefined],
    ['npm test', 'an empty folder', true, {}, ['ci', '--include=dev']],
    ['npm test', 'the shop’s packages', true, shopOnly, ['ci', '--include=dev']],
    ['npm test', 'all packages', true, everything, undefined],
  ])('%s, in a clone with %s', (_command, _state, dev, installed, plan) => {
    expect(planInstall(locked, installed, { dev })).toEqual(plan)
  })

  test('stay when npm start has to update the shop’s', () => {
    const outdated = { ...everything, 'node_modules/sirv': { version: '3.0.1' } }
    expect(planInstall(locked, outdated, { dev: false })).toEqual(['ci', '--include=dev'])
  })

  test('are not needed by npm start if npm may leave them out', () => {
    const maybe = { ...locked, 'node_modules/no-such-package': esbuild }
    expect(isInstalled(maybe, everything, { dev: false })).toBe(true)
    expect(isInstalled(maybe, everything, { dev: true })).toBe(false)
  })

  test('are not needed by npm test on a system that they are not for', () => {
    const mac = { ...locked, 'node_modules/fsevents': fsevents }
    expect(isInstalled(mac, everything, { dev: true })).toBe(true)
  })
})

describe('a folder with packages of its own', () => {
  const chrome = { 'node_modules/chrome-launcher': { version: '1.2.1' } }

  test('is looked up on disk in that folder', () => {
    const sirv = { 'node_modules/sirv': { version: '3.0.2' } }
    expect(isInstalled(sirv, sirv)).toBe(true)
    expect(isInstalled(sirv, sirv, { folder: 'no-such-folder' })).toBe(false)
  })

  test('is installed completely', () => {
    expect(planInstall(chrome, {}, { folder: 'benchmarks' })).toEqual(['ci', '--include=dev'])
  })
})

describe('package.json', () => {
  const read = (path: string): Record<'dependencies' | 'devDependencies', object | undefined> =>
    JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as never
  const namesIn = (path: string): string[] => {
    const { dependencies = {}, devDependencies = {} } = read(path)
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
  }

  test('leaves the tools of the studio and the benchmarks to their own packages', () => {
    // The root needs sharp too, for share pictures.
    const theirs = [...namesIn('studio/package.json'), ...namesIn('benchmarks/package.json')]
    const shared = namesIn('package.json').filter((name) => theirs.includes(name))
    expect(theirs.length).toBeGreaterThan(0)
    expect(shared).toEqual(['sharp'])
  })
})
