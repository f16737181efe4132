import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

/** Something to measure; what it finds is kept in docs/performance.md. */
export interface Bench {
  readonly name: string
  /** For the list of benches, on one line. */
  readonly about: string
  /** Measure, telling progress on the console; gives Markdown. */
  run(): Promise<string>
}

const REPORT = join(import.meta.dirname, '../../docs/performance.md')

/**
 * Put a bench's Markdown between its two markers, `<!-- bench:name -->` and `<!-- /bench:name -->`.
 *
 * @throws Error - when docs/performance.md lacks them
 */
export async function writeReport(name: string, markdown: string): Promise<void> {
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

/** When and on what a bench was run: without it, its numbers say nothing. */
export function circumstances(): string {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'unknown'
  const today = new Date().toISOString().slice(0, 10)
  return `Measured ${today} on ${processors.length} CPUs (${model}), Node ${process.versions.node}.`
}
