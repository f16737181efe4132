import { unescapeFormula } from './csv-formula.ts'
import {
  EMPTY_CELLS,
  FIELDS,
  MOST_ROWS,
  toCell,
  type Cells,
  type Field,
  type Team,
} from './team.ts'

/** A cell of the list. */
export interface CellPlace {
  readonly id: string
  readonly field: Field
}

/**
 * Write a block of cells into the list from one cell on, right and down, as a spreadsheet does; rows
 * are put on where the block is longer than the list. What goes beyond the last column is dropped.
 * `newId` names a new row.
 */
export function fillCells(
  team: Team,
  at: CellPlace,
  {
    table,
    newId,
  }: { readonly table: readonly (readonly string[])[]; readonly newId: () => string },
): Team {
  const first = team.rows.findIndex(({ id }) => id === at.id)
  if (first === -1) return team
  const from = FIELDS.indexOf(at.field)
  const block = table.slice(0, MOST_ROWS - first)
  const written = block.map((texts, index) => {
    const row = team.rows[first + index] ?? { id: newId(), cells: EMPTY_CELLS }
    return { ...row, cells: { ...row.cells, ...cellsOf(texts, from) } }
  })
  const rows = team.rows.toSpliced(first, written.length, ...written)
  return { ...team, rows }
}

function cellsOf(texts: readonly string[], from: number): Partial<Cells> {
  const fields = FIELDS.slice(from, from + texts.length)
  return Object.fromEntries(
    fields.map((field, at) => [field, toCell(unescapeFormula(texts[at] ?? '')).trim()]),
  )
}
