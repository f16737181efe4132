import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** What a command cost to run. */
export interface Cost {
  readonly seconds: number
  /** The most memory that Node used at once, without the processes it starts, such as Sass. */
  readonly peakMb: number
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

// The process reports its own peak as it ends: polling from outside would miss the last one.
const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs'
  process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
`)}`

/**
 * Run a Node script in the project's folder and measure it from start to end.
 *
 * @param args - the script and its arguments
 * @throws Error - when it fails
 */
export async function measureNode(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Cost> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', REPORT_MEMORY, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const code = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const peakKb = Number(await text(child.stdio[3] as Readable))
  if ((await code) !== 0) throw new Error(`${args.join(' ')} failed`)
  return { seconds: (performance.now() - startedAt) / 1000, peakMb: peakKb / 1024 }
}
