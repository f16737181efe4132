// `npm test`: install what is missing, then run every check. `npm test -- --changed` runs what a
// change touches. Only files without dependencies may be imported at the top, since on a fresh clone
// there are none yet.
import { changedChecks } from './changed.mjs'
import { onStop, runNpm } from './child.mjs'
import { installMissing, nodeProblem } from './install.mjs'

/** @typedef {import('./changed.mjs').Check} Check */

/**
 * @param {string} name - of a script in package.json
 * @returns {Check}
 */
function script(name) {
  return { name, args: ['run', '--silent', name] }
}

/**
 * What runs side by side, each lane on one core. Browser tests come after it and have both.
 *
 * @type {readonly (readonly Check[])[]}
 */
const LANES = [['lint'].map(script), ['build', 'test:dist', 'typecheck', 'test:unit'].map(script)]

// Test the build of a fresh clone, whatever this terminal has set.
const BUILD_SETTINGS = ['PORT', 'BASE_PATH', 'SITE_URL', 'CATALOG', 'PRECOMPRESS']

/** @type {Partial<Record<NodeJS.Signals, number>>} */
const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143 }

/** @type {{ name: string, seconds: number, code: number }[]} */
const results = []

/** @param {string} name */
function printHeading(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
}

/**
 * @param {string} name
 * @param {() => Promise<number>} action - returns an exit code
 */
async function step(name, action) {
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
  const { ensureBrowser, ensureHeadlessShell } = await import('./ensure-browser.mjs')
  // So that the steps don't search again.
  process.env.CHROME_PATH = await ensureBrowser()
  const headlessShell = await ensureHeadlessShell()
  if (headlessShell) process.env.HEADLESS_SHELL_PATH = headlessShell
  const { ensureNginx } = await import('./ensure-nginx.mjs')
  await ensureNginx()
  return 0
}

/**
 * @param {Check} check
 * @param {boolean} isHeldBack
 */
function runCheck({ name, args }, isHeldBack) {
  return step(name, async () => {
    if (!isHeldBack) printHeading(name)
    const code = await runNpm(args, { isHeldBack })
    if (isHeldBack) console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    return code
  })
}

/**
 * Run checks one after the other, until one fails.
 *
 * @param {readonly Check[]} lane
 */
async function runLane(lane) {
  for (const check of lane) {
    const code = await runCheck(check, true)
    if (code !== 0) return code
  }
  return 0
}

/** @returns {Promise<number>} a failed check's exit code, else 0 */
async function test() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  for (const name of BUILD_SETTINGS) delete process.env[name]

  printHeading('prepare')
  await step('prepare', prepare)
  const { lanes, browserTests } = process.argv.includes('--changed')
    ? changedChecks()
    : { lanes: LANES, browserTests: script('test:e2e') }
  printHeading(lanes.map((lane) => lane.map(({ name }) => name).join(', ')).join(' | '))
  const codes = await Promise.all(lanes.map(runLane))
  const failed = codes.find((code) => code !== 0)
  if (failed !== undefined) return failed
  return browserTests === null ? 0 : runCheck(browserTests, false)
}

onStop((signal) => SIGNAL_CODES[signal] ?? 1)

try {
  process.exitCode = await test()
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exitCode = 1
}
printSummary()
