import { launch, type LaunchedChrome } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { ensureBrowser } from '../scripts/ensure-browser.mjs'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** Lighthouse's results for one page. Scores are out of 100. */
export interface PageFigures {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly seo: number
  readonly fcpMs: number
  readonly lcpMs: number
  readonly tbtMs: number
  readonly cls: number
  readonly requests: number
  readonly kib: number
}

/** Start a browser for Lighthouse. The caller must kill it. */
export async function launchBrowser(): Promise<LaunchedChrome> {
  const chromePath = await ensureBrowser()
  // The benchmark signs its own certificate.
  const flags = ['--headless=new', '--no-sandbox', '--ignore-certificate-errors']
  return launch({ chromePath, chromeFlags: flags })
}

/**
 * Measure one page as a phone on slow 4G, which Lighthouse simulates.
 *
 * @throws Error - when the page can't be measured
 */
export async function measurePage(url: string, { port }: LaunchedChrome): Promise<PageFigures> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    formFactor: 'mobile',
    // We don't use it, and it takes a second.
    disableFullPageScreenshot: true,
  })
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`)
  const { audits, categories, runtimeError } = result.lhr
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`)
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100)
  const value = (name: string): number => audits[name]?.numericValue ?? NaN
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    fcpMs: value('first-contentful-paint'),
    lcpMs: value('largest-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    requests: requestsIn(audits['network-requests']?.details),
    kib: value('total-byte-weight') / 1024,
  }
}

/** Count requests that reach the network: `data:` URLs are part of the page. */
function requestsIn(details: unknown): number {
  const { items = [] } = (details ?? {}) as { items?: readonly { url?: string }[] }
  return items.filter(({ url }) => url?.startsWith('http')).length
}

/** The median of each figure over several measurements. */
export function medianOf(all: readonly PageFigures[]): PageFigures {
  const names = Object.keys(all[0] ?? {}) as (keyof PageFigures)[]
  const middle = (name: keyof PageFigures): number =>
    all.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as unknown as PageFigures
}
