import { isRecord, parseJson } from '../lib/json.ts'
import type { Parsed, StoredFormat } from '../lib/stored-format.ts'
import { SIZE_SYSTEMS, type SizeSystem } from '../catalog/sizes.ts'
import {
  EMPTY_CELLS,
  FIELDS,
  MOST_ROWS,
  toCell,
  type AddedToCart,
  type Cells,
  type Team,
  type TeamRow,
} from './team.ts'

/** Storage key of the list. */
export const TEAM_KEY = 'cinder.team'

const VERSION = 1

/**
 * Read a stored list, whatever the text is. Rows that can be read are kept. Never throws.
 *
 * @param text - null if nothing is stored
 * @param system - the size system of a list that names none
 */
export function readStoredTeam(text: string | null, system: SizeSystem): Parsed<Team> {
  const empty: Team = { system, rows: [], addedToCart: [] }
  if (text === null) return { value: empty, isWhole: true }
  const data = parseJson(text)
  if (!isRecord(data) || data['version'] !== VERSION || !Array.isArray(data['rows'])) {
    return { value: empty, isWhole: false }
  }
  const stored: unknown[] = data['rows']
  const rows = stored.slice(0, MOST_ROWS).map(readRow)
  const known = SIZE_SYSTEMS.find((one) => one === data['system'])
  const readable = distinctIds(rows.filter((row) => row !== null))
  return {
    value: { system: known ?? system, rows: readable, addedToCart: readAdded(data['carried']) },
    isWhole: readable.length === stored.length,
  }
}

/** Write a list as storage keeps it. */
export function writeStoredTeam({ system, rows, addedToCart }: Team): string {
  return JSON.stringify({
    version: VERSION,
    system,
    rows: rows.map(({ id, cells }) => ({ id, ...cells })),
    // The key has had this name since the first version.
    carried: addedToCart,
  })
}

/**
 * How a list is stored.
 *
 * @param system - the size system of a new list
 */
export function teamFormat(system: SizeSystem): StoredFormat<Team> {
  return {
    key: TEAM_KEY,
    isShared: true,
    parse: (text) => readStoredTeam(text, system),
    serialize: writeStoredTeam,
  }
}

function readRow(data: unknown, index: number): TeamRow | null {
  if (!isRecord(data)) return null
  const texts = FIELDS.map((field) => data[field] ?? '')
  if (!texts.every((text) => typeof text === 'string')) return null
  const cells = Object.fromEntries(FIELDS.map((field, at) => [field, toCell(texts[at] ?? '')]))
  const { id } = data
  const isId = typeof id === 'string' && id !== '' && id.length <= 40
  return { id: isId ? id : `row-${index}`, cells: { ...EMPTY_CELLS, ...(cells as Partial<Cells>) } }
}

/** Two rows with the same id would be changed together. */
function distinctIds(rows: readonly TeamRow[]): TeamRow[] {
  const seen = new Set<string>()
  return rows.map((row, index) => {
    const id = seen.has(row.id) ? `${row.id}-${index}` : row.id
    seen.add(id)
    return { ...row, id }
  })
}

function readAdded(data: unknown): readonly AddedToCart[] {
  if (!Array.isArray(data)) return []
  const sums = new Map<string, number>()
  for (const one of data as unknown[]) {
    if (!isRecord(one)) continue
    const { sku, quantity } = one
    if (typeof sku !== 'string' || !Number.isSafeInteger(quantity)) continue
    if ((quantity as number) > 0) sums.set(sku, quantity as number)
  }
  return [...sums].map(([sku, quantity]) => ({ sku, quantity }))
}
