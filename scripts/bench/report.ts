import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

const REPORT = join(import.meta.dirname, '../../docs/performance.md')

/**
 * Print a benchmark's report, and write it to docs/performance.md between its two markers,
 * `<!-- bench:name -->` and `<!-- /bench:name -->`.
 *
 * @throws Error - when docs/performance.md lacks them
 */
export async function writeReport(name: string, markdown: string): Promise<void> {
  console.log(`\n${markdown}\n`)
  const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
  const text = readFileSync(REPORT, 'utf8')
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/performance.md needs ${start} and ${end}`)
  const filled = `${text.slice(0, from)}${start}\n\n${markdown}\n\n${text.slice(to)}`
  const options = await resolveConfig(REPORT)
  writeFileSync(REPORT, await format(filled, { ...options, parser: 'markdown' }))
}

/** A Markdown table; all columns but the first are numbers. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'))
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** When and on what machine a benchmark ran: its numbers mean nothing without that. */
export function circumstances(): string {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'unknown'
  const today = new Date().toISOString().slice(0, 10)
  return `Measured ${today} on ${processors.length} CPUs (${model}), Node ${process.versions.node}.`
}
