import { SIZE_SYSTEMS, type SizeSystem } from '../catalog/sizes.ts'
import { normalizeText } from '../lib/normalize.ts'
import { unescapeFormula } from './csv-formula.ts'
import { plainWords } from './plain-words.ts'
import { canonicalCell, FIELDS, isBlank, LONGEST_CELL, type Cells, type CellField } from './team.ts'

/** What a column of a pasted table can be. `extra` stands for columns that our own export adds. */
export const COLUMNS = [...FIELDS, 'sku', 'extra'] as const
export type Column = (typeof COLUMNS)[number]

/** The headers that people write above each column. */
export type ColumnNames = Readonly<Record<Column, readonly string[]>>

/** What was read from a table. */
export interface Roster {
  readonly rows: readonly Cells[]
  /** Whether there was no header, so that columns were taken in the list's order. */
  readonly isGuessed: boolean
  /** Headers of columns that the list doesn't have. */
  readonly unused: readonly string[]
  /** How many cells were too long. */
  readonly cutCount: number
  /** The size system named in the header, or null. */
  readonly system: SizeSystem | null
}

interface Header {
  /** Index of its row. */
  readonly at: number
  readonly columns: readonly (Column | null)[]
  readonly system: SizeSystem | null
}

/** There may be a title and a blank line or two above the header. */
const HEADER_WITHIN = 5

/** The columns if there is no header. With five of them, the width is the one left out. */
const POSITIONS: readonly (readonly CellField[])[] = [
  ['athlete'],
  ['athlete', 'model'],
  ['athlete', 'model', 'size'],
  ['athlete', 'model', 'colour', 'size'],
  ['athlete', 'model', 'colour', 'size', 'quantity'],
  FIELDS,
]

/**
 * Read the rows of a team order from a table. The header is looked for in the first rows, and its
 * columns may be in any order. Two columns for a name (first, last) are joined.
 *
 * @param table - rows of cells, as `readTable` gives them
 */
export function readRoster(table: readonly (readonly string[])[], names: ColumnNames): Roster {
  const header = findHeader(table, names)
  const widest = Math.max(1, ...table.slice(0, 50).map((row) => row.length))
  const columns = header?.columns ?? POSITIONS[Math.min(widest, POSITIONS.length) - 1] ?? FIELDS
  const body = header === null ? table : table.slice(header.at + 1)
  const rows = body.map((row) => toCells(row, columns)).filter((cells) => !isBlank({ cells }))
  const isLong = (text: string): boolean =>
    normalizeText(unescapeFormula(text)).length > LONGEST_CELL
  const used = (_: string, at: number): boolean => (columns[at] ?? 'extra') !== 'extra'
  return {
    rows,
    isGuessed: header === null && rows.length > 0,
    unused: header === null ? [] : unusedOf(table[header.at] ?? [], columns),
    cutCount: body.flatMap((row) => row.filter(used)).filter(isLong).length,
    system: header?.system ?? null,
  }
}

/** Turn a row of the table into cells. A SKU stands for model, color and size. */
function toCells(row: readonly string[], columns: readonly (Column | null)[]): Cells {
  const textOf = (column: Column): string =>
    row
      .filter((_, at) => columns[at] === column)
      .map(unescapeFormula)
      .join(' ')
  const cells = FIELDS.map((field) => [field, canonicalCell(field, textOf(field))])
  const written = Object.fromEntries(cells) as Cells
  return written.model === ''
    ? { ...written, model: canonicalCell('model', textOf('sku')) }
    : written
}

function findHeader(table: readonly (readonly string[])[], names: ColumnNames): Header | null {
  const byName = new Map(
    COLUMNS.flatMap((column) => names[column].map((one) => [plainWords(one), column])),
  )
  for (const [at, row] of table.slice(0, HEADER_WITHIN).entries()) {
    const columns = row.map((cell) => columnOf(normalizeText(cell), byName))
    const known = new Set(columns.filter((column) => column !== null))
    const isAbout = known.has('model') || known.has('sku') || known.has('size')
    if (known.size < 2 || !isAbout) continue
    const size = row[columns.indexOf('size')] ?? ''
    return { at, columns: onceEach(columns), system: systemIn(size) }
  }
  return null
}

function columnOf(cell: string, byName: ReadonlyMap<string, Column>): Column | null {
  const words = plainWords(cell).split(' ')
  const isSystem = (word: string): boolean => SIZE_SYSTEMS.some((system) => system === word)
  const bare = words.filter((word) => !isSystem(word)).join(' ')
  const beforeBracket = plainWords(cell.replace(/[([].*$/s, ''))
  return byName.get(words.join(' ')) ?? byName.get(bare) ?? byName.get(beforeBracket) ?? null
}

function systemIn(header: string): SizeSystem | null {
  const words = plainWords(header).split(' ')
  return SIZE_SYSTEMS.find((system) => words.includes(system)) ?? null
}

/** Only a name may have two columns. A second "Size" is not the size. */
function onceEach(columns: readonly (Column | null)[]): readonly (Column | null)[] {
  return columns.map((column, at) =>
    column === 'athlete' || column === 'extra' || columns.indexOf(column) === at ? column : null,
  )
}

function unusedOf(
  header: readonly string[],
  columns: readonly (Column | null)[],
): readonly string[] {
  return header
    .filter((name, at) => columns[at] === null && name.trim() !== '')
    .map((name) => normalizeText(name).slice(0, 40))
}
