import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readBase, readPort } from '../../scripts/address.mjs'
import { isInstalled, nodeProblem } from '../../scripts/install.mjs'

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))

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
