import type { Translate } from '../lib/messages.ts'
import type { TakenRoster } from './take-roster.ts'
import { FIELDS, LONGEST_CELL, MOST_ROWS } from './team.ts'

/** Say what was added from a pasted list, and what wasn't. */
export function rosterText(taken: TakenRoster, t: Translate): string {
  const { rows, leftOutCount, isGuessed, unused, cutCount } = taken
  if (rows.length === 0) return t('team.nothing')
  const isFilled = (field: (typeof FIELDS)[number]): boolean =>
    rows.some((row) => row[field] !== '')
  const columns = FIELDS.filter(isFilled).map((field) => t(`team.column.${field}`))
  return [
    t('team.pasted', { count: rows.length - leftOutCount }),
    ...(leftOutCount > 0 ? [t('team.left-out', { count: leftOutCount, most: MOST_ROWS })] : []),
    ...(isGuessed ? [t('team.guessed', { columns: columns.join(', ') })] : []),
    ...(unused.length > 0 ? [t('team.unused', { columns: unused.join(', ') })] : []),
    ...(cutCount > 0 ? [t('team.cut', { count: cutCount, most: LONGEST_CELL })] : []),
  ].join(' ')
}
