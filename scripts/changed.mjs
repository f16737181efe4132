// `npm test -- --changed`: which checks a change touches. No dependency may be imported here, since
// test.mjs reads this file before anything is installed.
import { execFileSync } from 'node:child_process'
import { ROOT } from './child.mjs'

/** @typedef {{ name: string, args: readonly string[] }} Check - what npm is given to run it */

const BUYING = ['buy-a-spike', 'change-the-cart', 'keyboard-only', 'nginx']
const ORDERING = ['fill-in-checkout', 'hand-over-an-order', 'lose-no-order', 'print-an-order']
const TEAM = ['order-for-a-team', 'team-order-faults']

/**
 * The journeys in tests/e2e that go through a feature's folder. What is not listed, such as a
 * template or a style, can show on any page: then all of them run.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const JOURNEYS = {
  'src/js/cart/': [...BUYING, 'keep-the-cart', 'share-a-cart', 'survive-storage-faults', ...TEAM],
  'src/js/checkout/': [...ORDERING, 'keyboard-only'],
  'src/js/filters/': ['filter-panel', 'filter-the-range', 'search-and-sort', 'keyboard-only'],
  'src/js/hand-off/': ORDERING,
  'src/js/offline/': ['work-offline'],
  'src/js/order/': ORDERING,
  'src/js/product/': [...BUYING, 'look-at-pictures', 'turn-a-model'],
  'src/js/search/': ['search-and-sort'],
  'src/js/team/': TEAM,
  'src/worker/': ['work-offline'],
}

/** Nothing here reaches a page. */
const NO_PAGES =
  /^(docs|studio|benchmarks|tests\/(unit|structure|dist|pictures))\/|\.(md|test\.ts)$|^\./

const LINTED = /\.(ts|mjs)$/

/**
 * List what differs from the last commit, and files that git does not know yet.
 *
 * @returns {string[]} paths from the repository's folder
 */
function changedFiles() {
  /** @param {readonly string[]} args */
  const git = (args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n')
  const changed = git(['diff', '--name-only', '--diff-filter=d', 'HEAD'])
  const added = git(['ls-files', '--others', '--exclude-standard'])
  return [...changed, ...added].filter(Boolean)
}

/**
 * Choose the journeys for some changed files.
 *
 * @param {readonly string[]} files - paths from the repository's folder
 * @returns {readonly string[] | 'all'} names of tests in tests/e2e
 */
export function journeysFor(files) {
  const names = new Set()
  for (const file of files) {
    const own = /^tests\/e2e\/([\w-]+)\.spec\.ts$/.exec(file)?.[1]
    const folder = Object.keys(JOURNEYS).find((one) => file.startsWith(one))
    if (own !== undefined) names.add(own)
    else if (NO_PAGES.test(file)) continue
    else if (folder === undefined) return 'all'
    else for (const name of JOURNEYS[folder] ?? []) names.add(name)
  }
  return [...names]
}

/**
 * Choose the checks for what differs from the last commit.
 *
 * @returns {{ lanes: readonly (readonly Check[])[], browserTests: Check | null }}
 */
export function changedChecks() {
  const files = changedFiles()
  const linted = files.filter((file) => LINTED.test(file))
  const journeys = journeysFor(files)
  /** @type {Check} */
  const unit = { name: 'test:unit', args: ['run', '--silent', 'test:unit', '--', '--changed'] }
  /** @type {Check} */
  const structure = {
    name: 'structure',
    args: ['exec', '--', 'vitest', 'run', '--project', 'unit', 'tests/structure'],
  }
  /** @type {readonly Check[]} */
  const lint =
    linted.length === 0 ? [] : [{ name: 'lint', args: ['exec', '--', 'eslint', ...linted] }]
  /** @type {readonly Check[]} */
  const built = ['build', 'test:dist'].map((name) => ({ name, args: ['run', '--silent', name] }))
  const named = journeys === 'all' ? [] : journeys.map((name) => `${name}.spec`)
  return {
    lanes: [
      [{ name: 'typecheck', args: ['run', '--silent', 'typecheck'] }, unit, structure],
      [...lint, ...built],
    ],
    browserTests:
      journeys.length === 0
        ? null
        : { name: 'test:e2e', args: ['run', '--silent', 'test:e2e', '--', ...named] },
  }
}
