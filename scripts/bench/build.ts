// `npm run bench -- build`: how time and memory of `npm run build` grow with the catalogue.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { multiplyCatalogue } from './catalogue.ts'
import { measureNode, type Cost } from './measure.ts'
import { circumstances, table, writeReport } from './report.ts'

const ROOT = join(import.meta.dirname, '../..')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')

/** Sizes of the catalogue, and how often each is built; the fastest build counts. */
const SIZES = [
  { models: 40, runs: 2 },
  { models: 1_000, runs: 2 },
  { models: 10_000, runs: 1 },
] as const

interface Result extends Cost {
  readonly models: number
  readonly pages: number
  readonly pagesMb: number
}

async function measure(): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cinder-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
  const results: Result[] = []
  for (const { models, runs } of SIZES) {
    multiplyCatalogue(join(ROOT, 'catalog'), join(folder, 'catalog'), models)
    const result = await buildBest(folder, models, runs)
    console.log(`${write(models)} models: ${result.seconds.toFixed(1)} s`)
    results.push(result)
  }
  return results
}

async function buildBest(folder: string, models: number, runs: number): Promise<Result> {
  const output = join(folder, 'dist')
  const costs: Cost[] = []
  for (let run = 0; run < runs; run += 1) {
    rmSync(output, { recursive: true, force: true })
    const args = [VITE, 'build', '--outDir', output, '--emptyOutDir', '--logLevel', 'error']
    const catalogue = {
      CATALOG: join(folder, 'catalog'),
      BASE_PATH: undefined,
      SITE_URL: undefined,
    }
    costs.push(await measureNode(args, catalogue))
  }
  return {
    models,
    seconds: Math.min(...costs.map(({ seconds }) => seconds)),
    peakMb: Math.min(...costs.map(({ peakMb }) => peakMb)),
    ...countPages(output),
  }
}

function countPages(output: string): Pick<Result, 'pages' | 'pagesMb'> {
  const pages = readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => statSync(join(output, file)).size)
  return { pages: pages.length, pagesMb: pages.reduce((sum, size) => sum + size, 0) / 1e6 }
}

function describe(results: readonly Result[]): string {
  const rows = results.map(({ models, pages, pagesMb, seconds, peakMb }) => [
    write(models),
    write(pages),
    pagesMb.toFixed(1),
    seconds.toFixed(1),
    write(Math.round(peakMb)),
  ])
  const [large, small] = results.toReversed()
  const growth = (large?.seconds ?? 0) / (small?.seconds ?? 1)
  return [
    circumstances(),
    table(['Models', 'Pages', 'HTML, MB', 'Seconds', 'Peak memory, MB'], rows),
    `Ten times the models, from ${write(small?.models ?? 0)} to ${write(large?.models ?? 0)}, take ` +
      `${growth.toFixed(1)} times as long.`,
  ].join('\n\n')
}

function write(count: number): string {
  return count.toLocaleString('en')
}

await writeReport('build', describe(await measure()))
