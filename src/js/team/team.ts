import type { SizeSystem } from '../catalog/sizes.ts'
import { normalizeCode, normalizeText } from '../lib/normalize.ts'

/** The cells of a row, in the order of the table's columns. */
export const FIELDS = ['athlete', 'model', 'colour', 'size', 'width', 'quantity'] as const
export type CellField = (typeof FIELDS)[number]

/** A row as typed or pasted. It is normalized, but not corrected, so nothing is lost. */
export type Cells = Readonly<Record<CellField, string>>

/** One article for one athlete. */
export interface TeamRow {
  /** Stays the same in every tab. */
  readonly id: string
  readonly cells: Cells
}

/** How many of a SKU were added from the list to the cart so far. */
export interface AddedToCart {
  readonly sku: string
  readonly quantity: number
}

/** The coach's list. */
export interface Team {
  /** The system of sizes without a unit. */
  readonly system: SizeSystem
  readonly rows: readonly TeamRow[]
  readonly addedToCart: readonly AddedToCart[]
}

/** Changes a list. May be called again on top of another tab's change. */
export type TeamOperation = (team: Team) => Team

/** The most rows of a list, enough for a school. The page says how many more were left out. */
export const MOST_ROWS = 500
/** Longest text of a cell, in UTF-16 units. */
export const LONGEST_CELL = 200

export const EMPTY_CELLS: Cells = {
  athlete: '',
  model: '',
  colour: '',
  size: '',
  width: '',
  quantity: '',
}

/** Make a text fit into a cell: one line, without control characters, not too long. */
export function toCell(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  // The cut may have left half an emoji.
  return line
    .slice(0, LONGEST_CELL)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
}

/** Write a cell as it is stored once it is left. Twice is the same as once. */
export function canonicalCell(field: CellField, text: string): string {
  const isCode = field === 'size' || field === 'quantity'
  // The cut may have left a blank at the end.
  return toCell(isCode ? normalizeCode(text) : normalizeText(text)).trim()
}

export function canonicalCells(cells: Cells): Cells {
  const entries = FIELDS.map((field) => [field, canonicalCell(field, cells[field])])
  return Object.fromEntries(entries) as Cells
}

export function isBlank({ cells }: Pick<TeamRow, 'cells'>): boolean {
  return FIELDS.every((field) => cells[field].trim() === '')
}

/** Write some cells of a row. A row that was removed stays removed. */
export function setCells(team: Team, id: string, changes: Partial<Cells>): Team {
  const write = (cells: Cells): Cells => {
    const given = Object.entries(changes).map(([field, text]) => [field, toCell(text)])
    return { ...cells, ...(Object.fromEntries(given) as Partial<Cells>) }
  }
  const rows = team.rows.map((row) => (row.id === id ? { id, cells: write(row.cells) } : row))
  return { ...team, rows }
}

/** Add rows at the end, in place of blank ones, as many as fit. */
export function addRows(team: Team, added: readonly TeamRow[]): Team {
  const last = team.rows.findLastIndex((row) => !isBlank(row))
  const rows = [...team.rows.slice(0, last + 1), ...added].slice(0, MOST_ROWS)
  return { ...team, rows }
}

/** Add a blank row at the end, if there is room. */
export function addBlank(team: Team, id: string): Team {
  if (team.rows.length >= MOST_ROWS) return team
  return { ...team, rows: [...team.rows, { id, cells: EMPTY_CELLS }] }
}

export function removeRow(team: Team, id: string): Team {
  return { ...team, rows: team.rows.filter((row) => row.id !== id) }
}

/** Take all rows out. Nothing of a new list has been added to the cart. */
export function clearRows(team: Team): Team {
  return { ...team, rows: [], addedToCart: [] }
}

/** Record what was added to the cart. */
export function recordAdded(team: Team, lines: readonly AddedToCart[]): Team {
  const sums = new Map(team.addedToCart.map(({ sku, quantity }) => [sku, quantity]))
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity)
  return { ...team, addedToCart: [...sums].map(([sku, quantity]) => ({ sku, quantity })) }
}

/**
 * Make an operation that undoes a change: new rows are removed, removed rows come back in place,
 * and changed cells are as before. Later changes to other rows and cells are kept.
 */
export function undoOf(before: Team, after: Team): TeamOperation {
  const old = new Map(before.rows.map((row, index) => [row.id, { row, index }]))
  const kept = new Map(after.rows.map((row) => [row.id, row]))
  return (team) => {
    const rows = team.rows
      .filter(({ id }) => old.has(id) || !kept.has(id))
      .map((row) => restoreCells(row, old.get(row.id)?.row, kept.get(row.id)))
    const present = new Set(rows.map(({ id }) => id))
    for (const [id, { row, index }] of old) {
      if (!kept.has(id) && !present.has(id)) rows.splice(index, 0, row)
    }
    // By value, because the list was read from storage since.
    const isAsLeft = JSON.stringify(after.addedToCart) === JSON.stringify(team.addedToCart)
    return { ...team, rows, addedToCart: isAsLeft ? before.addedToCart : team.addedToCart }
  }
}

function restoreCells(row: TeamRow, before?: TeamRow, after?: TeamRow): TeamRow {
  if (before === undefined || after === undefined) return row
  const changed = FIELDS.filter((field) => before.cells[field] !== after.cells[field])
  const cells = Object.fromEntries(changed.map((field) => [field, before.cells[field]]))
  return changed.length === 0 ? row : { ...row, cells: { ...row.cells, ...cells } }
}
