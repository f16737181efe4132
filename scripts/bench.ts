// `npm run bench` lists the benchmarks; `npm run bench -- build` runs one.
import { buildBench } from './bench/build.ts'
import { pagesBench } from './bench/pages.ts'
import { writeReport, type Bench } from './bench/report.ts'

const BENCHES: readonly Bench[] = [buildBench, pagesBench]

const [name] = process.argv.slice(2)
const bench = BENCHES.find((one) => one.name === name)

if (bench !== undefined) {
  const report = await bench.run()
  console.log(`\n${report}\n`)
  await writeReport(bench.name, report)
} else {
  console.log(
    'Each benchmark measures this machine and writes its results to docs/performance.md:\n',
  )
  for (const one of BENCHES) console.log(`  npm run bench -- ${one.name.padEnd(8)} ${one.about}`)
  if (name !== undefined) {
    console.error(`\nUnknown benchmark "${name}".`)
    process.exitCode = 1
  }
}
