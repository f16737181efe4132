// `npm run bench -- pages`: Lighthouse on every kind of page, a bare page and two other shops.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchedChrome } from 'chrome-launcher'
import { generate } from 'selfsigned'
import { precompress } from '../generator/precompress.ts'
import { circumstances, table, writeReport } from '../scripts/bench/report.ts'
import { serve } from '../scripts/serve.mjs'
import { launchBrowser, measurePage, medianOf, type PageFigures } from './lighthouse.ts'
import { fetchRivals, writeBarePage } from './rivals.ts'

const ROOT = join(import.meta.dirname, '..')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')

/** How often each page is measured. `RUNS=3 npm run bench -- pages` takes less time. */
const RUNS = readRuns(process.env['RUNS'] ?? '5')

/** Pages that search engines must not index, so their SEO score means nothing. */
const NOT_INDEXED = new Set(['cart/', 'checkout/', 'order-sheet/', '404.html', 'offline/'])

interface Target {
  readonly name: string
  readonly url: string
}

type Measured = readonly (readonly [name: string, figures: PageFigures])[]

interface Server {
  readonly url: string
  close(): Promise<void>
}

/** The running browser, so that we can kill it if the benchmark is stopped. */
let browser: LaunchedChrome | undefined

function readRuns(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Error(`RUNS must be a whole number from 1, such as RUNS=3, but is "${text}".`)
}

async function measurePages(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'cinder-bench-'))
  process.on('exit', () => {
    browser?.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
  const servers: Server[] = []
  try {
    return await measureAll(await prepare(folder, servers))
  } finally {
    for (const server of servers) await server.close()
  }
}

async function prepare(folder: string, servers: Server[]): Promise<readonly Target[]> {
  const dist = join(folder, 'dist')
  const tls = await createCertificate()
  const host = async (dir: string): Promise<string> => {
    await precompress(dir, '1')
    const server = await serve({ dir, port: 0, tls })
    servers.push(server)
    return server.url
  }
  const env = { ...process.env, SITE_URL: 'https://cinder.example', BASE_PATH: '/' }
  execFileSync(process.execPath, [VITE, 'build', '--outDir', dist, '--logLevel', 'error'], {
    cwd: ROOT,
    env,
  })
  const ours = await host(dist)
  const kinds = kindsIn(dist)
  const targets = kinds.map((path) => ({ name: `/${path}`, url: ours + path }))
  const bare: Target[] = []
  for (const path of kinds.filter(hasBare)) {
    const page = readFileSync(join(dist, path, 'index.html'), 'utf8')
    const dir = join(folder, `bare-${String(bare.length)}`)
    writeBarePage(dir, dist, /<picture>.*?<\/picture>/s.exec(page)?.[0] ?? '')
    bare.push({ name: bareNameOf(path), url: await host(dir) })
  }
  const rivals: Target[] = []
  for (const { name, dir } of await fetchRivals(folder)) rivals.push({ name, url: await host(dir) })
  return [...targets, ...bare, ...rivals]
}

/** Hosts use HTTP/2, which browsers only accept over TLS, so every site here is served that way. */
async function createCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  })
  return { key, cert }
}

/** Whether to compare a page with a bare page that only has its first picture. */
function hasBare(path: string): boolean {
  return path === 'shop/' || path.startsWith('products/')
}

function bareNameOf(path: string): string {
  return `bare page, same first picture as /${path}`
}

/** One page of each kind, such as the first event and the first model. */
function kindsIn(dist: string): readonly string[] {
  const first = (folder: string): string => readdirSync(join(dist, folder)).sort()[0] ?? ''
  return [
    '',
    'shop/',
    `events/${first('events')}/`,
    `products/${first('products')}/`,
    'cart/',
    'checkout/',
    'order-sheet/',
    'team/',
    'size-guide/',
    'delivery/',
    'about/',
    '404.html',
    'offline/',
  ]
}

/** Measure in rounds, so that a busy moment on the machine affects more than one page. */
async function measureAll(targets: readonly Target[]): Promise<Measured> {
  const all = new Map<string, PageFigures[]>(targets.map(({ name }) => [name, []]))
  for (let round = 1; round <= RUNS; round += 1) {
    browser = await launchBrowser()
    try {
      for (const { name, url } of targets) {
        const figures = await measurePage(url, browser)
        all.get(name)?.push(figures)
        console.log(`${String(round)}/${String(RUNS)} ${name}: ${String(figures.performance)}`)
      }
    } finally {
      browser.kill()
      browser = undefined
    }
  }
  return [...all].map(([name, figures]) => [name, medianOf(figures)])
}

function describe(results: Measured): string {
  const header = ['Page', 'Perf', 'A11y', 'Best pr.', 'SEO']
  const seconds = (ms: number): string => (ms / 1000).toFixed(2)
  const rows = results.map(([name, figures]) => [
    name,
    figures.performance,
    figures.accessibility,
    figures.bestPractices,
    NOT_INDEXED.has(name.slice(1)) ? '–' : figures.seo,
    seconds(figures.fcpMs),
    seconds(figures.lcpMs),
    Math.round(figures.tbtMs),
    figures.cls.toFixed(3),
    figures.requests,
    Math.round(figures.kib),
  ])
  const load = loadavg().map((one) => one.toFixed(1))
  return [
    `${circumstances()} Load average at the end, over 1, 5 and 15 minutes: ${load.join(', ')}.`,
    `Lighthouse 12, phone profile with simulated slow 4G, median of ${String(RUNS)} runs in alternating order.`,
    table([...header, 'FCP s', 'LCP s', 'TBT ms', 'CLS', 'Requests', 'KiB'], rows),
    ...compareWithBare(results),
  ].join('\n\n')
}

/** How the largest paint compares with the bare page's. The aim is 1.15 times. */
function compareWithBare(results: Measured): readonly string[] {
  const all = new Map(results)
  return [...all].flatMap(([name, { lcpMs }]) => {
    const bare = all.get(bareNameOf(name.slice(1)))
    if (bare === undefined) return []
    const times = (lcpMs / bare.lcpMs).toFixed(2)
    return `The largest paint of ${name} takes ${times} times as long as on the bare page.`
  })
}

await writeReport('pages', describe(await measurePages()))
