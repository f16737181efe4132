import { readRoster, type ColumnNames, type Roster } from './roster.ts'
import { readTable } from './read-table.ts'
import { readSize } from './size-text.ts'
import { addRows, isBlank, MOST_ROWS, type Cells, type Team, type TeamOperation } from './team.ts'

/** How a pasted text changes the list. */
export interface TakenRoster extends Roster {
  readonly operation: TeamOperation
  /** How many rows didn't fit into the list. */
  readonly leftOutCount: number
}

/**
 * Read a text and work out how it changes the list. `names` has the headers of columns, `newId`
 * makes the id of a new row.
 *
 * @param text - from the clipboard or a file
 */
export function takeRoster(
  text: string,
  team: Team,
  { names, newId }: { readonly names: ColumnNames; readonly newId: () => string },
): TakenRoster {
  const roster = readRoster(readTable(text), names)
  const rows = roster.rows.map((cells) => ({ id: newId(), cells }))
  const present = team.rows.findLastIndex((row) => !isBlank(row)) + 1
  return {
    ...roster,
    leftOutCount: Math.max(0, rows.length - (MOST_ROWS - present)),
    operation: (now) => {
      if (roster.system === null || roster.system === now.system) return addRows(now, rows)
      // An empty list takes over the size system. In other lists it is written beside the numbers.
      if (now.rows.every(isBlank)) return addRows({ ...now, system: roster.system }, rows)
      const unit = roster.system
      return addRows(
        now,
        rows.map(({ id, cells }) => ({ id, cells: withUnit(cells, unit) })),
      )
    },
  }
}

/** "9" under a US header becomes "US 9" in a list with another size system. */
function withUnit(cells: Cells, system: NonNullable<Roster['system']>): Cells {
  const isBare = readSize(cells.size, 'eu')?.system !== readSize(cells.size, 'us')?.system
  const isNumber = /^\s*\d/.test(cells.size)
  return isBare && isNumber ? { ...cells, size: `${system.toUpperCase()} ${cells.size}` } : cells
}
