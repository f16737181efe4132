// `npm run bench` lists the benchmarks, `npm run bench -- build` runs one. Only files without
// dependencies may be imported at the top, since a fresh clone has none yet.
import { join } from 'node:path'
import { onStop, ROOT, run, runNpm } from './child.mjs'
import { installMissing, nodeProblem } from './install.mjs'

/** @typedef {{ about: string, run: () => Promise<number> }} Benchmark - `run` gives an exit code */

/** @type {Record<string, Benchmark>} */
const BENCHMARKS = {
  build: {
    about: 'npm run build with 40, 1,000 and 10,000 models (some minutes)',
    run: async () => {
      await installMissing()
      const jiti = join(ROOT, 'node_modules/jiti/lib/jiti-cli.mjs')
      return run(process.execPath, [jiti, join(ROOT, 'scripts/bench/build.ts')])
    },
  },
  pages: {
    about: 'Lighthouse on every kind of page, a bare page and two other shops (15 minutes)',
    run: async () => {
      await installMissing()
      await installMissing({ folder: 'benchmarks' })
      return runNpm(['--prefix', 'benchmarks', 'run', '--silent', 'pages'])
    },
  },
}

function printList() {
  console.log(
    'Each benchmark measures this machine and writes its report to docs/performance.md:\n',
  )
  for (const [name, { about }] of Object.entries(BENCHMARKS)) {
    console.log(`  npm run bench -- ${name.padEnd(8)} ${about}`)
  }
}

/**
 * @param {string | undefined} name
 * @returns {Promise<number>} the exit code
 */
async function bench(name) {
  const benchmark = name === undefined ? undefined : BENCHMARKS[name]
  if (benchmark === undefined) {
    printList()
    if (name === undefined) return 0
    console.error(`\n"${name}" is not one of them.`)
    return 1
  }
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  return benchmark.run()
}

onStop((signal) => (signal === 'SIGINT' ? 130 : 143))

try {
  process.exitCode = await bench(process.argv[2])
} catch (error) {
  console.error(/** @type {Error} */ (error).message)
  process.exitCode = 1
}
