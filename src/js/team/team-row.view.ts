import $ from 'jquery/slim'
import { cloneTemplate } from '../lib/parts.ts'
import type { CheckedRow } from './check-team.ts'
import type { Fix } from './resolve-row.ts'
import { rowText, whoText } from './row-text.ts'
import { FIELDS } from './team.ts'
import type { TeamServices } from './team-services.view.ts'

/** What each row's element shows, so that a keystroke only updates its own row. */
const shown = new WeakMap<HTMLElement, string>()
/** The fixes behind a row's buttons. */
const fixesOf = new WeakMap<HTMLElement, readonly Fix[]>()

export function createRow($root: JQuery, id: string): HTMLElement {
  const $row = cloneTemplate($root, 'row').attr('data-row', id)
  for (const name of ['problem', 'article'] as const) {
    $row.find(`[data-part="${name}"]`).attr('id', `team-${name}-${id}`)
  }
  const element = $row.get(0)
  if (element === undefined) throw new Error('The pattern of a row is empty')
  return element
}

/** Shows a row. The field being typed in keeps its text and caret. */
export function renderRow(
  $root: JQuery,
  element: HTMLElement,
  { row, index, services }: { row: CheckedRow; index: number; services: TeamServices },
): void {
  const { cells } = row.row
  const problem = row.problem === null ? '' : services.t(row.problem.problem, row.problem.values)
  const text = rowText(row, services)
  const state = JSON.stringify([cells, problem, text, index, row.problem?.fixes])
  if (shown.get(element) === state) return
  shown.set(element, state)
  const $row = $(element)
  const find = (name: string): JQuery => $row.find(`[data-part="${name}"]`)
  const who = whoText(cells.athlete, index, services)
  renderFields($row, row, { who, t: services.t })
  $row.attr('data-state', stateOf(row))
  find('article').text(text)
  find('problem').text(problem)
  $row.find('[data-action="remove-row"]').attr('aria-label', services.t('team.remove-of', { who }))
  renderFixes($root, $row, row.problem?.fixes ?? [])
}

function renderFields(
  $row: JQuery,
  { row, problem }: CheckedRow,
  { who, t }: { readonly who: string; readonly t: TeamServices['t'] },
): void {
  for (const field of FIELDS) {
    const $field = $row.find(`[data-field="${field}"]`)
    const text = row.cells[field]
    if ($field.get(0) !== document.activeElement && $field.val() !== text) $field.val(text)
    const label = t(`team.column.${field}`)
    $field.attr('aria-label', t('team.cell', { field: label, who }))
    markField($field, field === problem?.field ? `team-problem-${row.id}` : null)
  }
}

export function fixOf(button: HTMLElement): Fix | undefined {
  const row = button.closest<HTMLElement>('[data-row]')
  return row === null ? undefined : fixesOf.get(row)?.[$(button).index()]
}

function renderFixes($root: JQuery, $row: JQuery, fixes: readonly Fix[]): void {
  const element = $row.get(0)
  if (element === undefined) return
  fixesOf.set(element, fixes)
  const buttons = fixes.map(({ label }) =>
    cloneTemplate($root, 'fix').text(label).prop('hidden', false),
  )
  $row
    .find('[data-part="fixes"]')
    .empty()
    .append(...buttons)
}

function markField($field: JQuery, describedBy: string | null): void {
  if (describedBy === null) $field.removeAttr('aria-invalid aria-describedby')
  else $field.attr({ 'aria-invalid': 'true', 'aria-describedby': describedBy })
}

function stateOf(row: CheckedRow): string {
  if (row.isBlank) return 'blank'
  if (row.problem !== null) return 'problem'
  return row.variant === undefined ? 'unchecked' : 'ready'
}
