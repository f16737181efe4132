// `npm test`: install what is missing, then run every check in turn. Import only files without
// dependencies at the top, because a fresh clone has none installed.
import { onStop, runNpm } from './child.mjs'
import { installMissing, nodeProblem } from './install.mjs'

const STEPS = ['typecheck', 'lint', 'test:unit', 'build', 'test:e2e']

// Test the build of a fresh clone, whatever this terminal has set.
const BUILD_SETTINGS = ['PORT', 'BASE_PATH', 'SITE_URL', 'CATALOG', 'PRECOMPRESS']

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 }

/** @type {{ name: string, seconds: number, code: number }[]} */
const results = []

/**
 * @param {string} name
 * @param {() => Promise<number>} action - returns an exit code
 */
async function step(name, action) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const startedAt = performance.now()
  const code = await action()
  results.push({ name, code, seconds: (performance.now() - startedAt) / 1000 })
  return code
}

function printSummary() {
  console.log('')
  for (const { name, seconds, code } of results) {
    console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s`)
  }
}

async function prepare() {
  await installMissing()
  const { ensureBrowser } = await import('./ensure-browser.mjs')
  // So that the steps don't search again.
  process.env.CHROME_PATH = await ensureBrowser()
  const { ensureNginx } = await import('./ensure-nginx.mjs')
  await ensureNginx()
  return 0
}

/** @returns {Promise<number>} the first failed step's exit code, else 0 */
async function test() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  for (const name of BUILD_SETTINGS) delete process.env[name]

  await step('prepare', prepare)
  for (const name of STEPS) {
    const code = await step(name, () => runNpm(['run', '--silent', name]))
    if (code !== 0) return code
  }
  return 0
}

onStop((signal) => SIGNAL_CODES[signal] ?? 1)

try {
  process.exitCode = await test()
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exitCode = 1
}
printSummary()
