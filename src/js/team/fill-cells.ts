import { unescapeFormula } from './csv-formula.ts'
import {
  canonicalCell,
  EMPTY_CELLS,
  FIELDS,
  MOST_ROWS,
  type Cells,
  type CellField,
  type Team,
} from './team.ts'

/** A cell of the list. */
export interface CellPosition {
  readonly id: string
  readonly field: CellField
}

/**
 * Write a block of cells into the list, starting at one cell and going right and down, as a
 * spreadsheet does. Rows are added if the block is longer than the list. Cells beyond the last
 * column are dropped. `newId` gives the id of the new row at an index, always the same one.
 */
export function fillCells(
  team: Team,
  at: CellPosition,
  {
    table,
    newId,
  }: { readonly table: readonly (readonly string[])[]; readonly newId: (index: number) => string },
): Team {
  const first = team.rows.findIndex(({ id }) => id === at.id)
  if (first === -1) return team
  const from = FIELDS.indexOf(at.field)
  const block = table.slice(0, MOST_ROWS - first)
  const written = block.map((texts, index) => {
    const row = team.rows[first + index] ?? { id: newId(index), cells: EMPTY_CELLS }
    return { ...row, cells: { ...row.cells, ...cellsOf(texts, from) } }
  })
  const rows = team.rows.toSpliced(first, written.length, ...written)
  return { ...team, rows }
}

function cellsOf(texts: readonly string[], from: number): Partial<Cells> {
  const fields = FIELDS.slice(from, from + texts.length)
  return Object.fromEntries(
    fields.map((field, at) => [field, canonicalCell(field, unescapeFormula(texts[at] ?? ''))]),
  )
}
